"""Rewordings of papers in the background, so that whoever looks on sees how far they are and can stop them."""

import threading
from contextvars import copy_context
from typing import NamedTuple

from advisor.agent.advisor import Advisor


class Progress(NamedTuple):
    """How many sections of a paper are done, of how many; `total` is 0 until the first is begun."""

    done: int = 0
    total: int = 0
    stopping: bool = False


class Rewriting:
    """Words one paper of a consultation anew at a time, each in a thread of its own."""

    def __init__(self, advisor: Advisor) -> None:
        self._advisor = advisor
        self._lock = threading.Lock()
        self._running: dict[str, tuple[threading.Thread, threading.Event]] = {}
        self._progress: dict[str, Progress] = {}
        self._troubles: dict[str, Exception] = {}

    def start(self, id: str) -> None:
        """Begin to word a paper anew; nothing happens where that is under way."""
        with self._lock:
            if id in self._running:
                return
            self._troubles.pop(id, None)
            self._progress[id] = Progress()
            stop = threading.Event()
            run = copy_context().run
            thread = threading.Thread(target=run, args=(self._work, id, stop), name="reword", daemon=True)
            self._running[id] = (thread, stop)
            thread.start()

    def stop(self, id: str) -> None:
        """Begin no other section, and wait no longer for the one at hand; what is done is kept."""
        with self._lock:
            if id in self._running:
                self._running[id][1].set()

    def progress(self, id: str) -> Progress | None:
        """How far it is, or None where no paper of the consultation is being worded anew."""
        with self._lock:
            if id not in self._running:
                return None
            return self._progress[id]._replace(stopping=self._running[id][1].is_set())

    def trouble(self, id: str) -> Exception | None:
        """What went wrong, until it is tried again."""
        return self._troubles.get(id)

    def wait(self, id: str, seconds: float) -> bool:
        """Wait until it is over, `seconds` at most; return whether that is so."""
        with self._lock:
            running = self._running.get(id)
        if running is not None:
            running[0].join(seconds)
        return self.progress(id) is None

    def _work(self, id: str, stop: threading.Event) -> None:
        def on_section(done: int, total: int) -> None:
            with self._lock:
                self._progress[id] = Progress(done, total)

        try:
            self._advisor.reword(id, on_section, stop.is_set)
        except Exception as error:  # told to whoever looks on
            self._troubles[id] = error
        with self._lock:
            del self._running[id]
