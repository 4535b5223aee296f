"""The views of a set of passages, and what happens when the vector view fails."""

import numpy as np
import pytest

from advisor.adapters.vectors import Embedder, VectorsWrong, VectorView
from advisor.adapters.views import Views
from advisor.adapters.words import SudachiWords
from tests.adapters.embeddings import BrokenEmbedder, LetterEmbedder, TurnedEmbedder

TEXTS = (
    "つくば市はRPAを試しました。",
    "北見市は書かない窓口を作りました。",
    "伊那市はドローンで買い物を届けます。",
    "明石市はこどもを核にしました。",
)
ALL = frozenset(range(len(TEXTS)))


def vectors(texts: tuple[str, ...] = TEXTS) -> dict[int, np.ndarray]:
    """The vectors of the texts, by position."""
    return dict(enumerate(np.array(LetterEmbedder().embed_documents(list(texts)), np.float32)))


def views(embedder: Embedder | None = None, outside: tuple[str, ...] = ()) -> Views:
    """Views over the texts, with vectors where an embedder is given."""
    made = Views(TEXTS, SudachiWords(), outside=outside)
    if embedder:
        made.add_vectors(embedder, vectors(made.texts))
    return made


def test_the_nearest_come_first_and_only_from_those_allowed() -> None:
    view = VectorView(vectors())
    asked = LetterEmbedder().embed_query(TEXTS[2])
    assert next(iter(view.nearest(asked, 2, ALL))) == 2
    assert set(view.nearest(asked, 5, frozenset({0, 1}))) == {0, 1}
    assert view.nearest(asked, 5, frozenset()) == {}


def test_two_indexes_at_once_know_nothing_of_each_other() -> None:
    first, second = VectorView(vectors()), VectorView(vectors(TEXTS[:1]))
    assert len(first.nearest(LetterEmbedder().embed_query("市"), 9, ALL)) == 4
    assert len(second.nearest(LetterEmbedder().embed_query("市"), 9, ALL)) == 1


def test_an_index_that_lost_vectors_or_mixed_them_up_is_found_out() -> None:
    lost, mixed = VectorView(vectors()), VectorView(vectors())
    lost._collection.delete(ids=["1"])
    mixed._collection.update(ids=["1"], embeddings=np.array([np.eye(64)[5]], np.float32))
    with pytest.raises(VectorsWrong, match="3件"):
        lost.check()
    with pytest.raises(VectorsWrong, match="自分自身"):
        mixed.check()


def test_all_three_views_serve_together() -> None:
    made = views(LetterEmbedder())
    assert (made.serving, made.reason) == ("fused", "")
    assert made.search("ドローンで買い物", ALL, 3)[0].position == 2


@pytest.mark.parametrize("text", ["", " ", "!?", "\0", "🎏", "qqqq" * 500])
def test_any_question_can_be_asked(text: str) -> None:
    assert len(views(LetterEmbedder()).search(text, ALL, 3)) <= 3


def test_an_embedder_that_does_not_fit_the_vectors_is_set_aside_at_once() -> None:
    made = views(TurnedEmbedder())
    assert made.serving == "lexical"
    assert "合いません" in made.reason
    assert made.search("ドローンで買い物", ALL, 3)[0].position == 2


def test_an_embedder_that_fails_later_is_set_aside_and_the_question_is_still_answered() -> None:
    made = views(BrokenEmbedder())
    assert made.serving == "fused"
    assert made.search("ドローンで買い物", ALL, 3)[0].position == 2
    assert made.serving == "lexical"
    assert "the engine is gone" in made.reason


def test_without_any_vector_words_serve_and_say_why() -> None:
    made = Views(TEXTS, SudachiWords())
    made.add_vectors(LetterEmbedder(), {})
    assert made.serving == "lexical"
    assert made.reason


def test_topics_outside_are_never_returned_and_speak_against() -> None:
    made = views(LetterEmbedder(), outside=("住民票の手数料はいくらですか",))
    (best, *_) = found = made.search("住民票の手数料はいくらですか", ALL, 9)
    assert {each.position for each in found} <= ALL
    assert best.signs.outside == pytest.approx(1.0)
    assert best.signs.lead < 0
    assert made.search("北見市の書かない窓口", ALL, 1)[0].signs.outside < 0.5
