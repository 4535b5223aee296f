"""The last check before print: numbers and names of a claim stand in what it rests on, else it is open."""

import re

from advisor.brief.material import Material
from advisor.brief.model import Claim, Section
from advisor.words import Words

_DIGITS = re.compile(r"\d[\d,.]*")
_OWN = re.compile(r"Phase \d|^\d+$|注\d|[46]の(?:数字|内容)")


def ground(material: Material) -> dict[int, str]:
    """What was said in each turn, with what the worksheet keeps of it; turn 0 is what was written by hand."""
    said = {each.turn: each.text for each in material.utterances}
    for slot in material.worksheet.states:
        for value in slot.values:
            said[value.turn] = f"{said.get(value.turn, '')}\n{value.text}"
    return said


def grounded(section: Section, material: Material, words: Words) -> Section:
    """Return the section with every claim that cannot be traced turned into an open point."""
    said = ground(material)

    def check(claim: Claim) -> Claim:
        if claim.origin not in ("said", "inference") or not claim.turns:
            return claim
        basis = "\n".join(said.get(turn, "") for turn in claim.turns)
        return claim if _stands(claim.text, basis, words) else _opened(claim)

    return section.each(check)


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
