"""What one browser tab remembers between two drawings of the page."""

import hashlib
from dataclasses import dataclass, field
from typing import Literal

import streamlit as st

from advisor.framework.slots import Slot

View = Literal["talk", "paper", "library", "list", "setup"]
Key = tuple[str, int, int | None, str, tuple[tuple[str, str], ...]]
"""What tells one message on its way from another."""


@dataclass(frozen=True)
class File:
    """A file as it was handed over."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Sending:
    """A message on its way: what was typed, where, and how many turns were on screen then."""

    text: str
    consultation: str | None
    seen: int
    edits: int | None = None
    """The turn that is said anew, or None for a new message."""
    files: tuple[File, ...] = ()

    @property
    def key(self) -> Key:
        """The same for a second click on the same button."""
        digests = tuple((each.name, hashlib.sha256(each.content).hexdigest()) for each in self.files)
        return (self.consultation or "", self.seen, self.edits, self.text, digests)


@dataclass(frozen=True)
class Notice:
    """Something to tell calmly; `kept` is typed text, `files` what came with it, that must not be lost."""

    kind: Literal["conflict", "trouble", "done", "files", "early"]
    words: str
    kept: str = ""
    undo: str | None = None
    """A deleted consultation that can be brought back from the notice."""
    files: tuple[File, ...] = ()


@dataclass
class Tab:
    """The memory of one tab; never shared between visitors."""

    sending: Sending | None = None
    sent: set[Key] = field(default_factory=set)
    notice: Notice | None = None
    passage: str | None = None
    slot: Slot | None = None
    turn: int | None = None
    """The earlier message being said anew."""
    inside: bool = False
    """Whether the consultation that begins next stays on this machine."""
    earlier: int = 0
    """How many pages of earlier turns were asked for."""
    shown: int = 10
    """How many cards of the library are on screen."""
    card: str | None = None
    pens: dict[tuple[str, str], int] = field(default_factory=dict)
    """By consultation and section, the version of the paper that stands in the fields to write in."""
    adding: str = ""
    """Where a line or a sentence is about to be written: a line's name, `item` or `table 0`."""
    versions: int = 1
    """How many pages of versions were asked for."""


def tab() -> Tab:
    """The memory of this tab."""
    if "tab" not in st.session_state:
        st.session_state["tab"] = Tab()
    kept: Tab = st.session_state["tab"]
    return kept
