"""What a message does to the worksheet: its sentences go to the slots they answer, verbatim."""

import re
from collections.abc import Sequence
from typing import Final

from advisor.dialogue.asked import tells
from advisor.dialogue.corrections import corrected, mended
from advisor.dialogue.counter import is_beside
from advisor.dialogue.fills import elsewhere
from advisor.dialogue.reading import Reading
from advisor.dialogue.sentences import joined, sentences
from advisor.dialogue.stretches import stretches, telling
from advisor.dialogue.turns import Change
from advisor.dialogue.unsaid import answering, puts_off, unframed
from advisor.framework.slots import SLOTS, Slot
from advisor.framework.worksheet import SlotStatus, SlotValue, Worksheet
from advisor.privacy.inert import commands

SLOGANS: Final = re.compile(
    r"安心(?:して|・安全|安全)|安全安心|サービス(?:の)?向上|利便性(?:の)?(?:向上|を高め)|活性化|笑顔|誰一人|だれ一人|豊かな|魅力ある|輝く|活力|住みよい|"
    r"(?:市民|町民|村民|県民|区民|住民)(?:の皆さん|の皆様|全員|みんな|全体|のみなさん|のため|の方々)|みんな(?:のため|に)|満足度|DXを推進|効率化(?:を|の)|持続可能|共生"
)
_OF_PEOPLE: Final = ("aspiration", "customer", "value", "current_experience")
"""Slots that talk of technology alone does not answer."""
_MOOD: Final = re.compile(
    r"^(?:(?:はい|ええ|いえ|うーん|えっと|そうですね|なるほど|わかりました|承知しました|すみません|ごめん(?:なさい|ね)?|ちょっと待って(?:ください)?|以上|あのな|えーと)[、。…\s]*"
    r"|(?:いつも)?お世話(?:になって|さま)[^。]{0,12}[。]?|(?:どうぞ)?よろしくお願い[^。]{0,8}[。]?|(?:はじめまして|初めまして|こんにちは|おはようございます)[^。]{0,8}[。]?"
    r"|[^。]{0,24}ご?相談(?:させて|を|です|したい|があ)[^。]{0,24}[。]?)$"
)
_HANDING: Final = re.compile(
    r"^[^。]{0,12}(?:貼り(?:ます|付け)|添付(?:し|です)|資料を(?:付け|送り|渡し)|転記し|次のとおり|以下(?:です|に))[^。]{0,8}[。]?$"
)
_THIN: Final = 6
"""An answer with fewer characters than this and no figure is vague."""
_SILENT: Final = ("unsafe", "off_topic", "small_talk", "ask_fact", "request_brief")
"""Intents that fill nothing unless the reader is rather sure of a span."""
_SURE: Final = 0.85
_MAY_BE_NONE: Final = ("technology_role", "resources", "stakeholders", "risks", "strengths", "focus")
_NONE: Final = re.compile(
    r"^(?:特に)?(?:なし|ない|ありません|不要|いらない|要らない|いりません|ゼロ|無し|ねえ)(?:です|だ|よ|円)?[。!!]?$"
)
"""「なし。」 is an answer where nothing may be needed."""


def absorbed(
    message: str,
    own: str,
    reading: Reading,
    asked: Slot | None,
    sheet: Worksheet,
    turn: int,
    known: Sequence[tuple[str, str]] = (),
) -> tuple[Change, ...]:
    """Return the changes that a message makes, the asked slot first.

    `known` are figures corrected earlier (old, new): an old one that slips in again is written as corrected.

    `own` is the message with pasted matter blanked out (same length); only own words fill slots. A correction
    replaces, a `dont_know` marks the asked slot unknown, an answer that fills nothing concrete leaves it vague.
    """
    if reading.intent == "unsafe":
        return ()
    own = without_commands(own)
    if reading.intent == "correct":
        changes = corrected(message, own, reading, sheet, turn)
        if changes:
            return changes
    if reading.intent == "dont_know" and not reading.fills:
        return (Change(slot=asked, status="unknown"),) if asked and not sheet[asked].values else ()
    claims = _told(own, reading, asked)
    ordered = sorted(claims, key=lambda slot: slot != asked)
    changes = tuple(
        _change(slot, claims[slot], reading, sheet, turn, known) for slot in ordered if claims[slot]
    )
    if asked is not None and _is_put_off(own, changes, asked, sheet):
        return (*changes, Change(slot=asked, status="unknown"))
    if not changes and reading.intent == "answer" and asked is not None and not sheet[asked].values:
        return (Change(slot=asked, status="vague"),)
    return changes


def _told(own: str, reading: Reading, asked: Slot | None) -> dict[Slot, list[str]]:
    """Sentences by slot, with those that no slot claims where they belong, without what an answer only takes up."""
    claims = _claims(own, reading, asked)
    if reading.intent == "answer" and asked is not None:
        claims = _with_rest(own, claims, asked, reading)
    elif claims:
        claims = _with_figures(own, claims)
    if any(is_beside(part, own, asked) for part in sentences(own)):
        claims = {slot: [answering(part) for part in parts] for slot, parts in claims.items()}
    return claims


def _is_put_off(own: str, changes: Sequence[Change], asked: Slot, sheet: Worksheet) -> bool:
    """The answer was promised for later: the row is to be confirmed."""
    filled = bool(sheet[asked].values) or any(change.slot == asked for change in changes)
    return not filled and any(puts_off(part) for part in sentences(own))


