"""The figures as rows: one a metric, the advisor first and the other systems beside it."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from evals.suite.results import Difference, Figure, Run, TaskResult
from evals.suite.setting import ADVISOR

AREAS: Final = {
    "dialogue": "対話", "worksheet": "聞き取りと読み取り", "brief": "企画書", "safety": "安全と枠組み", "evidence": "資料", "judge": "評価役のモデル",
}  # fmt: skip
SYSTEMS: Final = {
    "advisor": "何したい", "wizard": "項目順の入力フォーム", "echo": "資料の抜き書き", "plain": "モデルへの素の頼み", "letters": "文字だけの読み手", "embedded": "モデルのない読み手",
    "lexical": "言葉だけの検索",
}  # fmt: skip
GOALS: Final = {
    "met": "届いた",
    "unsure": "届いたが、区間は目標をまたぐ",
    "missed": "届かない",
    "none": "目標なし",
}


class Cell(NamedTuple):
    """One system's figure as it is shown; places lie in 0..100 of the chart's width."""

    system: str
    value: str
    interval: str
    how: str
    n: str
    at: float
    low: float
    high: float
    misses: int


class Row(NamedTuple):
    """One metric."""

    key: str
    task: str
    title: str
    area: str
    definition: str
    source: str
    gates: bool
    better: str
    goal: str
    goal_at: float | None
    state: str
    """A key of GOALS."""
    cells: tuple[Cell, ...]


def areas(run: Run) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """The rows by area, in the order of AREAS."""
    made = [row(task, group) for task in run.tasks for group in _groups(task)]
    made.sort(key=lambda each: list(AREAS).index(each.area))
    return tuple((AREAS[area], tuple(each)) for area, each in groupby(made, key=lambda each: each.area))


def _groups(task: TaskResult) -> Iterable[list[Figure]]:
    names = dict.fromkeys(figure.name for figure in task.figures)
    for name in names:
        held = [figure for figure in task.figures if figure.name == name and figure.estimate is not None]
        if held:
            yield sorted(held, key=lambda figure: figure.system != ADVISOR)


def row(task: TaskResult, figures: Sequence[Figure]) -> Row:
    """The row of one metric; `figures` are those of its systems, the one that matters first."""
    first = figures[0]
    scale = _scale(figures)
    return Row(
        key=f"{task.name}-{first.name}", task=task.title, title=first.title, area=first.area,
        definition=first.definition, source=first.source, gates=first.gates,
        better="高いほどよい" if first.better == "higher" else "低いほどよい",
        goal="" if first.goal is None else shown(first.goal, first),
        goal_at=None if first.goal is None else _place(first.goal, scale),
        state=state(first), cells=tuple(_cell(figure, scale) for figure in figures),
    )  # fmt: skip


def _scale(figures: Sequence[Figure]) -> float:
    if figures[0].kind == "rate":
        return 1.0
    ends = [each.interval.high if each.interval else each.estimate or 0.0 for each in figures]
    return max([*ends, figures[0].goal or 0.0, 1e-9]) * 1.05


def _cell(figure: Figure, scale: float) -> Cell:
    value = figure.estimate or 0.0
    low, high = (figure.interval.low, figure.interval.high) if figure.interval else (value, value)
    how = (
        {"wilson": "Wilson", "bootstrap": "相談ごとの bootstrap"}[figure.interval.how]
        if figure.interval
        else ""
    )
    return Cell(
        system=figure.system, value=shown(value, figure), interval=f"{shown(low, figure)}〜{shown(high, figure)}",
        how=how, n=f"{figure.n:g}({figure.cases}件)", at=_place(value, scale), low=_place(low, scale),
        high=_place(high, scale), misses=sum(len(each.misses) for each in figure.data),
    )  # fmt: skip


def _place(value: float, scale: float) -> float:
    return round(100 * min(1.0, max(0.0, value / scale)), 1)


def shown(value: float, figure: Figure) -> str:
    """A value as it is read: a share in per cent, a number with as many places as it needs."""
    if figure.kind == "rate":
        return f"{100 * value:.1f}%"
    places = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:.{places}f}"


def state(figure: Figure) -> str:
    """Whether the goal is met, and whether the whole interval says so: a key of GOALS."""
    if figure.goal is None or figure.estimate is None:
        return "none"
    up = figure.better == "higher"
    if not _meets(figure.estimate, figure.goal, up):
        return "missed"
    if figure.interval is None or (figure.goal == (1.0 if up else 0.0) and figure.kind == "rate"):
        return "met"  # no interval lies beyond the end of the scale
    worst = figure.interval.low if up else figure.interval.high
    return "met" if _meets(worst, figure.goal, up) else "unsure"


def _meets(value: float, goal: float, up: bool) -> bool:
    return value >= goal - 1e-9 if up else value <= goal + 1e-9


def system_name(system: str) -> str:
    """How a system is called."""
    return SYSTEMS.get(system, system)


def difference_rows(differences: Iterable[Difference], kinds: dict[str, str]) -> tuple[tuple[str, ...], ...]:
    """Differences as rows: title, against whom, difference, interval, p, cases, verdict in words."""
    words = {"better": "よい", "worse": "わるい", "same": "差は見えない"}
    return tuple(
        (
            each.title, system_name(each.left), _signed(each.difference, kinds, each),
            f"{_signed(each.low, kinds, each)}〜{_signed(each.high, kinds, each)}", f"{each.p:.4f}", str(each.cases),
            words[each.verdict],
        )
        for each in differences
    )  # fmt: skip


def _signed(value: float, kinds: dict[str, str], each: Difference) -> str:
    """A difference with its sign: points of a share, or a number."""
    if kinds.get(f"{each.task}/{each.name}") == "number":
        return f"{value:+.2f}"
    return f"{100 * value:+.1f}pt"


def kinds(run: Run) -> dict[str, str]:
    """The kind of each metric, by task/name."""
    return {f"{each.task}/{each.name}": each.kind for each in run.figures}
