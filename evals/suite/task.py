"""A task: cases by id, a way to measure one of them, and what is made of all; `done` runs it."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from evals.graders.grader import Graded, Miss
from evals.suite.figures import Metric, datum, differences, figure
from evals.suite.results import Conversation, Figure, Grid, TaskResult
from evals.suite.setting import ADVISOR, Setting


class Label(NamedTuple):
    """One label that was given, beside the right one; `confidence` lies in 0..1."""

    kind: str
    gold: str
    said: str
    confidence: float = 1.0


class Scored(NamedTuple):
    """What one system did with one case: what each metric says of it, by name."""

    case: str
    system: str
    graded: Mapping[str, Graded]
    labels: tuple[Label, ...] = ()
    conversation: Conversation | None = None
    raw: Any = None
    """What the task's own tables need beside."""


Measure = Callable[[str], Iterable[Scored]]
"""Measures the case with this id, once for each system."""
Told = Callable[[int, int, str], None]
"""Hears how many cases are done, of how many, and which is next."""


class Task(NamedTuple):
    """One task."""

    name: str
    title: str
    cases: Callable[[], Sequence[str]]
    begin: Callable[[Setting], Measure]
    """Loads what is slow to load, and returns the measure."""
    metrics: Callable[[Setting], Sequence[Metric]]
    grids: Callable[[Sequence[Scored]], Sequence[Grid]] = lambda scored: ()
    compares: bool = True
    """Whether the advisor is compared with the other systems."""


def done(task: Task, setting: Setting, told: Told = lambda at, of, case: None) -> TaskResult:
    """Run a task over its cases, the first `limit` of them where there is one."""
    began = time.process_time()
    cases = tuple(task.cases())[: setting.limit]
    measure = task.begin(setting)
    scored: list[Scored] = []
    for at, case in enumerate(cases):
        told(at, len(cases), case)
        scored += measure(case)
    told(len(cases), len(cases), "")
    figures = _figures(task, task.metrics(setting), scored)
    return TaskResult(
        name=task.name,
        title=task.title,
        figures=figures,
        differences=compared(figures) if task.compares else (),
        grids=tuple(task.grids(scored)),
        conversations=tuple(each.conversation for each in scored if each.conversation is not None),
        seconds=round(time.process_time() - began, 1),
    )


def _figures(task: Task, metrics: Sequence[Metric], scored: Sequence[Scored]) -> tuple[Figure, ...]:
    systems = dict.fromkeys(each.system for each in scored)
    found = []
    for metric in metrics:
        for system in systems:
            data = [
                datum(each.case, each.graded[metric.name], metric.kind)
                for each in scored
                if each.system == system and metric.name in each.graded
            ]
            if data:
                found.append(figure(metric, task.name, system, data))
    return tuple(found)


def compared(figures: Sequence[Figure]) -> tuple[Any, ...]:
    """The advisor against every other system of the same task, figure by figure."""
    ours = {each.name: each for each in figures if each.system == ADVISOR}
    others = dict.fromkeys(each.system for each in figures if each.system != ADVISOR)
    return tuple(
        each
        for other in others
        for each in differences(
            (left, ours[left.name]) for left in figures if left.system == other and left.name in ours
        )
    )


def hit(right: bool, quote: str = "", why: str = "") -> Graded:
    """One thing that is right or wrong, with what went wrong."""
    return Graded(good=int(right), of=1, misses=() if right else (Miss(turn=None, quote=quote, why=why),))


def confusion(title: str, pairs: Sequence[tuple[str, str]]) -> Grid:
    """How often which label (rows) was taken for which (columns)."""
    names = sorted({each for pair in pairs for each in pair})
    rows = tuple(
        (gold, *(str(pairs.count((gold, said)) or "・") for said in names))
        for gold in names
        if any(gold == each for each, _ in pairs)
    )
    return Grid(title=title, note="行が正解、列が読み。", columns=("正解", *names), rows=rows)


def calibration(title: str, labels: Sequence[Label]) -> Grid:
    """By tenths of confidence: how many, how sure on average, and how many right; the last row is the mean gap."""
    rows, gap = [], 0.0
    for tenth in range(10):
        held = [each for each in labels if min(9, int(each.confidence * 10)) == tenth]
        if held:
            sure = sum(each.confidence for each in held) / len(held)
            right = sum(each.gold == each.said for each in held) / len(held)
            gap += abs(sure - right) * len(held) / len(labels)
            rows.append((f".{tenth}〜", str(len(held)), f"{sure:.2f}", f"{right:.2f}"))
    rows.append(("ずれの平均", str(len(labels)), "", f"{gap:.3f}"))
    note = "自信の値と正しさの割合。ずれの平均は expected calibration error。"
    return Grid(title=title, note=note, columns=("自信", "件", "自信の平均", "正しい割合"), rows=tuple(rows))
