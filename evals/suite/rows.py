"""Committed data: JSON lines of the folder `evals/data`."""

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

DATA: Final = Path(__file__).resolve().parent.parent / "data"


@cache
def rows(name: str) -> dict[str, dict[str, Any]]:
    """The rows of a file by their `id`, in order."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return {row["id"]: row for row in (json.loads(line) for line in lines if line.strip())}


def ids(name: str) -> tuple[str, ...]:
    """The ids of a file's rows."""
    return tuple(rows(name))
