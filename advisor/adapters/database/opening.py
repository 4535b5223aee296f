"""Opening the file: made where it is missing, brought up to date, and put aside where it is damaged."""

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import Engine

from advisor.adapters.database.ballast import load
from advisor.adapters.database.engine import connected
from advisor.adapters.database.failures import Damaged, translated
from advisor.adapters.database.schema import migrate, refuse_newer
from advisor.agent.clock import Clock
from advisor.errors import AdvisorError

_SMALL: Final = 50_000_000
"""Bytes up to which the whole file is looked through at every start (a fraction of a second)."""


def opened(path: Path, clock: Clock) -> Engine:
    """Return an engine for a whole, up-to-date file at `path`.

    A damaged file is renamed to `.bad-<time>` with its log, and AdvisorError says so; the next call starts a
    new file. A file of a newer program raises AdvisorError and is left alone.
    """
    _make_folder(path)
    engine = connected(path)
    try:
        with translated(path.name):
            _prepare(engine, path)
    except Damaged as error:
        engine.dispose()
        raise _put_aside(path, clock()) from error
    except AdvisorError:
        engine.dispose()
        raise
    load(path)
    return engine


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AdvisorError("データの場所を作れません", str(error), "場所と許可を確かめてください") from error


def _prepare(engine: Engine, path: Path) -> None:
    with engine.begin() as connection:
        refuse_newer(connection, path.name)
    if path.stat().st_size <= _SMALL:
        _look_through(engine, path.name)
    with engine.execution_options(writes=True).begin() as connection:
        migrate(connection)


def _look_through(engine: Engine, file: str) -> None:
    with engine.connect() as connection:
        state = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    if state != "ok":
        raise Damaged("相談の記録が壊れています", f"{file}: {state}", "")


def clear_old(path: Path, now: str, kept: timedelta) -> None:
    """Remove damaged files that were put aside longer ago than `kept`: they too may hold what was deleted."""
    limit = re.sub(r"\D", "", (datetime.fromisoformat(now) - kept).isoformat(timespec="seconds"))[:14]
    for aside in path.parent.glob(f"{path.name}.bad-*"):
        if aside.name.removeprefix(f"{path.name}.bad-")[:14] < limit:
            aside.unlink(missing_ok=True)


def _put_aside(path: Path, now: str) -> AdvisorError:
    stamp = re.sub(r"\D", "", datetime.fromisoformat(now).isoformat(timespec="seconds"))[:14]
    aside = path.with_name(f"{path.name}.bad-{stamp}")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.bad-{stamp}-{number}")
    for suffix in ("", "-wal", "-shm"):
        file = path.with_name(path.name + suffix)
        if file.exists():
            file.rename(aside.with_name(aside.name + suffix))
    return AdvisorError(
        "相談の記録が壊れていたため、脇に置きました",
        aside.name,
        "もう一度開くと新しい記録で始まります。写しがあれば戻してください",
    )
