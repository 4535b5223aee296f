"""Questions asked back before an answer."""

import pytest

from advisor.dialogue.counter import asked_back, asks_back, without_asking_back
from advisor.framework.slots import Slot


@pytest.mark.parametrize(
    ("text", "asked", "how", "told"),
    [
        (
            "部署をお尋ねですか、お名前ですか。名前でしたら、保健師の堀さんです。",
            "leader",
            "either",
            "名前でしたら、保健師の堀さんです。",
        ),
        ("減らすこと、という意味ですか。毎月の広報の配布です。", "focus", "yes", "毎月の広報の配布です。"),
        (
            "ご家族にとって、ということでよろしいですか。夜に眠れることです。",
            "value",
            "yes",
            "夜に眠れることです。",
        ),
        ("どの年の話をお望みですか。昨年度は312件でした。", "evidence", "either", "昨年度は312件でした。"),
        (
            "心配ごと、でしょうか。担い手が二人しかいないことです。",
            "risks",
            "yes",
            "担い手が二人しかいないことです。",
        ),
        (
            "味方になる方、と受け取ってよろしいですか。商工会の青年部です。",
            "stakeholders",
            "yes",
            "商工会の青年部です。",
        ),
    ],
)
def test_what_is_asked_back_is_told_from_the_answer(text: str, asked: Slot, how: str, told: str) -> None:
    assert asked_back(text, asked) == how
    assert without_asking_back(text, asked).strip() == told
    assert len(without_asking_back(text, asked)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "「本日中に終わります」と申せること、でしょうか。",
        "迷わず来られることではないでしょうか。",
        "数が足りないということです。",
        "住民が集まることです。",
        "家の本棚を知らない人に捨てられるのと、近所の子に読まれるのと、どちらがいいですか?",
        "子どもの声がする通り、かな。",
    ],
)
def test_a_careful_answer_asks_nothing_back(text: str) -> None:
    assert asked_back(text, "aspiration") == ""
    assert without_asking_back(text, "aspiration") == text


def test_which_to_see_first_is_a_question_to_us() -> None:
    assert asks_back("区長と組合長の、まずどちらに会うのがよいと思われますか。")
    assert asked_back("区長と組合長の、まずどちらに会うのがよいと思われますか。", "stakeholders") == ""
