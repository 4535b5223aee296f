"""What the official thinks of replies and paper is kept, changed and left behind like everything else."""

import pytest

from advisor.agent.advisor import Advisor
from advisor.bootstrap import build
from advisor.dialogue.events import EVENT, Valued
from advisor.errors import AdvisorError
from advisor.settings import Settings
from tests.adapters.database.scripts import ticking
from tests.fakes.advisors import beside
from tests.fakes.sessions import MemorySessions


@pytest.fixture(scope="module")
def loaded() -> Advisor:
    return build(Settings(vectors=False, owner="test"), sessions=MemorySessions(ticking()), clock=ticking())


@pytest.fixture
def advisor(loaded: Advisor) -> Advisor:
    return beside(loaded)


def test_the_last_word_counts_and_none_takes_it_back(advisor: Advisor) -> None:
    id = advisor.begin().id
    advisor.say(id, "窓口の待ち時間を減らしたいです。")
    advisor.value(id, 1, False, "問いがずれた")
    advisor.value(id, 1, True)
    advisor.value(id, 0, False, "紙が長い")
    valued = advisor.session(id).valued
    assert (valued[1].good, valued[1].reason, valued[0].good) == (True, "", False)
    advisor.value(id, 1, None)
    assert set(advisor.session(id).valued) == {0}


def test_a_reason_is_masked_as_messages_are(advisor: Advisor) -> None:
    id = advisor.begin().id
    advisor.value(id, 0, False, "電話は090-1234-5678です")
    assert "1234" not in advisor.session(id).valued[0].reason


def test_what_was_undone_takes_its_value_along(advisor: Advisor) -> None:
    id = advisor.begin().id
    advisor.say(id, "防災の話です。")
    advisor.value(id, 1, True)
    advisor.undo(id)
    assert advisor.session(id).valued == {}


def test_a_reply_that_there_is_not_cannot_be_valued(advisor: Advisor) -> None:
    id = advisor.begin().id
    with pytest.raises(AdvisorError):
        advisor.value(id, 3, True)


def test_the_event_is_read_back_as_it_was_written() -> None:
    event = Valued(at="2026-11-24T00:00:00+00:00", turn=2, good=False, reason="言い方が合わない")
    assert EVENT.validate_json(EVENT.dump_json(event)) == event
