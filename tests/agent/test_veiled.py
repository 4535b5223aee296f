"""Behind the veil: forms, streams and failures carry names again, and what is sent carries none."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from advisor.adapters.model.manner import VOCABULARY
from advisor.adapters.words import SudachiWords
from advisor.agent.veiled import VeiledChat, names_of
from advisor.dialogue.events import HeaderFilled, MessageReceived, SlotEdited
from advisor.dialogue.session import Session
from advisor.patience.failures import ModelFailure, failure
from advisor.patience.lines import Line
from advisor.resources import prompts_folder
from tests.fakes.chat import FakeChat, Said

WORDS = SudachiWords()
NAMES = ("鈴木太郎", "鈴木", "林")
LINES = (
    Line(speaker="system", text="推進役は林係長です。"),
    Line(speaker="user", text="鈴木課長が、高橋さんに090-0831-2256で連絡します。総務課の髙橋主任です。"),
)
AT = "2026-11-24T09:00:00+09:00"


class Place(BaseModel):
    """Where somebody works."""

    who: str
    rooms: tuple[str, ...] = ()


class Form(BaseModel):
    """A form with strings at every depth."""

    text: str
    count: int = 0
    places: list[Place] = []
    by_name: dict[str, list[str]] = {}
    maybe: str | None = None


def _chat(*script: Said) -> tuple[VeiledChat, FakeChat]:
    inner = FakeChat(*script)
    return VeiledChat(inner, NAMES, WORDS), inner


def _sent(inner: FakeChat) -> str:
    return "\n".join(line.text for _, lines in inner.asked for line in lines)


def test_what_is_sent_names_nobody_and_says_who_is_who() -> None:
    chat, inner = _chat("はい。")
    chat.say("writer", LINES)
    assert _sent(inner) == (
        "推進役は〔人2〕係長です。\n〔人1〕課長が、〔氏名〕さんに〔電話〕で連絡します。総務課の〔人3〕主任です。"
    )
    assert [line.speaker for line in inner.asked[0][1]] == ["system", "user"]


def test_an_answer_names_them_again() -> None:
    chat, _ = _chat("〔人1〕課長と〔人3〕主任と〔人9〕さんです。")
    assert chat.say("writer", LINES).text == "鈴木課長と髙橋主任と〔人9〕さんです。"


@given(st.lists(st.sampled_from(("〔人1〕", "〔人2〕", "〔人", "〔", "〕", "窓口", "〔氏名〕")), max_size=12))
def test_a_stream_says_what_the_whole_says_letter_by_letter(parts: list[str]) -> None:
    said = "".join(parts) + "。"
    chat, _ = _chat(said, said)
    texts = list(chat.stream("writer", LINES))
    assert all(texts)
    assert "".join(texts) == chat.say("writer", LINES).text
    assert "".join(texts) == said.replace("〔人1〕", "鈴木").replace("〔人2〕", "林")


def test_a_stream_that_ends_inside_a_placeholder_loses_nothing() -> None:
    chat, _ = _chat("窓口〔人")
    assert list(chat.stream("writer", LINES)) == ["窓", "口", "〔人"]


def test_a_closed_stream_says_nothing_more() -> None:
    chat, _ = _chat("窓〔人1〕")
    speech = chat.stream("writer", LINES)
    assert next(speech) == "窓"
    speech.close()
    assert list(speech) == []


def test_every_string_of_a_form_names_them_again() -> None:
    filled = {
        "text": "〔人1〕課長が",
        "count": 3,
        "places": [{"who": "〔人3〕", "rooms": ["〔人2〕", "窓口"]}],
        "by_name": {"〔人2〕": ["〔人1〕"]},
    }
    chat, _ = _chat(filled)
    assert chat.fill("reader", LINES, Form)[0] == Form(
        text="鈴木課長が",
        count=3,
        places=[Place(who="髙橋", rooms=("林", "窓口"))],
        by_name={"林": ["鈴木"]},
    )


ASKS: dict[str, Callable[[VeiledChat], object]] = {
    "say": lambda chat: chat.say("writer", LINES),
    "stream": lambda chat: list(chat.stream("writer", LINES)),
    "fill": lambda chat: chat.fill("reader", LINES, Form),
}


@pytest.mark.parametrize("ask", sorted(ASKS))
def test_the_words_that_had_come_before_a_failure_name_them_again(ask: str) -> None:
    chat, _ = _chat(failure("cut", partial="〔人1〕課長に"))
    with pytest.raises(ModelFailure) as caught:
        ASKS[ask](chat)
    assert caught.value.partial == "鈴木課長に"
    assert "鈴木" not in str(caught.value)


SENT = sorted(path.name for path in (prompts_folder() / "model").glob("*.txt") if path.stem != VOCABULARY)
"""The files whose words are sent; the vocabulary is looked words up in, here on this machine."""


@pytest.mark.parametrize("name", SENT)
def test_our_own_prompts_leave_as_they_are(name: str) -> None:
    text = (prompts_folder() / "model" / name).read_text(encoding="utf-8")
    inner = FakeChat("はい。")
    VeiledChat(inner, (), WORDS).say("writer", (Line(speaker="system", text=text),))
    assert _sent(inner) == text


def _session(*events: MessageReceived | SlotEdited | HeaderFilled) -> Session:
    return Session(id="s", events=events)


@pytest.mark.parametrize(
    ("events", "names"),
    [
        ((MessageReceived(at=AT, turn=1, text="企画課の鈴木太郎課長です"),), {"鈴木太郎", "鈴木"}),
        ((SlotEdited(at=AT, slot="leader", text="平野が引っ張る"),), {"平野"}),
        ((SlotEdited(at=AT, slot="stakeholders", text="自治会の中村"),), {"中村"}),
        (
            (
                SlotEdited(at=AT, slot="leader", text="平野"),
                SlotEdited(at=AT, slot="leader", text="佐藤"),
            ),
            {"平野", "佐藤"},
        ),
        ((HeaderFilled(at=AT, field="section", text="企画課 鈴木花子"),), {"鈴木花子", "鈴木"}),
        ((SlotEdited(at=AT, slot="aspiration", text="窓口の待ち時間を短くしたい"),), set()),
    ],
)
def test_the_names_of_a_consultation(events: Sequence[MessageReceived], names: set[str]) -> None:
    assert set(names_of(_session(*events), WORDS)) == names
