"""The dialogue policy: `decide` is an ordered table of named rules, never a model."""

from advisor.dialogue.moves import Decision
from advisor.dialogue.policy.rules import RULES
from advisor.dialogue.policy.view import Found, View

__all__ = ["Found", "View", "decide"]


def decide(view: View) -> Decision:
    """Return what the next reply does; the last rule of the table always applies."""
    return next(decision for rule in RULES if (decision := rule(view)) is not None)
