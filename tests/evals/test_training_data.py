"""The training messages of the reader: of their own kind, enough of each, and apart from the evaluation."""

from collections import Counter
from functools import cache

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from advisor.framework.labels import INTENTS, STANCES
from advisor.framework.slots import SLOTS
from evals.reading.examples import EVALUATION, Example, examples, training

ENOUGH = 40
TOO_ALIKE = 0.6


@cache
def messages() -> tuple[Example, ...]:
    return tuple(training())


def trigrams(text: str) -> set[str]:
    plain = "".join(text.split())
    return {plain[start : start + 3] for start in range(max(1, len(plain) - 2))}


def likeness(texts: list[str]) -> csr_matrix:
    """The Jaccard index of the trigrams of each two texts that share any."""
    shingles = [trigrams(each) for each in texts]
    columns = {name: number for number, name in enumerate(sorted(set().union(*shingles)))}
    places = [columns[name] for each in shingles for name in each]
    rows = np.repeat(np.arange(len(texts)), [len(each) for each in shingles])
    table = csr_matrix((np.ones(len(places)), (rows, places)))
    shared = (table @ table.T).tocoo()
    sizes = table.sum(axis=1).A1
    return csr_matrix(
        (shared.data / (sizes[shared.row] + sizes[shared.col] - shared.data), (shared.row, shared.col))
    )


def near_pairs(left: list[Example], right: list[Example]) -> list[tuple[str, str]]:
    table = likeness([each.text for each in (*left, *right)]).tocoo()
    both = [*left, *right]
    return [
        (both[row].id, both[column].id)
        for row, column, value in zip(table.row, table.col, table.data, strict=True)
        if row < len(left) and row < column and value > TOO_ALIKE and both[row].id != both[column].id
    ]


def test_there_are_more_than_a_thousand_messages() -> None:
    assert len(messages()) > 1_000


def test_every_id_occurs_once() -> None:
    counts = Counter(each.id for each in messages())
    assert [name for name, count in counts.items() if count > 1] == []


def test_no_message_is_nearly_one_of_the_evaluation_or_another() -> None:
    assert near_pairs(list(messages()), examples([EVALUATION])) == []


def test_the_likeness_of_a_message_and_its_variation_is_seen() -> None:
    one, two, three = likeness(
        ["窓口の待ち時間を短くしたいです", "窓口の待ち時間を短くしたいな", "山の学校に人を呼びたい"]
    ).toarray()
    assert one[0] == pytest.approx(1)
    assert one[1] > TOO_ALIKE > three[0] == two[2] == 0


@pytest.mark.parametrize("stance", STANCES)
def test_every_stance_has_enough_messages(stance: str) -> None:
    assert sum(each.stance == stance for each in messages()) >= ENOUGH


@pytest.mark.parametrize("phase", [None, 1, 2, 3])
def test_every_phase_has_enough_messages(phase: int | None) -> None:
    assert sum(each.phase == phase for each in messages()) >= ENOUGH


@pytest.mark.parametrize("intent", INTENTS)
def test_every_intent_has_enough_messages(intent: str) -> None:
    assert sum(each.intent == intent for each in messages()) >= ENOUGH


@pytest.mark.parametrize("slot", SLOTS)
def test_every_slot_is_asked_for_and_filled_often_enough(slot: str) -> None:
    assert sum(each.asked == slot for each in messages()) >= ENOUGH
    assert sum(slot in each.slots for each in messages()) >= ENOUGH


def test_a_question_stands_wherever_a_slot_was_asked_for() -> None:
    assert [each.id for each in messages() if (each.asked is None) != (each.question is None)] == []


def test_a_message_that_lacks_a_technology_is_never_tech_first() -> None:
    assert [
        each.id for each in messages() if each.stance in {"tech_first", "mixed"} and not each.technologies
    ] == []
