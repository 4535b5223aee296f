"""How far a reading is trusted: where it is unsure, plain cues decide for the careful side."""

import re

from advisor.dialogue.corrections import claimed, figures, phrases
from advisor.dialogue.cues import Cues
from advisor.dialogue.reading import Fill, Reading
from advisor.framework.labels import Intent
from advisor.framework.slots import Slot
from advisor.framework.worksheet import Worksheet

_SURE = 0.75
_HALF = 0.55
_CERTAIN = 0.97
_BESIDE = 0.85
"""An answer fills an open slot beside the asked one only where the reader is this sure."""
_ELSEWHERE = 0.6
"""An answer that does not speak of the asked slot at all goes where the reader puts it."""
_OPENING = 0.5
_INTRODUCES = re.compile(r"[一-龥ァ-ヶーA-Z]{1,8}(?:課|係|室|局|部)(?:に(?:来|異動|配属)[^。]*)?$")
"""「4月からDX推進室」: who writes, not what there is to spend."""
_RETRACTS = re.compile(r"^(?:ごめん|すみません|すいません|失礼|訂正|さっき|先ほど|先程|あ、|いや、|間違)")


def trusted(text: str, reading: Reading, seen: Cues, asked: Slot | None, sheet: Worksheet) -> Reading:
    """Return the reading with its intent settled by cues and its weak fills left out."""
    intent = _intent(text, reading, seen, asked, sheet)
    settled = reading if intent == reading.intent else reading.model_copy(update={"intent": intent})
    return settled.model_copy(update={"fills": _fills(settled, asked, sheet)})


def _fills(reading: Reading, asked: Slot | None, sheet: Worksheet) -> tuple[Fill, ...]:
    if asked is None or reading.intent != "answer":
        return tuple(
            each
            for each in reading.fills
            if each.confidence >= _OPENING
            and not _echoes(each, reading.fills)
            and not (each.slot == "technology_role" and asked and reading.intent == "seek_advice")
            and not (each.slot in ("resources", "leader") and _INTRODUCES.search(each.text))
        )
    least = _BESIDE if reading.fill(asked) is not None else _ELSEWHERE
    return tuple(
        each
        for each in reading.fills
        if each.slot == asked or (each.confidence >= least and sheet[each.slot].status != "answered")
    )


def _echoes(fill: Fill, fills: tuple[Fill, ...]) -> bool:
    """An unsure fill that repeats the words of a surer one says nothing of its own."""
    surer = (each for each in fills if each.slot != fill.slot and each.confidence > fill.confidence)
    return fill.confidence < _SURE and any(each.text in fill.text or fill.text in each.text for each in surer)


def _intent(text: str, reading: Reading, seen: Cues, asked: Slot | None, sheet: Worksheet) -> Intent:
    shown = _shown(text, reading, seen, sheet)
    if shown is not None:
        return shown
    if _answers(reading, seen, asked):
        return "answer"
    doubt = _DOUBTS.get(reading.intent)
    return doubt(reading, seen, asked) if doubt else reading.intent


def _shown(text: str, reading: Reading, seen: Cues, sheet: Worksheet) -> Intent | None:
    """What the words themselves show, whatever the reader took them for."""
    if "forged_source" in seen:
        return "unsafe"
    if "corrects" in seen and reading.intent != "unsafe" and _retracts(text, sheet):
        return "correct"
    if _proposes(reading, seen):
        return "seek_advice"
    if _inquires(reading, seen, sheet):
        return "ask_fact"
    return "small_talk" if _chip(reading, seen) else None


def _retracts(text: str, sheet: Worksheet) -> bool:
    """Whether something told is taken back, or a figure never told is set right in so many words."""
    told = figures(text, sheet) or phrases(text, sheet)
    return bool(told or (_RETRACTS.match(text.strip()) and claimed(text)))


def _proposes(reading: Reading, seen: Cues) -> bool:
    """A technology is put forward as a question (「生成AIで…とかもアリですか?」), however cheeky it sounds."""
    named = bool(reading.technologies) and reading.stance != "purpose_first"
    return (
        named
        and {"proposes", "asks"} <= seen.found
        and reading.intent in ("pushback", "ask_fact", "small_talk")
    )


def _inquires(reading: Reading, seen: Cues, sheet: Worksheet) -> bool:
    """After the phase, or in passing: what was read as a wish for advice is a question of fact."""
    if "asks_phase" in seen and reading.intent in ("seek_advice", "answer", "pushback"):
        return True
    return reading.intent == "seek_advice" and _wonders(reading, seen, sheet)


