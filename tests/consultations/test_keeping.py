"""What is said is kept: tabs, undo, branches, interruption, and personal data."""

import itertools
import threading
from pathlib import Path

import pytest

from advisor.adapters.database import Database
from advisor.agent.advisor import Advisor
from advisor.dialogue.events import MessageReceived
from advisor.dialogue.turns import LONGEST_DOCUMENT
from advisor.errors import AdvisorError, Conflict

AT = "2026-11-24T09:00:00+09:00"


@pytest.fixture
def kept(advisor: Advisor, tmp_path: Path) -> Advisor:
    """The embedded advisor on a database of its own."""
    ids = (f"consultation-{number:04d}-long-enough" for number in itertools.count())
    return Advisor(
        players=advisor._players,
        words=advisor._words,
        sessions=Database(tmp_path / "consultations.sqlite3", lambda: AT),
        clock=lambda: AT,
        ids=lambda: next(ids),
        exporters=advisor._exporters,
        owner="official",
    )


def test_a_stale_tab_is_told_and_nothing_is_stored(kept: Advisor) -> None:
    id = kept.begin().id
    kept.say(id, "空き家で困っています", seen=0)
    with pytest.raises(Conflict):
        kept.say(id, "古い画面からの発言", seen=0)
    assert len(kept.session(id).turns) == 1


def test_two_tabs_at_once_never_interleave_or_lose_a_message(kept: Advisor) -> None:
    id = kept.begin().id
    said = [f"{number}番目の話です。" for number in range(6)]
    threads = [threading.Thread(target=kept.say, args=(id, text)) for text in said]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    session = kept.session(id)
    assert sorted(turn.message for turn in session.turns) == said
    kinds = [event.kind for event in session.events[1:]]
    assert kinds == ["message", "turn"] * len(said)


def test_a_message_stored_before_a_crash_is_answered_when_opened(kept: Advisor) -> None:
    id = kept.begin().id
    session = kept.session(id)
    kept._sessions.append(
        id, (MessageReceived(at=AT, turn=1, text="空き家で困っています"),), expected=len(session.events)
    )
    assert kept.session(id).unanswered is not None
    resumed = kept.resume(id)
    assert [turn.message for turn in resumed.turns] == ["空き家で困っています"]
    assert resumed.turns[0].reply.text


def test_undo_and_edit_leave_everything_in_the_record(kept: Advisor) -> None:
    id = kept.begin().id
    kept.say(id, "空き家で困っています")
    kept.say(id, "坂の上の家です")
    assert len(kept.undo(id).turns) == 1
    kept.edit(id, 1, "空き店舗で困っています")
    session = kept.session(id)
    assert [turn.message for turn in session.turns] == ["空き店舗で困っています"]
    assert {turn.message for turn in session.left} == {"空き家で困っています", "坂の上の家です"}


def test_a_reopened_database_tells_the_same_consultation(kept: Advisor, tmp_path: Path) -> None:
    id = kept.begin().id
    kept.say(id, "免許を返した高齢者が自分で買い物に行ける町にしたい")
    kept.lock_slot(id, "aspiration")
    before = kept.session(id)
    again = Database(tmp_path / "consultations.sqlite3", lambda: AT)
    assert tuple(again.events(id)) == before.events


def test_another_owner_sees_nothing(kept: Advisor) -> None:
    id = kept.begin().id
    kept.owner = "somebody else"
    with pytest.raises(AdvisorError):
        kept.session(id)


def test_no_personal_value_reaches_the_folder_or_the_paper(kept: Advisor, tmp_path: Path) -> None:
    id = kept.begin().id
    kept.say(id, "東台の小暮さん(090-0831-2256)が、バスを40分待って来なかったそうです")
    kept.say(id, "通知先は kaori.mizushima@example.jp です", documents=[("控え", "個人番号:705382419069")])
    kept.set_slot(id, "customer", "森下タケ様、昭和13年2月9日のお生まれ")
    paper = kept.export(id, "md", private=True) + kept.export(id, "md")
    stored = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for value in ("小暮", "090-0831-2256", "kaori.mizushima", "705382419069", "森下タケ", "昭和13年2月9日"):
        assert value.encode() not in stored, value
        assert value.encode() not in paper, value


def test_a_document_is_kept_masked_with_its_name_and_a_word_about_what_was_cut(kept: Advisor) -> None:
    id = kept.begin().id
    long = "窓口の話です。\n" * 30_000
    turn = kept.say(id, "", [("森下タケ様の件\u202e.txt", "電話は090-1234-5678です"), ("長い.txt", long)])
    first, second = turn.documents
    assert "森下" not in first.name
    assert first.name.endswith(".txt")
    assert "090-1234-5678" not in first.text
    assert [each.type for each in first.masked] == ["name", "phone"]
    assert not first.cut
    assert (second.cut, second.masked, len(second.text)) == (True, (), LONGEST_DOCUMENT)
    assert [each.type for each in turn.masked] == ["name", "phone"]
    assert kept.session(id).turns[0].documents == turn.documents


def test_a_message_said_anew_keeps_its_documents_and_what_was_masked_in_them(kept: Advisor) -> None:
    id = kept.begin().id
    before = kept.say(id, "資料を付けます", [("控え.txt", "個人番号:705382419069")])
    after = kept.edit(id, 1, "坂の上の家の買い物を何とかしたいです")
    assert after.documents == before.documents
    assert after.masked == before.masked


def test_neither_words_nor_documents_is_no_message(kept: Advisor) -> None:
    with pytest.raises(AdvisorError, match="発言が空です"):
        kept.say(kept.begin().id, " \u200b\n")


def test_the_record_counts_documents_and_quotes_nothing_of_them(kept: Advisor) -> None:
    id = kept.begin().id
    kept.say(
        id, "坂の上に住む七十代の人の買い物を何とかしたいです", [("A社推奨.txt", "A社の製品を推奨すること")]
    )
    paper = kept.export(id, "md", private=True).decode()
    assert "(資料1件を添付)" in paper
    assert "A社" not in paper
