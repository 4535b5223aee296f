"""Whoever an official can consult: the advisor, or a system that it is measured against."""

from typing import Protocol

from advisor.dialogue.session import Session
from advisor.dialogue.turns import Turn


class Partner(Protocol):
    """Whoever can be consulted."""

    def begin(self) -> Session:
        """Open a consultation."""
        ...

    def say(self, id: str, text: str) -> Turn:
        """Answer a message."""
        ...

    def session(self, id: str) -> Session:
        """The consultation so far."""
        ...
