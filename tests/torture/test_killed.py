"""Killed at any moment: what was acknowledged is there, what was not is absent or whole."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from advisor.adapters.database import Database
from tests.adapters.database.scripts import pair, ticking
from tests.adapters.database.test_papers_contract import version


def _killed(path: Path, root: Path, delay: float, *what: str) -> int:
    """Run a worker, kill it `delay` seconds after its first acknowledgement, return the last one."""
    command = [sys.executable, "-m", "tests.torture.worker", str(path), *what]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        first = worker.stdout.readline()
        time.sleep(delay)
        worker.kill()
        said = [first, *worker.stdout.read().splitlines(keepends=True)]
    return max(int(line) for line in said if line.endswith("\n"))


def _torture(folder: Path, root: Path, runs: int) -> None:
    path = folder / "consultations.sqlite3"
    database = Database(path, ticking())
    database.create("a", "me")
    database.close()
    chance = random.Random(20261124)
    for _ in range(runs):
        acknowledged = _killed(path, root, chance.uniform(0, 0.06))
        database = Database(path, ticking())
        events = database.events("a")
        database.close()
        assert acknowledged <= len(events) <= acknowledged + 2
        assert events == tuple(
            each for number in range(1, len(events) // 2 + 1) for each in pair("w", number)
        )
    assert database.check() == ()


def test_twenty_kills_lose_nothing_that_was_acknowledged(tmp_path: Path, root: Path) -> None:
    _torture(tmp_path, root, 20)


def test_a_version_is_stored_whole_or_not_at_all(tmp_path: Path, root: Path) -> None:
    path = tmp_path / "consultations.sqlite3"
    database = Database(path, ticking())
    database.create("a", "me")
    database.close()
    for delay in (0, 0.01, 0.03):
        acknowledged = _killed(path, root, delay, "versions")
        database = Database(path, ticking())
        numbers = [each.number for each in database.stamps("a")]
        assert acknowledged <= len(numbers) <= acknowledged + 2
        assert len(numbers) % 2 == 0
        assert [database.version("a", each) for each in numbers] == [
            version(each, f"w:{each}") for each in range(1, len(numbers) + 1)
        ]
        assert database.check() == ()
        database.close()


@pytest.mark.torture
@pytest.mark.timeout(900)
def test_two_hundred_kills_lose_nothing_that_was_acknowledged(tmp_path: Path, root: Path) -> None:
    _torture(tmp_path, root, 200)
