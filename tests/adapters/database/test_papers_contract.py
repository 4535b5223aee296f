"""What everyone who keeps versions of papers promises: the database and the one in memory alike."""

import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from advisor.adapters.database import Database
from advisor.agent.papers import MemoryPapers, Papers
from advisor.brief.model import SECTION_TITLES, Brief, Claim, Header, Item, Section
from advisor.brief.studio.paper import Kind, Paper, Stamp, Version, pinned
from advisor.errors import AdvisorError, Conflict
from tests.adapters.database.scripts import START, greeting, ticking

SECRET = "ひみつの企画を消したあとには一文字も残さない"


def _database(folder: Path) -> Database:
    made = Database(folder / "consultations.sqlite3", ticking())
    made.create("a", "me")
    made.append("a", (greeting(),))
    return made


MAKERS: dict[str, Callable[[Path], Papers]] = {"database": _database, "memory": lambda _: MemoryPapers()}


@pytest.fixture(params=sorted(MAKERS))
def papers(request: pytest.FixtureRequest, tmp_path: Path) -> Papers:
    return MAKERS[request.param](tmp_path)


def paper(*words: str) -> Paper:
    """A paper that says a few words in its first section and nothing else."""
    claims = tuple(Claim(text=each, origin="said", turns=(1,)) for each in words)
    sections = tuple(
        Section(id=id, title=title, items=(Item(claims=claims),) if id == "summary" else ())
        for id, title in SECTION_TITLES.items()
    )
    return pinned(Brief(header=Header(), title=claims[:1], sections=sections))


def version(number: int, *words: str, kind: Kind = "edit", parent: int | None = None) -> Version:
    """A version that says a few words."""
    stamp = Stamp(number=number, kind=kind, at=START.isoformat(), who="me", why="書き直し", parent=parent)
    return Version(**stamp.model_dump(), paper=paper(*words))


def test_versions_come_back_as_they_were_stored(papers: Papers) -> None:
    first, second = version(1, "髙𠮷\n<b>", kind="draft"), version(2, "半分", parent=1)
    papers.add("a", (first, second), expected=0)
    assert tuple(papers.stamps("a")) == (first.stamp, second.stamp)
    assert papers.version("a", 1) == first
    assert papers.version("a", 2) == second


def test_before_the_first_edit_there_is_none(papers: Papers) -> None:
    assert tuple(papers.stamps("a")) == ()
    with pytest.raises(AdvisorError, match="その版は見つかりません"):
        papers.version("a", 1)


def test_the_paper_of_now_is_the_newest_that_does_not_stand_aside(papers: Papers) -> None:
    assert papers.standing("a") == (None, 0)
    first, beside = version(1, "いまの紙", kind="draft"), version(2, "遅れた文", kind="aside", parent=1)
    papers.add("a", (first, beside), expected=0)
    assert papers.standing("a") == (first.stamp, 2)


def test_who_saw_less_than_there_is_stores_nothing(papers: Papers) -> None:
    papers.add("a", (version(1, "初め"),), expected=0)
    with pytest.raises(Conflict, match="別のタブ"):
        papers.add("a", (version(1, "遅れた"),), expected=0)
    assert [each.number for each in papers.stamps("a")] == [1]
    assert papers.version("a", 1) == version(1, "初め")


def test_a_name_changes_nothing_else(papers: Papers) -> None:
    papers.add("a", (version(1, "初め"),), expected=0)
    papers.name_version("a", 1, "部長説明")
    assert papers.version("a", 1) == version(1, "初め").model_copy(update={"name": "部長説明"})
    with pytest.raises(AdvisorError, match="その版は見つかりません"):
        papers.name_version("a", 9, "ない")


def test_many_tabs_at_once_store_every_version_once(papers: Papers) -> None:
    def persist(writer: str) -> None:
        for turn in range(8):
            while True:
                number = len(papers.stamps("a"))
                try:
                    papers.add("a", (version(number + 1, f"{writer}{turn}"),), expected=number)
                    break
                except Conflict:
                    continue

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(persist, "abcd"))
    stamps: Sequence[Stamp] = papers.stamps("a")
    assert [each.number for each in stamps] == list(range(1, 33))
    said = [papers.version("a", each.number).paper.brief.section("summary").claims[0].text for each in stamps]
    assert sorted(said) == sorted(f"{writer}{turn}" for writer in "abcd" for turn in range(8))


def test_no_byte_of_a_purged_paper_is_left(tmp_path: Path) -> None:
    database = _database(tmp_path)
    database.create("b", "me")
    for number in range(1, 30):
        database.add("b", (version(number, *[SECRET] * number),), expected=number - 1)
    database.name_version("b", 3, SECRET)
    held = [file.name for file in tmp_path.iterdir() if SECRET.encode() in file.read_bytes()]
    assert held
    database.add("a", (version(1, "残るもの"),), expected=0)
    database.purge("b")
    assert [file.name for file in tmp_path.iterdir() if SECRET.encode() in file.read_bytes()] == []
    assert database.version("a", 1) == version(1, "残るもの")
    assert database.check() == ()


def test_a_paper_needs_its_consultation(tmp_path: Path) -> None:
    with pytest.raises(AdvisorError, match="その相談は見つかりません"):
        _database(tmp_path).add("nobody", (version(1, "x"),), expected=0)


def test_a_letter_that_cannot_be_stored_is_an_error_in_words_and_stores_nothing(tmp_path: Path) -> None:
    database = _database(tmp_path)
    with pytest.raises(AdvisorError, match="保存できない文字"):
        database.add("a", (version(1, "よい"), version(2, "こわれた\ud800")), expected=0)
    assert database.stamps("a") == ()


def test_a_missing_version_is_found_by_the_check(tmp_path: Path) -> None:
    database = _database(tmp_path)
    database.add("a", (version(1, "x"), version(2, "y"), version(3, "z")), expected=0)
    assert database.check() == ()
    with sqlite3.connect(tmp_path / "consultations.sqlite3") as connection:
        connection.execute("DELETE FROM versions WHERE number = 2")
    assert database.check() == ("版の欠けた企画書: a",)


def test_a_file_of_the_step_before_gets_the_table_and_keeps_what_it_holds(tmp_path: Path) -> None:
    database = _database(tmp_path)
    database.close()
    with sqlite3.connect(tmp_path / "consultations.sqlite3") as connection:
        connection.execute("DROP TABLE versions")
        connection.execute("UPDATE alembic_version SET version_num = '0003'")
        connection.execute("PRAGMA user_version = 3")
    opened = Database(tmp_path / "consultations.sqlite3", ticking())
    assert opened.events("a") == (greeting(),)
    opened.add("a", (version(1, "初め"),), expected=0)
    opened.close()
    again = Database(tmp_path / "consultations.sqlite3", ticking())
    assert again.version("a", 1) == version(1, "初め")
    assert again.check() == ()
