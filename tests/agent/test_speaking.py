"""A message is answered in the background: stored first, seen while it is written, stopped, resumed."""

from collections.abc import Callable, Iterator

import pytest

from advisor.agent.advisor import Advisor
from advisor.agent.speaking import Speaker
from advisor.bootstrap import build
from advisor.errors import AdvisorError, Conflict
from advisor.settings import Settings
from tests.adapters.database.scripts import ticking
from tests.fakes.advisors import beside
from tests.fakes.models import SlowModels
from tests.fakes.sessions import MemorySessions

FIRST = "窓口の待ち時間を何とかしたいです。"


@pytest.fixture(scope="module")
def embedded() -> Advisor:
    return build(Settings(vectors=False), sessions=MemorySessions(ticking()), clock=ticking())


@pytest.fixture
def models() -> Iterator[SlowModels]:
    slow = SlowModels()
    yield slow
    slow.go.set()


@pytest.fixture
def advisor(embedded: Advisor, models: SlowModels) -> Advisor:
    return beside(embedded, models=models)


def answered(advisor: Advisor, speaker: Speaker, id: str) -> int:
    assert speaker.wait(id, 20)
    return len(advisor.session(id).turns)


def test_a_message_is_stored_before_it_is_answered_and_seen_while_it_is(
    advisor: Advisor, models: SlowModels
) -> None:
    id, speaker = advisor.begin().id, Speaker(advisor)
    speaker.say(id, FIRST)
    assert advisor.session(id).unanswered is not None
    assert models.seen.wait(20)
    live = advisor.live(id)
    assert live is not None
    assert (live.turn, live.text) == (1, models.words)
    assert speaker.busy(id)
    models.go.set()
    assert answered(advisor, speaker, id) == 1
    turn = advisor.session(id).turns[0]
    assert (turn.reply.written_by, turn.made[0].model, turn.digests) == (
        "model",
        "slow",
        (("writing", "abc"),),
    )
    assert advisor.live(id) is None


def test_a_stop_lets_the_embedded_advisor_answer(advisor: Advisor, models: SlowModels) -> None:
    id, speaker = advisor.begin().id, Speaker(advisor)
    speaker.say(id, FIRST)
    assert models.seen.wait(20)
    advisor.stop(id)
    assert answered(advisor, speaker, id) == 1
    assert advisor.session(id).turns[0].made[0].why == "stopped"


def test_what_goes_wrong_before_the_message_is_stored_is_told_at_once(
    advisor: Advisor, models: SlowModels
) -> None:
    models.go.set()
    id, speaker = advisor.begin().id, Speaker(advisor)
    with pytest.raises(AdvisorError, match="空です"):
        speaker.say(id, "  ")
    speaker.say(id, FIRST, seen=0)
    assert answered(advisor, speaker, id) == 1
    with pytest.raises(Conflict):
        speaker.say(id, "別のタブから", seen=0)
    assert len(advisor.session(id).turns) == 1


def test_what_goes_wrong_later_is_told_and_the_message_waits(advisor: Advisor, models: SlowModels) -> None:
    models.error = AdvisorError("保存できません", "", "")
    models.go.set()
    id, speaker = advisor.begin().id, Speaker(advisor)
    speaker.say(id, FIRST)
    assert speaker.wait(id, 20)
    assert isinstance(speaker.trouble(id), AdvisorError)
    assert advisor.session(id).unanswered is not None
    models.error = None
    speaker.resume(id)
    assert answered(advisor, speaker, id) == 1
    assert speaker.trouble(id) is None


def test_an_earlier_message_said_anew_is_answered_in_the_background_too(
    advisor: Advisor, models: SlowModels
) -> None:
    models.go.set()
    id, speaker = advisor.begin().id, Speaker(advisor)
    speaker.say(id, FIRST)
    assert answered(advisor, speaker, id) == 1
    speaker.edit(id, 1, "相談に来る人が帰ってしまうのが気がかりです。")
    assert answered(advisor, speaker, id) == 1
    assert advisor.session(id).turns[0].message.startswith("相談に来る人")
    assert len(advisor.session(id).left) == 1


def test_what_stays_inside_meets_no_model(advisor: Advisor, models: SlowModels) -> None:
    id = advisor.begin().id
    assert advisor.leaves(advisor.session(id))
    advisor.keep_inside(id, True)
    assert not advisor.leaves(advisor.session(id))
    turn = advisor.say(id, FIRST)
    assert (models.cast_for, turn.made, turn.reply.written_by) == ([], (), "embedded")
    advisor.keep_inside(id, False)
    models.go.set()
    assert advisor.say(id, "受付で三十分立ったままになる方がいます。").reply.written_by == "model"