def _wonders(reading: Reading, seen: Cues, sheet: Worksheet) -> bool:
    """In the midst of a consultation, a question that tells nothing and names no technology."""
    bare = not reading.fills and not reading.technologies and "from_above" not in seen
    return bool(sheet.answered) and bare and {"asks", "interrogates"} <= seen.found


def _chip(reading: Reading, seen: Cues) -> bool:
    """「はい」「続けてください」「合っている」 say nothing of their own."""
    chips = {"continues", "confirms", "accepts", "declines"} & seen.found
    return bool(chips) and not reading.fills and reading.intent not in ("unsafe", "correct", "pushback")


def _request_brief(reading: Reading, seen: Cues, asked: Slot | None) -> Intent:
    if (
        reading.intent_confidence >= 0.85
        or {"wants_paper", "wants_draft", "wants_summary", "hurried"} & seen.found
    ):
        return "request_brief"
    return _plain(reading, asked)


def _answers(reading: Reading, seen: Cues, asked: Slot | None) -> bool:
    """The asked slot is filled more surely than the message is anything else than an answer."""
    if asked is None or reading.intent in ("answer", "unsafe", "request_brief", "off_topic"):
        return False
    if {"pushes", "from_above", "wants_case", "where_were_we"} & seen.found:
        return False
    fill = reading.fill(asked)
    return fill is not None and fill.confidence >= max(_OPENING, reading.intent_confidence - 0.1)


def _pushback(reading: Reading, seen: Cues, asked: Slot | None) -> Intent:
    if "pushes" in seen or "tired" in seen or "fairness" in seen or "left_to_superior" in seen:
        return "pushback"
    if reading.intent_confidence >= (_CERTAIN if {"asks", "hedges"} & seen.found else 0.85):
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
    sure = reading.intent_confidence >= _SURE and (reading.fills or "corrects" in seen)
    return "correct" if sure or "corrects" in seen else _plain(reading, asked)


def _dont_know(reading: Reading, seen: Cues, asked: Slot | None) -> Intent:
    if "from_above" in seen and "unknown" not in seen:
        return "seek_advice"
    if reading.intent_confidence >= _HALF and "where_were_we" not in seen:
        return "dont_know"
    if "where_were_we" in seen:
        return "small_talk"
    if reading.technologies or "from_above" in seen:
        return "seek_advice"
    return "dont_know" if "unknown" in seen else _plain(reading, asked)


def _ask_fact(reading: Reading, seen: Cues, asked: Slot | None) -> Intent:
    if "where_were_we" in seen and not reading.technologies:
        return "small_talk"
    if asked is None and reading.stance in ("tech_first", "mixed") and "framework" not in seen:
        return "seek_advice"
    if asked is not None and _muses(seen):
        return "answer"
    unsure = reading.intent_confidence < _HALF and asked is not None and "wants_case" not in seen
    return "answer" if unsure else "ask_fact"


def _small_talk(reading: Reading, seen: Cues, asked: Slot | None) -> Intent:
    known = {
        "thanks",
        "farewell",
        "where_were_we",
        "confirms",
        "accepts",
        "declines",
        "continues",
    } & seen.found
    unsure = reading.intent_confidence < _HALF and asked is not None and not known
    return "answer" if unsure else "small_talk"


def _off_topic(reading: Reading, seen: Cues, asked: Slot | None) -> Intent:
    if "where_were_we" in seen:
        return "small_talk"
    sure = reading.intent_confidence >= (_HALF if "asks" in seen else _CERTAIN)
    return "off_topic" if sure and not (reading.fills and asked) else _plain(reading, asked)


def _unsafe(reading: Reading, seen: Cues, asked: Slot | None) -> Intent:
    """Hostility shows in words; without them a sure reading is needed, for a complaint with names in it reads alike."""
    if "hostile" in seen or reading.intent_confidence >= _CERTAIN:
        return "unsafe"
    return _plain(reading, asked)


def _plain(reading: Reading, asked: Slot | None) -> Intent:
    return "answer" if asked is not None else "seek_advice"


_DOUBTS = {
    "pushback": _pushback,
    "correct": _correct,
    "dont_know": _dont_know,
    "ask_fact": _ask_fact,
    "small_talk": _small_talk,
    "off_topic": _off_topic,
    "request_brief": _request_brief,
    "unsafe": _unsafe,
}
