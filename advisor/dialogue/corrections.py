"""Corrections: the old figure or phrase gives way, what else was said of it stays."""

import itertools
import re
from collections.abc import Sequence
from typing import Final

from advisor.dialogue.cues import cues
from advisor.dialogue.reading import Reading
from advisor.dialogue.retractions import persons_told, said_pairs, takes_back_who
from advisor.dialogue.sentences import sentences
from advisor.dialogue.turns import Change
from advisor.framework.slots import SLOTS, Slot
from advisor.framework.worksheet import SlotStatus, SlotValue, Worksheet
from advisor.words import COUNT

_NUMBER: Final = re.compile(
    rf"(?:約|延べ|計)?{COUNT}[万億千百]?(?:つ|[かヶカケ]月|[%%]|[一-龥々ァ-ヴーA-Za-z]{{1,4}})?"
)
_PAIRS: Final = (
    re.compile(
        r"(?P<old>[^、。\s「」]{1,24}?)(?:じゃ(?:なく(?:て)?|ない)|では(?:なく(?:て)?|ない|ありません)|でなく(?:て)?|やなく(?:て)?|とちゃう)"
        r"(?:です|んです|の)?(?:[、。,]|\s)*(?P<new>[^、。]{1,40})"
    ),
    re.compile(
        r"(?P<old>[^、。\s]{1,24}?)(?:を|は|から)、?(?P<new>[^、。\s]{1,24}?)(?:に(?:直し|訂正|変え|修正|差し替え)|へ(?:直し|訂正|変え|修正)|の(?:打ち)?間違い|の誤り)"
    ),
)
_NOT_TOLD: Final = ("outcome", "aspiration", "value")
"""Slots that a corrected figure which nobody told before does not fill, though they were asked for."""
_SHORT: Final = 45
_TAKES_BACK: Final = re.compile(
    r"訂正|間違|誤り|勘違い|取り消|言い直|直しといて|直しておいて|直してください|(?:さっき|先ほど|先程|前に)[^。]{0,14}(?:が|けど|けれど|のは)|(?:申しました|申し上げました|言いました|言った|言うた|書きました|書いた|答えました|答えた|お伝えしました|伝えた)(?:ん(?:です|だ))?(?:が|けど|けれど|ばってん|のは)"
)
_PLANS: Final = re.compile(
    r"から[^。、]{0,4}[\d0-9][^。、]{0,8}(?:へ|まで|くらい|ぐらい)|減ら|増や|変え|改め|作り直|つくり|作り|します[。!!]?$|する[。!!]?$|にしたい"
)
"""「26枚を7枚に減らす」 is a plan and takes nothing back."""
_RETRACTS: Final = re.compile(
    r"^(?:ごめん|すみません|すいません|失礼|訂正|さっき|先ほど|先程|あ、|いや、|間違)"
)
_LEAD: Final = re.compile(
    r"^(?:いえ|いや|あ|あー|その|さっきの|先ほどの|対象は|正しくは|訂正|すみません)[、。]?"
)
_TAIL: Final = re.compile(
    r"(?:の(?:打ち)?間違い(?:です|でした)?|に(?:して|直して|変えて|訂正)[^。]*|(?:でした|です|だった|だ|になっとった|になってた|になっていました|のほうです|の方です)(?:[よね]|ね)?|[。、\s]+)$"
)


def corrected(message: str, own: str, reading: Reading, sheet: Worksheet, turn: int) -> tuple[Change, ...]:
    """Return the changes of a correction, empty where nothing to correct was found.

    A figure said before and contradicted now is replaced inside the sentence it stood in; without such a figure the
    new words replace what the read slot holds.
    """
    pair = figures(own, sheet) or phrases(own, sheet)
    if pair is not None:
        return _replaced(pair[0], pair[1], sheet, turn)
    who = _other_customer(own, sheet, turn)
    if who is not None:
        return (who,)
    fresh = claimed(own)
    if fresh is not None:
        return _told_late(fresh, own, reading, sheet, turn)
    return tuple(
        _instead(fill.slot, fill.text, own, sheet, turn)
        for fill in reading.fills
        if not sheet[fill.slot].locked
    )


def _other_customer(own: str, sheet: Worksheet, turn: int) -> Change | None:
    """「だれのため、を変えたい。…は中学生のほうだ」: the sentences that name somebody replace who was meant."""
    changed = "changes_who" in cues(own) or takes_back_who(own, sheet)
    told = persons_told(own, turn) if changed and not sheet["customer"].locked else ()
    if not told:
        return None
    return Change(slot="customer", values=told, replaces=sheet["customer"].values, status="answered")


def retracts(text: str, sheet: Worksheet) -> bool:
    """Whether something told is taken back, or a figure never told is set right in so many words."""
    takes_back = bool(_RETRACTS.match(text.strip()) or _TAKES_BACK.search(text))
    short = len(text) <= _SHORT and not _PLANS.search(text)
    told = figures(text, sheet) or phrases(text, sheet)
    return bool((told and (takes_back or short)) or (takes_back and claimed(text)))


def claimed(own: str) -> tuple[str, str] | None:
    """The old and the new figure of 「34家族ではなく43家族」 by the message alone, whether said before or not."""
    numbers = [each.group() for each in _NUMBER.finditer(own)]
    for before, after in itertools.pairwise(numbers):
        if before != after and _unit(before) and _unit(before) == _unit(after):
            return before, after
    return None


