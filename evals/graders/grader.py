"""What a grader is: a named figure over one case, with its definition, its source and where it went wrong."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from advisor.agent.drafting import Draft
from advisor.values import Value
from evals.consultation.play import Transcript
from evals.scenarios.scenario import Scenario

Area = Literal["dialogue", "worksheet", "brief", "safety"]
Kind = Literal["rate", "number"]
Better = Literal["higher", "lower"]


class Miss(Value):
    """One place where it went wrong."""

    turn: int | None
    """Number of the reply, or None where it is the paper."""
    quote: str
    """The words themselves, as shown."""
    why: str
    """In Japanese, for the reader of the report."""


class Graded(Value):
    """What a grader says of one case."""

    good: int
    of: int
    """The rate is good/of; 0 where the grader does not apply to this case."""
    value: float | None = None
    """For graders of kind `number` (turns, characters ...)."""
    misses: tuple[Miss, ...] = ()

    @property
    def rate(self) -> float | None:
        """good/of, or None where the grader does not apply."""
        return self.good / self.of if self.of else None


class Case(NamedTuple):
    """One played consultation with the paper it came to, where there is one."""

    scenario: Scenario
    transcript: Transcript
    draft: Draft | None


class Grader(NamedTuple):
    """A figure over cases."""

    name: str
    """english_snake_case, stable over versions."""
    title: str
    """In Japanese."""
    area: Area
    kind: Kind
    better: Better
    goal: float | None
    """The published goal; never asserted by itself."""
    gates: bool
    """Whether its mutation set is good enough (>= .95 killed, none of the good ones) to hold up a change."""
    definition: str
    """In Japanese, one or two sentences with the formula."""
    source: str
    """Where the measure comes from."""
    grade: Callable[[Case], Graded]
