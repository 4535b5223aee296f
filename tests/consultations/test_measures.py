"""The offline targets hold on the transcripts of the eight officials."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from advisor.agent.advisor import Advisor
from advisor.dialogue.turns import Turn
from evals.consultation import measures
from evals.consultation.promises import Played

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def turns(played: dict[str, Played]) -> list[Turn]:
    """All turns of all eight."""
    return [turn for each in played.values() for turn in each.transcript.turns]


def test_every_asking_reply_asks_once(turns: list[Turn]) -> None:
    assert measures.one_question(turns) == 1.0


def test_no_technology_is_brought_in_before_a_want(played: dict[str, Played], advisor: Advisor) -> None:
    lexicon = [card.title for card in advisor.library.cards() if card.kind == "technology"]
    assert sum(measures.products_named(each.transcript.turns, lexicon) for each in played.values()) == 0


def test_replies_do_not_repeat_and_filled_slots_are_not_asked(played: dict[str, Played]) -> None:
    for each in played.values():
        assert measures.repetition(each.transcript.turns) <= 0.02
        assert measures.filled_asked_again(each.transcript.turns) == 0


def test_corrected_figures_are_right_and_the_old_ones_gone(played: dict[str, Played]) -> None:
    for id, new, old in (
        ("o1_terse_island", "241人", "214人"),
        ("o5_hostile_bridge", "33本", "31本"),
        ("o7_purpose_first_school", "43家族", "34家族"),
    ):
        texts = "\n".join(
            claim.text for claim in played[id].draft.brief.claims if claim.slot or claim.origin != "said"
        )
        record = played[id].draft.brief.section("record")
        own = "\n".join(claim.text for claim in played[id].draft.brief.claims if claim not in record.claims)
        assert new in texts or new in own, id
        assert old not in own, id


def test_citations_are_literal_and_numbers_have_ground(turns: list[Turn], advisor: Advisor) -> None:
    library = "\n".join(card.model_dump_json() for card in advisor.library.cards())
    assert measures.unsupported_numbers(turns, library) == 0
    for turn in turns:
        for citation in turn.reply.citations:
            passage = advisor.library.passage(citation.passage)
            assert passage is None or "".join(citation.quote.split()) in "".join(passage.text.split())


def test_every_sentence_is_polite(turns: list[Turn]) -> None:
    assert measures.politeness(turns) >= 0.995


def test_questions_come_with_the_officials_own_words(turns: list[Turn], advisor: Advisor) -> None:
    assert measures.own_words_used(turns, advisor._words) >= 0.85


def test_the_paper_speaks_of_the_customer_first(played: dict[str, Played]) -> None:
    shares = [measures.customer_first(each.draft.brief) for each in played.values()]
    assert sum(shares) / len(shares) >= 0.9


def test_every_section_of_the_paper_is_there_filled_or_open(played: dict[str, Played]) -> None:
    for each in played.values():
        for section in each.draft.brief.sections:
            assert section.items or section.tables, section.id


def test_an_efficiency_plan_is_never_called_a_reform(advisor: Advisor) -> None:
    session = advisor.begin()
    for said in (
        "RPAで税務の入力を減らしたい、それだけです",
        "毎月末に三人で打ち込んでいて、残業が続いています",
        "手順はいまのまま、打ち込みだけ機械にやらせます",
        "残業をなくせればそれでいいです",
    ):
        advisor.say(session.id, said)
    assert advisor.draft(session.id).brief.phase in (1, None)


def test_the_same_consultation_is_the_same_to_the_letter() -> None:
    """Hash seeds, time zones, languages and threads change nothing."""
    code = (
        "import json;from evals.consultation.__main__ import counted_advisor;a=counted_advisor(vectors=False);i=a.begin().id;"
        "r=[a.say(i,t).reply.text for t in ['ドローンで何かできませんか','去年の台風で道が切れて薬が届かなかった','沢沿いの12軒です','似た例は?']];"
        "print(json.dumps([r,a.export(i,'md').decode()]))"
    )
    settings = (
        {"PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C.UTF-8"},
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LANG": "ja_JP.UTF-8"},
        {"PYTHONHASHSEED": "random", "TZ": "America/New_York", "OMP_NUM_THREADS": "1"},
    )
    told = {
        json.dumps(
            json.loads(
                subprocess.run(
                    [sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, env={**os.environ, **each},
                    capture_output=True, text=True, check=True, timeout=120,
                ).stdout.splitlines()[-1]
            )
        )
        for each in settings
    }  # fmt: skip
    assert len(told) == 1
