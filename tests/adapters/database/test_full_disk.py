"""A full disk: the official is told, nothing is lost, and deleting still works."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from advisor.adapters.database import Database
from advisor.adapters.database.ballast import WEIGHT, ballast
from advisor.errors import AdvisorError
from tests.adapters.database.scripts import greeting, message, ticking


@pytest.fixture
def narrow() -> Iterator[None]:
    """Every database of the test may grow to sixty pages only, as on a full disk."""

    def limit(connection: Any, _record: Any) -> None:
        connection.execute("PRAGMA max_page_count = 60")

    event.listen(Engine, "connect", limit)
    yield
    event.remove(Engine, "connect", limit)


def _fill(database: Database) -> int:
    """Append until no more can be stored; return how many events were acknowledged."""
    acknowledged = len(database.events("a"))
    for _ in range(100_000):
        try:
            acknowledged = database.append("a", (message("長い発言" * 500),), expected=acknowledged)
        except AdvisorError as error:
            if not error.what.startswith("保存できません。ディスクの空きがありません"):
                raise
            return acknowledged
    raise AssertionError("the disk was never full")


@pytest.mark.usefixtures("narrow")
def test_a_message_that_no_longer_fits_is_refused_in_words_and_nothing_is_lost(tmp_path: Path) -> None:
    database = Database(tmp_path / "consultations.sqlite3", ticking())
    database.create("a", "me")
    database.append("a", (greeting(),))
    acknowledged = _fill(database)
    assert len(database.events("a")) == acknowledged > 1
    assert database.check() == ()


@pytest.mark.usefixtures("narrow")
def test_after_a_purge_there_is_room_again(tmp_path: Path) -> None:
    database = Database(tmp_path / "consultations.sqlite3", ticking())
    database.create("a", "me")
    _fill(database)
    database.delete("a")
    database.purge("a")
    database.create("b", "me")
    assert database.append("b", (message("長い発言" * 500),)) == 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of 30 MB, where one can be mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={6 * WEIGHT}", "tmpfs", str(place)]
    if sys.platform != "linux" or os.geteuid() != 0 or subprocess.run(command, check=False).returncode:
        pytest.skip("no small disk can be mounted here: the full disk was tried with a page limit only")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_on_a_really_full_disk_the_ballast_lets_go_so_that_something_can_be_deleted(small_disk: Path) -> None:
    path = small_disk / "consultations.sqlite3"
    database = Database(path, ticking())
    database.create("a", "me")
    database.append("a", (greeting(),))
    assert ballast(path).stat().st_size == WEIGHT
    _crowd(small_disk / "filler")
    acknowledged = _fill(database)
    assert ballast(path).exists()
    assert len(database.events("a")) == acknowledged
    database.delete("a")
    assert not ballast(path).exists()
    assert len(database.list("me", deleted=True)) == 1
    (small_disk / "filler").unlink()
    database.purge("a")
    assert database.check() == ()


def _crowd(filler: Path) -> None:
    """Write until the disk is full."""
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(65_536))


def test_a_place_that_cannot_be_written_to_is_an_error_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(AdvisorError, match="データの場所を作れません"):
        Database(tmp_path / "file" / "consultations.sqlite3", ticking()).list("me")