def test_two_tabs_get_one_reply_a_message(advisor: Advisor, models: SlowModels) -> None:
    id, speaker = advisor.begin().id, Speaker(advisor)
    speaker.say(id, FIRST, seen=0)
    assert models.seen.wait(20)
    tries: list[Callable[[], object]] = [lambda: speaker.say(id, FIRST, seen=0)] * 2
    models.go.set()
    for each in tries:
        with pytest.raises(Conflict):
            each()
    assert answered(advisor, speaker, id) == 1


def test_an_undo_takes_back_what_was_seen_and_never_a_reply_that_was_on_its_way(
    advisor: Advisor, models: SlowModels
) -> None:
    id, speaker = advisor.begin().id, Speaker(advisor)
    models.go.set()
    advisor.say(id, FIRST)
    models.go.clear()
    models.seen.clear()
    speaker.say(id, "月曜の朝に、お母さんが一時間待っていました。", seen=1)
    assert models.seen.wait(20)
    with pytest.raises(Conflict):
        advisor.undo(id)
    assert answered(advisor, speaker, id) == 2
    assert advisor.session(id).turns[1].made[0].why == "stopped"


def test_an_edit_does_not_wait_for_a_reply_that_it_leaves(advisor: Advisor, models: SlowModels) -> None:
    id, speaker = advisor.begin().id, Speaker(advisor)
    models.go.set()
    advisor.say(id, FIRST)
    models.go.clear()
    models.seen.clear()
    speaker.say(id, "月曜の朝に、お母さんが一時間待っていました。", seen=1)
    assert models.seen.wait(20)
    speaker.edit(id, 1, "相談に来る人が帰ってしまうのが気がかりです。")
    models.go.set()
    assert answered(advisor, speaker, id) == 1
    assert len(advisor.session(id).left) == 2


def test_an_edit_to_nothing_takes_nothing_back(advisor: Advisor, models: SlowModels) -> None:
    models.go.set()
    id = advisor.begin().id
    advisor.say(id, FIRST)
    with pytest.raises(AdvisorError, match="空です"):
        advisor.edit(id, 1, "\u200b")
    assert len(advisor.session(id).turns) == 1


def test_a_second_tab_is_told_at_once_that_a_reply_is_on_its_way(
    advisor: Advisor, models: SlowModels
) -> None:
    id, speaker = advisor.begin().id, Speaker(advisor)
    speaker.say(id, FIRST, seen=0)
    assert models.seen.wait(20)
    with pytest.raises(Conflict):
        speaker.say(id, "別のタブから", seen=0)
    assert speaker.busy(id)
    models.go.set()
    assert answered(advisor, speaker, id) == 1


def test_a_trouble_is_known_before_the_message_is_seen_to_wait(
    advisor: Advisor, models: SlowModels, monkeypatch: pytest.MonkeyPatch
) -> None:
    models.error = AdvisorError("保存できません", "", "")
    models.go.set()
    id, speaker = advisor.begin().id, Speaker(advisor)
    busy: list[bool] = []
    keep = speaker._keep

    def kept(id: str, error: Exception | None) -> None:
        busy.append(not speaker._lock.locked())
        keep(id, error)

    monkeypatch.setattr(speaker, "_keep", kept)
    speaker.say(id, FIRST)
    assert speaker.wait(id, 20)
    assert busy == [False]


def test_a_purge_ends_the_asking_and_nothing_comes_back(advisor: Advisor, models: SlowModels) -> None:
    id, speaker = advisor.begin().id, Speaker(advisor)
    speaker.say(id, FIRST)
    assert models.seen.wait(20)
    advisor.purge(id)
    assert speaker.wait(id, 5)
    assert isinstance(speaker.trouble(id), AdvisorError)
    assert advisor.live(id) is None
    with pytest.raises(AdvisorError):
        advisor.session(id)


def test_a_stop_before_the_first_look_counts(advisor: Advisor, models: SlowModels) -> None:
    id = advisor.begin().id
    session = advisor.session(id)
    advisor._sessions.append(id, (advisor.received(session, FIRST),), expected=len(session.events))
    advisor.stop(id)
    (turn,) = advisor.resume(id).turns
    assert turn.made[0].why == "stopped"


def test_two_programs_answer_a_message_once(advisor: Advisor, models: SlowModels) -> None:
    id, speaker = advisor.begin().id, Speaker(advisor)
    speaker.say(id, FIRST)
    assert models.seen.wait(20)
    other = beside(advisor, advisor._sessions, models=None)
    assert len(other.resume(id).turns) == 1
    models.go.set()
    assert answered(advisor, speaker, id) == 1
    assert isinstance(speaker.trouble(id), Conflict)
    assert advisor.session(id).unanswered is None
    kinds = [event.kind for event in advisor.session(id).events]
    assert (kinds.count("message"), kinds.count("turn")) == (1, 1)
