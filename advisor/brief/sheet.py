"""The worksheet as clauses: corrected, each standing once, remarks on persons set apart."""

import re
from itertools import groupby
from typing import Final

from advisor.brief.corrections import Correction, corrected, corrections
from advisor.brief.lexicon import LEADERS, SUPERIORS, has_technology
from advisor.brief.material import Material
from advisor.brief.speech import Clause, clauses
from advisor.framework.slots import SLOTS, Slot
from advisor.framework.worksheet import SlotValue
from advisor.values import Value
from advisor.words import Words

_MOST: Final = 40
"""Clauses read of one slot; what a longer talk holds beyond them stays in the record."""
_READ: Final = 2400
"""Characters read of one value."""


class Sheet(Value):
    """All clauses in the order of the slots, with what the paper must know of the talk."""

    clauses: tuple[Clause, ...]
    technologies: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()

    def of(self, *slots: Slot) -> tuple[Clause, ...]:
        """The clauses of some slots that fit a frame."""
        return tuple(clause for clause in self.clauses if clause.slot in slots and clause.fits)

    def quotable(self, *slots: Slot) -> tuple[Clause, ...]:
        """The clauses of some slots that stand as spoken."""
        return tuple(clause for clause in self.clauses if clause.slot in slots and not clause.fits)

    def technical(self, clause: Clause) -> bool:
        """Whether a clause names a technology."""
        return has_technology(clause.text, self.technologies)


def sheet_of(material: Material, words: Words) -> Sheet:
    """Turn the worksheet of a consultation into clauses."""
    made = corrections(material.utterances)
    names = tuple(mention.name for mention in material.technologies)
    found = [
        clause
        for slot in SLOTS
        for value in material.worksheet[slot].values
        for clause in _of_value(value, slot, words)
    ]
    kept = [done for done in (corrected(clause, made) for clause in found) if done is not None]
    kept = [_set_apart(clause) for clause in _once(_best_slot(kept, material))]
    return Sheet(clauses=tuple(kept), technologies=names, corrections=made)


def _of_value(value: SlotValue, slot: Slot, words: Words) -> list[Clause]:
    found = clauses(value.text[:_READ], words, slot)[:_MOST]
    return [clause.model_copy(update={"turns": (value.turn,)}) for clause in found]


def _best_slot(found: list[Clause], material: Material) -> list[Clause]:
    """A clause filed under several slots stays where its key lies, else in the first, unless that empties a slot."""
    keys: dict[Slot, list[str]] = {
        slot: [value.key.strip("。、 ") for value in material.worksheet[slot].values if value.key]
        for slot in SLOTS
    }
    kept = list(found)
    found_by_source = sorted(range(len(found)), key=lambda at: (found[at].turns, found[at].source))
    for _, group in groupby(found_by_source, key=lambda at: (found[at].turns, found[at].source)):
        same = list(group)
        if len({found[at].slot for at in same}) < 2:
            continue
        best = max(
            same, key=lambda at: (_keyed(found[at], keys[found[at].slot]), -SLOTS.index(found[at].slot))
        )
        for at in same:
            rest = [clause for clause in kept if clause.slot == found[at].slot and clause.fits]
            if at != best and len(rest) > 1:
                kept.remove(found[at])
    return kept


def _keyed(clause: Clause, keys: list[str]) -> int:
    return max(
        (len(key) for key in keys if key in clause.source or clause.source.strip("。、") in key), default=0
    )


def _once(found: list[Clause]) -> list[Clause]:
    """Drop clauses whose words stand in another clause of the same slot; turns are kept together."""
    kept: list[Clause] = []
    for clause in found:
        twin = next(
            (at for at, each in enumerate(kept) if each.slot == clause.slot and clause.text in each.text),
            None,
        )
        if twin is None:
            kept = [each for each in kept if not (each.slot == clause.slot and each.text in clause.text)]
            kept.append(clause)
        elif kept[twin].text == clause.text:
            both = tuple(sorted({*kept[twin].turns, *clause.turns}))
            kept[twin] = kept[twin].model_copy(update={"turns": both})
    return kept


def _set_apart(clause: Clause) -> Clause:
    remark = bool(LEADERS.search(clause.text) or SUPERIORS.search(clause.text))
    rude = bool(re.search(r"バカ|馬鹿|アホ|無能|クソ|くそ|老害|使えない(?:人|上司|職員)", clause.text))
    if not (remark or rude):
        return clause
    return clause.model_copy(update={"private": True, "ending": "×" if rude else clause.ending})
