"""The results of a run as data: what is written as JSON, and read again to compare. `SCHEMA` is its version."""

from typing import Any, Final, Literal

from pydantic import model_validator

from advisor.values import Value
from evals.graders.grader import Better, Kind, Miss

SCHEMA: Final = 1

How = Literal["wilson", "bootstrap"]
"""Wilson over cases, or bootstrap over whole cases."""


class Interval(Value):
    """A 95 % interval."""

    low: float
    high: float
    how: How


class Datum(Value):
    """One case of one figure."""

    case: str
    good: float
    of: float
    """0 where the figure does not apply to the case."""
    misses: tuple[Miss, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_a_row(cls, given: Any) -> Any:
        """Accept [case, good, of], as the slim form writes it."""
        return dict(zip(("case", "good", "of"), given, strict=True)) if isinstance(given, list) else given


class Figure(Value):
    """One figure of one system; a rate is the ratio of the sums over its data, a number their mean."""

    name: str
    title: str
    task: str
    area: str
    system: str
    kind: Kind
    better: Better
    goal: float | None
    gates: bool
    definition: str
    source: str
    estimate: float | None
    """None where it applies to no case."""
    interval: Interval | None
    n: float
    """What it is taken over: replies, sentences, messages ..."""
    cases: int
    """In how many cases."""
    data: tuple[Datum, ...] = ()

    @property
    def key(self) -> str:
        """What the same figure of another run is found by."""
        return f"{self.task}/{self.name}/{self.system}"


class Difference(Value):
    """What a system does better or worse than another in one figure: right minus left, over the cases of both."""

    task: str
    name: str
    title: str
    better: Better
    left: str
    right: str
    difference: float
    low: float
    high: float
    p: float
    """Two-sided sign permutation; after Holm over all figures of the same pair."""
    cases: int

    @property
    def verdict(self) -> Literal["better", "worse", "same"]:
        """Beyond the interval in the better or the worse direction, or within it."""
        up = self.better == "higher"
        if self.low > 0:
            return "better" if up else "worse"
        if self.high < 0:
            return "worse" if up else "better"
        return "same"


class Grid(Value):
    """A table to read: a confusion table, a calibration, a list of errors. The first column heads the rows."""

    title: str
    note: str = ""
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Exchange(Value):
    """One message and its reply, as they are shown."""

    number: int
    message: str
    reply: str
    note: str = ""
    """What the system says of its own decision."""


class Conversation(Value):
    """One played consultation to read."""

    case: str
    system: str
    kind: str
    profile: str
    exchanges: tuple[Exchange, ...]
    paper: str = ""
    """The paper as Markdown, or ""."""


class TaskResult(Value):
    """What one task came to."""

    name: str
    title: str
    seconds: float
    """CPU seconds of this process."""
    figures: tuple[Figure, ...]
    differences: tuple[Difference, ...] = ()
    grids: tuple[Grid, ...] = ()
    conversations: tuple[Conversation, ...] = ()


class Run(Value):
    """A whole run."""

    schema_version: int = SCHEMA
    program: str
    """Version of the advisor."""
    at: str
    """ISO time."""
    model: str = ""
    """The model under test, or "" for the embedded advisor."""
    judge: str = ""
    """The model that judged, or ""."""
    persona: str = ""
    """The model that played the officials, or "" for the scripts."""
    limit: int | None = None
    tasks: tuple[TaskResult, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of all tasks."""
        return tuple(figure for task in self.tasks for figure in task.figures)

    def slim(self, systems: frozenset[str] | None = None) -> "Run":
        """The run without conversations, errors and the words of misses: enough to compare with, and small.

        Of these systems alone, where they are named; the differences between systems are left out then.
        """
        return self.model_copy(update={"tasks": tuple(_slim(task, systems) for task in self.tasks)})


def _slim(task: TaskResult, systems: frozenset[str] | None) -> TaskResult:
    figures = tuple(
        figure.model_copy(
            update={"data": tuple(each.model_copy(update={"misses": ()}) for each in figure.data)}
        )
        for figure in task.figures
        if systems is None or figure.system in systems
    )
    kept = task.differences if systems is None else ()
    return task.model_copy(update={"figures": figures, "differences": kept, "conversations": (), "grids": ()})
