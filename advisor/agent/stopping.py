"""A Chat that can be stopped at any moment, also while a model is silent."""

import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from contextvars import copy_context
from typing import Final, NamedTuple, TypeVar

from advisor.agent.ports import Chat, Form, Speech, whole
from advisor.patience.failures import failure
from advisor.patience.limits import ModelRole
from advisor.patience.lines import Answer, Line
from advisor.patience.usage import Usage

LOOK: Final = 0.1
"""Seconds between two looks at whether to stop."""
_Item = TypeVar("_Item")


class _End(NamedTuple):
    error: Exception | None


class StoppableChat:
    """A Chat whose calls run in threads of their own; once `stopped` is true they end as ModelFailure `stopped`.

    What was let go runs on to its own limits at most, and nobody waits for it.
    """

    def __init__(self, chat: Chat, stopped: Callable[[], bool]) -> None:
        self._chat = chat
        self._stopped = stopped

    def say(self, role: ModelRole, lines: Sequence[Line]) -> Answer:
        """Return a whole Japanese answer in words."""
        return whole(self.stream(role, lines))

    def stream(self, role: ModelRole, lines: Sequence[Line]) -> Speech:
        """Return a Japanese answer as it comes."""
        return StoppableSpeech(self._chat.stream(role, lines), self._stopped)

    def fill(self, role: ModelRole, lines: Sequence[Line], form: type[Form]) -> tuple[Form, Usage]:
        """Return a filled form and its cost."""
        found: queue.SimpleQueue[tuple[Form, Usage] | _End] = queue.SimpleQueue()

        def work() -> None:
            try:
                found.put(self._chat.fill(role, lines, form))
            except Exception as error:  # told to the caller as it is
                found.put(_End(error))

        if self._stopped():
            raise failure("stopped")
        _start(work)
        item = _awaited(found, self._stopped)
        if isinstance(item, _End):
            raise item.error or failure("empty")
        return item


class StoppableSpeech(Iterator[str]):
    """A Speech that is pumped by a thread, which starts when the first text is asked for."""

    def __init__(self, speech: Speech, stopped: Callable[[], bool]) -> None:
        self._speech = speech
        self._stopped = stopped
        self._found: queue.SimpleQueue[str | _End] = queue.SimpleQueue()
        self._let_go = threading.Event()
        self._started = False
        self._over = False

    def __next__(self) -> str:
        """Return the next text; raise StopIteration at a good end and ModelFailure at any other."""
        if self._over:
            raise StopIteration
        if self._stopped():
            self.close()
            raise failure("stopped", usage=self.usage)
        if not self._started:
            self._started = True
            _start(self._pump)
        try:
            item = _awaited(self._found, self._stopped)
        except Exception:
            self.close()
            raise
        if isinstance(item, _End):
            self._over = True
            raise item.error or StopIteration
        return item

    @property
    def usage(self) -> Usage:
        """What the answer has cost so far."""
        return self._speech.usage

    def close(self) -> None:
        """Let the answer go; the pump closes it at its next text."""
        self._over = True
        self._let_go.set()
        if not self._started:
            self._speech.close()

    def _pump(self) -> None:
        error: Exception | None = None
        try:
            for text in self._speech:
                self._found.put(text)
                if self._let_go.is_set():
                    self._speech.close()
                    break
        except Exception as raised:  # told to the caller as it is
            error = raised
        self._found.put(_End(error))


def _start(work: Callable[[], None]) -> None:
    threading.Thread(target=copy_context().run, args=(work,), name="model", daemon=True).start()


def _awaited(found: "queue.SimpleQueue[_Item]", stopped: Callable[[], bool]) -> _Item:
    """The next item; ModelFailure `stopped` as soon as nobody wants to wait any more."""
    while True:
        try:
            return found.get(timeout=LOOK)
        except queue.Empty:
            if stopped():
                raise failure("stopped") from None
