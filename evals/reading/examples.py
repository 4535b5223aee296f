"""Labelled messages: read from JSON lines, one object a line, checked against the annotation guide's labels."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import model_validator

from advisor.framework.labels import Intent, Phase, Stance
from advisor.framework.slots import Slot
from advisor.values import Value

HERE = Path(__file__).parent
TRAINING = HERE / "training"
EVALUATION = HERE.parent / "data" / "readings.jsonl"


class Example(Value):
    """One message with the reading a person gave it."""

    id: str
    asked: Slot | None
    question: str | None
    text: str
    stance: Stance
    phase: Phase | None
    intent: Intent
    technologies: tuple[str, ...]
    slots: Mapping[Slot, str]

    @model_validator(mode="after")
    def _rests_on_its_text(self) -> "Example":
        missing = [each for each in (*self.technologies, *self.slots.values()) if each not in self.text]
        if missing:
            raise ValueError(f"{self.id}: not in the text: {missing}")
        return self


def examples(paths: Iterable[Path]) -> list[Example]:
    """Return the examples of some files in order; a bad line raises ValueError naming file and line."""
    found = []
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                found.append(_example(line, f"{path.name}:{number}"))
    return found


def _example(line: str, place: str) -> Example:
    try:
        return Example.model_validate(json.loads(line))
    except ValueError as error:
        raise ValueError(f"{place}: {error}") from error


def training() -> list[Example]:
    """Return all training messages, file by file in order of their names."""
    return examples(sorted(TRAINING.glob("*.jsonl")))
