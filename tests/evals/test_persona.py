"""A model plays the same official: the facts, the events and the end stay the script's."""

from advisor.patience.failures import failure
from evals.baselines.wizard import Wizard
from evals.scenarios.counterpart import Official, play_scenario
from evals.scenarios.persona import LONGEST, Persona
from evals.suite.consultation import cases
from tests.fakes.chat import FakeChat

SCENARIO = cases()["o1_terse_island"]
EVENTS = [event.say for event in SCENARIO.events]


def test_the_model_is_told_the_facts_and_its_words_are_said() -> None:
    fact = SCENARIO.facts["aspiration"]
    chat = FakeChat(*[f"ええと、{fact}"] * 20)
    done = play_scenario(
        Wizard(), SCENARIO, played_by=Persona(SCENARIO, Official(SCENARIO), chat, lambda: "k3v9x1")
    )
    role, lines = chat.asked[0]
    assert role == "persona"
    assert all(each in lines[0].text for each in SCENARIO.facts.values())
    assert lines[-1].text.startswith("<<助言役の返事 k3v9x1>>")
    assert done.turns[1].message == f"ええと、{fact}"
    assert done.told == ("aspiration",)


def test_events_and_the_end_are_the_scripts() -> None:
    done = play_scenario(
        Wizard(), SCENARIO, played_by=Persona(SCENARIO, Official(SCENARIO), FakeChat(*["はい"] * 20))
    )
    said = [turn.message for turn in done.turns]
    assert [event for event in EVENTS if event not in said] == []
    assert done.turns[-1].decision.move == "draft"


def test_where_the_model_fails_the_script_speaks() -> None:
    persona = Persona(SCENARIO, Official(SCENARIO), FakeChat(*[failure("down")] * 20))
    done = play_scenario(Wizard(), SCENARIO, played_by=persona)
    assert [turn.message for turn in done.turns] == [
        turn.message for turn in play_scenario(Wizard(), SCENARIO).turns
    ]
    assert persona.failures > 0


def test_a_long_answer_is_cut() -> None:
    persona = Persona(SCENARIO, Official(SCENARIO), FakeChat(*["あ" * 9000] * 20))
    done = play_scenario(Wizard(), SCENARIO, played_by=persona)
    assert max(len(turn.message) for turn in done.turns) == LONGEST
