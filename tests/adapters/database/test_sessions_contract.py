"""What everyone who keeps consultations promises: the database and the fake alike."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.adapters.database import Database
from advisor.agent.ports import Live, Sessions
from advisor.dialogue.events import MessageReceived
from advisor.dialogue.turns import Attachment
from advisor.errors import AdvisorError, Conflict
from advisor.privacy import clean
from tests.adapters.database.scripts import answer, greeting, message, pair, ticking
from tests.fakes.sessions import MemorySessions

MAKERS: dict[str, Callable[[Path], Sessions]] = {
    "database": lambda folder: Database(folder / "consultations.sqlite3", ticking()),
    "memory": lambda _folder: MemorySessions(ticking()),
}


@pytest.fixture(params=sorted(MAKERS))
def sessions(request: pytest.FixtureRequest, tmp_path: Path) -> Sessions:
    return MAKERS[request.param](tmp_path)


def test_events_come_back_as_they_were_stored_and_in_order(sessions: Sessions) -> None:
    sessions.create("a", "me")
    assert sessions.append("a", (greeting(),)) == 1
    assert sessions.append("a", (*pair("x", 1), *pair("x", 2))) == 5
    assert tuple(sessions.events("a")) == (greeting(), *pair("x", 1), *pair("x", 2))


def test_a_new_consultation_is_empty_and_has_its_owner(sessions: Sessions) -> None:
    sessions.create("a", "me")
    assert tuple(sessions.events("a")) == ()
    assert sessions.owner("a") == "me"


def test_an_id_can_be_taken_only_once(sessions: Sessions) -> None:
    sessions.create("a", "me")
    with pytest.raises(AdvisorError, match="同じ番号"):
        sessions.create("a", "you")
    assert sessions.owner("a") == "me"


def test_a_writer_who_saw_less_than_there_is_stores_nothing(sessions: Sessions) -> None:
    sessions.create("a", "me")
    sessions.append("a", (greeting(),), expected=0)
    with pytest.raises(Conflict, match="別のタブ"):
        sessions.append("a", (message("遅れた発言"),), expected=0)
    assert tuple(sessions.events("a")) == (greeting(),)


@pytest.mark.parametrize("call", ["append", "events", "owner", "rename", "delete", "restore", "purge"])
def test_an_unknown_consultation_is_an_error_in_words(sessions: Sessions, call: str) -> None:
    arguments = {"append": ("nobody", (greeting(),)), "rename": ("nobody", "題")}.get(call, ("nobody",))
    with pytest.raises(AdvisorError, match="見つかりません"):
        getattr(sessions, call)(*arguments)


def test_the_list_shows_the_latest_first_and_only_the_owners_own(sessions: Sessions) -> None:
    for id, owner in (("a", "me"), ("b", "me"), ("c", "you")):
        sessions.create(id, owner)
    sessions.append("a", (message("窓口の\n待ち時間"),))
    assert [(each.id, each.title) for each in sessions.list("me")] == [
        ("a", "窓口の 待ち時間"),
        ("b", "新しい相談"),
    ]


def test_a_message_without_words_is_titled_by_its_document(sessions: Sessions) -> None:
    sessions.create("a", "me")
    handed = (Attachment(name="地域交通計画.pdf", text="本文"), Attachment(name="別紙.txt", text="本文"))
    sessions.append("a", (message("").model_copy(update={"documents": handed}),))
    assert [each.title for each in sessions.list("me")] == ["地域交通計画.pdf"]


def test_a_given_title_wins_over_the_first_message(sessions: Sessions) -> None:
    sessions.create("a", "me")
    sessions.append("a", (message("窓口の待ち時間"),))
    sessions.rename("a", "雪の日の橋")
    assert [each.title for each in sessions.list("me")] == ["雪の日の橋"]
    sessions.rename("a", "")
    assert [each.title for each in sessions.list("me")] == ["窓口の待ち時間"]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("待ち時間", ["a"]),
        ("窓口 90分", ["a"]),
        ("橋", ["b"]),
        ("100%", ["b"]),
        ("1%", []),
        ("rpa", ["a"]),
        ("", ["b", "a"]),
        ("turn", []),
    ],
)
def test_the_search_looks_into_titles_and_messages(sessions: Sessions, search: str, found: list[str]) -> None:
    for id in ("a", "b"):
        sessions.create(id, "me")
    sessions.append("a", (message("RPAで窓口の待ち時間90分を減らしたい"),))
    sessions.append("b", (message("救急車が100%通る道"),))
    sessions.rename("b", "雪の日の橋")
    assert [each.id for each in sessions.list("me", search)] == found


def test_what_was_deleted_leaves_the_list_until_it_is_brought_back(sessions: Sessions) -> None:
    sessions.create("a", "me")
    sessions.append("a", (message("窓口"),))
    sessions.delete("a")
    assert list(sessions.list("me")) == []
    aside = sessions.list("me", deleted=True)
    assert [each.id for each in aside] == ["a"]
    assert aside[0].deleted is not None
    sessions.restore("a")
    assert [each.id for each in sessions.list("me")] == ["a"]
    assert tuple(sessions.events("a")) == (message("窓口"),)


def test_what_was_purged_is_unknown_and_the_rest_stays(sessions: Sessions) -> None:
    for id in ("a", "b"):
        sessions.create(id, "me")
        sessions.append(id, (message(id),))
    sessions.purge("a")
    with pytest.raises(AdvisorError, match="見つかりません"):
        sessions.events("a")
    assert tuple(sessions.events("b")) == (message("b"),)


@pytest.mark.parametrize(
    "text",
    [
        '{"lc": 1, "type": "constructor", "id": ["os", "system"]}',
        "'; DROP TABLE events; --",
        '行\n\t"引用" \\ %s {x}',
        "か゚゛\U0002000b👨‍👩‍👧",
    ],
)
def test_what_was_said_is_kept_as_a_string_and_as_nothing_else(sessions: Sessions, text: str) -> None:
    sessions.create("a", "me")
    sessions.append("a", (message(text),))
    (kept,) = sessions.events("a")
    assert isinstance(kept, MessageReceived)
    assert kept.text == text


@pytest.fixture(scope="module")
def long_lived(tmp_path_factory: pytest.TempPathFactory) -> Database:
    database = Database(tmp_path_factory.mktemp("kept") / "consultations.sqlite3", ticking())
    database.create("a", "me")
    return database


@given(text=st.text(alphabet=st.characters(exclude_categories=()), max_size=80))
def test_any_cleaned_text_survives_the_database(long_lived: Database, text: str) -> None:
    length = long_lived.append("a", (message(clean(text).text),))
    assert long_lived.events("a")[length - 1] == message(clean(text).text)


def test_a_reply_being_written_is_seen_until_its_turn_is_stored(sessions: Sessions) -> None:
    sessions.create("a", "me")
    sessions.append("a", (message("窓口"),))
    assert sessions.live("a") is None
    assert sessions.show("a", Live(turn=1, text="窓口の", at="t1")) is False
    sessions.show("a", Live(turn=1, text="窓口のお話ですね。", at="t2"))
    assert sessions.live("a") == Live(turn=1, text="窓口のお話ですね。", at="t2")
    sessions.append("a", pair("x", 1)[1:])
    assert sessions.live("a") is not None
    sessions.append("a", (answer(),))
    assert sessions.live("a") is None


def test_a_stop_reaches_the_writer_of_that_reply_and_no_later_one(sessions: Sessions) -> None:
    sessions.create("a", "me")
    sessions.show("a", Live(turn=1, text="", at="t1"))
    sessions.stop("a")
    assert sessions.show("a", Live(turn=1, text="窓口", at="t2")) is True
    assert sessions.show("a", Live(turn=2, text="次", at="t3")) is False


def test_nothing_is_live_in_an_unknown_consultation(sessions: Sessions) -> None:
    assert sessions.live("nobody") is None
    with pytest.raises(AdvisorError, match="見つかりません"):
        sessions.show("nobody", Live(turn=1))
