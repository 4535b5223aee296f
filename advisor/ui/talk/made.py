"""What a language model did in a turn, in calm words."""

from collections.abc import Sequence
from typing import Final

from advisor.dialogue.turns import Made
from advisor.patience.failures import WORDS
from advisor.patience.limits import ModelRole

_ROLES: Final[dict[ModelRole, str]] = {
    "reader": "読み取り",
    "writer": "返事の文",
    "drafter": "企画書の文",
    "grader": "採点",
    "persona": "相手役",
}
_CHECKED: Final = "言語モデルの返事が点検を通りませんでした。"
_HELD: Final = ("resting", "spent")
"""Not told at every turn: the place above the field tells it."""


def fallback_words(made: Sequence[Made]) -> str:
    """Why the embedded advisor wrote this reply, or "" where nothing has to be said."""
    fell = next((each for each in made if each.role == "writer" and each.outcome == "fell_back"), None)
    if fell is None or fell.why in _HELD:
        return ""
    if fell.why == "stopped":
        return "待たずに続けました。この返事は、内蔵の助言役が書きました。"
    what = next((words[0] for kind, words in WORDS.items() if kind == fell.why), _CHECKED)
    return f"{what}この返事は、内蔵の助言役が書きました。"


def made_words(made: Sequence[Made]) -> tuple[str, ...]:
    """One line a role: who did it, and what it has cost."""
    return tuple(f"{_ROLES[each.role]}: {_who(each)}{_cost(each)}" for each in made)


def _who(each: Made) -> str:
    if each.outcome == "fell_back":
        return "内蔵の助言役"
    mended = "・一度直した" if each.outcome == "repaired" else ""
    return f"言語モデル({each.model or '名は不明'}){mended}"


def _cost(each: Made) -> str:
    if not each.usage.total:
        return ""
    about = "約" if each.usage.estimated else ""
    return f"・{about}{each.usage.total:,}トークン"