def without_commands(own: str) -> str:
    """The words without sentences that give orders to the program; they are never material."""
    for part in sentences(own):
        if commands(part):
            own = own.replace(part, "")
    return own


def _claims(own: str, reading: Reading, asked: Slot | None) -> dict[Slot, list[str]]:
    """Sentences by slot: each fill takes the sentence it stands in, of a long one the stretch, unless it was asked for."""
    claims: dict[Slot, list[str]] = {}
    for fill in reading.fills:
        if reading.intent in (*_SILENT, "pushback") and fill.confidence < _SURE:
            continue
        taken = claims.setdefault(fill.slot, [])
        for sentence in sentences(own):
            if not _overlaps(sentence, fill.text) or _is_mood(sentence):
                continue
            if is_beside(sentence, own, asked) or puts_off(sentence):
                continue
            whole = fill.slot == asked and reading.intent == "answer"
            parts = (sentence,) if whole else telling(sentence, fill.text, fill.slot, reading.technologies)
            taken += [part for part in parts if part not in taken]
    return claims


def _with_figures(own: str, claims: dict[Slot, list[str]]) -> dict[Slot, list[str]]:
    """In an opening, figures that no slot claims are kept as evidence: nothing that can be checked is lost."""
    claimed = "".join(part for parts in claims.values() for part in parts)
    rest = [part for sentence in sentences(own) for part in stretches(sentence) if part not in claimed]
    rest = [part for part in rest if re.search(r"\d", part) and _says_something(part) and not elsewhere(part)]
    return {**claims, "evidence": claims.get("evidence", []) + rest} if rest else claims


def _overlaps(sentence: str, span: str) -> bool:
    span = span.strip()
    return bool(span) and (
        span in sentence or any(piece in sentence for piece in sentences(span) if len(piece) > 3)
    )


def _with_rest(
    own: str, claims: dict[Slot, list[str]], asked: Slot, reading: Reading
) -> dict[Slot, list[str]]:
    """Sentences that no slot claims belong to the answer of the asked slot, slogans and moods apart."""
    claimed = {part for parts in claims.values() for part in parts}
    other = bool(claims) and asked not in claims
    rest = [part for part in sentences(own) if part not in claimed and _says_something(part, own)]
    rest = [] if any(puts_off(part) for part in sentences(own)) else rest
    rest = [part for part in rest if not is_beside(part, own, asked)]
    tool = reading.stance == "tech_first" and asked in _OF_PEOPLE and asked not in claims
    if other or tool:
        rest = [part for part in rest if re.search(r"\d", part)] if other else []
    kept = claims.get(asked, []) + rest
    if not kept:
        return claims
    ordered = [part for part in sentences(own) if part in kept]
    return {**claims, asked: ordered}


def _is_mood(sentence: str) -> bool:
    """A greeting, a request for advice, an interjection: nothing that can be put on paper; a figure always can."""
    return bool(_MOOD.match(sentence)) and not re.search(r"\d", sentence)


def _says_something(sentence: str, text: str = "") -> bool:
    if _is_mood(sentence) or _HANDING.search(sentence) or sentence.endswith(("?", "?")):
        return False
    if not tells(sentence, text or sentence):
        return False
    if SLOGANS.search(sentence) and not re.search(r"\d", sentence) and len(sentence) < 34:
        return False
    return bool(re.search(r"[\w]", sentence))


def _change(
    slot: Slot,
    texts: list[str],
    reading: Reading,
    sheet: Worksheet,
    turn: int,
    known: Sequence[tuple[str, str]],
) -> Change:
    text = unframed(mended(joined(texts), known))
    fill = reading.fill(slot)
    if slot == "aspiration" and fill and any(name in fill.text for name in reading.technologies):
        fill = None
    key = _key(fill.text, text) if fill else ""
    status: SlotStatus = (
        "vague" if _is_vague(slot, text, reading.fill(slot) is not None, sheet) else "answered"
    )
    return Change(slot=slot, values=(SlotValue(text=text, turn=turn, key=key),), status=status)


def _key(span: str, text: str) -> str:
    """The span, or the longest of its sentences that the text still holds."""
    parts = (span, *sorted(sentences(span), key=len, reverse=True))
    return next((part for part in parts if part in text and _tells(part)), "")


def _tells(span: str) -> bool:
    """A span of a word or two says too little to stand for the answer, a figure apart."""
    return len(span) >= 6 or bool(re.search(r"\d", span))


def _is_vague(slot: Slot, text: str, read: bool, sheet: Worksheet) -> bool:
    """Short or sloganlike and without a figure; a slot that already holds something stays answered."""
    if slot == "evidence" and not read:
        return True
    if sheet[slot].status == "answered" or re.search(r"[\d0-9一二三四五六七八九十]+", text):
        return False
    if slot in _MAY_BE_NONE and _NONE.search(text):
        return False
    bare = re.sub(r"[\s。、…!?!?]", "", text)
    if slot in ("leader", "resources", "technology_role", "strengths"):
        return len(bare) < 3
    return (
        len(bare) < _THIN or (bool(SLOGANS.search(text)) and len(bare) < 22) or (not read and len(bare) < 10)
    )


def said_slots(changes: tuple[Change, ...]) -> tuple[Slot, ...]:
    """The slots that got words, in worksheet order."""
    filled = {change.slot for change in changes if change.values}
    return tuple(slot for slot in SLOTS if slot in filled)
