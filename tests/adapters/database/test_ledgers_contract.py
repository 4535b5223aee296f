"""What everyone who keeps what was spent promises: the database and the fake alike."""

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.adapters.database import Database
from advisor.agent.ports import Ledgers
from advisor.errors import AdvisorError
from advisor.patience.budget import Account, Ledger, charged, on_day
from advisor.patience.usage import Usage
from tests.adapters.database.scripts import greeting, ticking
from tests.fakes.ledgers import MemoryLedgers

ME = Account(session="a", user="me")
MONDAY, TUESDAY = "2026-11-02", "2026-11-03"
USAGES = st.builds(
    Usage, prompt=st.integers(0, 9999), completion=st.integers(0, 9999), estimated=st.booleans()
)
CHARGES = st.lists(
    st.tuples(
        st.builds(Account, session=st.sampled_from("abc"), user=st.sampled_from(("me", "you", ""))),
        st.sampled_from((MONDAY, TUESDAY)),
        USAGES,
    ),
    max_size=12,
)


def _database(folder: Path) -> Database:
    return Database(folder / "consultations.sqlite3", ticking())


MAKERS: dict[str, Callable[[Path], Ledgers]] = {"database": _database, "memory": lambda _: MemoryLedgers()}


@pytest.fixture(params=sorted(MAKERS))
def ledgers(request: pytest.FixtureRequest, tmp_path: Path) -> Ledgers:
    return MAKERS[request.param](tmp_path)


def test_nothing_is_spent_at_first(ledgers: Ledgers) -> None:
    assert ledgers.spending(ME, MONDAY) == Ledger(day=MONDAY)


def test_both_directions_add_up_apart(ledgers: Ledgers) -> None:
    ledgers.charge(ME, MONDAY, Usage(prompt=10, completion=3))
    ledgers.charge(ME, MONDAY, Usage(prompt=5, completion=4, estimated=True))
    both = Usage(prompt=15, completion=7, estimated=True)
    assert ledgers.spending(ME, MONDAY) == Ledger(
        day=MONDAY, sessions={"a": both}, users={"me": both}, all=both
    )


def test_others_see_only_what_all_have_spent(ledgers: Ledgers) -> None:
    ledgers.charge(ME, MONDAY, Usage(prompt=10))
    other = ledgers.spending(Account(session="b", user="you"), MONDAY)
    assert other == Ledger(day=MONDAY, all=Usage(prompt=10))


def test_a_new_day_forgets_users_and_the_day_but_not_consultations(ledgers: Ledgers) -> None:
    ledgers.charge(ME, MONDAY, Usage(prompt=10))
    assert ledgers.spending(ME, TUESDAY) == Ledger(day=TUESDAY, sessions={"a": Usage(prompt=10)})
    ledgers.charge(ME, TUESDAY, Usage(prompt=1))
    assert ledgers.spending(ME, TUESDAY).sessions == {"a": Usage(prompt=11)}
    assert ledgers.spending(ME, MONDAY).all == Usage()


@settings(deadline=None, max_examples=25)
@given(CHARGES)
def test_the_database_keeps_what_the_pure_ledger_says(
    tmp_path_factory: pytest.TempPathFactory, charges: list[tuple[Account, str, Usage]]
) -> None:
    database, ledger = _database(tmp_path_factory.mktemp("data")), Ledger()
    for account, day, usage in sorted(charges, key=lambda each: each[1]):
        database.charge(account, day, usage)
        ledger = charged(ledger, account, day, usage)
    for account in (ME, Account(session="b", user="you"), Account(session="c", user="")):
        kept, today = database.spending(account, TUESDAY), on_day(ledger, TUESDAY)
        assert kept.all == today.all
        assert kept.sessions.get(account.session) == today.sessions.get(account.session)
        assert kept.users.get(account.user) == today.users.get(account.user)
    database.close()


def test_it_is_there_after_a_new_start_and_two_programs_lose_nothing(tmp_path: Path) -> None:
    programs = [_database(tmp_path) for _ in range(2)]

    def spend(database: Database) -> None:
        for _ in range(25):
            database.charge(ME, MONDAY, Usage(prompt=2, completion=1))

    threads = [threading.Thread(target=spend, args=(each,)) for each in programs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for each in programs:
        each.close()
    assert _database(tmp_path).spending(ME, MONDAY).all == Usage(prompt=100, completion=50)


def test_a_consultation_that_is_purged_leaves_no_row(tmp_path: Path) -> None:
    database = _database(tmp_path)
    for id in ("a", "b"):
        database.create(id, "me")
        database.append(id, (greeting(),))
        database.charge(Account(session=id, user="me"), MONDAY, Usage(prompt=10))
    database.purge("a")
    assert database.spending(ME, MONDAY).sessions == {}
    assert database.spending(Account(session="b", user="me"), MONDAY).sessions == {"b": Usage(prompt=10)}
    assert database.spending(ME, MONDAY).users == {"me": Usage(prompt=20)}


def test_only_names_days_and_numbers_are_kept_and_no_earlier_day(tmp_path: Path) -> None:
    database = _database(tmp_path)
    database.charge(ME, MONDAY, Usage(prompt=10, completion=2))
    database.charge(ME, TUESDAY, Usage(prompt=1, estimated=True))
    database.close()
    with sqlite3.connect(tmp_path / "consultations.sqlite3") as connection:
        rows = connection.execute("SELECT * FROM spending ORDER BY scope").fetchall()
    assert rows == [
        ("all", "", TUESDAY, 1, 0, 1),
        ("session", "a", "", 11, 2, 1),
        ("user", "me", TUESDAY, 1, 0, 1),
    ]


def test_a_file_of_the_step_before_gets_the_table_and_keeps_what_it_holds(tmp_path: Path) -> None:
    database = _database(tmp_path)
    database.create("a", "me")
    database.append("a", (greeting(),))
    database.close()
    with sqlite3.connect(tmp_path / "consultations.sqlite3") as connection:
        connection.execute("DROP TABLE versions")
        connection.execute("DROP TABLE spending")
        connection.execute("UPDATE alembic_version SET version_num = '0002'")
        connection.execute("PRAGMA user_version = 2")
    opened = _database(tmp_path)
    opened.charge(ME, MONDAY, Usage(prompt=10))
    assert opened.events("a") == (greeting(),)
    assert opened.spending(ME, MONDAY).all == Usage(prompt=10)


def test_a_file_that_cannot_be_written_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    database = Database(tmp_path / "file" / "consultations.sqlite3", ticking())
    with pytest.raises(AdvisorError):
        database.charge(ME, MONDAY, Usage(prompt=10))
