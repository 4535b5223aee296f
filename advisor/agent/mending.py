"""A checker's mending as events of a consultation."""

from advisor.brief.model import Fix, SlotFix
from advisor.brief.write import sentence
from advisor.dialogue.events import Event, HeaderFilled, SlotEdited
from advisor.errors import Conflict
from advisor.framework.slots import Slot
from advisor.framework.worksheet import Worksheet


def mending(worksheet: Worksheet, fix: Fix, at: str) -> tuple[Event, ...]:
    """Return the events that make a change; Conflict where a line no longer holds the words to be changed."""
    texts: dict[Slot, str] = {}
    for change in fix.slots:
        texts[change.slot] = _changed(texts.get(change.slot, _written(worksheet, change.slot)), change)
    events: list[Event] = [SlotEdited(at=at, slot=slot, text=text) for slot, text in texts.items()]
    if fix.header is not None:
        field, text = fix.header
        events.append(HeaderFilled(at=at, field=field, text=text))
    return tuple(events)


def _written(worksheet: Worksheet, slot: Slot) -> str:
    return "".join(sentence(value.text) for value in worksheet[slot].values)


def _changed(text: str, change: SlotFix) -> str:
    if change.old not in text:
        raise Conflict(
            "直す言葉が、もう聞き取りの中にありません",
            change.old,
            "画面を読み直してから、もう一度お試しください",
        )
    return text.replace(change.old, change.new)
