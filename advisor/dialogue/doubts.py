"""What an unsure intent settles to: one function for each, by what the words show."""

from collections.abc import Callable
from typing import Final

from advisor.dialogue.asked import OWN_QUESTIONS
from advisor.dialogue.cues import Cues
from advisor.dialogue.reading import Reading
from advisor.framework.labels import Intent
from advisor.framework.slots import Slot

SURE: Final = 0.75
HALF: Final = 0.55
CERTAIN: Final = 0.97


def _request_brief(reading: Reading, seen: Cues, asked: Slot | None) -> Intent:
    fill = reading.fill(asked) if asked else None
    if fill and fill.confidence >= SURE and not {"wants_draft", "wants_summary", "hurried"} & seen.found:
        return "answer"
    if (
        reading.intent_confidence >= 0.85
        or {"wants_paper", "wants_draft", "wants_summary", "hurried"} & seen.found
    ):
        return "request_brief"
    return _plain(reading, asked)


def _pushback(reading: Reading, seen: Cues, asked: Slot | None) -> Intent:
    if any(name in seen for name in OWN_QUESTIONS) and not {"pushes", "tired", "fairness"} & seen.found:
        return "seek_advice"
    if "pushes" in seen or "tired" in seen or "fairness" in seen or "left_to_superior" in seen:
        return "pushback"
    if reading.intent_confidence >= (CERTAIN if {"asks", "hedges"} & seen.found else 0.85):
        return "pushback"
    if reading.technologies:
        return "seek_advice"
    if asked is not None and _muses(seen):
        return "answer"
    return "ask_fact" if "asks" in seen else _plain(reading, asked)


def _muses(seen: Cues) -> bool:
    """「…みたいな?」 「…かなあ」: an answer that trails off, not a question."""
    return "hedges" in seen and not {"interrogates", "framework"} & seen.found


def _correct(reading: Reading, seen: Cues, asked: Slot | None) -> Intent:
    sure = reading.intent_confidence >= SURE and reading.fills and asked is None
    return "correct" if sure or "corrects" in seen else _plain(reading, asked)


def _dont_know(reading: Reading, seen: Cues, asked: Slot | None) -> Intent:
    if "from_above" in seen and "unknown" not in seen:
        return "seek_advice"
    plain = "unknown" in seen or reading.intent_confidence >= CERTAIN
    if reading.intent_confidence >= HALF and plain and "where_were_we" not in seen:
        return "dont_know"
    if "where_were_we" in seen:
        return "small_talk"
    if reading.technologies or "from_above" in seen:
        return "seek_advice"
    return "dont_know" if "unknown" in seen else _plain(reading, asked)


def _ask_fact(reading: Reading, seen: Cues, asked: Slot | None) -> Intent:
    if "where_were_we" in seen and not reading.technologies:
        return "small_talk"
    if "pushes" in seen and "framework" not in seen:
        return "pushback"
    if asked is None and reading.stance in ("tech_first", "mixed") and "framework" not in seen:
        return "seek_advice"
    if asked is not None and _muses(seen):
        return "answer"
    unsure = reading.intent_confidence < HALF and asked is not None and "wants_case" not in seen
    return "answer" if unsure else "ask_fact"


def _small_talk(reading: Reading, seen: Cues, asked: Slot | None) -> Intent:
    known = {"thanks", "farewell", "where_were_we", "confirms", "accepts", "declines", "continues"}
    unsure = reading.intent_confidence < HALF and asked is not None and not known & seen.found
    return "answer" if unsure else "small_talk"


def _off_topic(reading: Reading, seen: Cues, asked: Slot | None) -> Intent:
    if "where_were_we" in seen:
        return "small_talk"
    sure = reading.intent_confidence >= (HALF if "asks" in seen else CERTAIN)
    return "off_topic" if sure and not (reading.fills and asked) else _plain(reading, asked)


def _unsafe(reading: Reading, seen: Cues, asked: Slot | None) -> Intent:
    """Hostility shows in words; without them a sure reading is needed, for a complaint with names in it reads alike."""
    if "hostile" in seen or reading.intent_confidence >= CERTAIN:
        return "unsafe"
    return _plain(reading, asked)


def _plain(reading: Reading, asked: Slot | None) -> Intent:
    return "answer" if asked is not None else "seek_advice"


DOUBTS: Final[dict[Intent, Callable[[Reading, Cues, Slot | None], Intent]]] = {
    "pushback": _pushback,
    "correct": _correct,
    "dont_know": _dont_know,
    "ask_fact": _ask_fact,
    "small_talk": _small_talk,
    "off_topic": _off_topic,
    "request_brief": _request_brief,
    "unsafe": _unsafe,
}
"""By the intent that was read."""
