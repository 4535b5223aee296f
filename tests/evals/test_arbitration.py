"""No simulated model makes the reading worse, and a good one makes it better."""

from random import Random

import pytest

from advisor.adapters.model.form import found
from advisor.adapters.reader.reader import EmbeddedReader
from advisor.adapters.words import SudachiWords
from advisor.dialogue.reading import Reading
from evals.arbitration.__main__ import COUNTED, compared, run, scores
from evals.arbitration.simulated import MODELS, gold
from evals.reading.__main__ import measured
from evals.reading.examples import EVALUATION, examples
from evals.reading.measure import Pairs

USELESS = ("でたらめ(.0)", "いつも一番多い答え")
FLAWED = ("いつも技術から", "いつも危ない頼み", "全項目を埋める", "全項目に全文", "抜き書きが言い換え")
GOOD = "人と同じ(1.0)"


@pytest.fixture(scope="module")
def pairs() -> Pairs:
    return measured(EmbeddedReader(SudachiWords()), examples([EVALUATION]))[0]


@pytest.mark.parametrize("name", USELESS)
def test_a_useless_model_changes_nothing(name: str, pairs: Pairs) -> None:
    played = run(pairs, MODELS[name], seed=1)
    assert played.believed == 0
    assert {each.id: said for each, said in played.arbitrated} == {each.id: said for each, said in pairs}


@pytest.mark.parametrize("name", FLAWED)
def test_a_failing_of_one_kind_leaves_the_others_useful(name: str, pairs: Pairs) -> None:
    before, after = scores(pairs), scores(run(pairs, MODELS[name], seed=1).arbitrated)
    assert all(after[each] >= before[each] - 0.01 for each in COUNTED)
    assert sum(after[each] for each in COUNTED) > sum(before[each] for each in COUNTED) + 0.1


def test_a_good_model_is_well_worth_it(pairs: Pairs) -> None:
    line = compared(lambda seed: pairs, MODELS[GOOD], runs=2)
    assert all(line[each]["gain"] > 0.01 for each in COUNTED)
    assert line["believed"] > 0.9


def test_the_form_of_a_person_reads_as_the_person_did(pairs: Pairs) -> None:
    for example, _ in pairs:
        said = found(gold(example), example.text)
        assert (said.stance, said.phase, said.intent) == (example.stance, example.phase, example.intent)
        assert {fill.slot: fill.text for fill in said.fills} == dict(example.slots)
        assert set(said.technologies) == set(example.technologies)


@pytest.mark.parametrize("name", MODELS)
def test_every_simulated_model_fills_the_form(name: str, pairs: Pairs) -> None:
    form = MODELS[name](pairs[0][0], Reading(), 0, Random(0))
    assert type(form).model_validate_json(form.model_dump_json()) == form
