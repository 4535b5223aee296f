"""What a baseline shares with the advisor: it is begun, spoken to, and remembers the turns."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Final

from advisor.agent.drafting import Draft
from advisor.dialogue.events import Started, TurnCompleted
from advisor.dialogue.moves import Decision
from advisor.dialogue.reading import Reading
from advisor.dialogue.session import Session
from advisor.dialogue.turns import Change, Reply, Turn

_AT: Final = "2026-11-24T09:00:00+09:00"


class Talks(ABC):
    """Consultations in memory with a baseline; what it says comes from `answer`."""

    name: ClassVar[str]
    greeting: ClassVar[str]

    def __init__(self) -> None:
        self._sessions: dict[str, Session] = {}

    @abstractmethod
    def answer(self, turns: Sequence[Turn], message: str) -> tuple[Decision, Reply, tuple[Change, ...]]:
        """Return the decision, the reply and what is noted down, given the turns before."""

    def begin(self) -> Session:
        """Open a consultation."""
        id = f"{self.name}-{len(self._sessions) + 1:04d}"
        started = Started(at=_AT, greeting=self.greeting)
        self._sessions[id] = Session(id=id, owner="eval", events=(started,))
        return self._sessions[id]

    def say(self, id: str, text: str) -> Turn:
        """Answer a message and remember both."""
        session = self._sessions[id]
        before = session.turns
        decision, reply, changes = self.answer(before, text)
        turn = Turn(
            number=len(before) + 1,
            message=text,
            asked=before[-1].decision.asks if before else None,
            question=before[-1].reply.question.text if before and before[-1].reply.question else None,
            reading=Reading(),
            changes=changes,
            decision=decision,
            reply=reply.model_copy(update={"written_by": self.name}),
            at=_AT,
        )
        self._sessions[id] = session.plus(TurnCompleted(at=_AT, turn=turn))
        return turn

    def session(self, id: str) -> Session:
        """The consultation so far."""
        return self._sessions[id]

    def draft(self, id: str) -> Draft | None:
        """The paper it came to; most come to none."""
        del id
        return None


def wants_the_paper(message: str) -> bool:
    """Whether a message asks for the draft, which ends the consultation."""
    return "下書き" in message
