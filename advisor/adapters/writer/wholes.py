"""Whole sentences of what a slot holds, freed of lead-ins and hedges: what a row shows where no saying stands alone."""

import re
from typing import Final

from advisor.dialogue.quotes import Quote, is_repeatable
from advisor.dialogue.quotes.framing import FRAME
from advisor.dialogue.sentences import sentences
from advisor.dialogue.suiting import steps, suits
from advisor.framework.slots import Slot
from advisor.framework.worksheet import SlotValue

_GOOD: Final = 2.0
_SHORTEST: Final = 6
_SENTENCE: Final = 90
"""Characters of a sentence that a row shows whole."""
_FIRST_TOLD: Final = ("leader", "measure", "focus", "aspiration", "value")
"""Slots whose first sentence answers."""
_CUSTOMER: Final = 30
_BESIDE: Final = 44
"""Characters of a sentence that stands beside another in one row."""
_TAIL: Final = re.compile(
    r"(?:、?みたいな(?:感じ)?(?:…[??])?|…[??]|(?<=たい)な(?:あ)?|、?の?かなあ?|(?:では|ん?じゃ)ない(?:か(?:な|と)?)?(?=と|です|かと|存じ|思|$)|(?:なん|(?<=[るたいだなう])ん|の)?(?<!かと)(?<!ると)(?<!たと)(?<!そう)です(?:かね|わ|よね|よ|ね|か)?|っす(?:かね|よね|よ|ね)?|でございま(?:す|した)|かなって(?:思います)?|"
    r"(?:のかな|かな)?あ?、?と(?:は)?思って(?:て|います|る|)|、とは?(?:思います)?(?=$)|かもしれません(?:けど|が)?|でしょう|か?と(?:存じ|思い|考えてい|考えており)ます|存じます|思います|と思ったりします|やね|じゃろうね?|…)+$"
)


def whole(value: SlotValue, slot: Slot) -> Quote | None:
    """The sentence of a value that answers the slot, or None where none can be shown."""
    parts = [part.rstrip("。、") for part in sentences(value.text)]
    parts = [part for part in parts if suits(slot, part, value.text)]
    keyed = [part for part in parts if value.key[:8] in part] if slot not in _FIRST_TOLD else []
    told = [each for each in (steps(value.text),) if each] or keyed or parts
    fit = next((part for part in told if _SHORTEST <= len(part) <= _SENTENCE or "。" in part), "")
    fit = _plain(fit)
    if slot == "customer" and (len(fit) > _CUSTOMER or "聞" in fit):
        return None
    return _quote(fit, value, slot)


def following(value: SlotValue, slot: Slot, quote: Quote) -> Quote | None:
    """The sentence right behind the one that a quote stands in, where it can stand beside it."""
    parts = sentences(value.text)
    at = next((index for index, part in enumerate(parts) if quote.text in part), len(parts))
    if at + 1 >= len(parts) or not suits(slot, parts[at + 1], value.text):
        return None
    fit = _plain(parts[at + 1].rstrip("。、"))
    return _quote(fit, value, slot) if _SHORTEST <= len(fit) <= _BESIDE else None


_DOUBT: Final = re.compile(r"かもしれ|かも|かな|かしら|気がし|だったと思")


def _plain(sentence: str) -> str:
    return _TAIL.sub("", FRAME.sub("", sentence)).rstrip("、")


def _quote(fit: str, value: SlotValue, slot: Slot) -> Quote | None:
    if not fit or fit.endswith(("か", "?", "?")) or not is_repeatable(fit):
        return None
    start = value.text.find(fit)
    behind = value.text[start + len(fit) :].partition("。")[0]
    return Quote(
        text=fit,
        start=start,
        end=start + len(fit),
        kind="文",
        score=_GOOD,
        slot=slot,
        turn=value.turn,
        marks=frozenset({"hedged"} if _DOUBT.search(behind) else ()),
    )
