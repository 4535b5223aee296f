"""The systems the advisor is measured against do what they are said to do, and honestly."""

import pytest

from advisor.settings import ModelSettings
from evals.baselines.echo import Echo
from evals.baselines.plain import SILENT, open_plain
from evals.baselines.wizard import FIELDS, Wizard
from evals.suite.consultation import cases, conversation, played
from evals.suite.setting import library
from tests.fakes.endpoint import MODEL, fails, says, serving

FIRST = "o1_terse_island"


def test_the_wizard_asks_the_items_in_order_and_prints_the_form() -> None:
    case = played(Wizard(), cases()[FIRST])
    asked = [turn.decision.asks for turn in case.transcript.turns if turn.decision.asks]
    assert asked == list(FIELDS)[: len(asked)]
    assert len(asked) >= 12
    assert case.draft is not None
    said = {claim.text for claim in case.draft.brief.claims}
    facts = cases()[FIRST].facts
    assert facts["aspiration"] in said
    assert facts["customer"] in said
    assert all(claim.origin == "said" and claim.turns for claim in case.draft.brief.claims)
    assert "事業の目的は何ですか" in conversation(case, "wizard").exchanges[0].reply


def test_the_echo_shows_passages_literally_with_their_source_and_asks_nothing() -> None:
    echo = Echo(library(False))
    turn = echo.say(echo.begin().id, "おくやみの窓口をまとめた例を知りたい")
    assert turn.reply.question is None
    assert turn.reply.citations
    for citation in turn.reply.citations:
        passage = library(False).passage(citation.passage)
        assert passage is not None
        assert citation.quote == passage.text
    assert played(echo, cases()[FIRST]).draft is None


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "ADVISOR_MODEL"):
        monkeypatch.delenv(name, raising=False)


def test_the_plain_prompt_gives_the_model_passages_and_the_talk_so_far() -> None:
    with serving() as endpoint:
        endpoint.plays(says("チャットボットがおすすめです。予算はいくらですか?"))
        plain = open_plain(ModelSettings(name=MODEL, base_url=endpoint.url), library(False))
        id = plain.begin().id
        first = plain.say(id, "おくやみの窓口をまとめたい")
        plain.say(id, "予算はまだ{ない}です")
    system, *talk = endpoint.requests[1]["messages"]
    assert "資料:" in system["content"]
    assert "おくやみ" in endpoint.requests[0]["messages"][0]["content"]
    assert [each["content"] for each in talk] == [
        "おくやみの窓口をまとめたい",
        first.reply.text,
        "予算はまだ{ない}です",
    ]
    assert first.reply.question is None, "nobody has tagged what it asks"


def test_a_silent_endpoint_does_not_end_the_run() -> None:
    with serving() as endpoint:
        endpoint.plays(fails(500))
        plain = open_plain(ModelSettings(name=MODEL, base_url=endpoint.url), library(False))
        turn = plain.say(plain.begin().id, "相談です")
    assert turn.reply.text.startswith(SILENT)
