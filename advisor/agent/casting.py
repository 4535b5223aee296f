"""Who plays the roles of a turn, and who watches while a reply is being written."""

from collections.abc import Callable
from typing import NamedTuple, Protocol

from advisor.agent.ports import Drafter, Library, Reader, Writer
from advisor.agent.tracing import SILENT, Trace
from advisor.dialogue.session import Session
from advisor.dialogue.turns import Made
from advisor.patience.price import Spent


class Players(NamedTuple):
    """Who plays the roles of a turn."""

    reader: Reader
    library: Library
    writer: Writer
    made: Callable[[], tuple[Made, ...]] = tuple
    """What language models did since the players were cast."""
    digests: tuple[tuple[str, str], ...] = ()
    """Names of the prompt files they play from, with their digests."""
    models: "Models | None" = None
    """Language models that may play in front of them."""
    trouble: str = ""
    """Why there are none although one was named; "" where all is as it was set."""
    trace: Trace = SILENT
    """Who sees how long each step takes, and what came of it."""


class Watch(Protocol):
    """Looks on while a reply is being written."""

    def show(self, text: str) -> None:
        """Take the whole of what may be on the screen now; every sentence of it has passed the checks."""
        ...

    def stopped(self) -> bool:
        """Whether the official wants no more waiting for a model."""
        ...


class Unwatched:
    """Nobody looks on."""

    def show(self, text: str) -> None:
        """Let it pass."""

    def stopped(self) -> bool:
        """Nobody stops it."""
        return False


class Screen(Protocol):
    """Where the reply of a turn is kept while it is being written."""

    def show(self, text: str) -> bool:
        """Keep the whole of what may be seen now; return whether the official asked for no more waiting."""
        ...


class Models(Protocol):
    """The language models of an endpoint."""

    def cast(self, players: Players, session: Session, screen: Screen) -> Players:
        """Return the players of one turn of `session`: models before the embedded players, who stand in for them."""
        ...

    @property
    def drafts(self) -> bool:
        """Whether one of them may word papers anew."""
        ...

    def drafter(self, session: Session, note: Callable[[Made], None], stopped: Callable[[], bool]) -> Drafter:
        """Return who words the paper of `session` anew; `note` hears of every call, `stopped` ends a silent one."""
        ...

    def spent(self, session: Session) -> Spent | None:
        """What the consultation, its owner and all have spent and may still spend; None where nothing is counted."""
        ...

    @property
    def resting(self) -> bool:
        """Whether they are spared just now, after several failures."""
        ...
