"""Language models that speak when they are told to, for tests of everything around them."""

import threading

from advisor.agent.casting import Players, Screen
from advisor.agent.ports import Writer
from advisor.dialogue.scene import Scene
from advisor.dialogue.session import Session
from advisor.dialogue.turns import Made, Reply


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
