"""The worksheet: what the official has said so far, slot by slot, in their own words."""

from typing import Literal

from advisor.framework.slots import SLOTS, Slot
from advisor.values import Value

SlotStatus = Literal["empty", "asked", "vague", "answered", "unknown"]


class SlotValue(Value):
    """Something said about a slot: whole sentences of one message, unchanged."""

    text: str
    turn: int
    """Number of the official's message it comes from, counted from 1."""
    key: str = ""
    """The span inside `text` that answers most directly; may be quoted in a reply."""


class SlotState(Value):
    """One line of the worksheet."""

    slot: Slot
    status: SlotStatus = "empty"
    values: tuple[SlotValue, ...] = ()
    history: tuple[SlotValue, ...] = ()
    """Values that a correction or an edit replaced; never shown on a paper."""
    asked: int = 0
    """How often the advisor asked for it, re-asks and sharpening included."""
    locked: bool = False

    @property
    def is_open(self) -> bool:
        """Whether something could still be learned by asking."""
        return self.status in ("empty", "asked", "vague") and not self.locked


class Worksheet(Value):
    """All fourteen slots, always complete and in order."""

    states: tuple[SlotState, ...] = tuple(SlotState(slot=slot) for slot in SLOTS)

    def __getitem__(self, slot: Slot) -> SlotState:
        return self.states[SLOTS.index(slot)]

    def with_state(self, state: SlotState) -> "Worksheet":
        """Return the worksheet with one line replaced."""
        return Worksheet(states=tuple(state if each.slot == state.slot else each for each in self.states))

    @property
    def answered(self) -> tuple[Slot, ...]:
        """The slots that hold something the official said."""
        return tuple(each.slot for each in self.states if each.values)
