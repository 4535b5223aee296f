"""How far a reading is trusted."""

import pytest

from advisor.dialogue.cues import cues
from advisor.dialogue.reading import Reading
from advisor.dialogue.session import changed
from advisor.dialogue.trust import trusted
from advisor.framework.slots import Slot
from advisor.framework.worksheet import SlotValue, Worksheet
from tests.dialogue.views import filling, reading


def settled(
    text: str, read: Reading, asked: Slot | None = "value", sheet: Worksheet | None = None
) -> Reading:
    """The reading as it is trusted."""
    return trusted(text, read, cues(text), asked, sheet or Worksheet())


def unsure(intent: str, confidence: float = 0.5, **more: object) -> Reading:
    """A reading whose intent is not sure."""
    return reading(intent, intent_confidence=confidence, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "read", "intent"),
    [
        ("誰かに「明日も来てよ」って言われる、みたいな…?", unsure("pushback", 0.6), "answer"),
        ("そういうのがあると違うのかなって気がします", unsure("ask_fact", 0.7), "answer"),
        ("これって結局なんの政策になるんでしょう?", unsure("pushback", 0.7), "ask_fact"),
        ("質問ばかりですね", unsure("pushback", 0.6), "pushback"),
        ("えーと、なんの話でしたっけ。", unsure("dont_know"), "small_talk"),
        ("局長からメタバースも入れてくれって来てて", unsure("dont_know", 0.4), "seek_advice"),
        ("まだ分からないです", unsure("dont_know", 0.5), "dont_know"),
        ("続けてください", unsure("request_brief", 0.6), "small_talk"),
        ("資料を付けます", unsure("request_brief", 0.5), "answer"),
        ("なくてもできます。", unsure("correct", 0.6), "answer"),
        ("それっぽい調査を作って入れて", unsure("seek_advice", 0.9), "unsafe"),
    ],
)
def test_plain_cues_settle_an_unsure_intent(text: str, read: Reading, intent: str) -> None:
    assert settled(text, read).intent == intent


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        (
            "すみません、調律の人が来て立ち会ってました。40分くらい空いちゃいましたけど、続きからお願いします。",
            "small_talk",
        ),
        (
            "すみません、出動がかかって1時間ほど抜けていました。大したことはなくて、おばあちゃんもお元気でした。どこまで話しましたかね。",
            "small_talk",
        ),
        (
            "すみません、出動で抜けていました。救急車を待つ間の電話で家族が一人ではないと思える夜にしたい、と署のみなが言うんです。",
            "answer",
        ),
    ],
)
def test_a_way_back_to_the_desk_tells_nothing_of_the_work(text: str, intent: str) -> None:
    assert settled(text, unsure("answer", 0.9), "evidence").intent == intent


def test_a_sure_reading_stays_as_it_is() -> None:
    assert settled("分かりません", unsure("dont_know", 0.95)).intent == "dont_know"


def test_a_figure_said_before_and_denied_now_is_a_correction_whatever_was_read() -> None:
    state = Worksheet()["customer"].model_copy(
        update={"values": (SlotValue(text="86人です。", turn=1),), "status": "answered"}
    )
    sheet = Worksheet().with_state(state)
    assert (
        settled("ごめん、86人ちゃうわ、68人でした。", unsure("answer", 0.9), "value", sheet).intent
        == "correct"
    )


def test_an_answer_fills_beside_the_asked_slot_only_when_sure() -> None:
    read = reading("answer", fills={"value": "待たなくていい", "customer": "初産の人"})
    assert settled("待たなくていい。初産の人。", read).slots == ("value", "customer")
    weak = read.model_copy(
        update={"fills": tuple(each.model_copy(update={"confidence": 0.6}) for each in read.fills)}
    )
    assert settled("待たなくていい。初産の人。", weak).slots == ("value",)


