"""Reads the two tables of examples: texts with personal data marked, and ordinary texts."""

import re
from pathlib import Path

from advisor.privacy import PLACEHOLDERS

_MARK = re.compile(r"\{(\w+):([^}]*)\}")


def rows(name: str) -> list[str]:
    """The texts of a table, with \\n and \\t for what they stand for."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [
        line.replace("\\n", "\n").replace("\\t", "\t") for line in lines if line and not line.startswith("#")
    ]


def plain(row: str) -> str:
    """The text as an official would type it."""
    return _MARK.sub(lambda mark: mark[2], row)


def covered(row: str) -> str:
    """The text as it may be kept."""
    return _MARK.sub(lambda mark: PLACEHOLDERS[mark[1]], row)  # type: ignore[index]
