"""The command line: serve, chat, brief, library, doctor, and commands that other packages add."""

import sys
from enum import StrEnum
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advisor import __version__
from advisor.cli.filling import TemplateOption, fill
from advisor.cli.handing import handover, take
from advisor.cli.options import DataOption, settings_of, write_file
from advisor.errors import AdvisorError
from advisor.settings import Settings

if TYPE_CHECKING:
    from advisor.agent.advisor import Advisor

app = typer.Typer(
    name="advisor",
    help="何したい ― 「何ができるか」から「何がしたいか」へ。相談して、顧客視点の政策ブリーフを持ち帰る。",
    epilog="はじめは [bold]advisor serve[/bold](画面)か [bold]advisor chat[/bold](端末)。記録はこのパソコンに残ります。外へ送るのは、言語モデルなどの接続先を設定したときだけです(docs/model.md)。",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    add_completion=False,
)


class Format(StrEnum):
    """Formats of the brief."""

    docx = "docx"
    pdf = "pdf"
    pptx = "pptx"
    xlsx = "xlsx"
    md = "md"
    json = "json"


def main() -> None:
    """Run the command line; expected errors are one sentence, never a traceback."""
    _add_commands()
    try:
        app()
    except AdvisorError as error:
        typer.secho(f"できませんでした: {error.what}", fg="red", err=True)
        for hint in (error.where, error.do):
            if hint:
                typer.secho(f"  {hint}", err=True)
        sys.exit(1)


def _add_commands() -> None:
    for entry in entry_points(group="advisor.commands"):
        app.command(name=entry.name)(entry.load())


def _version(shown: bool) -> None:
    if shown:
        typer.echo(f"nanishitai {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="版を表示して終わる")
    ] = False,
) -> None:
    pass


@app.command()
def serve(
    host: Annotated[
        str | None, typer.Option(help="待ち受けるアドレス(既定 127.0.0.1)", show_default=False)
    ] = None,
    port: Annotated[int | None, typer.Option(help="ポート(既定 8501)", show_default=False)] = None,
    data: DataOption = None,
) -> None:
    """画面を開く(ブラウザで http://127.0.0.1:8501)。"""
    from advisor.ui.serve import run

    run(settings_of(data, host=host, port=port))


@app.command()
def chat(
    session: Annotated[
        str | None, typer.Argument(help="続きから始める相談の番号", show_default=False)
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="一行に一つのJSONで話す(docs/json.md)")] = False,
    data: DataOption = None,
) -> None:
    """端末で相談する。/下書き /まとめ /取消 /添付 /外に出さない /終わり が使えます。"""
    from advisor.bootstrap import build, build_document_reader

    if json:
        from advisor.json_chat import serve as answer_lines

        sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        answer_lines(build(settings_of(data)), sys.stdin, sys.stdout)
        return
    from advisor.terminal import talk

    talk(build(settings_of(data)), build_document_reader(), session)


@app.command()
def brief(
    session: Annotated[str, typer.Argument(help="相談の番号(advisor list で見られます)")],
    format: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            help="形式: docx(直して回す) pdf(配る) pptx(一枚のポンチ絵) xlsx(指標と要確認) md(貼る) json(控え)",
        ),
    ] = Format.md,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="書き出す先", show_default=False)
    ] = None,
    private: Annotated[
        bool, typer.Option("--private", help="手元用(すべての出どころと発言の記録つき)")
    ] = False,
    reword: Annotated[
        bool, typer.Option("--reword", help="言語モデルで文章を整えてから書き出す(docs/model.md)")
    ] = False,
    template: TemplateOption = None,
    data: DataOption = None,
) -> None:
    """企画書(顧客視点 政策ブリーフ)を書き出す。"""
    from advisor.bootstrap import build

    advisor = build(settings_of(data))
    if reword:
        _reword(advisor, session)
    if template is not None:
        fill(advisor, session, template, output, private)
    else:
        _export(advisor, session, format, output, private)


def _export(advisor: "Advisor", session: str, format: Format, output: Path | None, private: bool) -> None:
    """Write the paper into a file, or Markdown without a file's name to the terminal."""
    body = advisor.export(session, format.value, private)
    if output is None and format is Format.md:
        typer.echo(body.decode("utf-8"))
    else:
        write_file(output or Path(f"brief-{session[:8]}.{format.value}"), body)


def _reword(advisor: "Advisor", session: str) -> None:
    """Let a model word the paper anew and say what became of it, beside the paper."""

    def told(done: int, total: int) -> None:
        typer.echo(f"文章を整えています: {total}節のうち{done}節まで", err=True)

    advisor.reword(session, told)
    draft = advisor.draft(session)
    doubted = f"、{draft.doubtful}文を【要確認】にしました" if draft.doubtful else "ました"
    typer.echo(f"{draft.bettered}文を整え{doubted}。", err=True)


app.command()(handover)
app.command()(take)


@app.command("list")
def list_(
    search: Annotated[str, typer.Argument(help="題名と発言から探す言葉")] = "",
    data: DataOption = None,
) -> None:
    """相談の一覧を見る。"""
    from advisor.bootstrap import build

    entries = build(settings_of(data)).consultations(search)
    for entry in entries:
        typer.echo(f"{entry.id}  {entry.updated[:16].replace('T', ' ')}  {entry.title}")
    if not entries:
        typer.echo("相談はまだありません。advisor chat か advisor serve で始められます。")


@app.command()
def library(
    words: Annotated[str, typer.Argument(help="探す言葉")],
    k: Annotated[int, typer.Option("-k", help="件数", min=1, max=50)] = 5,
) -> None:
    """事例と枠組みを探す。"""
    from advisor.bootstrap import build_library
    from advisor.evidence.cards import CHECKED_NAMES
    from advisor.evidence.query import Query

    hits = build_library(Settings()).search(Query(text=words, k=k))
    for hit in hits:
        passage = hit.passage
        typer.secho(f"{passage.title} ― {passage.heading}", bold=True)
        typer.echo(
            f"  {passage.text}\n  〔{CHECKED_NAMES[passage.checked]}〕 {passage.url or passage.source}\n"
        )
    if not hits:
        typer.echo("資料には見当たりません。")


@app.command()
def doctor(
    endpoint: Annotated[
        bool,
        typer.Option(
            "--endpoint", help="言語モデルの接続先に試しの文を送り、何ができるかを調べる(docs/model.md)"
        ),
    ] = False,
    data: DataOption = None,
) -> None:
    """何が入っていて、データがどこにあり、何が働いているかを調べる。"""
    from advisor.adapters.doctor import examine, examine_endpoint

    bad = False
    for row in examine_endpoint(program=settings_of(data)) if endpoint else examine(settings_of(data)):
        mark = "○" if row.ok else "△"
        bad = bad or (not row.ok and row.needed)
        typer.echo(f"{mark} {row.name}: {row.value}" + (f"\n    {row.hint}" if row.hint else ""))
    raise typer.Exit(1 if bad else 0)
