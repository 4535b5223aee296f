"""A Chat for one turn: all its calls share one limit of time, and an endpoint that failed is not waited for twice."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from advisor.agent.ports import Chat, Form, Speech, whole
from advisor.agent.stopping import StoppableChat
from advisor.patience.failures import Busy, Denied, Kind, ModelFailure, Slow, Unreachable, failure
from advisor.patience.limits import ModelRole
from advisor.patience.lines import Answer, Line
from advisor.patience.usage import Usage

_ENOUGH: Final = (Slow, Unreachable, Denied, Busy)
"""Failures after which another call of the turn would only make the official wait once more."""


class TurnChat:
    """A Chat that can be stopped; `seconds` from its making on, whatever still runs ends as `slow_total`.

    After a failure to reach the endpoint, or to hear from it in time, every further call fails alike and sends nothing.
    """

    def __init__(
        self,
        chat: Chat,
        stopped: Callable[[], bool],
        monotonic: Callable[[], float],
        seconds: float,
    ) -> None:
        self._stopped = stopped
        self._monotonic = monotonic
        self._until = monotonic() + seconds
        self._chat = StoppableChat(chat, self._ends)
        self._failed: Kind | None = None

    def say(self, role: ModelRole, lines: Sequence[Line]) -> Answer:
        """Return a whole Japanese answer in words."""
        return whole(self.stream(role, lines))

    def stream(self, role: ModelRole, lines: Sequence[Line]) -> Speech:
        """Return a Japanese answer as it comes."""
        return TurnSpeech(self._chat.stream(role, lines), self)

    def fill(self, role: ModelRole, lines: Sequence[Line], form: type[Form]) -> tuple[Form, Usage]:
        """Return a filled form and its cost."""
        with self.told():
            return self._chat.fill(role, lines, form)

    @contextmanager
    def told(self) -> Iterator[None]:
        """Let a step of a call through, or fail as an earlier one did; note how it fails itself."""
        if self._failed is not None:
            raise failure(self._failed, "earlier in this turn")
        try:
            yield
        except ModelFailure as error:
            if error.kind == "stopped" and not self._stopped():
                error = failure("slow_total", "turn", partial=error.partial, usage=error.usage)
            if isinstance(error, _ENOUGH) and error.kind != "rejected":
                self._failed = error.kind
            raise error from None

    def _ends(self) -> bool:
        return self._stopped() or self._monotonic() >= self._until


class TurnSpeech(Iterator[str]):
    """A Speech within the limits of its turn."""

    def __init__(self, speech: Speech, turn: TurnChat) -> None:
        self._speech = speech
        self._turn = turn

    def __next__(self) -> str:
        """Return the next text; raise StopIteration at a good end and ModelFailure at any other."""
        text, over = "", False
        with self._turn.told():
            try:
                text = next(self._speech)
            except StopIteration:
                over = True
        if over:
            raise StopIteration
        return text

    @property
    def usage(self) -> Usage:
        """What the answer has cost so far."""
        return self._speech.usage

    def close(self) -> None:
        """Let the answer go."""
        self._speech.close()
