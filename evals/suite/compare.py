"""Two runs side by side: what got better or worse beyond the interval, over the cases that both have."""

from typing import Final, NamedTuple

from evals.suite.figures import differences
from evals.suite.results import Difference, Figure, Run
from evals.suite.setting import ADVISOR

BEFORE: Final = "前"
NOW: Final = "いま"


class Comparison(NamedTuple):
    """The advisor's figures of two runs."""

    differences: tuple[Difference, ...]
    gone: tuple[Figure, ...]
    """Gating figures of the first run that the second no longer has."""
    gating: frozenset[str]
    """task/name of the figures that may hold up a change."""

    @property
    def dropped(self) -> tuple[Difference, ...]:
        """Gating figures that fell beyond the interval."""
        return tuple(
            each
            for each in self.differences
            if each.verdict == "worse" and f"{each.task}/{each.name}" in self.gating
        )

    @property
    def held(self) -> bool:
        """Whether nothing fell beyond the interval and nothing is gone."""
        return not self.dropped and not self.gone


def compared(before: Run, now: Run) -> Comparison:
    """Compare the advisor's figures; tasks that were not run the second time are left out."""
    older, newer = _ours(before), _ours(now)
    tasks = {task.name for task in now.tasks}
    pairs = [(_as(older[key], BEFORE), _as(newer[key], NOW)) for key in newer if key in older]
    gone = tuple(
        figure
        for key, figure in older.items()
        if key not in newer and figure.gates and figure.task in tasks and figure.estimate is not None
    )
    gating = frozenset(key for key, figure in newer.items() if figure.gates)
    return Comparison(differences(pairs), gone if now.limit is None else (), gating)


def _ours(run: Run) -> dict[str, Figure]:
    return {f"{each.task}/{each.name}": each for each in run.figures if each.system == ADVISOR}


def _as(figure: Figure, system: str) -> Figure:
    return figure.model_copy(update={"system": system})
