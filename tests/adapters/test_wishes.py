"""The wishes beside the cases: read strictly, compared with and without vectors."""

from pathlib import Path

import numpy as np
import pytest

from advisor.adapters.library import open_library
from advisor.adapters.wishes import WishIndex, read_wishes, wish_digest
from advisor.adapters.words import SudachiWords
from advisor.errors import AdvisorError
from advisor.evidence.fit import Fitting, Wishes
from evals.retrieval.fit import measured

WORDS = SudachiWords()
SHOP = "店が閉まり、買い物に困る集落の高齢者が暮らし続けられるように"
WISHES = Wishes(
    fits=(Fitting(case="P2-06", marks=(("買い物", "店"), ("集落",)), wishes=(SHOP,)),),
    none=("熊が出て子どもが外で遊べない", "祭りの担い手がいない"),
)
SAID = "店が閉まっても集落の高齢者が買い物に困らず暮らし続ける"


class Turning:
    """An embedder that points at the first wish, then breaks."""

    name = "turning"
    broken = False

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One direction a text."""
        return [[1.0, 0.0] for _ in texts]

    def embed_query(self, text: str) -> list[float]:
        """The direction of the first wish, until it breaks."""
        if self.broken:
            raise RuntimeError("engine")
        return [1.0, 0.0]


def test_a_wish_near_a_case_finds_it_and_another_does_not() -> None:
    index = WishIndex(WISHES, WORDS)
    assert index.serving == "lexical"
    assert index.fitting(SAID) == ("P2-06",)
    assert index.fitting("熊が出て子どもが怖がる") == ()
    assert index.fitting("  ") == ()
    assert WishIndex(Wishes(), WORDS).fitting(SAID) == ()


def test_vectors_take_part_when_all_are_stored_and_leave_when_they_fail() -> None:
    index, embedder = WishIndex(WISHES, WORDS), Turning()
    stored = {
        wish_digest(text): np.array([1.0, 0.0] if text == SHOP else [0.0, 1.0]) for text in WISHES.texts
    }
    index.take_vectors(embedder, {})
    assert index.serving == "lexical"
    index.take_vectors(embedder, stored)
    assert index.serving == "fused"
    assert index.fitting("集落の店") == ("P2-06",)
    embedder.broken = True
    assert index.fitting(SAID) == ("P2-06",)
    assert index.serving == "lexical"


@pytest.mark.parametrize(
    "text", ["fits: [a]\nnone: []\n", "none: []\n", "fits: {A: {marks: 3}}\n", ": :\n", ""]
)
def test_a_list_that_breaks_a_rule_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "wishes.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(AdvisorError, match="願いの一覧"):
        read_wishes(tmp_path)


def test_a_corpus_without_the_list_offers_nothing(tmp_path: Path) -> None:
    assert read_wishes(tmp_path) == Wishes()


def test_offered_cases_fit_without_vectors_too() -> None:
    library = open_library(WORDS)
    figures = measured(library, "unseen")
    assert figures["precision"] >= 0.9
    assert figures["offered"] >= 12
