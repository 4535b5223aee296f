"""`advisor eval`: run the tasks, compare two results, accept a result as the baseline."""

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from advisor.errors import AdvisorError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from advisor.settings import ModelSettings
    from evals.suite.compare import Comparison
    from evals.suite.results import Run
    from evals.suite.running import Told
    from evals.suite.setting import Setting
    from evals.suite.task import Task

BASELINE: Final = Path(__file__).resolve().parent / "baseline.json"
"""The accepted figures, which a change is compared with."""
_UNSPENT: Final = 10**12
"""Tokens that no run spends."""


def evaluate(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[課題…]", help="測る課題。省くとすべて", show_default=False)
    ] = None,
    model: Annotated[
        str, typer.Option(help="測る言語モデルの名。省くと、何も送らない", show_default=False)
    ] = "",
    judge: Annotated[
        str, typer.Option(help="評価役のモデルの名。測るモデルとは別のもの", show_default=False)
    ] = "",
    persona: Annotated[
        str, typer.Option(help="職員を演じるモデルの名。省くと、台本が演じる", show_default=False)
    ] = "",
    limit: Annotated[int | None, typer.Option(min=1, help="課題ごとに、はじめの何件か", show_default=False)] = None,
    out: Annotated[Path, typer.Option(help="結果を置くフォルダー")] = Path("eval-results"),
    lexical: Annotated[bool, typer.Option("--lexical", help="内蔵のベクトルを使わない")] = False,
) -> None:  # fmt: skip
    """助言のよさを測り、区間つきの値と、読めるすべての相談を書き出す。

    課題: consultation retrieval reading personal_data attacks framework judge

    advisor eval compare 前.json 今.json: 二つの結果を比べ、区間を超えて下がっていれば1で終わる。

    advisor eval accept 今.json: 結果を、比べるもと(基準の値)にする。

    接続先は ADVISOR_MODEL_*(docs/model.md)、評価役は ADVISOR_MODEL_GRADER でも指定できる(docs/evals/suite.md)。
    """
    first, *rest = words or [""]
    if first == "compare":
        raise typer.Exit(_compare(rest))
    if first == "accept":
        _accept(rest)
        return
    _measure(words or [], setting_of(model, judge, limit, persona, lexical=lexical), out)


def setting_of(
    model: str = "", judge: str = "", limit: int | None = None, persona: str = "", *, lexical: bool = False
) -> "Setting":
    """What to measure with: the models of the options at the endpoint of the environment."""
    from advisor.adapters.endpoint import open_endpoint
    from advisor.settings import model_settings
    from evals.judge.judging import open_judge
    from evals.suite.setting import Setting

    settings = model_settings()
    tested = _tested(settings, model) if model else None
    named = judge or settings.grader
    judged = open_judge(settings, named, tested) if named else None
    played = (
        open_endpoint(settings.model_copy(update={"name": persona, "persona": persona})) if persona else None
    )
    return Setting(not lexical, tested, judged, played, persona, limit)


def _tested(settings: "ModelSettings", model: str) -> "ModelSettings":
    """The endpoint of the environment with this model in every role of a consultation.

    The usual budget is an official's for a day; a run would spend it within some consultations, and the rest would
    measure the embedded advisor. One that the environment sets holds.
    """
    free = [name for name in ("user_tokens", "day_tokens") if name not in settings.model_fields_set]
    lifted = dict.fromkeys(free, _UNSPENT)
    return settings.model_copy(update={"name": model, "reader": "", "writer": "", "drafter": "", **lifted})


def _measure(names: "Sequence[str]", setting: "Setting", out: Path) -> None:
    from advisor import __version__
    from advisor.bootstrap import now
    from evals.suite.running import chosen, run

    tasks = chosen(names, setting)
    before = _last(out)
    with _progress() as told:
        done = run(tasks, setting, __version__, now(), told)
    _written(done, before, out)


def _last(out: Path) -> "Run | None":
    """The last run in the folder; one that cannot be read is told of before anything is measured."""
    from evals.suite.running import read_run

    if not (out / "results.json").exists():
        return None
    try:
        return read_run(out / "results.json")
    except AdvisorError as error:
        typer.secho(f"前の結果とは比べません: {error.what} {error.where}", fg="yellow", err=True)
        return None


