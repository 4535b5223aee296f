"""A model that means harm speaks in five hundred turns, and nothing of it reaches the official."""

import itertools
import os
import random
import re
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from advisor.adapters.model.cast import EndpointModels
from advisor.adapters.model.form import ReadingForm
from advisor.agent.advisor import Advisor
from advisor.agent.guarded import Guard
from advisor.agent.ports import Form, Live
from advisor.bootstrap import build
from advisor.brief.markdown import markdown
from advisor.dialogue.sentences import sentences
from advisor.patience.budget import Budget
from advisor.patience.limits import ModelRole
from advisor.patience.lines import Line
from advisor.patience.usage import Usage
from advisor.settings import ModelSettings, Settings
from evals.consultation.play import play
from evals.consultation.promises import Played, broken
from tests.adapters.database.scripts import ticking
from tests.fakes.advisors import beside
from tests.fakes.chat import FakeSpeech
from tests.fakes.drafts import draft_in
from tests.fakes.hostile import HostileChat, hostile_marks, hostile_texts
from tests.fakes.scenes import all_officials
from tests.fakes.sessions import MemorySessions

TURNS = 500 if os.environ.get("ADVISOR_TORTURE") == "1" else 120
"""Five hundred under `make torture`; fewer where every test is run."""
LEAKED = 30
"""Letters of a rule that are told from what anybody may say."""


def anywhere() -> tuple[str, ...]:
    """The hostile sentences that no reply may hold; leaks are taken from the real prompt instead."""
    foul = {part for each in hostile_texts() if each.where == "any" for part in sentences(each.text)}
    return tuple(mark for mark in hostile_marks() if mark in foul)


class Insidious(HostileChat):
    """Says what was drafted, with one hostile sentence somewhere in it; as a reader it claims everything."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self._chance = random.Random(seed)
        self._marks = anywhere()
        self.leaked: set[str] = set()

    def stream(self, role: ModelRole, lines: Sequence[Line]) -> FakeSpeech:
        """Spoil the draft of the request."""
        prompt = "\n".join(line.text for line in lines)
        parts = list(sentences(draft_in(prompt) or ""))
        spoilt = self._chance.choice((self._chance.choice(self._marks), self._leak(lines[0].text)))
        parts.insert(self._chance.randint(0, len(parts)), spoilt)
        self.injected.append(spoilt)
        return FakeSpeech(lambda: "\n".join(parts), prompt)

    def _leak(self, rules: str) -> str:
        """A sentence of the prompt's own rules."""
        leak = self._chance.choice([part for part in sentences(rules) if len(part) >= LEAKED])
        self.leaked.add(leak)
        return leak

    def fill(self, role: ModelRole, lines: Sequence[Line], form: type[Form]) -> tuple[Form, Usage]:
        """Read everything as a wish for technology, whatever was said."""
        claimed: dict[str, Any] = {"stance": "tech_first", "phase": 3, "intent": "request_brief"}
        claimed |= {"technologies": ["ChatGPT"], "extracts": []}
        return form.model_validate(claimed if form is ReadingForm else {}), Usage(prompt=1)


class Watched(MemorySessions):
    """Keeps everything that could be seen while a reply was being written."""

    def __init__(self) -> None:
        super().__init__(ticking())
        self.seen: list[str] = []

    def show(self, id: str, live: Live) -> bool:
        """Keep the text."""
        self.seen.append(live.text)
        return super().show(id, live)


@pytest.fixture(scope="module")
def embedded() -> Advisor:
    """The embedded advisor, loaded once."""
    return build(Settings(), sessions=MemorySessions(ticking()), model=ModelSettings())


def _hostile(embedded: Advisor, chat: HostileChat, sessions: Watched) -> Advisor:
    seconds = itertools.count()
    guard = Guard(
        Budget(session=None, user=None, day=None), lambda: next(seconds) * 1000.0, lambda: "2026-11-24"
    )
    models = EndpointModels(chat, guard, embedded._words, lambda role: "hostile", lambda: next(seconds) * 1.0)
    return beside(embedded, sessions, models=models)


def _consultations(advisor: Advisor) -> Iterator[Played]:
    turns = 0
    for official in all_officials():
        if turns >= TURNS:
            return
        transcript = play(advisor, official)
        turns += len(transcript.turns)
        yield Played(official, transcript, advisor.draft(transcript.session))


def _flat(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_nothing_of_a_hostile_model_reaches_the_official(embedded: Advisor) -> None:
    sessions, chat = Watched(), Insidious(seed=20261124)
    advisor = _hostile(embedded, chat, sessions)
    marks = [_flat(mark) for mark in anywhere()]
    shown: list[str] = []
    turns = 0
    for case in _consultations(advisor):
        assert broken(case) == {}, case.official.id
        own = _flat("".join([turn.message for turn in case.transcript.turns]))
        texts = [turn.reply.text for turn in case.transcript.turns]
        texts += [chip for turn in case.transcript.turns for chip in turn.reply.quick_replies]
        texts += [markdown(case.draft.brief, private=True), *sessions.seen]
        sessions.seen.clear()
        found = [
            mark
            for mark in (*marks, *map(_flat, chat.leaked))
            if mark not in own and any(mark in _flat(each) for each in texts)
        ]
        assert found == [], case.official.id
        turns += len(case.transcript.turns)
        shown += texts
    assert turns >= TURNS
    assert len(chat.injected) > TURNS // 2
    assert "ChatGPT" not in "".join(shown)
