"""Which words of a row may stand for it."""

import pytest

from advisor.dialogue.suiting import steps, suits
from advisor.dialogue.unsaid import puts_off, unframed

WALK = "まず空き店舗を二つ借ります。次に、鍵を商店会に預けます。最後に、月に一度の寄り合いを開きます。"


def test_steps_are_shown_whole_and_never_from_the_middle() -> None:
    assert steps(WALK) == WALK.rstrip("。")
    assert steps("鍵を商店会に預けます。まず話を聞きます。") == ""
    assert not suits("measure", "次に、鍵を商店会に預けます", WALK)
    assert suits("measure", "まず空き店舗を二つ借ります", WALK)


@pytest.mark.parametrize(
    ("slot", "text", "other"),
    [
        ("measure", "審査はこれまでどおり職員がします。", "受付の順だけを機械に並べさせます。"),
        ("measure", "様式は変えません。", "窓口を一つにまとめます。"),
        ("technology_role", "地図アプリは、要らないです。", "共有の予定表で足ります。"),
        ("evidence", "宣伝はしておりません。", "昨年度の利用は212人でした。"),
    ],
)
def test_what_says_nothing_for_its_slot_gives_way_and_stands_only_alone(
    slot: str, text: str, other: str
) -> None:
    assert not suits(slot, text, text + other)  # type: ignore[arg-type]
    assert suits(slot, other, text + other)  # type: ignore[arg-type]
    assert suits(slot, text, text)  # type: ignore[arg-type]


def test_what_ends_an_old_way_is_a_change_though_it_names_what_was_left_as_it_was() -> None:
    told = "届いた原稿をそのまま載せるのをやめて、月ごとに題を決めます。それを各課に知らせます。"
    assert suits("measure", "届いた原稿をそのまま載せるのをやめて、月ごとに題を決めます", told)


@pytest.mark.parametrize(
    ("sentence", "off"),
    [
        ("追って申し上げます。", True),
        ("その件は後日あらためてお答えします。", True),
        ("のちほど確認して連絡します。", True),
        ("追ってくる車が怖いと言います。", False),
        ("後日、全員に電話をかけて様子を確認するやり方に変えたいと考えています。", False),
    ],
)
def test_an_answer_put_off_is_told_from_one(sentence: str, off: bool) -> None:
    assert puts_off(sentence) is off


def test_what_is_so_on_paper_only_leaves_the_value() -> None:
    assert unframed("観光客、ということに書類上はなってます。") == "観光客。"
    assert unframed("町内の高齢者っていうことに一応なっておりますが。") == "町内の高齢者。"
    assert unframed("車いすの人が来られるということです。") == "車いすの人が来られるということです。"
