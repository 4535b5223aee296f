"""The last check before print: numbers and names of a claim stand in what it rests on, else it is open."""

import re

from advisor.brief.material import Material
from advisor.brief.model import Claim, Item, Section, Table
from advisor.words import Words

_DIGITS = re.compile(r"\d[\d,.]*")
_OWN = re.compile(r"Phase \d|^\d+$|注\d|[46]の(?:数字|内容)")


def grounded(section: Section, material: Material, words: Words) -> Section:
    """Return the section with every claim that cannot be traced turned into an open point."""
    said = {each.turn: each.text for each in material.utterances}
    for slot in material.worksheet.states:
        for value in slot.values:
            said[value.turn] = f"{said.get(value.turn, '')}\n{value.text}"

    def check(claim: Claim) -> Claim:
        if claim.origin not in ("said", "inference") or not claim.turns:
            return claim
        basis = "\n".join(said.get(turn, "") for turn in claim.turns)
        return claim if _stands(claim.text, basis, words) else _opened(claim)

    items = tuple(Item(label=item.label, claims=tuple(map(check, item.claims))) for item in section.items)
    tables = tuple(
        Table(
            columns=table.columns,
            heads=table.heads,
            rows=tuple(tuple(tuple(map(check, cell)) for cell in row) for row in table.rows),
        )
        for table in section.tables
    )
    return section.model_copy(update={"items": items, "tables": tables})


def _stands(text: str, basis: str, words: Words) -> bool:
    body = _OWN.sub("", text)
    told = {number.rstrip(".,") for number in _DIGITS.findall(basis)}
    if any(number.rstrip(".,") not in told for number in _DIGITS.findall(body)):
        return False
    names = [
        word.surface for word in words(body) if word.tags[1:2] == ("固有名詞",) and len(word.surface) > 1
    ]
    return all(name in basis for name in names)


def _opened(claim: Claim) -> Claim:
    return Claim(text="", origin="open", ask="作成課", about="数と名の確かめ", slot=claim.slot)