def _written(done: "Run", before: "Run | None", out: Path) -> None:
    from evals.report.markdown import facts, markdown
    from evals.report.page import page
    from evals.suite.compare import compared
    from evals.suite.running import write_run, write_slim

    comparison = compared(before, done) if before else None
    write_run(done, out / "results.json")
    write_slim(done, out / "history" / f"{done.at.replace(':', '')}.json")
    (out / "results.md").write_text(markdown(done, comparison), encoding="utf-8")
    (out / "results.html").write_text(page(done, comparison, before), encoding="utf-8")
    _table(done)
    for fact in facts(done):
        typer.echo(fact)
    if comparison is not None and not comparison.held:
        typer.secho(
            "前の結果から、区間を超えて下がった値があります(results.md の「前の結果との差」)。", fg="red"
        )
    typer.echo(f"書き出しました: {out / 'results.html'}")


def _compare(paths: "Sequence[str]") -> int:
    from evals.suite.compare import compared
    from evals.suite.running import read_run

    if len(paths) != 2:
        raise AdvisorError(
            "比べる結果を二つ指定してください。",
            " ".join(paths),
            "advisor eval compare 前のresults.json 今のresults.json",
        )
    before, now = (read_run(Path(path)) for path in paths)
    comparison = compared(before, now)
    _show(comparison, now)
    return int(not comparison.held)


def _accept(paths: "Sequence[str]") -> None:
    from evals.suite.running import read_run, write_slim
    from evals.suite.setting import ADVISOR

    if len(paths) != 1:
        raise AdvisorError(
            "基準にする結果を一つ指定してください。", " ".join(paths), "advisor eval accept results.json"
        )
    accepted = read_run(Path(paths[0]))
    if accepted.limit is not None or accepted.model or accepted.persona:
        raise AdvisorError(
            "基準にできるのは、内蔵の助言役を全件で測った結果だけです。",
            paths[0],
            "--limit・--model・--persona を付けずに測り直してください。",
        )
    write_slim(accepted, BASELINE, frozenset({ADVISOR}))
    typer.echo(f"基準の値にしました: {BASELINE}")


def _show(comparison: "Comparison", now: "Run") -> None:
    from rich.console import Console
    from rich.table import Table

    from evals.report.markdown import DIFFERENCE_COLUMNS
    from evals.report.rows import difference_rows, kinds

    moved = [each for each in comparison.differences if each.difference or each.verdict != "same"]
    table = Table(*DIFFERENCE_COLUMNS, title=f"変わった値({len(comparison.differences)}のうち{len(moved)})")
    for row in difference_rows(moved, kinds(now)):
        table.add_row(*row)
    Console().print(table)
    for figure in comparison.gone:
        typer.secho(f"なくなった値: {figure.title}({figure.task}/{figure.name})", fg="red")
    for each in comparison.dropped:
        typer.secho(f"区間を超えて下がった値: {each.title}({each.task}/{each.name})", fg="red")
    if comparison.held:
        typer.echo("区間を超えて下がった値はありません。")


_MARKS: Final = {"met": "○", "unsure": "△", "missed": "×", "none": ""}


def _table(done: "Run") -> None:
    from rich.console import Console
    from rich.table import Table

    from evals.report.rows import areas

    table = Table(caption="○ 目標に届いた  △ 届いたが、区間は目標をまたぐ  × 届かない")
    for name in ("値", "いま", "95%区間", "n", "目標", ""):
        table.add_column(name, overflow="fold")
    for area, rows in areas(done):
        table.add_row(f"[bold]{area}[/bold]")
        for row in rows:
            cell = row.cells[0]
            table.add_row(row.title, cell.value, cell.interval, cell.n, row.goal, _MARKS[row.state])
        table.add_section()
    Console().print(table)


@contextmanager
def _progress() -> "Iterator[Told]":
    """A bar for each task, on the error stream so that the results can be piped."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[case]}"),
    )
    with Progress(*columns, console=Console(stderr=True)) as bar:
        lines: dict[str, TaskID] = {}

        def told(task: "Task", number: int, of: int, case: str) -> None:
            if task.name not in lines:
                lines[task.name] = bar.add_task(task.title, total=of, case="")
            bar.update(lines[task.name], completed=number, total=of, case=case)

        yield told
