"""A consultation: an append-only list of events, and the folds that everyone reads."""

from collections.abc import Iterable

from advisor.dialogue.events import (
    Event,
    HeaderFilled,
    KeptInside,
    MessageReceived,
    PhaseCorrected,
    PlainWording,
    Renamed,
    Reworded,
    Rewording,
    Rewound,
    SlotEdited,
    SlotLocked,
    Started,
    TurnCompleted,
    Valued,
)
from advisor.dialogue.turns import Change, Turn
from advisor.framework.labels import Phase
from advisor.framework.slots import Slot
from advisor.framework.worksheet import SlotState, SlotValue, Worksheet
from advisor.values import Value


class Session(Value):
    """Id, owner and events of one consultation."""

    id: str
    owner: str = ""
    events: tuple[Event, ...] = ()

    def plus(self, *events: Event) -> "Session":
        """Return the session with events appended."""
        return Session(id=self.id, owner=self.owner, events=self.events + events)

    @property
    def branch(self) -> tuple[Event, ...]:
        """The events of the current branch: what a rewind left behind is skipped, hand edits stay."""
        live: list[Event] = []
        for event in self.events:
            if isinstance(event, Rewound):
                live = [each for each in live if not _after(each, event.turn)]
            else:
                live.append(event)
        return tuple(live)

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The answered turns of the current branch."""
        return tuple(event.turn for event in self.branch if isinstance(event, TurnCompleted))

    @property
    def left(self) -> tuple[Turn, ...]:
        """Answered turns that a rewind left behind; nothing said is lost."""
        kept = {id(turn) for turn in self.turns}
        return tuple(
            event.turn
            for event in self.events
            if isinstance(event, TurnCompleted) and id(event.turn) not in kept
        )

    @property
    def unanswered(self) -> MessageReceived | None:
        """A message that was stored but not answered (the program died in between), or None."""
        messages = [event for event in self.branch if isinstance(event, MessageReceived)]
        if messages and messages[-1].turn > len(self.turns):
            return messages[-1]
        return None

    @property
    def greeting(self) -> str:
        """The advisor's first words."""
        return next((event.greeting for event in self.events if isinstance(event, Started)), "")

    @property
    def title(self) -> str:
        """The name given, else the beginning of the first message or the name of its document."""
        named = [event.title for event in self.events if isinstance(event, Renamed)]
        if named and named[-1]:
            return named[-1]
        if not self.turns:
            return "新しい相談"
        first = self.turns[0]
        handed = first.documents[0].name if first.documents else ""
        return (first.message or handed).replace("\n", " ")[:24]

    @property
    def worksheet(self) -> Worksheet:
        """The worksheet after all turns, edits and locks."""
        sheet = Worksheet()
        for event in self.branch:
            sheet = applied(sheet, event)
        return sheet

    @property
    def phase_correction(self) -> Phase | None:
        """The phase the official set by hand, or None."""
        values = [event.value for event in self.branch if isinstance(event, PhaseCorrected)]
        return values[-1] if values else None

    @property
    def inside(self) -> bool:
        """Whether nothing of this consultation may leave the machine."""
        values = [event.value for event in self.events if isinstance(event, KeptInside)]
        return values[-1] if values else False

    @property
    def rewordings(self) -> dict[str, Rewording]:
        """The latest rewording of each claim, by the claim's own text; none while the plain wording is wanted."""
        return {} if self.plain else {each.old: each for event in self.reworded for each in event.rewordings}

    @property
    def reworded(self) -> tuple[Reworded, ...]:
        """What language models made of the paper's wording, first to last, wanted or not."""
        return tuple(event for event in self.events if isinstance(event, Reworded))

    @property
    def plain(self) -> bool:
        """Whether the official wants the paper in its plain wording, although there is another."""
        wanted = [event for event in self.events if isinstance(event, PlainWording | Reworded)]
        return bool(wanted) and isinstance(wanted[-1], PlainWording) and wanted[-1].value

    @property
    def valued(self) -> dict[int, Valued]:
        """What the official thinks of the replies of the current branch, by turn, and of the paper (0)."""
        last = {event.turn: event for event in self.branch if isinstance(event, Valued)}
        return {turn: each for turn, each in last.items() if each.good is not None}

    @property
    def header(self) -> dict[str, str]:
        """The header fields of the paper that were filled in."""
        return {event.field: event.text for event in self.branch if isinstance(event, HeaderFilled)}


def _after(event: Event, turn: int) -> bool:
    if isinstance(event, MessageReceived | Valued):
        return event.turn >= turn
    return isinstance(event, TurnCompleted) and event.turn.number >= turn


def applied(sheet: Worksheet, event: Event) -> Worksheet:
    """Return the worksheet after one event."""
    if isinstance(event, TurnCompleted):
        sheet = changed(sheet, event.turn.changes)
        return _asked(sheet, event.turn.decision.asks)
    if isinstance(event, SlotEdited):
        return sheet.with_state(_edited(sheet[event.slot], event.text))
    if isinstance(event, SlotLocked):
        return sheet.with_state(sheet[event.slot].model_copy(update={"locked": event.locked}))
    return sheet


def changed(sheet: Worksheet, changes: Iterable[Change]) -> Worksheet:
    """Return the worksheet after the changes of one turn; locked lines keep what they hold."""
    for change in changes:
        state = sheet[change.slot]
        if state.locked:
            continue
        kept = tuple(value for value in state.values if value not in change.replaces)
        values = kept + tuple(value for value in change.values if value not in kept)
        sheet = sheet.with_state(
            state.model_copy(
                update={"status": change.status, "values": values, "history": state.history + change.replaces}
            )
        )
    return sheet


def _asked(sheet: Worksheet, slot: Slot | None) -> Worksheet:
    if slot is None:
        return sheet
    state = sheet[slot]
    status = "asked" if state.status == "empty" else state.status
    return sheet.with_state(state.model_copy(update={"asked": state.asked + 1, "status": status}))


def _edited(state: SlotState, text: str) -> SlotState:
    values = (SlotValue(text=text, turn=0),) if text.strip() else ()
    return state.model_copy(
        update={
            "values": values,
            "history": state.history + state.values,
            "status": "answered" if values else "empty",
        }
    )