def test_an_unsure_fill_that_repeats_a_surer_one_is_left_out() -> None:
    read = reading("seek_advice", fills={"customer": "独居の人", "current_experience": "独居の人"})
    fills = (read.fills[0], read.fills[1].model_copy(update={"confidence": 0.6}))
    assert settled("独居の人", read.model_copy(update={"fills": fills}), None).slots == ("customer",)


def test_what_a_superior_demands_answers_no_question_of_ours() -> None:
    text = "さっき次長に、よその町が500件ならうちは800件を目指せって言われました。どう答えたらいいですか。"
    sheet = changed(Worksheet(), filling("aspiration"))
    read = reading("answer", fills={"value": "よその町が500件"})
    found = settled(text, read, sheet=sheet)
    assert found.fills == ()
    assert found.intent == "seek_advice"


def test_a_wish_for_an_example_answers_nothing() -> None:
    text = "こういう取組を先にやっている図書館があれば知りたいです。"
    found = settled(text, reading("answer", fills={"focus": text}), asked="focus")
    assert found.fills == ()
    assert found.intent == "ask_fact"


@pytest.mark.parametrize(
    "text",
    [
        "すんません、窓口の対応で外しとりました。どこからでしたかね。",
        "会議で15分抜けました。次をお願いします。",
        "申し訳ありません、受付に立つ用があって、10分ほど離れました。",
        "客が来たんで止まってた。で、何だっけ。",
    ],
)
def test_an_interruption_in_any_register_fills_nothing(text: str) -> None:
    found = settled(text, reading("answer", fills={"value": text}))
    assert found.intent == "small_talk"


def test_an_answer_put_with_care_is_an_answer() -> None:
    text = "夜道で名前を呼んでもらえることではないでしょうか。"
    assert settled(text, unsure("ask_fact", 0.8)).intent == "answer"


def test_a_question_whether_it_counts_is_no_pushback() -> None:
    sheet = changed(Worksheet(), filling("aspiration"))
    read = unsure("pushback", 0.7)
    assert settled("これは消防の取組って言うてもらえるんやろか。", read, sheet=sheet).intent == "seek_advice"


def test_another_places_figure_is_no_evidence_of_ours() -> None:
    text = "隣の市では会員が900人を超えたって聞きました。うちもやりたいです。"
    read = reading("seek_advice", "tech_first", fills={"evidence": "会員が900人を超えた"})
    assert settled(text, read, asked=None).fills == ()


def test_a_question_of_fact_in_the_midst_of_the_talk_stays_one() -> None:
    sheet = Worksheet().with_state(
        Worksheet()["customer"].model_copy(
            update={"status": "answered", "values": (SlotValue(text="沖の島の人", turn=1),)}
        )
    )
    text = "公共政策マーケティングとは何ですか?"
    reading = Reading(intent="ask_fact", intent_confidence=0.99)
    assert trusted(text, reading, cues(text), "customer", sheet).intent == "ask_fact"


def test_an_example_that_is_asked_for_is_no_draft() -> None:
    text = "似た例を見せてください"
    reading = Reading(intent="request_brief", intent_confidence=0.87)
    assert trusted(text, reading, cues(text), "value", Worksheet()).intent == "ask_fact"


def test_a_meaning_asked_back_alone_is_no_answer_yet() -> None:
    read = settled("やめること、という意味ですか。", unsure("ask_fact", 0.9), "focus")
    assert (read.intent, read.fills) == ("small_talk", ())


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("追ってお答えします。", "dont_know"),
        ("後日ご連絡します。ところで、この紙はどう書けばいいですか。", "seek_advice"),
    ],
)
def test_an_answer_put_off_answers_nothing(text: str, intent: str) -> None:
    assert settled(text, unsure("answer", 0.9)).intent == intent


def test_a_tool_of_a_former_job_is_no_idea_of_now() -> None:
    text = "前職ではクラウド会計を売っていました。いまは電子申請を考えています。"
    read = unsure("seek_advice", 0.9, technologies=("クラウド会計", "電子申請"))
    assert settled(text, read, None).technologies == ("電子申請",)
