"""Appends scripted turns without end and says aloud what was acknowledged, until it is killed."""

import sys
from pathlib import Path

from advisor.adapters.database import Database
from tests.adapters.database.scripts import pair, ticking


def work(path: Path) -> None:
    """Append pairs of events from where the consultation stands."""
    database = Database(path, ticking())
    length = len(database.events("a"))
    while True:
        length = database.append("a", pair("w", length // 2 + 1), expected=length)
        sys.stdout.write(f"{length}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    work(Path(sys.argv[1]))
