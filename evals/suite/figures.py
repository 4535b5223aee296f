"""From what graders say of each case to figures with intervals, and to differences between systems."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from evals.graders.grader import Better, Graded, Grader, Kind
from evals.suite.results import Datum, Difference, Figure, Interval
from evals.suite.statistics import Tally, clustered, holm, paired, permutation, tally, wilson


class Metric(NamedTuple):
    """A figure by name, apart from who computes it."""

    name: str
    """english_snake_case, stable over versions."""
    title: str
    """In Japanese."""
    area: str
    definition: str
    """In Japanese, with the formula."""
    source: str
    goal: float | None = None
    kind: Kind = "rate"
    better: Better = "higher"
    gates: bool = True


def metric_of(grader: Grader) -> Metric:
    """The metric that a grader computes."""
    return Metric(
        name=grader.name, title=grader.title, area=grader.area, definition=grader.definition, source=grader.source,
        goal=grader.goal, kind=grader.kind, better=grader.better, gates=grader.gates,
    )  # fmt: skip


def datum(case: str, graded: Graded, kind: Kind) -> Datum:
    """One case of a figure; a number counts once where there is one."""
    if kind == "number":
        known = graded.value is not None
        return Datum(case=case, good=graded.value or 0.0, of=float(known), misses=graded.misses)
    return Datum(case=case, good=graded.good, of=graded.of, misses=graded.misses)


def figure(metric: Metric, task: str, system: str, data: Sequence[Datum]) -> Figure:
    """The figure over these cases, with its interval."""
    cases = tally([(each.good, each.of) for each in data])
    told = [each for each in data if each.of]
    return Figure(
        **metric._asdict(), task=task, system=system, estimate=_rounded(cases.ratio), n=float(cases.of.sum()),
        cases=len(told), interval=interval(cases, metric.kind) if told else None, data=tuple(data),
    )  # fmt: skip


def interval(cases: Tally, kind: Kind) -> Interval:
    """Wilson where every case counts once; else bootstrap over cases, or Wilson over cases where all are alike.

    A bootstrap of cases that are all perfect has no width, which would claim a certainty that nobody has.
    """
    told = cases.of > 0
    count = int(told.sum())
    if kind == "rate" and bool((cases.of[told] == 1).all()):
        return _interval("wilson", wilson(float(cases.good.sum()), count))
    low, high = clustered(Tally(cases.good[told], cases.of[told]))
    if kind == "rate" and high - low < 1e-12:
        return _interval("wilson", wilson((cases.ratio or 0.0) * count, count))
    return _interval("bootstrap", (low, high))


def differences(pairs: Iterable[tuple[Figure, Figure]]) -> tuple[Difference, ...]:
    """Right minus left of each pair, over the cases that both have; p after Holm over all of them."""
    found = [each for left, right in pairs if (each := _difference(left, right)) is not None]
    adjusted = holm({_key(each): each.p for each in found})
    return tuple(each.model_copy(update={"p": _rounded(adjusted[_key(each)])}) for each in found)


def _key(each: Difference) -> str:
    return f"{each.task}/{each.name}/{each.left}/{each.right}"


def _difference(left: Figure, right: Figure) -> Difference | None:
    one, other = _by_case(left), _by_case(right)
    shared = [case for case in one if case in other]
    a, b = (tally([(each[case].good, each[case].of) for case in shared]) for each in (one, other))
    if a.ratio is None or b.ratio is None:
        return None
    low, high = paired(a, b)
    return Difference(
        task=right.task, name=right.name, title=right.title, better=right.better, left=left.system,
        right=right.system, difference=round(b.ratio - a.ratio, 4), low=round(low, 4), high=round(high, 4),
        p=permutation(a, b), cases=len(shared),
    )  # fmt: skip


def _by_case(figure: Figure) -> Mapping[str, Datum]:
    return {each.case: each for each in figure.data}


def _interval(how: str, ends: tuple[float, float]) -> Interval:
    return Interval.model_validate({"low": round(ends[0], 4), "high": round(ends[1], 4), "how": how})


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
