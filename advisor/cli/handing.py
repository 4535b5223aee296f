"""`advisor handover` and `advisor take`: a consultation as one file, and back."""

from pathlib import Path
from typing import Annotated

import typer

from advisor.cli.options import DataOption, read_file, settings_of, write_file


def handover(
    session: Annotated[str, typer.Argument(help="相談の番号(advisor list で見られます)")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="書き出す先(.zip)", show_default=False)
    ] = None,
    data: DataOption = None,
) -> None:
    """相談と企画書を、引き継ぎ・情報公開用の一式(.zip)にまとめる。"""
    from advisor.bootstrap import build, build_handover

    content = build_handover(build(settings_of(data))).hand(session)
    write_file(output or Path(f"handover-{session[:8]}.zip"), content)


def take(
    file: Annotated[Path, typer.Argument(help="advisor handover で作った一式(.zip)")],
    data: DataOption = None,
) -> None:
    """引き継ぎの一式を、新しい相談として取り込む。いまある相談には触れない。"""
    from advisor.bootstrap import build, build_handover

    session = build_handover(build(settings_of(data))).take(file.name, read_file(file))
    typer.echo(f"取り込みました: {session.id}  {session.title}")
    typer.echo(f"続きは advisor chat {session.id}")
