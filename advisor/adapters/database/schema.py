"""Brings a file to the schema of this program; Alembic is loaded only where there is something to do."""

from importlib import import_module
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from advisor.errors import AdvisorError

HEAD: Final = 4
"""The number of the newest step, kept in the file as `user_version`; `REVISION` is its name in Alembic."""
REVISION: Final = "0004"
_STEPS: Final = Path(__file__).parent / "migrations"


def version(connection: Connection) -> int:
    """The step at which a file stands; 0 for an empty one."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def refuse_newer(connection: Connection, file: str) -> None:
    """Raise AdvisorError where a newer program wrote the file."""
    if version(connection) > HEAD:
        raise AdvisorError(
            "相談の記録が、この版より新しいプログラムで作られています",
            file,
            "新しい版のプログラムで開いてください",
        )


def migrate(connection: Connection) -> None:
    """Run the missing steps inside the open write transaction; a file that is up to date is left alone."""
    if version(connection) == HEAD:
        return
    config = import_module("alembic.config").Config()
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    import_module("alembic.command").upgrade(config, REVISION)
    connection.exec_driver_sql(f"PRAGMA user_version = {HEAD}")
