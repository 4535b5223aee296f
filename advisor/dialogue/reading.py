"""How one message of an official is read (labels: the annotation guide)."""

from advisor.framework.labels import Intent, Phase, Stance
from advisor.framework.slots import Slot
from advisor.values import Value


class Fill(Value):
    """A slot that the message fills, with the span it rests on."""

    slot: Slot
    text: str
    """An exact substring of the message."""
    confidence: float


class Reading(Value):
    """Stance, phase, intent, technologies and slot fills of one message; confidences lie in 0..1."""

    stance: Stance = "neutral"
    phase: Phase | None = None
    intent: Intent = "seek_advice"
    technologies: tuple[str, ...] = ()
    fills: tuple[Fill, ...] = ()
    stance_confidence: float = 1.0
    phase_confidence: float = 1.0
    intent_confidence: float = 1.0

    def fill(self, slot: Slot) -> Fill | None:
        """The fill of `slot`, or None."""
        return next((each for each in self.fills if each.slot == slot), None)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots that the message fills."""
        return tuple(each.slot for each in self.fills)
