"""Corrections as they are typed, and mistakes in the work that correct nothing."""

import pytest

from advisor.dialogue.absorb import absorbed
from advisor.dialogue.cues import cues
from advisor.dialogue.mistakes import worries
from advisor.dialogue.reading import Reading
from advisor.dialogue.session import changed
from advisor.dialogue.trust import trusted
from advisor.framework.slots import Slot
from advisor.framework.worksheet import SlotValue, Worksheet
from tests.dialogue.views import filling, reading


def holding(**texts: str) -> Worksheet:
    """A worksheet that holds these sentences."""
    changes = tuple(
        change.model_copy(update={"values": (SlotValue(text=texts[change.slot], turn=1),)})
        for change in filling(*texts)  # type: ignore[arg-type]
    )
    return changed(Worksheet(), changes)


def after(text: str, sheet: Worksheet, asked: Slot | None = None, **fills: str) -> dict[Slot, list[str]]:
    """The rows after a message whose intent was read as an answer, so that only its words can show a correction."""
    read = trusted(text, reading("answer", fills=fills), cues(text), asked, sheet)  # type: ignore[arg-type]
    done = changed(sheet, absorbed(text, text, read, asked, sheet, 2))
    return {state.slot: [value.text for value in state.values] for state in done.states if state.values}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("薬の取り違え", "risks"),
        ("口座番号の打ち間違いが月に何件も起きます", "current_experience"),
        ("書類の入れ間違い 封をしたら誰も気づけないので、いちばん怖い", "risks"),
        ("配り間違えると取り返しがつきません。", None),
        ("宛名の書き間違いを減らしたいんです。", "aspiration"),
        ("数え間違いだけが心配じゃ。", "risks"),
    ],
)
def test_a_mistake_in_the_work_takes_nothing_back(text: str, asked: Slot | None) -> None:
    read = reading("correct", intent_confidence=0.91)
    assert trusted(text, read, cues(text), asked, Worksheet()).intent != "correct"


@pytest.mark.parametrize(
    "text",
    [
        "すみません、さっきの件数は打ち間違いでした。",
        "訂正します。取り違えて、係の名を書いていました。",
        "あ、書き間違えてました。",
        "12人と申しましたが、数え間違いで困らせてしまいました。",
    ],
)
def test_a_mistake_in_what_was_said_is_no_worry(text: str) -> None:
    assert not worries(text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("318件 → 381件", "相談は381件あります。"),
        ("訂正 誤:318件 → 正:381件", "相談は381件あります。"),
        ("すみません、318件ではなく381件でした。", "相談は381件あります。"),
        ("318件と言いましたが、本当は381件でした。", "相談は381件あります。"),
    ],
)
def test_a_typed_correction_replaces_the_figure_where_it_stands(text: str, row: str) -> None:
    sheet = holding(evidence="相談は318件あります。", customer="ひとり親の家です。")
    assert after(text, sheet, "risks", risks=text) == {"evidence": [row], "customer": ["ひとり親の家です。"]}


def test_an_arrow_that_answers_the_target_is_a_plan() -> None:
    sheet = holding(evidence="待ち時間は40分です。")
    assert after("40分 → 15分", sheet, "outcome", outcome="40分 → 15分") == {
        "evidence": ["待ち時間は40分です。"],
        "outcome": ["40分 → 15分"],
    }


def test_words_told_and_taken_back_give_way_to_the_new_ones() -> None:
    sheet = holding(leader="係長の宮田が進めます。")
    said = "係長の宮田と言いましたが、実際は主査の大垣です。"
    assert after(said, sheet, "focus", leader="主査の大垣") == {"leader": ["主査の大垣が進めます。"]}


@pytest.mark.parametrize(
    ("held", "text", "rows"),
    [
        (
            "町内の旅館さんです。",
            "待った。客は旅館だと言いましたが、あれは取り消します。泊まる人じゃなくて、働きに来る人のほうです。去年の問い合わせは17件ありました。",
            ["泊まる人じゃなくて、働きに来る人のほうです。", "去年の問い合わせは17件ありました。"],
        ),
        (
            "窓口に来る高齢者です。",
            "相手は高齢者だと書きましたけど、忘れてください。電話もできない家族です。",
            ["電話もできない家族です。"],
        ),
    ],
)
def test_whom_it_is_for_is_taken_back_with_the_new_in_its_place(
    held: str, text: str, rows: list[str]
) -> None:
    read: Reading = reading("correct")
    sheet = holding(customer=held)
    done = changed(sheet, absorbed(text, text, read, "risks", sheet, 2))
    assert [value.text for value in done["customer"].values] == rows


def test_a_corrected_figure_that_nobody_told_is_kept_as_a_fact_and_the_target_stays_open() -> None:
    said = "あ、件数ちがう 申請1,320件じゃなくて1,230件 打ち間違えてました"
    sheet = Worksheet()
    read = reading("correct", fills={"outcome": "申請1,320件"})
    done = changed(sheet, absorbed(said, said, read, "outcome", sheet, 2))
    assert not done["outcome"].values
    assert [value.text for value in done["evidence"].values] == ["申請1,230件"]
    assert done["evidence"].is_open
