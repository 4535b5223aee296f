"""The file: made, brought up to date, refused, put aside, wiped and looked after."""

import sqlite3
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from advisor.adapters.database import Database
from advisor.adapters.database.schema import HEAD
from advisor.adapters.database.tables import METADATA
from advisor.errors import AdvisorError
from tests.adapters.database.scripts import START, greeting, message, pair, ticking

SECRET = "ひみつの相談を消したあとには一文字も残さない"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "consultations.sqlite3"


@pytest.fixture
def database(path: Path) -> Database:
    made = Database(path, ticking())
    made.create("a", "me")
    made.append("a", (greeting(),))
    return made


def test_the_migrations_make_exactly_the_tables_of_the_program(database: Database, path: Path) -> None:
    with create_engine(f"sqlite:///{path}").connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == HEAD


def test_the_file_is_kept_durably(database: Database, path: Path) -> None:
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_what_was_stored_is_there_after_a_new_start(database: Database, path: Path) -> None:
    database.close()
    assert Database(path, ticking()).events("a") == (greeting(),)


def test_neither_the_program_nor_a_file_that_is_up_to_date_loads_what_it_does_not_need(
    database: Database, path: Path
) -> None:
    database.close()
    script = (
        "import sys; from pathlib import Path; from advisor.adapters.database import Database\n"
        "before = {'sqlalchemy', 'alembic'} & set(sys.modules)\n"
        "Database(Path(sys.argv[1]), lambda: '2026-11-24T09:00:00+09:00').events('a')\n"
        "print(sorted(before), 'alembic' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[] False"


def test_a_file_of_a_newer_program_is_refused_and_left_alone(database: Database, path: Path) -> None:
    database.close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {HEAD + 1}")
    with pytest.raises(AdvisorError, match="新しいプログラム"):
        Database(path, ticking()).events("a")
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM events").fetchone() == (1,)


@pytest.mark.parametrize("damage", ["no database at all", "cut in the middle", "garbage in the middle"])
def test_a_damaged_file_is_put_aside_with_a_word_and_a_new_one_begun(
    database: Database, path: Path, damage: str
) -> None:
    for number in range(200):
        database.append("a", pair("長い相談の中身" * 20, number))
    database.close()
    whole = path.read_bytes()
    half = len(whole) // 2
    path.write_bytes(
        {
            "no database at all": b"PK\x03\x04 not a database " * 400,
            "cut in the middle": whole[:half],
            "garbage in the middle": whole[:4096] + b"\xff" * half + whole[4096 + half :],
        }[damage]
    )
    damaged = path.read_bytes()
    reopened = Database(path, ticking())
    with pytest.raises(AdvisorError, match=r"脇に置きました.*\.bad-20261124"):
        reopened.list("me")
    assert [file.read_bytes() for file in path.parent.glob("*.bad-*[0-9]")] == [damaged]
    assert list(reopened.list("me")) == []
    reopened.create("b", "me")
    assert reopened.check() == ()


def test_a_damaged_file_put_aside_is_removed_after_thirty_days(database: Database, path: Path) -> None:
    database.close()
    old, new = (
        path.with_name(f"{path.name}.bad-20261001090000"),
        path.with_name(f"{path.name}.bad-20261120090000"),
    )
    old.write_text(SECRET)
    new.write_text(SECRET)
    Database(path, ticking()).list("me")
    assert (old.exists(), new.exists()) == (False, True)


def _holds(folder: Path, text: str) -> list[str]:
    return [file.name for file in folder.iterdir() if text.encode() in file.read_bytes()]


def test_no_byte_of_a_purged_consultation_is_left(database: Database, path: Path) -> None:
    database.create("b", "me")
    for number in range(50):
        database.append("b", (message(SECRET + "。" * number * 40, number + 1),))
    database.rename("b", SECRET)
    other = Database(path, ticking())
    assert len(other.events("b")) == 50
    assert _holds(path.parent, SECRET)
    database.delete("b")
    database.purge("b")
    assert _holds(path.parent, SECRET) == []
    assert other.events("a") == (greeting(),)


@pytest.mark.parametrize(("days", "left"), [(29, True), (31, False)])
def test_what_was_deleted_is_gone_for_good_after_thirty_days(
    database: Database, path: Path, days: int, left: bool
) -> None:
    database.append("a", (message(SECRET),))
    database.delete("a")
    database.close()
    later = Database(path, ticking(START + timedelta(days=days)))
    assert [each.id for each in later.list("me", deleted=True)] == (["a"] if left else [])
    assert bool(_holds(path.parent, SECRET)) is left


def test_a_whole_file_has_nothing_wrong_and_a_gap_is_found(database: Database, path: Path) -> None:
    database.append("a", pair("x", 1))
    assert database.check() == ()
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM events WHERE seq = 2")
    assert database.check() == ("途中が欠けた相談: a",)


def test_the_size_counts_the_log_too(database: Database, path: Path) -> None:
    before = database.size
    for number in range(20):
        database.append("a", pair("長い相談" * 50, number))
    assert database.size > before > 0


def test_a_row_of_a_newer_kind_is_an_error_in_words(database: Database, path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO events VALUES ('a', 2, 'dream', '{\"kind\": \"dream\"}', '')")
    with pytest.raises(AdvisorError, match="読めない行"):
        database.events("a")


def test_a_letter_that_cannot_be_stored_is_an_error_in_words_and_stores_nothing(database: Database) -> None:
    with pytest.raises(AdvisorError, match="保存できない文字"):
        database.append("a", (message("よい"), message("こわれた\ud800")))
    assert database.events("a") == (greeting(),)
