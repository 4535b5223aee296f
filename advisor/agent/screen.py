"""The reply that is being written, kept where every tab, and a start after a crash, can see it."""

from advisor.agent.clock import Clock
from advisor.agent.ports import Live, Sessions
from advisor.errors import AdvisorError


class StoredScreen:
    """The screen of one turn; a storage that fails costs the sight of the reply, never the reply.

    A consultation that is gone is not written to any more, and nobody waits for its reply.
    """

    def __init__(self, sessions: Sessions, id: str, turn: int, clock: Clock) -> None:
        self._sessions = sessions
        self._id = id
        self._turn = turn
        self._clock = clock

    def show(self, text: str) -> bool:
        """Keep the whole of what may be seen now; return whether a stop was asked for."""
        try:
            return self._sessions.show(self._id, Live(turn=self._turn, text=text, at=self._clock()))
        except AdvisorError:
            return self._is_gone()

    def _is_gone(self) -> bool:
        try:
            self._sessions.owner(self._id)
        except AdvisorError:
            return True
        return False
