"""How far a reading is trusted: where it is unsure, plain cues decide for the careful side."""

import re

from advisor.dialogue.asked import OWN_QUESTIONS, asks_us, muses, reports_order
from advisor.dialogue.corrections import retracts
from advisor.dialogue.counter import only_asks_back
from advisor.dialogue.cues import Cues, cues
from advisor.dialogue.doubts import CERTAIN, DOUBTS
from advisor.dialogue.fills import asks_only, trusted_fills
from advisor.dialogue.mistakes import worries
from advisor.dialogue.naming import idea
from advisor.dialogue.reading import Fill, Reading
from advisor.dialogue.retractions import is_typed
from advisor.dialogue.sentences import sentences
from advisor.dialogue.unsaid import puts_off
from advisor.framework.labels import Intent
from advisor.framework.slots import Slot
from advisor.framework.worksheet import Worksheet

_OPENING = 0.5
_AWAY, _BESIDE = 60, 24
"""A longer message, or more letters beside the interruption, say something of their own."""
_RESUMES = re.compile(
    r"続き(?:から|を|で)|どこまで(?:話|言|聞|答|進|いき|行き|やり|書)|どこから(?:でし|です|やっ)"
)
_PARTICLE = re.compile(r"(?<=[一-龥ァ-ヶーA-Za-z])[さばがをにで]$")
"""A particle that a dialect leaves on a name (「オンライン診療さ」)."""
_JOINED = re.compile(r"^.*[ァ-ヶー一-龥]さ(?=[ァ-ヶーA-Za-z])")
_WHEN = re.compile(r"^(?:来年度?|今年度?|今期|新年度|次年度)(?=[A-Za-zァ-ヶー一-龥])")
_OF_WISHES: tuple[Slot, ...] = ("aspiration", "value", "outcome", "focus", "risks")
_WHAT = re.compile(
    r"[^。]{5,}(?:こと|とき|ところ)、?(?:なん)?(?:です|だ|かなあ?|でしょう|だろう|だと思い?ます?|っす|じゃ|や)?(?:か?ね|よ|な|わ|さ)*[。…]*$"
)
"""Ends in what it names."""
_OTHER_DRAFT = re.compile(r"[一-龥]の下書き|下書き(?:に|で)(?:は|も)?(?:使|十分|向)")
"""A draft of something else (「会議録の下書き」) asks for no paper."""
_DATED = re.compile(r"\d+月|\d+日|年度|今週|来週|月末|までに")
_SCOPE = re.compile(
    r"(?:交付金|補助|助成|条例|規則|法律|要綱|対象|契約|入札)[^。]{0,24}(?:外れ|ならない|なりま|通ら|出せ|できま|違反|大丈夫)[^。]{0,6}(?:か|でしょうか)[。??]?"
)
"""A doubt about rules in the midst of the talk (「交付金の対象から外れませんか」) is a question of fact."""
_ENDS_ASKING = re.compile(r"(?:か|のか|の|は)[。??]|[??]")
_PLEADS = re.compile(r"教え|ご存じ|知りたい|見たい|見せて|紹介")


def trusted(text: str, reading: Reading, seen: Cues, asked: Slot | None, sheet: Worksheet) -> Reading:
    """Return the reading with its intent settled by cues and its weak fills left out."""
    intent = _intent(text, reading, seen, asked, sheet)
    names = tuple(
        dict.fromkeys(
            _WHEN.sub("", _PARTICLE.sub("", _JOINED.sub("", name))) for name in reading.technologies
        )
    )
    settled = reading.model_copy(update={"intent": intent, "technologies": idea(names, text)})
    if "reports" in seen and settled.intent == "answer" and asked not in ("resources", "stakeholders"):
        dated = next((part for part in sentences(text) if _DATED.search(part)), "")
        booked = (Fill(slot="resources", text=dated, confidence=CERTAIN),) if dated else ()
        return settled.model_copy(
            update={"fills": booked, "intent": "seek_advice" if booked else "small_talk"}
        )
    if "wants_case" in seen and (
        settled.intent != "answer" or _PLEADS.search(text) or _ENDS_ASKING.search(text)
    ):
        wanted = settled.intent == "request_brief" and "wants_draft" not in seen
        wondering = "ask_fact" if settled.intent == "answer" or wanted else settled.intent
        return settled.model_copy(update={"fills": (), "intent": wondering})
    if asked is not None and _only_asks_back(text, asked, settled):
        return settled.model_copy(update={"fills": (), "intent": "small_talk"})
    if settled.intent == "answer" and any(puts_off(part) for part in sentences(text)):
        asking = any(asks_us(part) for part in sentences(text)) or bool(settled.technologies)
        settled = settled.model_copy(update={"fills": (), "intent": "seek_advice" if asking else "dont_know"})
    fills = trusted_fills(text, settled, asked, sheet)
    if asks_only(text, settled, fills, sheet) and not _of_fact(settled, seen):
        return settled.model_copy(update={"fills": (), "intent": "seek_advice"})
    return settled.model_copy(update={"fills": fills})


def _of_fact(reading: Reading, seen: Cues) -> bool:
    """Surely a question of fact, and none about the paper."""
    sure = reading.intent == "ask_fact" and reading.intent_confidence >= CERTAIN
    return sure and not set(OWN_QUESTIONS) & seen.found


