"""What is wrong with a file: damage, rows that belong to nobody, and gaps."""

from sqlalchemy import Column, Connection, func, select

from advisor.adapters.database.tables import EVENTS, VERSIONS


def faults(connection: Connection) -> tuple[str, ...]:
    """Return what is wrong, one finding a line; empty where all is whole."""
    states = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars().all()
    lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    found = [f"ファイルの傷: {state}" for state in states if state != "ok"]
    found += [f"持ち主のない記録: {len(lost)}行"] if lost else []
    found += [f"途中が欠けた相談: {id[:8]}" for id in _gaps(connection, EVENTS.c.consultation, EVENTS.c.seq)]
    versions = _gaps(connection, VERSIONS.c.consultation, VERSIONS.c.number)
    return tuple(found + [f"版の欠けた企画書: {id[:8]}" for id in versions])


def _gaps(connection: Connection, consultation: Column[str], number: Column[int]) -> list[str]:
    """The consultations whose rows are not numbered from 1 without a gap."""
    whole = (func.min(number) == 1) & (func.max(number) == func.count())
    query = select(consultation).group_by(consultation).having(~whole)
    return list(connection.execute(query).scalars())
