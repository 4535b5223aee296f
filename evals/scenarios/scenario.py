"""A scenario: a simulated official with what kind of consultation it is, and where."""

from pathlib import Path
from typing import Final

import yaml

from evals.consultation.officials import DATA, Official

SCENARIOS: Final = DATA.with_name("scenarios.yaml")


class Scenario(Official):
    """One simulated official; the fields of the officials, and what only our own scenarios tell."""

    kind: str = ""
    """What makes it hard (technology_struck, ordered, hostile ...)."""
    size: str = ""
    """政令市, 県, 中核市, 市, 町 or 村."""
    want_exists: bool = True
    """Whether this official has a want that can be brought to light."""
    tires_after: int | None = None
    """From this reply on the answers are cut to their first clause."""
    asks_back: bool = False
    """Answers every other question with a question first."""


def scenarios(path: Path = SCENARIOS) -> tuple[Scenario, ...]:
    """Read the scenarios of a file; a file of officials is read as well, with the defaults."""
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(Scenario.model_validate(row) for row in rows)


def as_scenario(official: Official) -> Scenario:
    """An official as a scenario with the defaults."""
    return official if isinstance(official, Scenario) else Scenario(**official.model_dump())
