"""The language models of an endpoint, cast for one turn before the embedded players."""

import secrets
import threading
from collections.abc import Callable
from typing import Final

from advisor.adapters.model.pace import PacedWatch
from advisor.adapters.model.prompts import Marks, prompt
from advisor.adapters.model.reader import PROMPTS as READING
from advisor.adapters.model.reader import ModelReader, Standings
from advisor.adapters.model.writer import ModelWriter
from advisor.adapters.model.writing import writing_digests
from advisor.agent.casting import Players, Screen
from advisor.agent.guarded import Guard, GuardedChat
from advisor.agent.ports import Chat
from advisor.agent.stopping import StoppableChat
from advisor.agent.veiled import VeiledChat, names_of
from advisor.dialogue.session import Session
from advisor.dialogue.turns import Made
from advisor.patience.budget import Account
from advisor.patience.limits import ModelRole
from advisor.settings import NOBODY
from advisor.words import Words

_MARK: Final = 6
"""Bytes of chance in a fence's mark."""


def new_mark() -> str:
    """A new unguessable mark."""
    return secrets.token_hex(_MARK)


class EndpointModels:
    """Reader, writer and drafter of one endpoint; the breaker, the budgets and the standing are shared by all turns."""

    def __init__(
        self,
        chat: Chat,
        guard: Guard,
        words: Words,
        model_for: Callable[[ModelRole], str],
        monotonic: Callable[[], float],
        marks: Marks = new_mark,
    ) -> None:
        self._chat = chat
        self._guard = guard
        self._words = words
        self._model_for = model_for
        self._monotonic = monotonic
        self._marks = marks
        self._standings = Standings()
        self._digests = (*((name, prompt(name).digest) for name in READING), *writing_digests())

    def cast(self, players: Players, session: Session, screen: Screen) -> Players:
        """Return the players of one turn; each model falls back on the embedded player it stands before."""
        log = _Log(self._model_for)
        watch = PacedWatch(screen, self._monotonic)
        chat = StoppableChat(self._spared(session), watch.stopped)
        cast = players._replace(made=log.all, digests=self._digests)
        if self._plays("reader"):
            sheet = session.worksheet
            reader = ModelReader(players.reader, chat, sheet, self._marks, self._standings, log.note)
            cast = cast._replace(reader=reader)
        if self._plays("writer"):
            cast = cast._replace(writer=ModelWriter(players.writer, chat, self._marks, watch, log.note))
        return cast

    def _plays(self, role: ModelRole) -> bool:
        return self._model_for(role) != NOBODY

    def _spared(self, session: Session) -> Chat:
        """The endpoint on behalf of a consultation: names veiled, budgets kept, rests kept."""
        veiled = VeiledChat(self._chat, names_of(session, self._words), self._words)
        return GuardedChat(veiled, self._guard, Account(session=session.id, user=session.owner))


class _Log:
    """What the models of one turn did."""

    def __init__(self, model_for: Callable[[ModelRole], str]) -> None:
        self._model_for = model_for
        self._made: list[Made] = []
        self._lock = threading.Lock()

    def note(self, made: Made) -> None:
        """Take a note, with the model's name."""
        with self._lock:
            self._made.append(made.model_copy(update={"model": self._model_for(made.role)}))

    def all(self) -> tuple[Made, ...]:
        """The notes so far."""
        with self._lock:
            return tuple(self._made)
