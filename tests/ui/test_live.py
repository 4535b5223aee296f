"""A reply that takes its time: seen while it is written, found again, stopped, asked for again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor.dialogue.events import MessageReceived
from advisor.errors import AdvisorError
from advisor.ui import desk
from tests.fakes.models import SlowModels
from tests.ui.visit import Visit

FIRST = "窓口の待ち時間を何とかしたいです。"


@pytest.fixture
def models(data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowModels]:
    """Language models that wait for the test, in front of the page's own advisor."""
    del data
    slow = SlowModels("窓口のお話ですね。")
    advisor = desk.advisor()
    monkeypatch.setattr(advisor, "_players", advisor._players._replace(models=slow))
    yield slow
    slow.go.set()


def said(visit: Visit, models: SlowModels) -> Visit:
    visit.say(FIRST)
    assert models.seen.wait(20)
    return visit.drawn()


def finished(visit: Visit, models: SlowModels) -> Visit:
    models.go.set()
    assert desk.speaker().wait(visit.id, 20)
    return visit.drawn()


def test_the_message_and_what_is_written_so_far_are_seen(models: SlowModels, visit: Visit) -> None:
    said(visit, models)
    assert FIRST in visit.words
    assert models.words in visit.words
    assert visit.session.unanswered is not None
    finished(visit, models)
    assert visit.session.turns[0].reply.text.split("\n")[0] in visit.words
    assert visit.keys("live") == []


def test_what_is_sent_before_the_reply_has_come_is_held_and_can_be_sent_after_it(
    models: SlowModels, visit: Visit
) -> None:
    said(visit, models).say("受付で三十分立ったままになる方がいます。")
    visit.hand(("メモ.txt", "窓口は三つ".encode()), words="ご高齢の方です。")
    held = "受付で三十分立ったままになる方がいます。\nご高齢の方です。"
    assert visit.app.text_area(key="kept-text").value == held
    assert "まだ送っていません" in visit.words
    assert "メモ.txt" in visit.words
    assert visit.button("kept-send").disabled
    assert [each.text for each in visit.session.events if isinstance(each, MessageReceived)] == [FIRST]
    finished(visit, models).press("kept-send")
    assert desk.speaker().wait(visit.id, 20)
    turn = visit.drawn().session.turns[1]
    assert (turn.message, [each.name for each in turn.documents]) == (held, ["メモ.txt"])
    assert "まだ送っていません" not in visit.words


def test_a_page_that_is_older_than_the_message_before_holds_what_is_sent_from_it(
    models: SlowModels, visit: Visit
) -> None:
    finished(said(visit, models), models)
    models.go.clear()
    other = visit.other_tab()
    visit.say("受付で三十分立ったままになる方がいます。")
    other.say("ご高齢の方です。")
    assert other.app.text_area(key="kept-text").value == "ご高齢の方です。"
    finished(visit, models)
    assert len(visit.session.turns) == 2


def test_a_reload_and_another_tab_see_the_same_reply(models: SlowModels, visit: Visit) -> None:
    said(visit, models)
    other = visit.other_tab()
    assert models.words in other.words
    finished(visit, models)
    assert other.drawn().session.turns[0].reply.text.split("\n")[0] in other.words
    assert len(other.session.turns) == 1


def test_whoever_does_not_want_to_wait_gets_the_embedded_reply(models: SlowModels, visit: Visit) -> None:
    said(visit, models).press("live-stop")
    assert desk.speaker().wait(visit.id, 20)
    visit.drawn()
    assert "待たずに続けました" in visit.words
    assert len(visit.session.turns) == 1


def test_a_reply_that_failed_to_be_stored_can_be_asked_for_again(models: SlowModels, visit: Visit) -> None:
    models.error = AdvisorError("保存できません", "", "空きを作ってください")
    said(visit, models)
    finished(visit, models)
    assert "空きを作ってください" in visit.words
    assert FIRST in visit.words
    models.error = None
    visit.press("live-again")
    assert desk.speaker().wait(visit.id, 20)
    assert len(visit.drawn().session.turns) == 1


def test_a_message_that_waited_for_a_new_start_is_answered(models: SlowModels, visit: Visit) -> None:
    said(visit, models)
    finished(visit, models)
    advisor = desk.advisor()
    session = advisor.session(visit.id)
    received = advisor.received(session, "受付で三十分立ったままになる方がいます。")
    advisor._sessions.append(visit.id, (received,))
    visit.drawn()
    assert desk.speaker().wait(visit.id, 20)
    assert len(visit.drawn().session.turns) == 2


def test_saying_it_anew_takes_the_same_way(models: SlowModels, visit: Visit) -> None:
    finished(said(visit, models), models)
    visit.press("rewrite-1")
    visit.app.text_area(key="anew-1").set_value("相談に来る人が帰ってしまうのが気がかりです。")
    visit.press("anew-send")
    assert desk.speaker().wait(visit.id, 20)
    visit.drawn()
    assert visit.session.turns[0].message.startswith("相談に来る人")
