"""The tokens that were spent: a row a consultation, and a row a user and one for all, which a new day takes away."""

from typing import Final

from sqlalchemy import Connection, delete, func, select, tuple_
from sqlalchemy.dialects.sqlite import insert

from advisor.adapters.database.tables import SPENDING
from advisor.patience.budget import Account, Ledger
from advisor.patience.usage import Usage

_EVER: Final = ""
"""The day of a consultation's row, which counts over its life."""
_Key = tuple[str, str, str]


def spent_by(connection: Connection, account: Account, day: str) -> Ledger:
    """Return what is kept of an account, and of everybody, on a day."""
    session, user, everybody = _keys(account, day)
    columns = (SPENDING.c.scope, SPENDING.c.name, SPENDING.c.day)
    rows = connection.execute(select(SPENDING).where(tuple_(*columns).in_((session, user, everybody))))
    kept = {
        (row.scope, row.name, row.day): Usage(
            prompt=row.prompt, completion=row.completion, estimated=bool(row.estimated)
        )
        for row in rows
    }
    return Ledger(
        day=day,
        sessions={account.session: kept[session]} if session in kept else {},
        users={account.user: kept[user]} if user in kept else {},
        all=kept.get(everybody, Usage()),
    )


def charged(connection: Connection, account: Account, day: str, usage: Usage) -> None:
    """Add to the three rows, and let go of those of earlier days."""
    connection.execute(delete(SPENDING).where(SPENDING.c.day != _EVER, SPENDING.c.day < day))
    for scope, name, on in _keys(account, day):
        put = insert(SPENDING).values(
            scope=scope,
            name=name,
            day=on,
            prompt=usage.prompt,
            completion=usage.completion,
            estimated=usage.estimated,
        )
        more = {
            "prompt": SPENDING.c.prompt + put.excluded.prompt,
            "completion": SPENDING.c.completion + put.excluded.completion,
            "estimated": func.max(SPENDING.c.estimated, put.excluded.estimated),
        }
        connection.execute(put.on_conflict_do_update(index_elements=list(SPENDING.primary_key), set_=more))


def forgotten(connection: Connection, id: str) -> None:
    """Remove the row of a consultation."""
    connection.execute(delete(SPENDING).where(SPENDING.c.scope == "session", SPENDING.c.name == id))


def _keys(account: Account, day: str) -> tuple[_Key, _Key, _Key]:
    return ("session", account.session, _EVER), ("user", account.user, day), ("all", "", day)
