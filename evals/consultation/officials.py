"""Simulated officials: what they open with, know, do not know, and say unasked."""

from pathlib import Path

import yaml

from advisor.framework.labels import Phase, Stance
from advisor.framework.slots import Slot
from advisor.values import Value

DATA = Path(__file__).resolve().parent.parent / "data" / "officials.yaml"


class Event(Value):
    """Something said after the advisor's n-th reply, in place of an answer."""

    after_turn: int
    say: str


class Expect(Value):
    """What a good consultation with this official comes to."""

    opening_stance: Stance
    opening_phase: Phase | None
    target_phase: Phase
    technologies: tuple[str, ...]


class Official(Value):
    """One simulated official (fields as in the file)."""

    id: str
    profile: str
    manner: str
    opening: str
    facts: dict[Slot, str]
    unknown: tuple[Slot, ...]
    events: tuple[Event, ...]
    expect: Expect
    details: tuple[str, ...]
    distractors: tuple[str, ...]


def officials(path: Path = DATA) -> tuple[Official, ...]:
    """Read the officials of a file; a wrong field is an error that names it."""
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(Official.model_validate(row) for row in rows)
