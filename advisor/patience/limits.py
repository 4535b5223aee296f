"""How long each role of a model is waited for, and how much it may say."""

import re
from typing import Final, Literal

from pydantic import Field

from advisor.values import Value

ModelRole = Literal["reader", "writer", "drafter", "grader", "persona"]
MODEL_ROLES: Final[tuple[ModelRole, ...]] = ("reader", "writer", "drafter", "grader", "persona")


class Limits(Value):
    """Limits of one call; times in seconds, from the start but for `idle`."""

    connect: float = Field(default=3.0, gt=0)
    first: float = Field(default=8.0, gt=0)
    """Until the first letter of the answer."""
    idle: float = Field(default=10.0, gt=0)
    """Between two pieces of a stream."""
    total: float = Field(default=45.0, gt=0)
    """For the whole, retries and repairs included."""
    pause: float = Field(default=5.0, ge=0)
    """The longest pause an endpoint may ask for before one more try."""
    tokens: int = Field(default=1200, gt=0)
    """The longest answer that is asked for."""
    size: int = Field(default=4_000_000, gt=0)
    """Bytes of a response that are taken."""
    letters: int = Field(default=20_000, gt=0)
    """Letters of an answer that are taken."""


_ANSWERS: Final[dict[ModelRole, int]] = {
    "reader": 1500, "writer": 1000, "drafter": 2000, "grader": 800, "persona": 400,
}  # fmt: skip
_THINKING: Final = 60.0
"""Seconds a reasoning model may be silent, and may take."""
_THOUGHTS: Final = 8000
"""Tokens that a reasoning model may think beside its answer."""
_REASONING: Final = re.compile(
    r"(?:^|[/:_-])(?:o[1-9](?![0-9b])|gpt-(?:[5-9]|oss)|.*reason|.*think|qwq|.*deepseek-r|r1(?![0-9]))", re.I
)


def reasons(model: str) -> bool:
    """Tell by its name whether a model thinks before it speaks; a setting can say otherwise."""
    return _REASONING.search(model) is not None and "chat-latest" not in model


def turn_seconds(total: float, reasoning: bool) -> float:
    """Return how long all calls of a turn may take together: as one of them; half as long again for who thinks first."""
    return total * 1.5 if reasoning else total


def limits_for(role: ModelRole, reasoning: bool = False) -> Limits:
    """Return the usual limits of a role."""
    if not reasoning:
        return Limits(tokens=_ANSWERS[role])
    return Limits(first=_THINKING, idle=_THINKING, total=_THINKING, tokens=_ANSWERS[role] + _THOUGHTS)
