"""Other words for the same."""

from advisor.adapters.words import SudachiWords
from advisor.evidence.index import LexicalIndex
from advisor.evidence.synonyms import SHARE, Synonyms

WORDS = SudachiWords()
GROUPS = (("指標", "KPI"), ("人事異動", "交代"))


def test_a_question_is_widened_by_what_means_the_same_and_was_not_said() -> None:
    synonyms = Synonyms(GROUPS, WORDS)
    assert synonyms.widened(("kpi",)) == {"指標": SHARE}
    assert synonyms.widened(("kpi", "指標")) == {}
    assert synonyms.widened(("交代",)) == {"人事": SHARE / 2, "異動": SHARE / 2}
    assert synonyms.widened(("人事",)) == {}


def test_a_text_is_found_by_a_word_it_does_not_hold_but_better_by_one_it_does() -> None:
    index = LexicalIndex(["指標の選び方", "KPIの選び方", "道路の直し方"], WORDS, GROUPS)
    scores = index.word_scores(index.asked("KPIは"))
    assert set(scores) == {0, 1}
    assert scores[1] > scores[0] > 0
