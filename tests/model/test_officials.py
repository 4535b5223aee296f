"""With a small real model over the real protocol the eight officials still reach their paper."""

import itertools
import sys
from collections import Counter
from collections.abc import Sequence

import pytest

from advisor.agent.advisor import Advisor
from advisor.bootstrap import build
from advisor.dialogue.checks import faults
from advisor.dialogue.turns import Turn
from advisor.settings import ModelSettings, Settings
from evals.consultation.officials import officials
from evals.consultation.play import play
from evals.consultation.promises import Played, broken
from tests.adapters.database.scripts import ticking
from tests.fakes.scenes import Recorder
from tests.fakes.sessions import MemorySessions

pytestmark = [pytest.mark.model, pytest.mark.timeout(7200)]


@pytest.fixture(scope="module")
def advisor(endpoint: ModelSettings) -> Advisor:
    """The advisor with the real model before its embedded players."""
    ids = (f"consultation-{number}" for number in itertools.count(1))
    return build(
        Settings(owner="test"),
        sessions=MemorySessions(ticking()),
        clock=ticking(),
        ids=lambda: next(ids),
        model=endpoint,
    )


def test_every_promise_holds_and_its_own_replies_are_counted(
    advisor: Advisor, capsys: pytest.CaptureFixture[str]
) -> None:
    recorder = Recorder(advisor._players.writer)
    advisor._players = advisor._players._replace(writer=recorder)
    turns: list[Turn] = []
    for official in officials():
        recorder.seen.clear()
        transcript = play(advisor, official)
        case = Played(official, transcript, advisor.draft(transcript.session))
        assert broken(case) == {}, official.id
        scenes = {scene.number: scene for scene, _ in recorder.seen if scene.number}
        assert [turn.reply.text for turn in transcript.turns if faults(turn.reply, scenes[turn.number])] == []
        turns += transcript.turns
    with capsys.disabled():
        sys.stdout.write(counted(turns))


def counted(turns: Sequence[Turn]) -> str:
    """How many replies were the model's own, and what became of its other answers."""
    own = sum(turn.reply.written_by == "model" for turn in turns)
    kinds = Counter(f"{each.role} {each.outcome} {each.why}" for turn in turns for each in turn.made)
    lines = [
        f"\n{len(turns)} replies, the model's own: {own}",
        *(f"  {k}: {n}" for k, n in sorted(kinds.items())),
    ]
    return "\n".join(lines) + "\n"
