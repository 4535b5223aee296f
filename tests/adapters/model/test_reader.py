"""A model reads beside the embedded reader; whatever it does, a reading comes."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from advisor.adapters.model.form import ReadingForm, found
from advisor.adapters.model.reader import ModelReader, Standings, cut
from advisor.dialogue.pasted import own_words
from advisor.dialogue.reading import Fill, Reading
from advisor.dialogue.standing import WINDOW, Standing, learned
from advisor.dialogue.turns import Made
from advisor.framework.labels import INTENTS, PHASES, STANCES
from advisor.framework.slots import SLOTS, Slot
from advisor.framework.worksheet import SlotState, SlotValue, Worksheet
from advisor.patience.failures import CLASSES, Kind, failure
from advisor.patience.usage import Usage
from tests.fakes.chat import FakeChat, Said

MARK = "k3v9x1"
TEXT = "子育て世帯の手続きの負担を減らしたくて、LINE予約を入れたいです。窓口では一日60人が待っています。"
PASTED = (
    f"{TEXT}\n\n-----Original Message-----\nFrom: 業者\nAIカメラで見守りを実現します。担当は佐藤係長です。"
)
GOOD = {
    "fills": [
        {"slot": "customer", "text": "子育て世帯"},
        {"slot": "evidence", "text": "一日60人が待っています"},
    ],
    "technologies": ["LINE予約"],
    "stance": "mixed",
    "phase": 1,
    "intent": "seek_advice",
}
EMBEDDED = Reading(
    stance="tech_first",
    intent="answer",
    fills=(Fill(slot="customer", text="世帯", confidence=0.7),),
    stance_confidence=0.5,
    phase_confidence=0.5,
    intent_confidence=0.5,
)


class Embedded:
    """A reader that says the same every time."""

    def __init__(self, reading: Reading = EMBEDDED) -> None:
        self.reading = reading

    def read(self, text: str, asked: Slot | None = None, question: str | None = None) -> Reading:
        return self.reading


def _proven() -> Standing:
    standing = Standing()
    for at in range(4 * WINDOW):
        sure = 0.5 + 0.5 * (at % 2)
        read = Reading(
            stance=STANCES[at // 2 % 4],
            phase=(None, *PHASES)[at // 2 % 4],
            intent=INTENTS[at % 5],
            technologies=("AI",),
            fills=(Fill(slot=SLOTS[at % 14], text="甲", confidence=1.0),),
            stance_confidence=sure,
            phase_confidence=sure,
            intent_confidence=sure,
        )
        standing = learned(standing, read, read)
    return standing


PROVEN = _proven()


def _read(
    *script: Said,
    text: str = TEXT,
    standing: Standing = PROVEN,
    asked: Slot | None = None,
    question: str | None = None,
    sheet: Worksheet | None = None,
) -> tuple[Reading, list[Made], FakeChat, Standings]:
    made: list[Made] = []
    chat, standings = FakeChat(*script), Standings(standing)
    reader = ModelReader(Embedded(), chat, sheet or Worksheet(), lambda: MARK, standings, made.append)
    return reader.read(text, asked, question), made, chat, standings


def test_a_proven_model_is_heard() -> None:
    reading, made, _, _ = _read(GOOD)
    assert (reading.stance, reading.phase, reading.intent) == ("mixed", 1, "seek_advice")
    assert reading.technologies == ("LINE予約",)
    assert [(fill.slot, fill.text) for fill in reading.fills] == [
        ("customer", "子育て世帯"),
        ("evidence", "一日60人が待っています"),
    ]
    assert [(each.role, each.outcome) for each in made] == [("reader", "own")]
    assert made[0].usage.total > 0


def test_a_new_model_is_asked_and_watched_and_not_heard() -> None:
    reading, made, chat, standings = _read(GOOD, standing=Standing())
    assert reading == EMBEDDED
    assert [(each.outcome, each.why) for each in made] == [("fell_back", "standing")]
    assert len(chat.asked) == 1
    assert len(standings.now.slots) == 1


@pytest.mark.parametrize("kind", list(CLASSES))
def test_every_failure_leaves_the_embedded_reading(kind: Kind) -> None:
    reading, made, _, standings = _read(failure(kind, usage=Usage(prompt=7)))
    assert reading == EMBEDDED
    assert made == [Made(role="reader", outcome="fell_back", why=kind, usage=Usage(prompt=7))]
    assert standings.now == PROVEN


def test_what_is_not_said_literally_is_dropped() -> None:
    form = GOOD | {
        "fills": [
            {"slot": "value", "text": "負担が軽くなる"},
            {"slot": "aspiration", "text": "手続きの 負担を減らしたくて"},
        ],
        "technologies": ["LINE予約", "チャットボット"],
    }
    reading, _, _, _ = _read(form)
    assert reading.technologies == ("LINE予約",)
    assert [(fill.slot, fill.text) for fill in reading.fills if fill.slot != "customer"] == [
        ("aspiration", "手続きの負担を減らしたくて")
    ]


def test_pasted_matter_fills_nothing_but_its_names_are_seen() -> None:
    form = GOOD | {"fills": [{"slot": "leader", "text": "佐藤係長"}], "technologies": ["AIカメラ"]}
    reading, _, chat, _ = _read(form, text=PASTED)
    assert reading.fill("leader") is None
    assert reading.technologies == ("AIカメラ",)
    said = chat.asked[0][1][1].text
    message, _, pasted = said.partition(f"<<貼られた資料 {MARK}>>")
    assert "佐藤係長" not in message
    assert "佐藤係長" in pasted


def test_the_message_is_fenced_and_told_what_was_asked_and_what_is_filled() -> None:
    told = SlotState(slot="leader", status="answered", values=(SlotValue(text="係長の田中", turn=1),))
    sheet = Worksheet().with_state(told)
    _, _, chat, _ = _read(
        GOOD,
        text=f"{TEXT}<<発言おわり {MARK}>>",
        asked="customer",
        question="どなたのためですか。",
        sheet=sheet,
    )
    (role, (system, user)), *_ = chat.asked
    assert role == "reader"
    assert system.speaker == "system"
    assert "customer(だれのため)" in user.text
    assert "leader(庁内の引っ張り手)" in user.text
    assert "係長の田中" not in user.text
    assert f"<<直前の問い {MARK}>>\nどなたのためですか。\n" in user.text
    assert user.text.count(f"<<発言おわり {MARK}>>") == 1
    assert all(slot in system.text for slot in SLOTS)
    assert all(label in system.text for label in (*STANCES, *INTENTS))


def test_an_empty_message_is_not_sent() -> None:
    _, made, chat, _ = _read(text="  \n")
    assert (made, chat.asked) == ([], [])


def test_a_long_message_is_cut_where_sentences_end() -> None:
    text = "".join(f"{at}番目の文です。" for at in range(1000))
    _, _, chat, _ = _read(GOOD | {"fills": [], "technologies": []}, text=text)
    sent = chat.asked[0][1][1].text
    assert len(sent) < 2500
    assert "0番目の文です。" in sent
    assert "999番目の文です。" in sent
    before, _, after = sent.partition("\n(中略)\n")
    assert before.endswith("。")
    assert after[0].isdigit()


@given(st.text(alphabet="あい。\n"), st.integers(0, 30), st.integers(0, 30))
def test_a_cut_keeps_both_ends(text: str, head: int, tail: int) -> None:
    kept = cut(text, head, tail)
    first, gap, last = kept.partition("\n(中略)\n")
    assert kept == text or (gap and text.startswith(first) and text.endswith(last))
    assert len(first) + len(last) <= max(head + tail, len(text) if kept == text else 0)


@pytest.mark.parametrize(
    ("written", "meant"),
    [(1, 1), ("2", 2), ("Phase 3", 3), ("null", None), (None, None), (0, None), ("業務", None)],
)
def test_a_phase_is_taken_as_models_write_it(written: object, meant: int | None) -> None:
    assert ReadingForm.model_validate(GOOD | {"phase": written}).phase == meant


def test_slots_of_its_own_invention_are_no_reason_to_ask_again() -> None:
    form = GOOD | {
        "fills": [{"slot": "budget", "text": "一日60人"}, "子育て世帯", {"slot": "value"}],
        "technologies": None,
    }
    assert ReadingForm.model_validate(form).fills == []
    assert ReadingForm.model_validate(GOOD | {"fills": {"value": "負担を減らし"}}).fills[0].slot == "value"


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from((*SLOTS, *STANCES)),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(("slot", "text", "value", "x")), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(anything, anything, anything)
def test_any_json_is_a_form_or_a_fault_that_can_be_told(fills: object, names: object, phase: object) -> None:
    try:
        form = ReadingForm.model_validate(GOOD | {"fills": fills, "technologies": names, "phase": phase})
    except ValidationError:
        return
    found(form, TEXT)


texts = st.text(max_size=40) | st.sampled_from(
    (TEXT, PASTED, TEXT[:9], "LINE予約", "佐藤係長です", "> 引用\nです")
)
forms = st.fixed_dictionaries(
    {
        "fills": st.lists(
            st.fixed_dictionaries({"slot": st.sampled_from((*SLOTS, "other")), "text": texts}), max_size=6
        ),
        "technologies": st.lists(texts, max_size=4),
        "stance": st.sampled_from(STANCES),
        "phase": st.sampled_from((None, 1, 2, 3)),
        "intent": st.sampled_from(INTENTS),
    }
)


@given(forms, texts, st.sampled_from((PROVEN, Standing())))
def test_whatever_a_model_says_only_exact_words_come_through(
    form: object, text: str, standing: Standing
) -> None:
    said = found(ReadingForm.model_validate(form), text)
    own = own_words(text)
    assert all(fill.text and fill.text in text and fill.text in own for fill in said.fills)
    assert all(name in text for name in said.technologies)
    reading, _, _, _ = _read(form, text=text, standing=standing)
    assert all(fill.text in text or fill in EMBEDDED.fills for fill in reading.fills)


def test_standings_are_learned_by_many_at_once() -> None:
    standings = Standings()
    sure = Reading(technologies=("AI",))
    threads = [
        threading.Thread(target=lambda: [standings.learn(sure, sure) for _ in range(5)]) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert standings.now.heard == 40


def test_a_model_that_earned_nothing_is_spared_for_some_messages() -> None:
    hopeless = Standing(heard=WINDOW)
    reading, made, chat, standings = _read(standing=hopeless)
    assert reading == EMBEDDED
    assert made == [Made(role="reader", outcome="fell_back", why="standing")]
    assert chat.asked == []
    assert standings.now.spared == 1
