"""The language models of an endpoint, cast for one turn before the embedded players."""

import secrets
import threading
from collections.abc import Callable
from string import ascii_lowercase
from typing import Final

from advisor.adapters.model.drafter import ModelDrafter
from advisor.adapters.model.manner import open_manner
from advisor.adapters.model.pace import PacedWatch
from advisor.adapters.model.prompts import Marks, digests
from advisor.adapters.model.reader import PROMPTS as READING
from advisor.adapters.model.reader import ModelReader, Standings
from advisor.adapters.model.writer import ModelWriter
from advisor.adapters.model.writing import writing_digests
from advisor.agent.casting import Players, Screen
from advisor.agent.guarded import Guard, GuardedChat
from advisor.agent.ports import Chat
from advisor.agent.stopping import StoppableChat
from advisor.agent.turnwise import TurnChat
from advisor.agent.veiled import VeiledChat, names_of
from advisor.dialogue.session import Session
from advisor.dialogue.turns import Made
from advisor.patience.budget import Account
from advisor.patience.limits import Limits, ModelRole
from advisor.patience.price import Spent
from advisor.settings import NOBODY
from advisor.words import Words

_MARK: Final = 12
"""Letters of a fence's mark; letters alone, since the masks could take digits for a number of somebody."""


def new_mark() -> str:
    """A new unguessable mark."""
    return "".join(secrets.choice(ascii_lowercase) for _ in range(_MARK))


class EndpointModels:
    """Reader, writer and drafter of one endpoint; the breaker, the budgets and the standing are shared by all turns.

    `turn_seconds` is how long all calls of one turn may take together.
    """

    def __init__(
        self,
        chat: Chat,
        guard: Guard,
        words: Words,
        model_for: Callable[[ModelRole], str],
        monotonic: Callable[[], float],
        marks: Marks = new_mark,
        turn_seconds: float = Limits().total,
    ) -> None:
        self._chat = chat
        self._guard = guard
        self._words = words
        self._model_for = model_for
        self._monotonic = monotonic
        self._marks = marks
        self._turn_seconds = turn_seconds
        self._standings = Standings()
        self._manner = open_manner(words)
        self._digests = (*digests(READING), *writing_digests())

    def cast(self, players: Players, session: Session, screen: Screen) -> Players:
        """Return the players of one turn; each model falls back on the embedded player it stands before."""
        log = _Log(self._model_for)
        watch = PacedWatch(screen, self._monotonic)
        chat = TurnChat(self._spared(session), watch.stopped, self._monotonic, self._turn_seconds)
        cast = players._replace(made=log.all, digests=self._digests)
        if self._plays("reader"):
            sheet = session.worksheet
            reader = ModelReader(players.reader, chat, sheet, self._marks, self._standings, log.note)
            cast = cast._replace(reader=reader)
        if self._plays("writer"):
            writer = ModelWriter(players.writer, chat, self._marks, watch, log.note, self._manner)
            cast = cast._replace(writer=writer)
        return cast

    @property
    def drafts(self) -> bool:
        """Whether a model may word papers anew."""
        return self._plays("drafter")

    def drafter(
        self, session: Session, note: Callable[[Made], None], stopped: Callable[[], bool]
    ) -> ModelDrafter:
        """Return who words the paper of `session` anew."""
        log = _Log(self._model_for, note)
        return ModelDrafter(StoppableChat(self._spared(session), stopped), self._marks, log.note)

    def spent(self, session: Session) -> Spent:
        """What the consultation, its owner and all have spent, and what is left."""
        return self._guard.spent(_account(session))

    @property
    def resting(self) -> bool:
        """Whether the endpoint is spared just now."""
        return self._guard.resting()

    def _plays(self, role: ModelRole) -> bool:
        return self._model_for(role) != NOBODY

    def _spared(self, session: Session) -> Chat:
        """The endpoint on behalf of a consultation: names veiled, budgets kept, rests kept."""
        veiled = VeiledChat(self._chat, names_of(session, self._words), self._words)
        return GuardedChat(veiled, self._guard, _account(session))


def _account(session: Session) -> Account:
    return Account(session=session.id, user=session.owner)


class _Log:
    """What models did, each note with the name of its model; `also` hears of them too."""

    def __init__(
        self, model_for: Callable[[ModelRole], str], also: Callable[[Made], None] = lambda made: None
    ) -> None:
        self._model_for = model_for
        self._also = also
        self._made: list[Made] = []
        self._lock = threading.Lock()

    def note(self, made: Made) -> None:
        """Take a note, with the model's name."""
        named = made.model_copy(update={"model": self._model_for(made.role)})
        with self._lock:
            self._made.append(named)
        self._also(named)

    def all(self) -> tuple[Made, ...]:
        """The notes so far."""
        with self._lock:
            return tuple(self._made)
