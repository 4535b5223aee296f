"""Whole consultations with an endpoint that hears everything it may hear: nothing personal is in any request."""

import json
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Final

import pytest

from advisor.adapters.endpoint.opening import opened
from advisor.adapters.library import open_library
from advisor.adapters.model.reader import ModelReader, Standings
from advisor.adapters.reader.reader import EmbeddedReader
from advisor.adapters.words import SudachiWords
from advisor.adapters.writer import open_writer
from advisor.agent.advisor import Advisor
from advisor.agent.casting import Players, Screen
from advisor.agent.ports import Chat, Writer
from advisor.agent.veiled import VeiledChat, names_of
from advisor.dialogue.scene import Scene
from advisor.dialogue.session import Session
from advisor.dialogue.turns import Reply
from advisor.patience.lines import Line
from advisor.settings import ModelSettings
from tests.fakes.endpoint import MODEL, ScriptedEndpoint, says, serving
from tests.fakes.sessions import MemorySessions

ROWS: Final = [
    json.loads(line)
    for line in Path("evals/data/pii.jsonl").read_text(encoding="utf-8").splitlines()
    if line.strip()
]
VALUES: Final = [each["value"] for row in ROWS for each in row["pii"]]
STAFF: Final = (
    "企画課の鈴木太郎課長が引っ張ります。鈴木課長は前向きです。",
    "調整は、総務課の髙橋係長と、保健師の長谷川みどりさんです。",
    "高橋係長には、鈴木さんから話してあります。",
)
NAMES: Final = ("鈴木", "太郎", "髙橋", "高橋", "長谷川", "みどり", "平野", "健一")
ANSWER: Final = "〔人1〕課長に、まず聞いてみましょう。"
AT: Final = "2026-11-24T09:00:00+09:00"

Front = Callable[[Chat, Session], Chat]


class LoudWriter:
    """Tells the model all there is, keeps its answer, and replies as the embedded writer does."""

    def __init__(self, chat: Chat, inner: Writer, session: Session, answers: list[str]) -> None:
        self._chat = chat
        self._inner = inner
        self._session = session
        self._answers = answers

    def write(self, scene: Scene) -> Reply:
        lines = (
            Line(speaker="system", text=scene.model_dump_json()),
            Line(speaker="assistant", text="\n".join(turn.reply.text for turn in scene.turns)),
            Line(speaker="user", text=self._session.model_dump_json()),
        )
        self._answers.append(self._chat.say("writer", lines).text)
        self._answers.append("".join(self._chat.stream("writer", lines)))
        return self._inner.write(scene)


class LoudModels:
    """Casts a reader and a writer that both tell an endpoint what they hear."""

    def __init__(self, chat: Chat, front: Front) -> None:
        self._chat = chat
        self._front = front
        self.answers: list[str] = []

    def cast(self, players: Players, session: Session, screen: Screen) -> Players:
        chat = self._front(self._chat, session)
        reader = ModelReader(
            players.reader, chat, session.worksheet, lambda: "k3v9x1", Standings(), lambda made: None
        )
        writer = LoudWriter(chat, players.writer, session, self.answers)
        return players._replace(reader=reader, writer=writer)


@pytest.fixture(scope="module")
def words() -> SudachiWords:
    return SudachiWords()


@pytest.fixture(scope="module")
def embedded(words: SudachiWords) -> Players:
    return Players(EmbeddedReader(words, None), open_library(words, None), open_writer(words))


@pytest.fixture
def endpoint(monkeypatch: pytest.MonkeyPatch) -> Iterator[ScriptedEndpoint]:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_ORG_ID", "ADVISOR_MODEL"):
        monkeypatch.delenv(name, raising=False)
    with serving() as endpoint:
        endpoint.plays(says(ANSWER))
        yield endpoint


def _advisor(
    embedded: Players, words: SudachiWords, endpoint: ScriptedEndpoint, front: Front
) -> tuple[Advisor, LoudModels]:
    settings = ModelSettings(name=MODEL, base_url=endpoint.url)
    models = LoudModels(opened(settings, time.monotonic, time.sleep), front)
    numbers = count(1)
    players = embedded._replace(models=models)
    sessions = MemorySessions(lambda: AT)
    return Advisor(players, words, sessions, lambda: AT, lambda: f"s{next(numbers)}", {}), models


def _consulted(advisor: Advisor) -> None:
    id = advisor.begin().id
    advisor.say(id, STAFF[0])
    advisor.set_slot(id, "leader", "平野健一が引っ張る")
    advisor.fill_header(id, "section", "企画課 平野")
    for text in STAFF[1:]:
        advisor.say(id, text)
    for row in ROWS:
        advisor.say(id, row["text"], [(f"{row['id']}.txt", row["text"])])


def _heard(endpoint: ScriptedEndpoint) -> str:
    return "\n".join(json.dumps(body, ensure_ascii=False) for body in endpoint.requests)


def test_a_whole_consultation_sends_nothing_personal_and_no_name(
    embedded: Players, words: SudachiWords, endpoint: ScriptedEndpoint
) -> None:
    advisor, models = _advisor(
        embedded, words, endpoint, lambda chat, session: VeiledChat(chat, names_of(session, words), words)
    )
    _consulted(advisor)
    heard = _heard(endpoint)
    assert len(endpoint.requests) >= 3 * (len(ROWS) + len(STAFF))
    assert [value for value in VALUES if value in heard] == []
    assert [name for name in NAMES if name in heard] == []
    assert "〔人1〕課長" in heard
    assert all("〔人" not in answer for answer in models.answers)
    assert {answer[:2] for answer in models.answers} == {"鈴木"}


def test_without_the_veil_the_same_consultation_sends_the_names_of_staff(
    embedded: Players, words: SudachiWords, endpoint: ScriptedEndpoint
) -> None:
    advisor, _ = _advisor(embedded, words, endpoint, lambda chat, session: chat)
    _consulted(advisor)
    assert [name for name in NAMES if name not in _heard(endpoint)] == []


def test_what_was_never_masked_does_not_leave_either(words: SudachiWords, endpoint: ScriptedEndpoint) -> None:
    chat = opened(ModelSettings(name=MODEL, base_url=endpoint.url), time.monotonic, time.sleep)
    for row in ROWS:
        VeiledChat(chat, (), words).say("writer", (Line(speaker="user", text=row["text"]),))
    assert len(endpoint.requests) == len(ROWS)
    assert [value for value in VALUES if value in _heard(endpoint)] == []