def _only_asks_back(text: str, asked: Slot, reading: Reading) -> bool:
    """The message asks what our question meant, and answers nothing yet."""
    return only_asks_back(text, asked) and reading.intent not in ("unsafe", "correct", "request_brief")


def _intent(text: str, reading: Reading, seen: Cues, asked: Slot | None, sheet: Worksheet) -> Intent:
    if reading.intent == "request_brief" and asked is not None and _OTHER_DRAFT.search(text):
        return "answer"
    if reading.intent == "correct" and worries(text, asked):
        return "answer" if asked is not None else "seek_advice"
    if _says_what(text, reading, seen, asked):
        return "answer"
    shown = _shown(text, reading, seen, sheet, asked)
    if shown is not None:
        return shown
    if _answers(reading, seen, asked) or (
        asked and muses(text) and reading.intent not in ("unsafe", "off_topic")
    ):
        return "answer"
    doubt = DOUBTS.get(reading.intent)
    return doubt(reading, seen, asked) if doubt else reading.intent


def _says_what(text: str, reading: Reading, seen: Cues, asked: Slot | None) -> bool:
    """An answer in the form of the question (「…できること。」), taken for chatter, fatigue or an order of the paper."""
    other = {"wants_draft", "corrects", "farewell", "unknown", "asks", "pushes", "where_were_we"} & seen.found
    taken = reading.intent in ("small_talk", "pushback", "request_brief", "off_topic", "dont_know")
    return asked in _OF_WISHES and taken and not other and bool(_WHAT.search(text.strip()))


def _shown(text: str, reading: Reading, seen: Cues, sheet: Worksheet, asked: Slot | None) -> Intent | None:
    """What the words themselves show, whatever the reader took them for."""
    if "forged_source" in seen:
        return "unsafe"
    if reading.intent == "unsafe" and _merely_reports(text, reading):
        return "seek_advice"
    if reading.intent != "unsafe" and _corrects(text, seen, sheet, asked):
        return "correct"
    if _proposes(reading, seen) or _ordered(reading, seen, sheet):
        return "seek_advice"
    if _inquires(reading, seen, sheet) or (_SCOPE.search(text) and bool(sheet.answered)):
        return "pushback" if _retorts(reading, seen, sheet) else "ask_fact"
    lost = "where_were_we" in seen and len(text) <= _AWAY and not (reading.fills or reading.technologies)
    aside = lost or _chip(reading, seen) or _is_away(text, reading, seen)
    only_asks = "asks_ok" in seen and bool(sheet.answered) and not (asked and reading.fill(asked))
    return "small_talk" if aside or only_asks else None


def _merely_reports(text: str, reading: Reading) -> bool:
    return reading.intent_confidence < CERTAIN and any(reports_order(part) for part in sentences(text))


def _corrects(text: str, seen: Cues, sheet: Worksheet, asked: Slot | None) -> bool:
    if "changes_who" in seen and bool(sheet["customer"].values):
        return True
    if "asks_ok" in seen or worries(text, asked):
        return False
    return ("corrects" in seen and retracts(text, sheet)) or is_typed(text, sheet, asked)


def _is_away(text: str, reading: Reading, seen: Cues) -> bool:
    """A mere interruption tells nothing (「電話が来てた。待たせたな」), unless an example is asked for on the way back."""
    return (
        "interrupted" in seen
        and "wants_case" not in seen
        and _says_little(text)
        and reading.intent != "unsafe"
    )


def _says_little(text: str) -> bool:
    if _RESUMES.search(text):
        return len(text) <= 2 * _AWAY
    beside = "".join(part for part in sentences(text) if "interrupted" not in cues(part))
    return len(text) <= _AWAY and len(beside) <= _BESIDE


def _ordered(reading: Reading, seen: Cues, sheet: Worksheet) -> bool:
    """In the midst of a consultation, a superior wants a technology in: it is weighed, whatever slot was asked."""
    return (
        "from_above" in seen
        and bool(reading.technologies)
        and bool(sheet.answered)
        and reading.intent != "unsafe"
    )


def _proposes(reading: Reading, seen: Cues) -> bool:
    """A technology is put forward as a question (「生成AIで…とかもアリですか?」), however cheeky it sounds."""
    named = bool(reading.technologies) and reading.stance != "purpose_first"
    named = named and not {"pushes", "asks_ok"} & seen.found
    return (
        named
        and {"proposes", "asks"} <= seen.found
        and reading.intent in ("pushback", "ask_fact", "small_talk")
    )


def _retorts(reading: Reading, seen: Cues, sheet: Worksheet) -> bool:
    """A question that is no question (「あと何を聞くんですか」)."""
    return "pushes" in seen and bool(sheet.answered) and not reading.fills and not reading.technologies


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


def _answers(reading: Reading, seen: Cues, asked: Slot | None) -> bool:
    """The asked slot is filled more surely than the message is anything else than an answer."""
    if asked is None or reading.intent in ("answer", "unsafe", "request_brief", "off_topic"):
        return False
    if {"pushes", "from_above", "wants_case", "where_were_we"} & seen.found:
        return False
    fill = reading.fill(asked)
    return fill is not None and fill.confidence >= max(_OPENING, reading.intent_confidence - 0.1)
