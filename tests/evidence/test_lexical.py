"""The lexical views of Japanese text."""

import pytest

from advisor.adapters.words import SudachiWords
from advisor.evidence.lexical import Bm25, character_keys, phrase_keys, word_keys

WORDS = SudachiWords()


def test_words_are_the_same_in_any_spelling_and_form() -> None:
    assert word_keys("附属の打込み", WORDS) == word_keys("付属の打ち込み", WORDS)
    assert word_keys("ＲＰＡ", WORDS) == word_keys("rpa", WORDS)
    assert word_keys("は、がの。", WORDS) == ()


def test_neighbouring_words_are_keys_of_their_own() -> None:
    assert phrase_keys(("書く", "窓口", "市")) == ("書く", "窓口", "市", "書く 窓口", "窓口 市")


def test_letters_are_seen_in_pairs_and_kanji_alone_too() -> None:
    assert character_keys("窓口へ") == ("窓口", "口へ", "窓", "口")
    assert character_keys("AI、市") == ("ai", "市")
    assert character_keys("") == ()


def test_the_rarer_key_and_the_shorter_text_weigh_more() -> None:
    index = Bm25([("市", "窓口"), ("市", "窓口", "町", "村"), ("市", "県")])
    scores = index.scores(("窓口",))
    assert set(scores) == {0, 1}
    assert scores[0] > scores[1]
    assert index.idf("県") > index.idf("窓口") > index.idf("市") > 0
    assert index.idf("誰も知らない") > index.idf("県")


@pytest.mark.parametrize("documents", [[], [()], [(), ()]])
def test_nothing_is_found_where_there_is_nothing(documents: list[tuple[str, ...]]) -> None:
    assert Bm25(documents).scores(("市",)) == {}
