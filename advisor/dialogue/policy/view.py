"""What the policy sees when it decides: one flat view of the consultation at this message."""

from collections.abc import Iterable

from advisor.dialogue.cues import Cues
from advisor.dialogue.moves import Move
from advisor.dialogue.reading import Reading
from advisor.dialogue.turns import Change, Masked, Turn
from advisor.framework.phases import PhaseView
from advisor.framework.slots import Slot
from advisor.framework.worksheet import Worksheet
from advisor.values import Value

MOST_ASKS = 2
"""A slot is asked at most this often, sharpening and re-asks included."""


class Found(Value):
    """What the search before the decision brought; None where nothing fits."""

    case: str | None = None
    """A case card that fits the want."""
    fits: bool = True
    """Whether that card fits, or is only the nearest there is."""
    cited: str | None = None
    """A case card with a documented other side whose place the official named."""
    fact: str | None = None
    """A passage that answers the message's question."""
    method: str | None = None
    """A passage of a method card for "how" questions."""
    fairness: str | None = None
    """The passage on fairness."""
    query: str = ""


class View(Value):
    """The consultation after reading the message and updating the worksheet, before the decision."""

    number: int
    """Number of this message, from 1."""
    message: str
    """The official's own words: pasted matter and orders to the program left out."""
    reading: Reading
    cues: Cues
    worksheet: Worksheet
    changes: tuple[Change, ...] = ()
    turns: tuple[Turn, ...] = ()
    phase: PhaseView = PhaseView()
    technologies: tuple[str, ...] = ()
    """All technologies named so far, this message included."""
    new_technologies: tuple[str, ...] = ()
    found: Found = Found()
    documents: bool = False
    masked: tuple[Masked, ...] = ()

    @property
    def last(self) -> Turn | None:
        """The turn before."""
        return self.turns[-1] if self.turns else None

    @property
    def pending(self) -> Slot | None:
        """The slot the last reply asked for."""
        return self.last.decision.asks if self.last else None

    @property
    def filled(self) -> tuple[Slot, ...]:
        """The slots this message put something into."""
        return tuple(change.slot for change in self.changes if change.values)

    @property
    def has_want(self) -> bool:
        """Whether the official said what they want, for whom or to what end."""
        sheet = self.worksheet
        return bool(sheet["aspiration"].values or (sheet["customer"].values and sheet["value"].values))

    @property
    def drafted(self) -> bool:
        """Whether a draft was given."""
        return self.count("draft") > 0

    @property
    def offered_draft(self) -> bool:
        """Whether the draft was offered or given before."""
        return any(turn.decision.offers == "draft" or turn.decision.move == "draft" for turn in self.turns)

    @property
    def goes_on(self) -> bool:
        """Whether the message only says to go on (chips such as 「合っている」「続けてください」)."""
        return bool({"confirms", "continues", "accepts", "declines"} & self.cues.found)

    @property
    def hurried(self) -> bool:
        """Whether the official said they have no time, now or at the start."""
        return "hurried" in self.cues or any(turn.decision.flavour == "hurried" for turn in self.turns)

    def count(self, move: Move) -> int:
        """How often a move was made before."""
        return sum(turn.decision.move == move for turn in self.turns)

    def since(self, moves: Iterable[Move]) -> int:
        """Replies since one of `moves` was made last (1: by the last reply); a large number if never."""
        wanted = set(moves)
        for back, turn in enumerate(reversed(self.turns), start=1):
            if turn.decision.move in wanted:
                return back
        return 999

    def new_since(self, moves: Iterable[Move]) -> int:
        """How many slots were filled since one of `moves` was made last, this message included."""
        back = min(self.since(moves) - 1, len(self.turns))
        turns = self.turns[len(self.turns) - back :] if back else ()
        slots = {change.slot for turn in turns for change in turn.changes if change.values}
        return len(slots | set(self.filled))

    def can_ask(self, slot: Slot | None) -> bool:
        """Whether a slot is open and was asked less than twice."""
        if slot is None:
            return False
        state = self.worksheet[slot]
        return state.is_open and state.asked < MOST_ASKS
