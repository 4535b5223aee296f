"""The endpoint as a Chat: a talker and limits for each role."""

from collections.abc import Generator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from advisor.adapters.endpoint.call import Monotonic, Piece
from advisor.adapters.endpoint.forms import fill
from advisor.adapters.endpoint.speech import EndpointSpeech
from advisor.adapters.endpoint.talker import Talker
from advisor.agent.ports import Form, whole
from advisor.patience.limits import Limits, ModelRole
from advisor.patience.lines import Answer, Line
from advisor.patience.usage import Usage

_TEMPERATURES: Final[dict[ModelRole, float]] = {
    "reader": 0.0, "writer": 0.4, "drafter": 0.2, "grader": 0.0, "persona": 0.8,
}  # fmt: skip


class Seat(NamedTuple):
    """Who plays a role, and within what."""

    talker: Talker
    limits: Limits


class EndpointChat:
    """Talks to the models of one endpoint; raises ModelFailure, and nothing else, for whatever goes wrong there."""

    def __init__(self, seats: Mapping[ModelRole, Seat], monotonic: Monotonic) -> None:
        self._seats = seats
        self._monotonic = monotonic

    def say(self, role: ModelRole, lines: Sequence[Line]) -> Answer:
        """Return a whole Japanese answer in words."""
        return whole(self.stream(role, lines))

    def stream(self, role: ModelRole, lines: Sequence[Line]) -> EndpointSpeech:
        """Return a Japanese answer as it comes; nothing is sent before its first text is asked for."""
        return self._speech(role, lines, None, None, japanese=True)

    def fill(self, role: ModelRole, lines: Sequence[Line], form: type[Form]) -> tuple[Form, Usage]:
        """Return a filled form and its cost; the limit of the whole holds for all tries together.

        The way that worked is kept for the next form, and forgotten when it fails.
        """
        seat = self._seats[role]
        deadline = self._monotonic() + seat.limits.total

        def ask(more: Sequence[Line], wanted: dict[str, Any] | None) -> Answer:
            return whole(self._speech(role, more, wanted, deadline, japanese=False))

        known, seat.talker.way = seat.talker.way, None
        filled = fill(ask, lines, form, known)
        seat.talker.way = filled.way
        return filled.value, filled.usage

    def seat(self, role: ModelRole) -> Seat:
        """Who plays a role, and within what."""
        return self._seats[role]

    def names(self) -> tuple[str, ...]:
        """The names of the models that the endpoint lists; raise ModelFailure where it does not."""
        talker, limits = self._seats["reader"]
        return tuple(talker.names(limits, self._monotonic() + limits.first))

    def _speech(
        self,
        role: ModelRole,
        lines: Sequence[Line],
        wanted: dict[str, Any] | None,
        deadline: float | None,
        *,
        japanese: bool,
    ) -> EndpointSpeech:
        seat = self._seats[role]
        prompt = "\n".join(line.text for line in lines)
        return EndpointSpeech(
            self._pieces(role, lines, wanted, deadline), prompt, seat.limits, japanese=japanese
        )

    def _pieces(
        self, role: ModelRole, lines: Sequence[Line], wanted: dict[str, Any] | None, deadline: float | None
    ) -> Generator[Piece, None, None]:
        talker, limits = self._seats[role]
        until = self._monotonic() + limits.total if deadline is None else deadline
        yield from talker.talk(lines, limits, until, _TEMPERATURES[role], wanted)
