"""The last check before print: numbers and names stand in what a claim rests on."""

import pytest

from advisor.brief.grounding import grounded
from advisor.brief.model import Claim, Item, Section
from advisor.words import Words
from tests.brief.materials import material

SAID = material({"evidence": [(1, "浜口さんによれば、来庁は延べ931件です。")]})


def checked(claim: Claim, words: Words) -> Claim:
    """The claim after the check, in a section of its own."""
    section = Section(id="today", title="顧客の今", items=(Item(claims=(claim,)),))
    return grounded(section, SAID, words).items[0].claims[0]


def test_a_number_that_was_said_stands(words: Words) -> None:
    claim = Claim(text="来庁は延べ931件。", origin="said", turns=(1,))
    assert checked(claim, words) == claim


@pytest.mark.parametrize("text", ["来庁は延べ932件。", "来庁は延べ93件、3か所。", "担当は大河原。"])
@pytest.mark.parametrize("origin", ["said", "inference"])
def test_a_number_or_name_that_was_not_said_becomes_an_open_point(
    text: str, origin: str, words: Words
) -> None:
    claim = Claim.model_validate({"text": text, "origin": origin, "turns": (1,)})
    done = checked(claim, words)
    assert (done.origin, done.text, done.ask) == ("open", "", "作成課")


def test_what_a_source_says_is_left_to_its_source(words: Words) -> None:
    claim = Claim(text="12システムで10%以下。", origin="source", notes=(1,))
    assert checked(claim, words) == claim
