"""What SQLite says when something fails, as words an official can act on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError

from advisor.errors import AdvisorError

_FULL: Final = ("SQLITE_FULL", "SQLITE_IOERR")
_DAMAGED: Final = ("SQLITE_CORRUPT", "SQLITE_NOTADB")


class Full(AdvisorError):
    """The disk takes no more; nothing of what was to be stored was stored, and nothing older was lost."""


class Damaged(AdvisorError):
    """The file is no whole database any more."""


@contextmanager
def translated(file: str) -> Iterator[None]:
    """Turn the toolkit's errors into AdvisorError; others pass."""
    try:
        yield
    except DBAPIError as error:
        raise explained(error.orig, file) from error
    except sqlite3.Error as error:
        raise explained(error, file) from error
    except ValidationError as error:
        raise AdvisorError(
            "相談の記録に読めない行があります", file, "新しい版で作られた記録なら、新しい版で開いてください"
        ) from error


def explained(error: BaseException | None, file: str) -> AdvisorError:
    """Return what happened and what to do for an error of the driver."""
    name = str(getattr(error, "sqlite_errorname", "") or "")
    if name.startswith(_FULL):
        return Full(
            "保存できません。ディスクの空きがありません", file, "空きを作ってから、もう一度送ってください"
        )
    if name.startswith(_DAMAGED):
        return Damaged("相談の記録が壊れています", file, "プログラムを始め直してください")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return AdvisorError(
            "保存できません。ほかの処理が書き込み中です", file, "少し待って、もう一度送ってください"
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
        return AdvisorError(
            "保存できません。この場所に書き込めません", file, "データの場所と許可を確かめてください"
        )
    return AdvisorError(
        "保存できません", f"{file}: {error}", "くり返すときは advisor doctor で調べてください"
    )
