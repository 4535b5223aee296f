"""The circuit breaker: after some failures an endpoint rests, one call tries it again, success ends the rest."""

from typing import Final

from pydantic import Field

from advisor.patience.failures import Busy, Denied, Held, ModelFailure, Unusable
from advisor.values import Value

ENOUGH: Final = 3
"""Failures one after another that begin a rest."""
FIRST_REST: Final = 30.0
LONGEST_REST: Final = 600.0
TRIAL: Final = 60.0
"""Seconds that a trial keeps the others waiting, unless it ends before."""


class Breaker(Value):
    """How an endpoint has been doing; all times in seconds of one steady clock."""

    failures: int = Field(default=0, ge=0)
    until: float | None = None
    """When the rest ends and one call may try; None while all is well."""
    rest: float = Field(default=0.0, ge=0)
    """How long the last rest was."""


def resting(breaker: Breaker, now: float) -> bool:
    """Tell whether a call should be spared now."""
    return breaker.until is not None and now < breaker.until


def trying(breaker: Breaker, now: float) -> Breaker:
    """Return the breaker once a call is let through; after a rest the others wait for this one."""
    if breaker.until is None or resting(breaker, now):
        return breaker
    return breaker.model_copy(update={"until": now + TRIAL})


def succeeded(breaker: Breaker) -> Breaker:
    """Return the breaker after an answer: as if nothing had been."""
    return Breaker() if breaker != Breaker() else breaker


def failed(breaker: Breaker, failure: ModelFailure, now: float) -> Breaker:
    """Return the breaker after a failure.

    An answer that cannot be used shows that the endpoint lives; a stop of our own shows nothing. A pause that was
    asked for is kept at once, and so is a refusal that asking again would not mend; both for 10 minutes at most.
    """
    if isinstance(failure, Held):
        return breaker
    if isinstance(failure, Unusable) or failure.kind == "rejected":
        return succeeded(breaker)
    count = breaker.failures + 1
    rest = min(max(breaker.rest * 2, FIRST_REST), LONGEST_REST)
    if isinstance(failure, Busy) and failure.retry_after is not None:
        return _rested(count, now, min(max(failure.retry_after, 0.0), LONGEST_REST), breaker.rest)
    if count >= ENOUGH or breaker.until is not None or isinstance(failure, Denied):
        return _rested(count, now, rest, rest)
    return breaker.model_copy(update={"failures": count})


def _rested(count: int, now: float, rest: float, kept: float) -> Breaker:
    return Breaker(failures=count, until=now + rest, rest=kept)
