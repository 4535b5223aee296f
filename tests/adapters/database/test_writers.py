"""Many writers at once: nothing is lost, nothing is torn apart, no one is sent away as locked out."""

import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from advisor.adapters.database import Database
from advisor.dialogue.events import Event, MessageReceived
from advisor.errors import Conflict
from tests.adapters.database.scripts import pair, ticking

WRITER = """
import sys
from pathlib import Path
from advisor.adapters.database import Database
from tests.adapters.database.test_writers import persist
persist(Database(Path(sys.argv[1]), lambda: "2026-11-24T09:00:00+09:00"), sys.argv[2], int(sys.argv[3]))
"""


def persist(database: Database, writer: str, turns: int) -> None:
    """Append pairs as a tab would: on a conflict look again and retry."""
    for number in range(1, turns + 1):
        while True:
            try:
                database.append("a", pair(writer, number), expected=len(database.events("a")))
                break
            except Conflict:
                continue


def assert_whole(events: Sequence[Event], writers: Sequence[str], turns: int) -> None:
    """Every pair stands together, every writer's pairs stand in order, none is missing."""
    pairs = [tuple(events[place : place + 2]) for place in range(0, len(events), 2)]
    said = {writer: [] for writer in writers}  # type: dict[str, list[int]]
    for both in pairs:
        first = both[0]
        assert isinstance(first, MessageReceived)
        writer, number = first.text.split(":")
        assert both == pair(writer, int(number))
        said[writer].append(int(number))
    assert said == {writer: list(range(1, turns + 1)) for writer in writers}


def test_threads_that_write_to_one_consultation_neither_lose_nor_interleave(tmp_path: Path) -> None:
    database = Database(tmp_path / "consultations.sqlite3", ticking())
    database.create("a", "me")
    writers = ["w1", "w2", "w3", "w4"]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda writer: persist(database, writer, 15), writers))
    assert_whole(database.events("a"), writers, 15)


def test_processes_that_write_to_one_consultation_neither_lose_nor_interleave(
    tmp_path: Path, root: Path
) -> None:
    path = tmp_path / "consultations.sqlite3"
    database = Database(path, ticking())
    database.create("a", "me")
    writers = ["w1", "w2", "w3"]
    running = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), writer, "20"], cwd=root)
        for writer in writers
    ]
    assert [process.wait(timeout=60) for process in running] == [0, 0, 0]
    assert_whole(database.events("a"), writers, 20)
    assert database.check() == ()


def test_processes_that_open_a_missing_file_at_once_all_succeed(tmp_path: Path, root: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from advisor.adapters.database import Database\n"
        "Database(Path(sys.argv[1]), lambda: '2026-11-24T09:00:00+09:00').create(sys.argv[2], 'me')"
    )
    path = tmp_path / "consultations.sqlite3"
    running = [subprocess.Popen([sys.executable, "-c", script, str(path), id], cwd=root) for id in "abcd"]
    assert [process.wait(timeout=60) for process in running] == [0, 0, 0, 0]
    assert sorted(each.id for each in Database(path, ticking()).list("me")) == list("abcd")
