"""A rule of the checks: a shape that no sentence may have, unless what it rests on carries it."""

import re
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from advisor.dialogue.strict.ground import Ground

Excuse = Callable[[str, Ground], bool]
"""Whether a match (its text) may stand on this ground."""


def never(_: str, __: Ground) -> bool:
    """Nothing excuses it."""
    return False


def said(match: str, ground: Ground) -> bool:
    """The official said just that."""
    return ground.said_has(match)


def in_library(match: str, ground: Ground) -> bool:
    """Just that stands in the case, the passage or a card."""
    return match.casefold() in ground.library


def grounded(match: str, ground: Ground) -> bool:
    """Just that stands in the official's words, the library's, or what was shown before."""
    return ground.has(match)


class Rule(NamedTuple):
    """A named shape with its excuse; a group called `what` is what must be excused, else the whole match."""

    check: str
    pattern: re.Pattern[str]
    excuse: Excuse = never


def rule(check: str, pattern: str, excuse: Excuse = never) -> Rule:
    """Return the rule of a pattern, in which case does not count."""
    return Rule(check, re.compile(pattern, re.IGNORECASE), excuse)


def broken(rules: Iterable[Rule], text: str, ground: Ground) -> list[str]:
    """Return the names of the rules that `text` breaks."""
    return [each.check for each in rules if _breaks(each, text, ground)]


def _breaks(each: Rule, text: str, ground: Ground) -> bool:
    named: Final = "what" in each.pattern.groupindex
    return any(
        not each.excuse(match["what"] if named else match.group(), ground)
        for match in each.pattern.finditer(text)
    )
