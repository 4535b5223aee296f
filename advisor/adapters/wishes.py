"""The wishes beside the cases: how they are read, and how near what an official said is to them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from pydantic import ValidationError

from advisor.adapters.embedding.stored import digest
from advisor.adapters.vectors import Embedder
from advisor.errors import AdvisorError
from advisor.evidence.fit import FIT_WEIGHTS, Fit, Wishes, fitting, said_share
from advisor.evidence.index import LexicalIndex
from advisor.evidence.ranking import standardised
from advisor.evidence.support import Serving
from advisor.words import Words

WISHES = "wishes.yaml"
_MEND = "願いの一覧を直してください。"
_WORDS, _CHARACTERS = 0.6, 0.4
"""How much the two lexical views weigh where vectors take no part."""


def read_wishes(folder: Path) -> Wishes:
    """Return the wishes beside the cards of a corpus; none where there is no such list."""
    path = folder / WISHES
    if not path.is_file():
        return Wishes()
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
        fits = [_entry(case, entry) for case, entry in found["fits"].items()]
        return Wishes.model_validate({"fits": fits, "none": found["none"]})
    except (KeyError, TypeError, AttributeError, ValidationError, yaml.YAMLError) as error:
        raise AdvisorError(f"願いの一覧を読めません: {str(error)[:200]}", str(path), _MEND) from error


def _entry(case: str, entry: dict[str, Any]) -> dict[str, Any]:
    return {
        "case": case,
        "marks": [group.split() for group in entry["marks"]],
        "wishes": entry["wishes"],
    }


def wish_digest(text: str) -> str:
    """The name under which the vector of a wish is kept: wishes are compared as queries are."""
    return digest(f"query: {text}")


class WishIndex:
    """Cases by the wishes they answer."""

    def __init__(self, wishes: Wishes, words: Words) -> None:
        self._wishes = wishes
        self._owners = wishes.owners
        self._lexical = LexicalIndex(wishes.texts, words)
        self._embedder: Embedder | None = None
        self._vectors = np.zeros((0, 0), dtype=np.float32)

    @property
    def serving(self) -> Serving:
        """Whether vectors take part."""
        return "fused" if self._embedder is not None else "lexical"

    def take_vectors(self, embedder: Embedder, stored: Mapping[str, np.ndarray]) -> None:
        """Let vectors take part where all of them are stored."""
        names = [wish_digest(text) for text in self._wishes.texts]
        if names and all(name in stored for name in names):
            self._vectors = np.array([stored[name] for name in names], dtype=np.float32)
            self._embedder = embedder

    def set_vectors_aside(self) -> None:
        """Compare by words and characters alone from now on."""
        self._embedder = None

    def fitting(self, said: str) -> tuple[str, ...]:
        """Return the cases that fit what an official said, best first; mostly none."""
        fits = self.fits(said)
        return fitting(fits, FIT_WEIGHTS[self.serving])

    def fits(self, said: str) -> tuple[Fit, ...]:
        """Return what speaks for every case, in the order of the list."""
        if not said.strip() or not self._wishes.fits:
            return ()
        near = self._near(said)
        best: dict[str, float] = {}
        for at, owner in enumerate(self._owners):
            best[owner] = max(best.get(owner, near[at]), near[at])
        none = best.get("", 0.0)
        return tuple(
            Fit(case=each.case, marks=said_share(said, each.marks), lead=best[each.case] - none)
            for each in self._wishes.fits
        )

    def _near(self, said: str) -> Mapping[int, float]:
        if self._embedder is None:
            return self._alike(said)
        try:
            vector = np.array(self._embedder.embed_query(said), dtype=np.float32)
        except Exception:
            # Whatever a native engine raises, words can still be compared.
            self.set_vectors_aside()
            return self._alike(said)
        return standardised(dict(enumerate((self._vectors @ vector).tolist())))

    def _alike(self, said: str) -> Mapping[int, float]:
        asked = self._lexical.asked(said)
        words, characters = self._lexical.word_scores(asked), self._lexical.character_scores(asked)
        every = range(len(self._owners))
        by_words = standardised({at: words.get(at, 0.0) for at in every})
        by_characters = standardised({at: characters.get(at, 0.0) for at in every})
        return {at: _WORDS * by_words[at] + _CHARACTERS * by_characters[at] for at in every}
