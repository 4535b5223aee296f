"""Talks and papers labelled by hand, good and deliberately bad: what a judge is measured on."""

import json
from functools import cache
from pathlib import Path
from typing import Final

from advisor.values import Value
from evals.judge.rubrics import Subject

LABELLED: Final = Path(__file__).resolve().parent.parent / "data" / "judged.jsonl"


class Labelled(Value):
    """One excerpt with what a person says of each criterion of its subject."""

    id: str
    subject: Subject
    text: str
    labels: dict[str, bool]
    note: str = ""


@cache
def labelled(path: Path = LABELLED) -> dict[str, Labelled]:
    """The excerpts by id."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = (Labelled.model_validate(json.loads(line)) for line in lines if line.strip())
    return {row.id: row for row in rows}
