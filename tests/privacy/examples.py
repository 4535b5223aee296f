"""Reads the two tables of examples: texts with personal data marked, and ordinary texts."""

import re

from advisor.privacy import PLACEHOLDERS
from evals.suite.personal_data import table as rows

__all__ = ["covered", "plain", "rows"]

_MARK = re.compile(r"\{(\w+):([^}]*)\}")


def plain(row: str) -> str:
    """The text as an official would type it."""
    return _MARK.sub(lambda mark: mark[2], row)


def covered(row: str) -> str:
    """The text as it may be kept."""
    return _MARK.sub(lambda mark: PLACEHOLDERS[mark[1]], row)  # type: ignore[index]
