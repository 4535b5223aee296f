"""What a message does to the worksheet."""

import pytest

from advisor.dialogue.absorb import absorbed
from advisor.dialogue.session import changed
from advisor.framework.slots import Slot
from advisor.framework.worksheet import Worksheet
from tests.dialogue.views import reading


def take(
    text: str, asked: Slot | None, sheet: Worksheet | None = None, **read: object
) -> dict[Slot, list[str]]:
    """The texts that a message puts into slots."""
    sheet = sheet or Worksheet()
    changes = absorbed(text, text, reading(**read), asked, sheet, 2)  # type: ignore[arg-type]
    after = changed(sheet, changes)
    return {state.slot: [value.text for value in state.values] for state in after.states if state.values}


def sheet_with(slot: Slot, text: str) -> Worksheet:
    """A worksheet with one answered slot."""
    return changed(
        Worksheet(), absorbed(text, text, reading("answer", fills={slot: text[:4]}), slot, Worksheet(), 1)
    )


def test_an_answer_gives_all_its_sentences_to_the_asked_slot() -> None:
    said = "沖の島の75歳以上。214人。"
    assert take(said, "customer", fills={"customer": "沖の島の75歳以上"}) == {"customer": [said]}


def test_a_sentence_that_answers_another_slot_goes_there() -> None:
    said = "健診は待ちません。朝5時に漁協へ行きます。"
    fills = {"focus": "健診は待ちません", "measure": "朝5時に漁協へ行き"}
    assert take(said, "measure", fills=fills) == {
        "focus": ["健診は待ちません。"],
        "measure": ["朝5時に漁協へ行きます。"],
    }


def test_moods_and_questions_are_not_part_of_the_answer() -> None:
    assert take(
        "うーん。子どもが靴を履く。これでいいですか?", "value", fills={"value": "子どもが靴を履く"}
    ) == {"value": ["子どもが靴を履く。"]}


def test_a_slogan_fills_nothing_and_leaves_the_slot_vague() -> None:
    said = "安心して暮らせるまちづくりです"
    changes = absorbed(said, said, reading("answer"), "aspiration", Worksheet(), 1)
    assert [(change.slot, change.values, change.status) for change in changes] == [
        ("aspiration", (), "vague")
    ]


def test_a_technology_as_the_answer_to_a_want_fills_nothing() -> None:
    assert take("市内全域に5Gを張ることです", "aspiration", stance="tech_first", technologies=("5G",)) == {}


def test_not_knowing_marks_the_asked_slot_and_keeps_what_was_said_before() -> None:
    said = "わかりません"
    changes = absorbed(said, said, reading("dont_know"), "risks", Worksheet(), 1)
    assert [(change.slot, change.status) for change in changes] == [("risks", "unknown")]
    before = sheet_with("risks", "名簿の更新が止まる")
    assert absorbed(said, said, reading("dont_know"), "risks", before, 2) == ()


def test_a_question_about_the_framework_fills_nothing() -> None:
    assert take("顧客に市外の人も入りますか", "customer", intent="ask_fact") == {}


def test_a_corrected_figure_replaces_only_the_old_one() -> None:
    before = sheet_with("customer", "沖の3島に住む75歳以上。214人。")
    assert take("訂正。214人じゃない。241人。", "value", before, intent="correct") == {
        "customer": ["沖の3島に住む75歳以上。", "241人。"]
    }


def test_a_figure_in_ten_thousands_is_corrected_whole() -> None:
    before = sheet_with("evidence", "年間の伝票は約5万2,000件でございます。")
    said = "訂正をさせていただきます。先ほどの5万2,000件には振替が含まれておりました。対象は4万7,500件でございます。"
    assert take(said, "value", before, intent="correct") == {
        "evidence": ["年間の伝票は約4万7,500件でございます。"]
    }


def test_a_corrected_figure_keeps_the_sentence_it_stood_in() -> None:
    before = sheet_with("evidence", "見学は34家族、転入は2家族です。")
    assert take("見学は34家族ではなく43家族でした。", "measure", before, intent="correct") == {
        "evidence": ["見学は43家族、転入は2家族です。"]
    }


