"""Drafts of one consultation as it goes on, each composed once."""

import pytest

from advisor.brief.material import Material
from advisor.brief.model import Brief
from advisor.brief.outline import compose
from advisor.framework.slots import Slot
from advisor.words import Words
from tests.brief.materials import Said, island, worksheet


def changed(given: Material, slot: Slot, *values: Said) -> Material:
    """The material with a slot answered otherwise; without values, not at all."""
    state = worksheet({slot: list(values)})[slot]
    return given.model_copy(update={"worksheet": given.worksheet.with_state(state)})


@pytest.fixture(scope="session")
def drafts(words: Words) -> tuple[Brief, ...]:
    """The paper of the islands, and what it becomes as answers are corrected, added and taken back."""
    given = island()
    customer = changed(given, "customer", (3, "沖の3島に住む75歳以上。"), (6, "198人。"))
    measure = changed(
        customer,
        "measure",
        (11, "証明の要る手続31件を洗い直す。"),
        (17, "残った分は郵便局に月4回、職員が出張。"),
    )
    fewer = changed(changed(given, "strengths"), "outcome")
    cases = measure.model_copy(update={"cases": given.cases[:1], "fairness": None})
    return tuple(compose(each, words) for each in (given, customer, measure, fewer, cases))
