"""The worksheet as clauses: corrected, each standing once, remarks on persons set apart."""

import re
from typing import Final

from advisor.brief.corrections import Correction, corrected, corrections
from advisor.brief.lexicon import LEADERS, SUPERIORS, TECHNOLOGY, has_technology
from advisor.brief.material import Material, TechnologyMention
from advisor.brief.persons import names_persons
from advisor.brief.speech import Clause, clauses
from advisor.framework.slots import SLOTS, Slot
from advisor.framework.worksheet import SlotValue
from advisor.values import Value
from advisor.words import Words

_ORDINARY: Final = re.compile(
    r"テレビ|コンビニ|サロン|バス|タクシー|スーパー|センター|グループ|イベント|ボランティア|コーナー|パート|アルバイト|ニーズ|ブランド"
)
_MASK: Final = re.compile(r"〔[^〔〕]{1,8}〕")
"""What stands for personal data taken out of a message: the clause speaks of one person and is no matter of a paper."""
_HEADS: Final = re.compile(r"\d(?:人|名|戸|世帯|家族)")
_COUNTING: Final[tuple[Slot, ...]] = ("customer", "evidence", "outcome", "resources")
_KEY: Final = 4
"""Letters of a span from which it says where a clause belongs."""
_MOST: Final = 40
"""Clauses read of one slot; what a longer talk holds beyond them stays in the record."""
_READ: Final = 2400
"""Characters read from the beginning of one value, and of the telling sentences beyond."""


class Sheet(Value):
    """All clauses in the order of the slots, with what the paper must know of the talk."""

    clauses: tuple[Clause, ...]
    customer_keys: tuple[Clause, ...] = ()
    """The spans the reader took for the customer, as clauses."""
    mentions: tuple[TechnologyMention, ...] = ()
    """The technologies the official named, without ordinary nouns that were read as such."""
    corrections: tuple[Correction, ...] = ()

    def of(self, *slots: Slot) -> tuple[Clause, ...]:
        """The clauses of some slots that fit a frame."""
        return tuple(clause for clause in self.clauses if clause.slot in slots and clause.fits)

    def quotable(self, *slots: Slot) -> tuple[Clause, ...]:
        """The clauses of some slots that stand as spoken."""
        return tuple(clause for clause in self.clauses if clause.slot in slots and not clause.fits)

    @property
    def technologies(self) -> tuple[str, ...]:
        """The names of the technologies."""
        return tuple(mention.name for mention in self.mentions)

    def technical(self, clause: Clause) -> bool:
        """Whether a clause names a technology."""
        return has_technology(clause.text, self.technologies)


def sheet_of(material: Material, words: Words) -> Sheet:
    """Turn the worksheet of a consultation into clauses."""
    made = corrections(material.utterances)
    found = [
        clause
        for slot in SLOTS
        for value in material.worksheet[slot].values
        for clause in _of_value(value, slot, words)
    ]
    kept = [done for done in (corrected(clause, made) for clause in found) if done is not None]
    kept = _settled(_once(_best_slot(kept, material)), made)
    kept = [_set_apart(clause) for clause in kept]
    keys = [
        clause.model_copy(update={"turns": (value.turn,)})
        for value in material.worksheet["customer"].values
        for clause in clauses(value.key, words, "customer")[:1]
    ]
    keys = [_set_apart(done) for done in (corrected(clause, made) for clause in keys) if done is not None]
    return Sheet(
        clauses=tuple(kept), customer_keys=tuple(keys), mentions=technologies(material), corrections=made
    )


def technologies(material: Material) -> tuple[TechnologyMention, ...]:
    """The mentions of a consultation that are technologies."""
    return tuple(mention for mention in material.technologies if _is_technology(mention))


def _is_technology(mention: TechnologyMention) -> bool:
    """Whether a name read as a technology is one; a reader may take an ordinary noun for it."""
    if TECHNOLOGY.search(mention.name) or re.fullmatch(r"[A-Za-z][A-Za-z0-9 .+-]+", mention.name):
        return True
    return (
        mention.turn == 1
        and re.search(r"[ァ-ヶー]{3,}", mention.name) is not None
        and not _ORDINARY.search(mention.name)
    )


