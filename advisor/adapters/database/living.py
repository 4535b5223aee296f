"""The reply that is being written: one row a consultation, gone with the turn that it becomes."""

from typing import Final

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from advisor.adapters.database.tables import LIVE
from advisor.agent.ports import Live

_ASKED: Final = 1


def showed(connection: Connection, id: str, live: Live) -> bool:
    """Keep what may be on the screen now; return whether a stop was asked for since this reply began."""
    mine = LIVE.c.consultation == id
    connection.execute(delete(LIVE).where(mine, LIVE.c.turn != live.turn))
    put = insert(LIVE).values(consultation=id, turn=live.turn, text=live.text, stop=0, at=live.at)
    kept = {"text": put.excluded.text, "at": put.excluded.at}
    connection.execute(put.on_conflict_do_update(index_elements=[LIVE.c.consultation], set_=kept))
    return bool(connection.execute(select(LIVE.c.stop).where(mine)).scalar_one())


def seen(connection: Connection, id: str) -> Live | None:
    """What is on the screen of a consultation whose reply is being written, or None."""
    columns = (LIVE.c.turn, LIVE.c.text, LIVE.c.stop, LIVE.c.at)
    row = connection.execute(select(*columns).where(LIVE.c.consultation == id)).one_or_none()
    return None if row is None else Live(turn=row.turn, text=row.text, stop=bool(row.stop), at=row.at)


def asked_to_stop(connection: Connection, id: str) -> None:
    """Ask whoever writes the reply to wait no longer for a model."""
    connection.execute(update(LIVE).where(LIVE.c.consultation == id).values(stop=_ASKED))


def gone(connection: Connection, id: str) -> None:
    """Forget the row."""
    connection.execute(delete(LIVE).where(LIVE.c.consultation == id))
