"""想定問答: what a treasury and a council will ask, answered from the paper's own claims, else left open."""

import re
from collections.abc import Sequence
from typing import Final

from advisor.brief.bank import ASKERS, Asker, BankQuestion, Place
from advisor.brief.material import Material
from advisor.brief.model import SECTION_TITLES, Claim, Item, Section, Table
from advisor.brief.write import sentence, unknown
from advisor.framework.worksheet import Worksheet

EACH: Final = 5
"""Questions of each who asks."""
_SENTENCES: Final = 3
_LETTERS: Final = 160
"""Claims and letters of an answer; the first claim always stands."""


def questions_section(material: Material, fields: Sequence[Item], sections: Sequence[Section]) -> Section:
    """Return the section: five questions of each, every answer made of claims that stand elsewhere on the paper.

    A claim keeps its origin; where no claim answers, the answer is open and names who would know.
    """
    tables = [
        Table(
            columns=("答え",),
            head=f"{by}の問い",
            heads=tuple(each.question for each in asked),
            rows=tuple((_answer(each, fields, sections),) for each in asked),
        )
        for by in ASKERS
        if (asked := chosen(material.questions, by, material.worksheet))
    ]
    return Section(id="questions", title=SECTION_TITLES["questions"], tables=tuple(tables))


def chosen(bank: Sequence[BankQuestion], by: Asker, worksheet: Worksheet) -> tuple[BankQuestion, ...]:
    """Return the questions to prepare for, in the order of the bank.

    First come those that are always asked, then those that something said invites, then the others.
    """
    asked = [each for each in bank if each.by == by]

    def rank(question: BankQuestion) -> int:
        if question.always:
            return 0
        if not question.when:
            return 2
        return 1 if _invited(question, worksheet) else 3

    first = sorted(asked, key=rank)[:EACH]
    return tuple(each for each in asked if each in first and rank(each) < 3)


def _invited(question: BankQuestion, worksheet: Worksheet) -> bool:
    said = (value.text for slot in question.slots for value in worksheet[slot].values)
    return any(re.search(question.when, text) for text in said)


def _answer(question: BankQuestion, fields: Sequence[Item], sections: Sequence[Section]) -> tuple[Claim, ...]:
    found = [
        claims for place in question.answer if (claims := _found(question, _at(place, fields, sections)))
    ]
    told = _short(found)
    holes = [claim for claims in found for claim in claims if claim.origin == "open"]
    if question.still is not None and told:
        still = unknown(question.still.about, question.still.ask, question.still.lead)
    elif holes:
        still = _led(holes[0]) if told else holes[0].model_copy(update={"text": "", "urgent": False})
    else:
        still = unknown(question.about, question.ask)
    shown = any(not claim.private and claim.public != "" for claim in told)
    settled = shown and not holes and question.still is None
    return tuple(told) if settled else (*told, still)


def _found(question: BankQuestion, claims: Sequence[Claim]) -> list[Claim]:
    if not question.only:
        return list(claims)
    return [each for each in claims if each.origin != "open" and re.search(question.when, each.text)]


def _short(found: Sequence[Sequence[Claim]]) -> list[Claim]:
    """The first claims of every place in turn, each wording once, as far as an answer goes."""
    lines = [[each for each in claims if each.origin != "open"] for claims in found]
    told: list[Claim] = []
    for depth in range(_SENTENCES):
        for line in lines:
            room = _LETTERS - sum(len(each.text) for each in told)
            if len(told) == _SENTENCES or depth >= len(line):
                continue
            claim = line[depth].model_copy(update={"text": sentence(line[depth].text)})
            if claim.text not in {each.text for each in told} and (not told or len(claim.text) <= room):
                told.append(claim)
    return told


def _led(hole: Claim) -> Claim:
    """An open point behind an answer says what is open; in a line of its own its label did."""
    named = re.sub(r"[((].*", "", hole.about)
    return hole if hole.text else hole.model_copy(update={"text": f"{named}は", "urgent": False})


def _at(place: Place, fields: Sequence[Item], sections: Sequence[Section]) -> tuple[Claim, ...]:
    """The claims that stand at a place."""
    if place.section == "head":
        return tuple(claim for item in fields if item.label == place.label for claim in item.claims)
    section = next((each for each in sections if each.id == place.section), None)
    if section is None:
        return ()
    if not place.column:
        lines = (item for item in section.items if item.label == place.label)
        return tuple(claim for item in lines for claim in item.claims)
    return tuple(claim for table in section.tables for cell in _cells(table, place)[:1] for claim in cell)


def _cells(table: Table, place: Place) -> list[tuple[Claim, ...]]:
    """The cells of a column, in the row called `label` where one is named."""
    if place.column not in table.columns:
        return []
    at = table.columns.index(place.column)
    heads = table.heads or ("",) * len(table.rows)
    return [row[at] for head, row in zip(heads, table.rows, strict=True) if place.label in ("", head)]
