"""How far a model's reading is believed: its agreement with the embedded reader where that one is sure.

A model begins without any standing and earns it message by message, for each kind of label apart. Agreement is
counted beyond chance (Cohen's kappa), so that a model that always says the commonest label earns nothing.
"""

from collections import Counter
from typing import Final, Literal, get_args

from advisor.dialogue.reading import Reading
from advisor.framework.slots import Slot
from advisor.values import Value

Kind = Literal["stance", "phase", "intent", "technologies", "slots"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
Label = Literal["stance", "phase", "intent"]
LABELS: Final[tuple[Label, ...]] = get_args(Label)

SURE: Final = 0.9
"""An embedded label this confident is a touchstone, and is never overruled."""
WINDOW: Final = 40
"""Comparisons of a kind that are remembered; older ones are forgotten, so trust can fall and come back."""
LEAST: Final = 8
"""Comparisons before a kind has any standing."""
LEVEL: Final = 0.6
"""Kappa below which a model's labels are not used."""
SETS_LEVEL: Final = 0.5
"""F1 against the embedded reader below which a model's names and extracts are not used."""
CAP: Final = 0.9
"""No model is believed more than this."""

Pair = tuple[str, str]
Counts = tuple[int, int, int]
"""Shared by both readers, said by the embedded one, said by the model."""


class Standing(Value):
    """The last comparisons of a model with the embedded reader, oldest first."""

    stance: tuple[Pair, ...] = ()
    phase: tuple[Pair, ...] = ()
    intent: tuple[Pair, ...] = ()
    """Labels (embedded, model) of messages where the embedded reader was sure."""
    technologies: tuple[Counts, ...] = ()
    slots: tuple[Counts, ...] = ()
    """Of messages where either said anything."""

    def credit(self, kind: Kind) -> float:
        """How likely the model's word is right, rather too low, in 0..1; 0 where it is not used at all."""
        if kind == "technologies":
            return _set_credit(self.technologies)
        if kind == "slots":
            return _set_credit(self.slots)
        return _label_credit(self._pairs(kind))

    @property
    def used(self) -> bool:
        """Whether anything of the model is used."""
        return any(self.credit(kind) for kind in KINDS)

    def _pairs(self, kind: Label) -> tuple[Pair, ...]:
        return {"stance": self.stance, "phase": self.phase, "intent": self.intent}[kind]


def learned(standing: Standing, embedded: Reading, model: Reading) -> Standing:
    """Return the standing after one more message that both have read."""
    changes: dict[str, tuple[Pair, ...] | tuple[Counts, ...]] = {}
    if embedded.stance_confidence >= SURE:
        changes["stance"] = (*standing.stance, (embedded.stance, model.stance))[-WINDOW:]
    if embedded.phase_confidence >= SURE:
        changes["phase"] = (*standing.phase, (str(embedded.phase), str(model.phase)))[-WINDOW:]
    if embedded.intent_confidence >= SURE:
        changes["intent"] = (*standing.intent, (embedded.intent, model.intent))[-WINDOW:]
    names = _counts(set(embedded.technologies), set(model.technologies))
    if any(names):
        changes["technologies"] = (*standing.technologies, names)[-WINDOW:]
    slots = _counts(set(embedded.slots), set(model.slots))
    if any(slots):
        changes["slots"] = (*standing.slots, slots)[-WINDOW:]
    return standing.model_copy(update=changes)


def _counts(ours: set[str] | set[Slot], theirs: set[str] | set[Slot]) -> Counts:
    return len(ours & theirs), len(ours), len(theirs)


def _label_credit(pairs: tuple[Pair, ...]) -> float:
    if len(pairs) < LEAST or kappa(pairs) < LEVEL:
        return 0.0
    return min(sum(ours == theirs for ours, theirs in pairs) / (len(pairs) + 2), CAP)


def _set_credit(counts: tuple[Counts, ...]) -> float:
    if len(counts) < LEAST:
        return 0.0
    shared, ours, theirs = (sum(each[at] for each in counts) for at in range(3))
    f1 = 2 * shared / (ours + theirs)
    return min(f1, CAP) if f1 >= SETS_LEVEL else 0.0


def kappa(pairs: tuple[Pair, ...]) -> float:
    """Cohen's kappa of two readers: 1 for full agreement, 0 for chance and where only one label occurs."""
    count = len(pairs)
    ours, theirs = Counter(pair[0] for pair in pairs), Counter(pair[1] for pair in pairs)
    chance = sum(ours[label] * theirs[label] for label in ours) / count**2 if count else 1.0
    agreed = sum(left == right for left, right in pairs) / count if count else 0.0
    return (agreed - chance) / (1 - chance) if chance < 1 else 0.0
