"""Lead-ins, doubts and turns around a saying are heard, not repeated."""

import pytest

from advisor.adapters.words import SudachiWords
from advisor.dialogue.quotes import Aim, Quote, alone, quoted
from advisor.framework.slots import Slot

WORDS = SudachiWords()


def _best(text: str, slot: Slot) -> Quote:
    return alone(quoted(text, WORDS, (Aim(slot=slot, text=text),)).quotes)[0]


@pytest.mark.parametrize(
    ("text", "slot", "shown"),
    [
        (
            "ビジョンで言うと、商店街の二階に子どもの声が残る街です。",
            "aspiration",
            "商店街の二階に子どもの声が残る街",
        ),
        ("ターゲットは山あいの診療所に通う七十代の方。", "customer", "山あいの診療所に通う七十代の方"),
        ("若い人…いや、どっちかというと子育てを終えた女性たちかも。", "customer", "子育てを終えた女性たち"),
        ("借りる人じゃなくて、貸したい空き家の持ち主です。", "customer", "貸したい空き家の持ち主"),
        (
            "メールは全員に届くんですよ、でも台風の夜に読んだのは2割だけ。",
            "current_experience",
            "台風の夜に読んだのは2割だけ",
        ),
    ],
)
def test_a_lead_in_is_no_part_of_the_saying(text: str, slot: Slot, shown: str) -> None:
    assert _best(text, slot).text == shown


def test_a_doubt_behind_a_saying_marks_it() -> None:
    sure, unsure = "県の補助が上限300万です。", "県の補助が上限300万だったかしら。"
    assert "hedged" in _best(unsure, "resources").marks
    assert "hedged" not in _best(sure, "resources").marks


def test_a_space_ends_a_sentence_only_where_no_full_stop_is_set() -> None:
    loose = "残業が減らない 夜の受付を一人でやってます"
    assert _best(loose, "current_experience").text != loose
