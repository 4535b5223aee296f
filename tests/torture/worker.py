"""Appends scripted turns, or versions, without end and says aloud what was acknowledged, until it is killed."""

import sys
from pathlib import Path

from advisor.adapters.database import Database
from tests.adapters.database.scripts import pair, ticking
from tests.adapters.database.test_papers_contract import version


def work(path: Path) -> None:
    """Append pairs of events from where the consultation stands."""
    database = Database(path, ticking())
    length = len(database.events("a"))
    while True:
        length = database.append("a", pair("w", length // 2 + 1), expected=length)
        sys.stdout.write(f"{length}\n")
        sys.stdout.flush()


def version_on(path: Path) -> None:
    """Add two versions at a time from where the paper stands."""
    database = Database(path, ticking())
    length = len(database.stamps("a"))
    while True:
        both = (version(length + 1, f"w:{length + 1}"), version(length + 2, f"w:{length + 2}"))
        database.add("a", both, expected=length)
        length += 2
        sys.stdout.write(f"{length}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    (version_on if "versions" in sys.argv[2:] else work)(Path(sys.argv[1]))