def test_the_old_value_stays_in_the_history_only() -> None:
    before = sheet_with("outcome", "期限は令和9年度末です。")
    said = "令和9年度末と言いましたが令和8年度末でした"
    after = changed(before, absorbed(said, said, reading("correct"), "resources", before, 2))
    assert [value.text for value in after["outcome"].values] == ["期限は令和8年度末です。"]
    assert [value.text for value in after["outcome"].history] == ["期限は令和9年度末です。"]


def test_a_corrected_customer_replaces_the_old_one() -> None:
    before = sheet_with("customer", "高齢者です。")
    said = "対象は高齢者じゃないです。その人を介護している五十代の家族に変えてください。"
    fills = {"customer": "その人を介護している五十代の家族"}
    assert take(said, "measure", before, intent="correct", fills=fills)["customer"] == [
        "その人を介護している五十代の家族です。"
    ]


def test_a_locked_line_keeps_what_it_holds() -> None:
    before = sheet_with("leader", "主任の浜口です。")
    locked = before.with_state(before["leader"].model_copy(update={"locked": True}))
    assert take("係長の北村です", "leader", locked, fills={"leader": "係長の北村"}) == {
        "leader": ["主任の浜口です。"]
    }


def test_pasted_matter_fills_nothing() -> None:
    pasted = "会議録です。\n> 委員:土曜の便がない。"
    own = "会議録です。\n" + " " * 14
    assert absorbed(pasted, own, reading("seek_advice"), None, Worksheet(), 1) == ()


@pytest.mark.parametrize(
    ("lines", "wish"),
    [
        (
            (
                "福祉課です",
                "急ぎです",
                "見守りのセンサーを置きたい",
                "独り暮らしの人の夜の不安を減らしたいです",
                "何から書けば",
            ),
            "独り暮らしの人の夜の不安を減らしたい",
        ),
        (
            ("農林の者です", "獣害のことで", "畑をあきらめる家をなくしたい", "予算は未定"),
            "畑をあきらめる家をなくしたい",
        ),
    ],
)
def test_lines_without_stops_stay_apart(lines: tuple[str, ...], wish: str) -> None:
    said = next(line for line in lines if wish in line)
    assert take("\n".join(lines), None, intent="seek_advice", fills={"aspiration": wish})["aspiration"] == [
        said
    ]


def test_lines_of_one_answer_keep_their_breaks() -> None:
    said = "相談が118件\n夜間に41件 日報から\n戻ったのは9件"
    assert take(said, "evidence", fills={"evidence": "夜間に41件"}) == {"evidence": [said]}


def test_an_answer_put_off_is_to_be_confirmed_and_fills_nothing() -> None:
    said = "追って申し上げます。いま来客がありまして、その応対をしております。"
    changes = absorbed(said, said, reading("seek_advice"), "value", Worksheet(), 3)
    assert [(change.slot, change.values, change.status) for change in changes] == [("value", (), "unknown")]


@pytest.mark.parametrize(
    ("said", "asked", "row"),
    [
        (
            "部署をお尋ねですか、お名前ですか。お名前でしたら、保健師の堀さんです。",
            "leader",
            "保健師の堀さんです。",
        ),
        ("減らすこと、という意味ですね。毎月の広報の配布です。", "focus", "毎月の広報の配布です。"),
        (
            "心配ごと、でしょうか。担い手が二人しかいないことです。",
            "risks",
            "担い手が二人しかいないことです。",
        ),
    ],
)
def test_what_is_asked_back_becomes_no_row(said: str, asked: Slot, row: str) -> None:
    assert take(said, asked, fills={asked: said.rstrip("。")}) == {asked: [row]}


@pytest.mark.parametrize("said", ["担い手の高齢化のことですね。", "見に行く人がいないことでしょうか。"])
def test_an_answer_that_ends_like_a_question_is_one_where_nothing_else_is_said(said: str) -> None:
    assert take(said, "risks", fills={"risks": said.rstrip("。")}) == {"risks": [said]}
