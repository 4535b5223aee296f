"""A scenario: a simulated official with what kind of consultation it is, and where."""

from pathlib import Path
from typing import Final

import yaml
from pydantic import Field

from advisor.framework.slots import Slot
from evals.consultation.officials import DATA, Event, Official

SCENARIOS: Final = DATA.with_name("scenarios.yaml")


class Scenario(Official):
    """One simulated official; the fields of the officials, and what only our own scenarios tell."""

    unknown: tuple[Slot, ...] = ()
    """Slots without a fact are unknown, named here or not."""
    events: tuple[Event, ...] = ()
    details: tuple[str, ...] = ()
    distractors: tuple[str, ...] = ()
    kind: str = ""
    """What makes it hard (technology_struck, ordered, hostile ...)."""
    size: str = ""
    """政令市, 県, 中核市, 市, 町 or 村."""
    want_exists: bool = True
    """Whether this official has a want that can be brought to light."""
    vague: dict[Slot, str] = Field(default_factory=dict)
    """What is said when asked the first time; the fact comes when asked again."""
    tires_after: int | None = None
    """From this reply on the answers are cut to their first sentence."""
    backs: tuple[str, ...] = ()
    """Questions thrown back instead of an answer, at every other question, in turn."""


def scenarios(path: Path = SCENARIOS) -> tuple[Scenario, ...]:
    """Read the scenarios of a file; a file of officials is read as well, with the defaults."""
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(Scenario.model_validate(row) for row in rows)


def as_scenario(official: Official) -> Scenario:
    """An official as a scenario with the defaults."""
    return official if isinstance(official, Scenario) else Scenario(**official.model_dump())
