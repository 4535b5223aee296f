"""Whatever happens at the endpoint, a message gets exactly one good reply, and the official hardly notices."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.agent.advisor import Advisor
from advisor.bootstrap import build, build_models
from advisor.dialogue.checks import faults
from advisor.dialogue.events import MessageReceived, TurnCompleted
from advisor.dialogue.session import Session
from advisor.settings import ModelSettings, Settings
from tests.adapters.database.scripts import ticking
from tests.adapters.endpoint.test_faults import FAULTS
from tests.fakes.advisors import beside
from tests.fakes.drafts import draft_in
from tests.fakes.endpoint import MODEL, Act, Exchange, ScriptedEndpoint, says, serving
from tests.fakes.scenes import Recorder
from tests.fakes.sessions import MemorySessions

SAID = (
    "生成AIで窓口を何とかしたいんです。",
    "月曜の朝に、赤ちゃんを連れたお母さんが一時間も待っていました。",
    "待たずに用が済んで、帰りに子どもと公園に寄れるようにしたいです。",
    "若い子育て世帯です。",
    "窓口は一日に120人来て、30分以上待つ方が4割います。",
    "下書きをお願いします",
)
HASTY = {"connect_seconds": 0.3, "first_seconds": 0.4, "idle_seconds": 0.2, "total_seconds": 0.8}


def rewords(exchange: Exchange) -> None:
    """Answer as a careful model would: the draft that came with the request, said once more."""
    prompt = "\n".join(str(each["content"]) for each in exchange.body["messages"])
    says(draft_in(prompt) or "{}")(exchange)


@pytest.fixture(scope="module")
def embedded() -> Advisor:
    """The embedded advisor, loaded once."""
    return build(Settings(vectors=False), sessions=MemorySessions(ticking()), model=ModelSettings())


@contextmanager
def talking(embedded: Advisor) -> Iterator[tuple[Advisor, ScriptedEndpoint, Recorder]]:
    """An advisor that speaks to a scripted endpoint, and the scenes of its replies."""
    with serving() as endpoint:
        model = ModelSettings(name=MODEL, base_url=endpoint.url, **HASTY)
        recorder = Recorder(embedded._players.writer)
        models = build_models(model, embedded._words, ticking())
        yield beside(embedded, models=models, writer=recorder), endpoint, recorder


def whole(session: Session, said: int, recorder: Recorder) -> None:
    """The record alternates, every message has one reply, and every reply passes the checks of its scene."""
    kinds = [type(each) for each in session.events if isinstance(each, MessageReceived | TurnCompleted)]
    assert kinds == [MessageReceived, TurnCompleted] * said
    scenes = {scene.number: scene for scene, _ in recorder.seen}
    for turn in session.turns:
        assert faults(turn.reply, scenes[turn.number]) == (), turn.reply.text
        assert turn.decision.asks == (turn.reply.question.slot if turn.reply.question else None)
        assert [each.role for each in turn.made].count("writer") <= 1


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_a_fault_costs_a_model_its_word_and_the_official_nothing(embedded: Advisor, name: str) -> None:
    with talking(embedded) as (advisor, endpoint, recorder):
        endpoint.plays(FAULTS[name][1])
        id = advisor.begin().id
        turn = advisor.say(id, SAID[1])
        assert (turn.message, turn.reply.written_by) == (SAID[1], "embedded")
        assert {each.outcome for each in turn.made} == {"fell_back"}
        whole(advisor.session(id), 1, recorder)


@pytest.mark.parametrize("name", ["accepts and never answers", "stalls in the middle", "headers one by one"])
def test_whoever_keeps_silent_is_waited_for_once_a_turn(embedded: Advisor, name: str) -> None:
    with talking(embedded) as (advisor, endpoint, _):
        endpoint.plays(FAULTS[name][1])
        turn = advisor.say(advisor.begin().id, SAID[1])
        assert len(endpoint.requests) == 1
        assert [each.role for each in turn.made] == ["reader", "writer"]
        assert turn.made[0].why == turn.made[1].why == FAULTS[name][0]


def test_good_words_are_shown_as_the_models_own(embedded: Advisor) -> None:
    with talking(embedded) as (advisor, endpoint, recorder):
        endpoint.plays(rewords)
        id = advisor.begin().id
        turn = advisor.say(id, SAID[1])
        assert turn.reply.written_by == "model"
        assert [(each.role, each.outcome) for each in turn.made] == [
            ("reader", "fell_back"),
            ("writer", "own"),
        ]
        assert dict(turn.digests)["writing"]
        whole(advisor.session(id), 1, recorder)


ACTS = st.lists(st.sampled_from([None, *sorted(FAULTS)]), min_size=2, max_size=8)


@pytest.mark.slow
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(acts=ACTS)
def test_faults_in_any_order_over_a_whole_consultation(embedded: Advisor, acts: list[str | None]) -> None:
    played: list[Act] = [rewords if name is None else FAULTS[name][1] for name in acts]
    with talking(embedded) as (advisor, endpoint, recorder):
        endpoint.plays(*played)
        id = advisor.begin().id
        for text in SAID:
            advisor.say(id, text)
        whole(advisor.session(id), len(SAID), recorder)
        assert advisor.session(id).turns[-1].decision.move == "draft"
