"""What several commands share: where the data lies, and the settings that follow from it."""

from pathlib import Path
from typing import Annotated

import typer

from advisor.errors import AdvisorError
from advisor.settings import Settings

DataOption = Annotated[
    Path | None,
    typer.Option("--data", help="相談を置くフォルダー(既定は利用者のデータフォルダー)", show_default=False),
]


def settings_of(data: Path | None, **more: object) -> Settings:
    """The settings of the environment with what was given on the command line in their place."""
    chosen = {key: value for key, value in {"data": data, **more}.items() if value is not None}
    return Settings(**chosen)  # type: ignore[arg-type]


def read_file(path: Path) -> bytes:
    """The bytes of a file that was named; AdvisorError where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise AdvisorError("ファイルを読めません", str(path), "名と場所を確かめてください") from error


def write_file(path: Path, content: bytes) -> None:
    """Write a file and say so; AdvisorError where it cannot be written."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise AdvisorError(
            "ファイルに書けません", str(path), "書ける場所を --output で指定してください"
        ) from error
    typer.echo(f"書き出しました: {path}")
