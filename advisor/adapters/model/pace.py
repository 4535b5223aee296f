"""Looking on at a sensible pace: the screen is written to, and the wish to stop looked at, a few times a second."""

from collections.abc import Callable
from typing import Final

from advisor.agent.casting import Screen

EVERY: Final = 0.15
"""Seconds between two looks."""


class PacedWatch:
    """A Watch over a screen; what is shown in between is kept and goes out with the next look."""

    def __init__(self, screen: Screen, monotonic: Callable[[], float]) -> None:
        self._screen = screen
        self._monotonic = monotonic
        self._text = ""
        self._stop = False
        self._next = monotonic()

    def show(self, text: str) -> None:
        """Take the whole of what may be on the screen now."""
        self._text = text
        self._look()

    def stopped(self) -> bool:
        """Whether the official wants no more waiting for a model."""
        self._look()
        return self._stop

    def _look(self) -> None:
        now = self._monotonic()
        if self._stop or now < self._next:
            return
        self._next = now + EVERY
        self._stop = self._screen.show(self._text)
