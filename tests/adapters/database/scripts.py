"""Short scripts of events, and a clock that goes on by a second at every look."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from itertools import count

from advisor.agent.clock import Clock
from advisor.dialogue.events import Event, MessageReceived, SlotEdited, Started, TurnCompleted
from advisor.dialogue.moves import Decision
from advisor.dialogue.reading import Reading
from advisor.dialogue.turns import Reply, Turn

JAPAN = timezone(timedelta(hours=9))
START = datetime(2026, 11, 24, 9, 0, tzinfo=JAPAN)


def ticking(start: datetime = START) -> Clock:
    """A clock that begins at `start`."""
    ticks: Iterator[int] = count()

    def look() -> str:
        return (start + timedelta(seconds=next(ticks))).isoformat()

    return look


def greeting() -> Started:
    """The first event."""
    return Started(at=START.isoformat(), greeting="どんな場面が気になっていますか。")


def message(text: str, turn: int = 1) -> MessageReceived:
    """What an official said."""
    return MessageReceived(at=START.isoformat(), turn=turn, text=text)


def answer(turn: int = 1) -> TurnCompleted:
    """The message answered."""
    at = START.isoformat()
    decision = Decision(move="reflect", rule="test", because="")
    whole = Turn(
        number=turn, message="", reading=Reading(), decision=decision, reply=Reply(text="はい。"), at=at
    )
    return TurnCompleted(at=at, turn=whole)


def pair(writer: str, number: int) -> tuple[Event, Event]:
    """Two events that belong together."""
    said = MessageReceived(at=START.isoformat(), turn=number, text=f"{writer}:{number}")
    return said, SlotEdited(at=START.isoformat(), slot="aspiration", text=f"{writer}:{number}")
