"""The book of consultations: opening them, correcting them by hand, listing, putting aside."""

from collections import defaultdict
from collections.abc import Sequence
from threading import Lock

from advisor.agent.clock import Clock
from advisor.agent.door import let_in
from advisor.agent.mending import mending
from advisor.agent.ports import Entry, Live, Sessions
from advisor.brief.model import Fix
from advisor.dialogue.events import (
    Event,
    HeaderFilled,
    KeptInside,
    PhaseCorrected,
    PlainWording,
    Renamed,
    SlotEdited,
    SlotLocked,
    Valued,
)
from advisor.dialogue.session import Session
from advisor.errors import AdvisorError, Conflict
from advisor.framework.labels import Phase
from advisor.framework.slots import Slot
from advisor.words import Words

NAMES_KEPT: tuple[Slot, ...] = ("leader", "stakeholders")
"""Slots whose answers are names of staff, which are not masked."""


class Book:
    """The consultations of one owner; every change is stored before it is shown."""

    def __init__(self, words: Words, sessions: Sessions, clock: Clock, owner: str) -> None:
        self._words = words
        self._sessions = sessions
        self._clock = clock
        self.owner = owner
        self._locks: defaultdict[str, Lock] = defaultdict(Lock)

    def session(self, id: str) -> Session:
        """The consultation as stored; AdvisorError for an unknown one or somebody else's."""
        if self._sessions.owner(id) != self.owner:
            raise AdvisorError("その相談は見つかりません", id[:8], "相談の一覧から選び直してください")
        return Session(id=id, owner=self.owner, events=tuple(self._sessions.events(id)))

    def set_slot(self, id: str, slot: Slot, text: str) -> Session:
        """Write a line of the worksheet by hand; an empty text clears it."""
        safe = self._safe(text, keep_names=slot in NAMES_KEPT)
        return self._note(id, SlotEdited(at=self._clock(), slot=slot, text=safe.strip()))

    def lock_slot(self, id: str, slot: Slot, locked: bool = True) -> Session:
        """Lock or unlock a line of the worksheet."""
        return self._note(id, SlotLocked(at=self._clock(), slot=slot, locked=locked))

    def correct_phase(self, id: str, value: Phase | None) -> Session:
        """Set the phase by hand; None lets the advisor judge again."""
        return self._note(id, PhaseCorrected(at=self._clock(), value=value))

    def keep_inside(self, id: str, value: bool) -> Session:
        """Let nothing of this consultation leave the machine, or let it go again."""
        return self._note(id, KeptInside(at=self._clock(), value=value))

    def plain_wording(self, id: str, value: bool = True) -> Session:
        """Take all rewordings of the paper back, or bring them again."""
        return self._note(id, PlainWording(at=self._clock(), value=value))

    def value(self, id: str, turn: int, good: bool | None, reason: str = "") -> Session:
        """Keep whether a reply, or the paper (turn 0), helped, and why not; None takes it back.

        Raises AdvisorError for a turn that there is not.
        """
        if not 0 <= turn <= len(self.session(id).turns):
            raise AdvisorError("その返事は見つかりません", f"{turn}番目", "画面を読み直してください")
        safe = self._safe(reason, keep_names=False).strip()
        return self._note(id, Valued(at=self._clock(), turn=turn, good=good, reason=safe))

    def fill_header(self, id: str, field: str, text: str) -> Session:
        """Fill a field of the paper's header."""
        safe = self._safe(text, keep_names=True)
        return self._note(id, HeaderFilled(at=self._clock(), field=field, text=safe.strip()))

    def adopt(self, id: str, events: Sequence[Event]) -> Session:
        """Keep events from elsewhere as a consultation of one's own, under an id that is not taken; all or nothing."""
        self._sessions.create(id, self.owner)
        try:
            self._sessions.append(id, events, expected=0)
            title = next((each.title for each in reversed(events) if isinstance(each, Renamed)), "")
            if title:
                self._sessions.rename(id, title[:60])
        except AdvisorError:
            self._sessions.purge(id)
            raise
        return self.session(id)

    def mend(self, id: str, fix: Fix) -> Session:
        """Make the change that mends a finding, all of it or nothing; what was said before stays in the history.

        Raises Conflict where the words to be changed are no longer there.
        """
        with self._locks[id]:
            session = self.session(id)
            events = mending(session.worksheet, fix, self._clock())
            self._sessions.append(id, events, expected=len(session.events))
            return session.plus(*events)

    def rename(self, id: str, title: str) -> Session:
        """Name the consultation."""
        safe = self._safe(title)
        self._sessions.rename(id, safe.strip()[:60])
        return self._note(id, Renamed(at=self._clock(), title=safe.strip()[:60]))

    def _note(self, id: str, event: Event, seen: int | None = None) -> Session:
        with self._locks[id]:
            session = self.session(id)
            refuse_other(session, seen)
            self._sessions.append(id, (event,), expected=len(session.events))
            return session.plus(event)

    def consultations(self, search: str = "", deleted: bool = False) -> Sequence[Entry]:
        """The owner's consultations, latest first."""
        return self._sessions.list(self.owner, search, deleted)

    def delete(self, id: str) -> None:
        """Put a consultation aside (undone by `restore`)."""
        self.session(id)
        self._sessions.delete(id)

    def restore(self, id: str) -> None:
        """Bring a deleted consultation back."""
        self.session(id)
        self._sessions.restore(id)

    def purge(self, id: str) -> None:
        """Remove a consultation for good."""
        self.session(id)
        self._sessions.purge(id)

    def live(self, id: str) -> Live | None:
        """The reply that is being written, or None."""
        return self._sessions.live(id)

    def stop(self, id: str) -> None:
        """Wait no longer for a language model: the embedded advisor answers the message."""
        waiting = self.session(id).unanswered
        if waiting is not None and self._sessions.live(id) is None:
            self._sessions.show(id, Live(turn=waiting.turn, at=self._clock()))
        self._sessions.stop(id)

    def _safe(self, text: str, keep_names: bool = False) -> str:
        return let_in(text, self._words, keep_names=keep_names)[0]


def refuse_other(session: Session, seen: int | None) -> None:
    """Raise Conflict where a consultation has another number of turns than was seen; None was not looking."""
    if seen is not None and seen != len(session.turns):
        raise Conflict(
            "別のタブで相談が先に進んでいます", session.id[:8], "画面を読み直してから、もう一度送ってください"
        )
