"""Wiping: after a removal neither the file nor its log keeps a byte of what was removed."""

import sqlite3
from contextlib import closing
from typing import Final

from sqlalchemy import Engine
from sqlalchemy.engine.interfaces import DBAPICursor

from advisor.errors import AdvisorError

_TRIES: Final = 3


def wipe(engine: Engine) -> None:
    """Empty the log into the file and rebuild the file; removed rows were already overwritten with zeros.

    Raises AdvisorError where others read on and on, so that the log could not be emptied. It speaks to the
    driver itself, since a rebuild must not stand inside a transaction.
    """
    with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        _empty_log(cursor)
        _rebuild(cursor)
        _empty_log(cursor)


def _rebuild(cursor: DBAPICursor) -> None:
    """Rebuild the file; a full disk only leaves it larger than need be, the rows are gone all the same."""
    try:
        cursor.execute("VACUUM")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname != "SQLITE_FULL":
            raise


def _empty_log(cursor: DBAPICursor) -> None:
    for _ in range(_TRIES):
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy = cursor.fetchall()[0][0]
        if not busy:
            return
    raise AdvisorError(
        "消した相談の跡がまだ残っています", "", "ほかの画面を閉じてから、もう一度消してください"
    )
