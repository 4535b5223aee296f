"""Where an idea stands among the three phases: a hypothesis with reasons, never a grade."""

from advisor.framework.labels import Phase
from advisor.values import Value


class PhaseView(Value):
    """The phase as the advisor sees it now, and why; the official can correct it."""

    value: Phase | None = None
    because: str = ""
    """Why, in one Japanese sentence built from the official's own words."""
    turns: tuple[int, ...] = ()
    """The messages the view rests on."""
    corrected: bool = False
    """Whether the official set it."""
    moved_from: Phase | None = None
    """The phase the consultation began with, where the aim has moved since."""
