"""Language models that speak when they are told to, for tests of everything around them."""

import re
import threading
from collections.abc import Callable, Mapping, Sequence

from advisor.adapters.model.drafter import ModelDrafter
from advisor.agent.casting import Players, Screen
from advisor.agent.ports import Drafter, Writer
from advisor.dialogue.scene import Scene
from advisor.dialogue.session import Session
from advisor.dialogue.turns import Made, Reply
from advisor.patience.failures import ModelFailure, failure
from advisor.patience.limits import ModelRole
from advisor.patience.lines import Line
from advisor.patience.price import Spent
from tests.fakes.chat import FakeChat, Said


class SlowModels:
    """Shows `words` at once and ends the reply when `go` is set, or when it is stopped; `seen` is set after the words."""

    def __init__(self, words: str = "なるほど、") -> None:
        self.words = words
        self.seen = threading.Event()
        self.go = threading.Event()
        self.error: Exception | None = None
        self.cast_for: list[str] = []

    def cast(self, players: Players, session: Session, screen: Screen) -> Players:
        """Put the slow writer before the embedded one."""
        self.cast_for.append(session.id)
        made: list[Made] = []
        writer = _SlowWriter(self, players.writer, screen, made)
        return players._replace(writer=writer, made=lambda: tuple(made), digests=(("writing", "abc"),))

    drafts = False
    resting = False

    def spent(self, session: Session) -> Spent | None:
        """Nothing is counted."""
        del session
        return None

    def drafter(self, session: Session, note: Callable[[Made], None], stopped: Callable[[], bool]) -> Drafter:
        """Nobody drafts here."""
        raise NotImplementedError


class RewordingModels:
    """Words papers anew by a table from the plain wording; waits for `go` before every section, or until stopped.

    A section of which `failing` holds the number (from 1) fails.
    """

    def __init__(self, table: Mapping[str, str], failing: Mapping[int, ModelFailure] | None = None) -> None:
        self.table = table
        self.failing = failing or {}
        self.go = threading.Event()
        self.go.set()
        self.begun = threading.Event()
        self.sent: list[str] = []
        self.error: Exception | None = None

    def cast(self, players: Players, session: Session, screen: Screen) -> Players:
        """The embedded players play alone."""
        return players

    drafts = True
    resting = False

    def spent(self, session: Session) -> Spent | None:
        """Nothing is counted."""
        del session
        return None

    def drafter(self, session: Session, note: Callable[[Made], None], stopped: Callable[[], bool]) -> Drafter:
        """A drafter that looks into the table."""
        return ModelDrafter(_TableChat(self, stopped), lambda: "k3v9x1", lambda made: note(_called(made)))


def _called(made: Made) -> Made:
    return made.model_copy(update={"model": "table-1"})


class _TableChat(FakeChat):
    def __init__(self, models: RewordingModels, stopped: Callable[[], bool]) -> None:
        super().__init__()
        self._models = models
        self._stopped = stopped

    def _next(self, role: ModelRole, lines: Sequence[Line]) -> Said:
        self.asked.append((role, tuple(lines)))
        self._models.sent.append(lines[-1].text)
        self._models.begun.set()
        while not self._models.go.wait(0.02):
            if self._stopped():
                return failure("stopped")
        if self._models.error is not None:
            raise self._models.error
        if len(self.asked) in self._models.failing:
            return self._models.failing[len(self.asked)]
        found = re.findall(r"^(\d+)\. (.+)$", lines[-1].text, re.M)
        table = self._models.table
        return {"sentences": [{"number": n, "text": table[text]} for n, text in found if text in table]}


class _SlowWriter:
    def __init__(self, models: SlowModels, inner: Writer, screen: Screen, made: list[Made]) -> None:
        self._models = models
        self._inner = inner
        self._screen = screen
        self._made = made

    def write(self, scene: Scene) -> Reply:
        stopped = self._screen.show(self._models.words)
        self._models.seen.set()
        while not stopped and not self._models.go.wait(0.02):
            stopped = self._screen.show(self._models.words)
        if self._models.error is not None:
            raise self._models.error
        reply = self._inner.write(scene)
        if stopped:
            self._made.append(Made(role="writer", outcome="fell_back", why="stopped"))
            return reply
        self._made.append(Made(role="writer", outcome="own", model="slow"))
        return reply.model_copy(update={"written_by": "model"})
