"""A run as Markdown: the figures by area, the differences, the tables and the worst misses."""

from collections.abc import Iterator, Sequence
from typing import Final

from evals.report.rows import GOALS, Row, areas, difference_rows, kinds, system_name
from evals.suite.compare import Comparison
from evals.suite.results import Figure, Run
from evals.suite.setting import ADVISOR

_MISSES: Final = 5
_INERT: Final = {ord("|"): "\uff5c", ord("<"): "\uff1c", ord("`"): "\u2019"}
"""Letters that would end a cell or begin markup, and their full-width likes."""
DIFFERENCE_COLUMNS: Final = ("値", "相手", "差", "差の95%区間", "p(Holm)", "件", "判定")


def markdown(run: Run, comparison: Comparison | None = None) -> str:
    """The report as Markdown; `comparison` is that with the last run."""
    return "\n".join(_lines(run, comparison)) + "\n"


def _lines(run: Run, comparison: Comparison | None) -> Iterator[str]:
    yield from ("# 評価の結果", "", *[f"- {each}" for each in facts(run)], "")
    for title, rows in areas(run):
        yield from (
            f"## {title}",
            "",
            *table(("値", "何したい", "95%区間", "n", "目標", "", "ほかのしくみ"), map(_row, rows)),
            "",
        )
    yield from _differences(run, comparison)
    for task in run.tasks:
        for grid in task.grids:
            yield from (
                f"## {task.title}: {grid.title}",
                "",
                grid.note,
                "",
                *table(grid.columns, grid.rows),
                "",
            )
    yield from ("## 外れの例", "")
    for figure in run.figures:
        yield from _misses(figure)


def facts(run: Run) -> tuple[str, ...]:
    """What was measured, when and with what."""
    seconds = sum(task.seconds for task in run.tasks)
    return (
        f"版: {run.program}",
        f"日時: {run.at}",
        f"測った相手: {run.model or '内蔵の助言役(言語モデルなし)'}",
        f"職員役: {run.persona or '台本'}",
        f"評価役のモデル: {run.judge or 'なし(実際の評価モデルでは未測定)'}",
        f"件数: {'すべて' if run.limit is None else f'課題ごとに、はじめの{run.limit}件'}",
        f"かかった計算時間: {seconds:.0f}秒",
    )


def _row(row: Row) -> tuple[str, ...]:
    first, others = row.cells[0], row.cells[1:]
    beside = "、".join(f"{system_name(each.system)} {each.value}" for each in others)
    return (row.title, first.value, first.interval, first.n, row.goal, GOALS[row.state], beside)


def _differences(run: Run, comparison: Comparison | None) -> Iterator[str]:
    every = [each for task in run.tasks for each in task.differences]
    if every:
        yield from (
            "## ほかのしくみとの差",
            "",
            *table(DIFFERENCE_COLUMNS, difference_rows(every, kinds(run))),
            "",
        )
    if comparison is not None:
        rows = difference_rows(comparison.differences, kinds(run))
        yield from ("## 前の結果との差", "", *table(DIFFERENCE_COLUMNS, rows), "")


def _misses(figure: Figure) -> Iterator[str]:
    found = [(each.case, miss) for each in figure.data for miss in each.misses]
    if not found or figure.system != ADVISOR:
        return
    yield from (f"### {figure.title}({len(found)}件)", "")
    for case, miss in found[:_MISSES]:
        where = "" if miss.turn is None else f"・{miss.turn}番目"
        yield f"- {case}{where}: {_flat(miss.why)} ― 「{_flat(miss.quote)}」"
    yield ""


def table(
    columns: Sequence[str], rows: Iterator[tuple[str, ...]] | Sequence[tuple[str, ...]]
) -> Iterator[str]:
    """A Markdown table."""
    yield f"| {' | '.join(columns)} |"
    yield f"|{' --- |' * len(columns)}"
    for row in rows:
        yield f"| {' | '.join(_flat(each) for each in row)} |"


def _flat(text: str, longest: int = 160) -> str:
    """On one line, without what would end a cell or begin markup."""
    flat = " ".join(text.split()).translate(_INERT)
    return flat if len(flat) <= longest else f"{flat[:longest]}…"