def mended(text: str, pairs: Sequence[tuple[str, str]]) -> str:
    """The text with figures that the official corrected earlier, where an old one slips in again."""
    for before, after in pairs:
        if after not in text:
            text = re.sub(r"(?<![\d0-9,.])" + re.escape(before), after, text)
    return text


def _told_late(
    pair: tuple[str, str], own: str, reading: Reading, sheet: Worksheet, turn: int
) -> tuple[Change, ...]:
    """A correction of something the worksheet does not hold: the new figure is kept, as evidence unless read otherwise."""
    read: Slot = reading.fills[0].slot if reading.fills else "evidence"
    slot: Slot = "evidence" if read in _NOT_TOLD else read
    text = next((part for part in sentences(own) if pair[1] in part), own)
    text = _without(pair, text)
    value = SlotValue(text=text, turn=turn, key=pair[1])
    status: SlotStatus = "answered" if slot != "evidence" or sheet[slot].values else "vague"
    return () if sheet[slot].locked else (Change(slot=slot, values=(value,), status=status),)


def figures(own: str, sheet: Worksheet) -> tuple[str, str] | None:
    """The old and the new figure: the old stands in the worksheet, the new has the same unit and does not."""
    numbers = [each.group() for each in _NUMBER.finditer(own)]
    old = [number for number in numbers if _holders(number, sheet)]
    fresh = [number for number in numbers if not _holders(number, sheet)]
    for before in old:
        after = [number for number in fresh if _unit(number) == _unit(before)]
        if after:
            return before, after[-1]
    bare = [number for number in fresh if not _unit(number)]
    if old and bare and not _unit(old[0]):
        return old[0], bare[-1]
    return _shortened(own, sheet)


def _shortened(own: str, sheet: Worksheet) -> tuple[str, str] | None:
    """「令和9年度末と言いましたが8年度末でした」: both end alike, the new one lacks its beginning."""
    numbers = [each.group() for each in _NUMBER.finditer(own)]
    for before in numbers:
        for after in numbers:
            if (
                before != after
                and _unit(before)
                and _unit(before) == _unit(after)
                and _holders(before, sheet)
            ):
                return before, after
    return None


def _without(pair: tuple[str, str], text: str) -> str:
    """The sentence without what it says of the old figure: its last clause, or the old figure and its denial cut out."""
    clauses = [each for each in re.split(r"(?<=、)|\s+", text) if pair[1] in each]
    if not clauses:
        return text
    return re.sub(re.escape(pair[0]) + r".{0,14}?(?=" + re.escape(pair[1]) + ")", "", clauses[-1])


def _unit(number: str) -> str:
    return re.sub(rf"^(?:約|延べ|計)?{COUNT}", "", number)


def _holders(number: str, sheet: Worksheet) -> list[tuple[Slot, SlotValue]]:
    pattern = re.compile(r"(?<![\d0-9,.])" + re.escape(number))
    return [
        (state.slot, value) for state in sheet.states for value in state.values if pattern.search(value.text)
    ]


def phrases(own: str, sheet: Worksheet) -> tuple[str, str] | None:
    """The old and the new wording of 「AではなくB」 and the like, where A stands in the worksheet."""
    spoken = ((found["old"], found["new"]) for pattern in _PAIRS for found in pattern.finditer(own))
    for old, new in (*said_pairs(own), *spoken):
        before = _LEAD.sub("", old)
        after = _TAIL.sub("", new).strip("「」 ")
        if len(before) > 1 and after and before != after and _said(before, sheet):
            return before, after
    return None


def _said(phrase: str, sheet: Worksheet) -> bool:
    return any(phrase in value.text for state in sheet.states for value in state.values)


def _replaced(before: str, after: str, sheet: Worksheet, turn: int) -> tuple[Change, ...]:
    changes: list[Change] = []
    for slot in SLOTS:
        holders = tuple(value for value in sheet[slot].values if before in value.text)
        if not holders or sheet[slot].locked:
            continue
        added = tuple(each for value in holders for each in _split(value, before, after, turn))
        changes.append(Change(slot=slot, values=added, replaces=holders, status="answered"))
    return tuple(changes)


def _split(value: SlotValue, before: str, after: str, turn: int) -> tuple[SlotValue, ...]:
    """The sentences without the old wording keep their turn; the corrected sentence belongs to this turn."""
    kept = "".join(part for part in sentences(value.text) if before not in part)
    mended = "".join(part.replace(before, after) for part in sentences(value.text) if before in part)
    first = (
        (SlotValue(text=kept, turn=value.turn, key=value.key if value.key in kept else ""),) if kept else ()
    )
    key = value.key.replace(before, after) if value.key.replace(before, after) in mended else after
    return (*first, SlotValue(text=mended, turn=turn, key=key))


def _instead(slot: Slot, span: str, own: str, sheet: Worksheet, turn: int) -> Change:
    text = next((part for part in sentences(own) if span in part), span)
    said = span if _is_frame(text, span) else text
    value = SlotValue(text=said, turn=turn, key=span)
    return Change(slot=slot, values=(value,), replaces=sheet[slot].values, status="answered")


def _is_frame(text: str, span: str) -> bool:
    """The sentence around the span talks about the correction itself, so only the span is kept."""
    return bool(
        re.search(
            r"間違|訂正|取り消|直し|変えて|と(?:書い|言い|言っ|答え)|じゃなく|ではなく|ではありません|違う|違い",
            text.replace(span, ""),
        )
    )
