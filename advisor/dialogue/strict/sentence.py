"""The faults of one sentence: everything that can be told before the reply is whole."""

from typing import Final

from advisor.dialogue.checks import Fault
from advisor.dialogue.strict import bearing, claims, figures, shapes, sources, technology, vendors
from advisor.dialogue.strict.ground import UNSEEN, Ground, flat, plainly, seen
from advisor.dialogue.strict.quoting import false_quotes
from advisor.dialogue.strict.rules import Rule, broken

_PLAIN: Final[tuple[Rule, ...]] = (
    *technology.RULES, *vendors.RULES, *figures.RULES, *sources.RULES, *claims.RULES, *bearing.RULES,
)  # fmt: skip
"""Rules for what a reply says itself; what it quotes must be literal, and that is another check."""
_LONGEST: Final = 180
"""Characters a sentence may have."""
_LINE: Final = ("・", "〔出典〕")


def said_faults(sentence: str, ground: Ground, canary: str = "", secret: str = "") -> list[Fault]:
    """Return the faults of a sentence on its ground, each with the sentence as its place."""
    return [
        Fault(check=check, where=sentence)
        for check in dict.fromkeys(_checks(sentence, ground, canary, secret))
    ]


def _checks(sentence: str, ground: Ground, canary: str, secret: str) -> list[str]:
    whole = seen(sentence)
    plain = plainly(sentence)
    own = "" if _is_of_library(whole, ground) else plain
    found = broken(_PLAIN, own, ground) + broken(shapes.RULES, whole, ground)
    tests = (
        ("number_has_ground", figures.loose_figures(own, ground)),
        ("invented_name", sources.unknown_names(own, ground)),
        ("invented_source", sources.false_source(whole, ground)),
        ("false_quote", [] if whole.startswith("〔出典〕") else false_quotes(whole, ground)),
        ("foreign", shapes.foreign_words(whole, ground)),
        ("personal_data", shapes.personal(whole, ground)),
        ("leak", shapes.leaks(whole, ground, canary, secret)),
        ("invisible", UNSEEN.search(sentence)),
        ("too_long", len(whole) > _LONGEST and not whole.startswith(_LINE)),
    )
    return found + [check for check, fault in tests if fault]


def _is_of_library(sentence: str, ground: Ground) -> bool:
    """Whether a whole sentence stands in the case, the passage or a card: then it was reviewed there."""
    words = flat(sentence).rstrip("。")
    return len(words) >= 12 and words in ground.library
