"""The form a model fills in for one message, and the reading that is left of it once every word was found."""

from collections.abc import Mapping
from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator

from advisor.dialogue.literal import Letters
from advisor.dialogue.pasted import own_words
from advisor.dialogue.reading import Fill, Reading
from advisor.framework.labels import PHASES, Intent, Phase, Stance
from advisor.framework.slots import SLOTS, Slot

_MOST: Final = 40
"""Entries of a list that are looked at."""
_LONGEST_NAME: Final = 40
_SHORTEST: Final = 2
"""Letters of a name or an extract."""


def _phase(value: Any) -> Any:
    """A phase as models write it: a number, a digit in quotes, or a word for none."""
    if isinstance(value, str):
        word = value.strip().lower().removeprefix("phase").strip()
        return int(word) if word in {str(each) for each in PHASES} else None
    return None if value == 0 else value


def _names(value: Any) -> Any:
    return [each for each in value if isinstance(each, str)][:_MOST] if isinstance(value, list) else []


def _extracts(value: Any) -> Any:
    """The entries that can be used: one slot with words that name no slot of ours is no reason to ask again."""
    entries = (
        [{"slot": slot, "text": text} for slot, text in value.items()] if isinstance(value, dict) else value
    )
    if not isinstance(entries, list):
        return []
    return [
        each
        for each in entries
        if isinstance(each, Extract)
        or (isinstance(each, Mapping) and each.get("slot") in SLOTS and isinstance(each.get("text"), str))
    ][:_MOST]


class Extract(BaseModel):
    """A slot and the words of the message that fill it."""

    slot: Slot
    text: str


class ReadingForm(BaseModel):
    """What a message says."""

    fills: Annotated[list[Extract], BeforeValidator(_extracts)] = []
    technologies: Annotated[list[str], BeforeValidator(_names)] = []
    stance: Stance
    phase: Annotated[Phase | None, BeforeValidator(_phase)] = None
    intent: Intent


def found(form: ReadingForm, text: str) -> Reading:
    """Return the reading of `text` that a form amounts to: only names and extracts that stand in it literally.

    Names may stand anywhere, extracts only in the official's own words and within one line. Confidences mean nothing.
    """
    whole, own = Letters(text), Letters(own_words(text))
    names = (whole.literal(each) for each in form.technologies if len(each) <= _LONGEST_NAME)
    fills = ((each.slot, _line(own.literal(each.text))) for each in form.fills)
    return Reading(
        stance=form.stance,
        phase=form.phase,
        intent=form.intent,
        technologies=tuple(dict.fromkeys(each for each in names if each and _is_name(each))),
        fills=tuple(Fill(slot=slot, text=words, confidence=0.0) for slot, words in fills if words),
    )


def _is_name(words: str) -> bool:
    return len(words) >= _SHORTEST and not set(words) & set("。、\n")


def _line(words: str | None) -> str:
    """The longest line of an extract that reaches over lines, so that nothing pasted stands inside."""
    line = max(((words or "").split("\n")), key=len).strip()
    return line if len(line) >= _SHORTEST else ""
