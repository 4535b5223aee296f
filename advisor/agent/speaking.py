"""Answers in the background, so that whoever looks on can leave, come back, or stop the waiting."""

import threading
from collections.abc import Callable, Sequence
from contextvars import copy_context

from advisor.agent.advisor import Advisor
from advisor.errors import Conflict


class Speaker:
    """Lets the advisor answer one message of a consultation at a time, each in a thread of its own.

    What goes wrong before a message is stored is raised at once; what goes wrong later is kept for `trouble`, and
    the stored message waits for `resume`.
    """

    def __init__(self, advisor: Advisor) -> None:
        self._advisor = advisor
        self._lock = threading.Lock()
        self._working: dict[str, threading.Thread] = {}
        self._troubles: dict[str, Exception] = {}

    def say(
        self, id: str, text: str, documents: Sequence[tuple[str, str]] = (), seen: int | None = None
    ) -> None:
        """Store a message and begin to answer it; return as soon as it is stored.

        Raises Conflict at once, not after the reply, where another tab's message is being answered.
        """
        if seen is not None and self.busy(id):
            raise Conflict(
                "別のタブで相談が先に進んでいます", id[:8], "返事がそろってから、もう一度送ってください"
            )
        self._begun(id, lambda stored: self._advisor.say(id, text, documents, stored, seen))

    def edit(self, id: str, turn: int, text: str) -> None:
        """Say an earlier message anew and begin to answer it; return as soon as it is stored."""
        self._begun(id, lambda stored: self._advisor.edit(id, turn, text, stored))

    def resume(self, id: str) -> None:
        """Begin to answer a message that waits; nothing happens where one is being answered."""
        with self._lock:
            if id not in self._working:
                self._start(id, lambda: self._advisor.resume(id), lambda error: self._keep(id, error))

    def busy(self, id: str) -> bool:
        """Whether a message of the consultation is being answered here."""
        with self._lock:
            return id in self._working

    def wait(self, id: str, seconds: float) -> bool:
        """Wait until nothing is being answered, `seconds` at most; return whether that is so."""
        with self._lock:
            thread = self._working.get(id)
        if thread is not None:
            thread.join(seconds)
        return not self.busy(id)

    def trouble(self, id: str) -> Exception | None:
        """What went wrong after the message was stored, until it is tried again."""
        return self._troubles.get(id)

    def _begun(self, id: str, work: Callable[[Callable[[], None]], object]) -> None:
        known = threading.Event()
        stored = threading.Event()
        failed: list[Exception] = []

        def on_stored() -> None:
            stored.set()
            known.set()

        def ended(error: Exception | None) -> None:
            if error is not None and not stored.is_set():
                failed.append(error)
            else:
                self._keep(id, error)
            known.set()

        with self._lock:
            self._start(id, lambda: work(on_stored), ended)
        known.wait()
        if failed:
            raise failed[0]

    def _keep(self, id: str, error: Exception | None) -> None:
        if error is not None:
            self._troubles[id] = error

    def _start(self, id: str, work: Callable[[], object], ended: Callable[[Exception | None], None]) -> None:
        def run() -> None:
            error: Exception | None = None
            try:
                work()
            except Exception as raised:  # told to whoever waits, or looks on
                error = raised
            with self._lock:
                if self._working.get(id) is threading.current_thread():
                    del self._working[id]
                ended(error)  # told before anybody can see that nothing is being answered any more

        self._troubles.pop(id, None)
        thread = threading.Thread(target=copy_context().run, args=(run,), name="answer", daemon=True)
        self._working[id] = thread
        thread.start()