def _of_value(value: SlotValue, slot: Slot, words: Words) -> list[Clause]:
    unique = list(
        {clause.text: clause for clause in reversed(clauses(_excerpt(value), words, slot))}.values()
    )[::-1]
    found = unique[:_MOST] + [clause for clause in unique[_MOST:] if clause.numbers][:_MOST]
    return [clause.model_copy(update={"turns": (value.turn,)}) for clause in found]


def _excerpt(value: SlotValue) -> str:
    """A long value as far as it is read: its beginning, then the sentences with a figure or the reader's span."""
    if len(value.text) <= _READ:
        return value.text
    beyond = re.split(r"(?<=[。\n])", value.text[_READ:])
    telling = [each for each in beyond if re.search(r"\d", each) or (value.key and value.key in each)]
    return value.text[:_READ] + "。" + "".join(telling)[:_READ]


def _best_slot(found: list[Clause], material: Material) -> list[Clause]:
    """A clause filed under several slots stays where its key lies, else where its kind belongs."""
    keys: dict[Slot, list[str]] = {
        slot: [value.key.strip("。、 ") for value in material.worksheet[slot].values if value.key]
        for slot in SLOTS
    }
    best: dict[tuple[tuple[int, ...], str], tuple[int, Slot]] = {}
    for clause in found:
        keyed = _keyed(clause, keys[clause.slot]) >= _KEY and clause.slot != "customer"
        worth = 100 * keyed + _suits(clause)
        place = (clause.turns, clause.source)
        if place not in best or worth > best[place][0]:
            best[place] = (worth, clause.slot)
    return [clause for clause in found if best[clause.turns, clause.source][1] == clause.slot]


def _suits(clause: Clause) -> int:
    """How well a clause suits its slot, where the same words were filed under several."""
    if clause.slot == "customer":
        return 200 if names_persons(clause) else 0
    if clause.slot == "evidence":
        return 3 if clause.numbers else 0
    return 5 if clause.slot == "aspiration" else 2


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


def _settled(found: list[Clause], made: tuple[Correction, ...]) -> list[Clause]:
    """What a message only corrects is no new matter: it goes where the old value stood, or counts persons or facts."""
    turns = {each.turn for each in made}
    own = [clause for clause in found if len(clause.turns) == 1 and clause.turns[0] in turns]
    rest = [clause for clause in found if clause not in own]
    for clause in own:
        value = next(
            (each.new for each in made if each.turn == clause.turns[0] and each.new in clause.text), ""
        )
        bare = len(clause.text) <= len(value) + 8
        if value and bare and any(value in each.text for each in rest if each.slot != "outcome"):
            continue
        if clause.slot in _COUNTING and not (clause.slot == "evidence" and bare and _HEADS.search(value)):
            only = {"text": value, "ending": "体"} if value and bare else {}
            rest.append(clause.model_copy(update=only))
        elif value:
            rest.append(_filed(clause, value, bare))
    return rest


def _filed(clause: Clause, value: str, bare: bool) -> Clause:
    """A corrected value under the customer where it counts persons, else under the facts."""
    slot: Slot = "customer" if _HEADS.search(value) else "evidence"
    return clause.model_copy(update={"slot": slot, **({"text": value, "ending": "体"} if bare else {})})


def _set_apart(clause: Clause) -> Clause:
    remark = bool(LEADERS.search(clause.text) or SUPERIORS.search(clause.text))
    rude = bool(re.search(r"バカ|馬鹿|アホ|無能|クソ|くそ|老害|使えない(?:人|上司|職員)", clause.text))
    if not (remark or rude or _MASK.search(clause.text)):
        return clause
    return clause.model_copy(update={"private": True, "ending": "×" if rude else clause.ending})
