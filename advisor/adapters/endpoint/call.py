"""One call in a thread of its own, so that no wait on the wire, on a name or on a library outlives its limits."""

import queue
import threading
from collections.abc import Callable, Generator, Iterator
from contextvars import copy_context
from typing import NamedTuple

from advisor.adapters.endpoint.faults import told
from advisor.adapters.endpoint.wire import WIRE, Wire
from advisor.patience.failures import Kind, ModelFailure, failure
from advisor.patience.limits import Limits
from advisor.patience.usage import Usage

Monotonic = Callable[[], float]
"""Returns seconds of a clock that never steps back."""


class Piece(NamedTuple):
    """What one chunk of an answer carries."""

    text: str = ""
    finish: str = ""
    tools: bool = False
    usage: Usage | None = None


class _End(NamedTuple):
    failure: ModelFailure | None


class _Found(NamedTuple):
    at: float
    item: Piece | _End


def pieces(
    produce: Callable[[], Iterator[Piece]],
    wire: Wire,
    limits: Limits,
    monotonic: Monotonic,
    deadline: float,
) -> Generator[Piece, None, None]:
    """Yield what `produce` yields in its thread; raise ModelFailure at a fault or a limit, nothing else.

    `deadline` is the end of the whole on the same clock. Closing the iterator cuts the wire.
    """
    found: queue.SimpleQueue[_Found] = queue.SimpleQueue()
    context = copy_context()
    context.run(WIRE.set, wire)
    threading.Thread(
        target=context.run, args=(_work, produce, wire, found, monotonic), name="endpoint", daemon=True
    ).start()
    waiting: Kind = "slow_first"
    ended = False
    until = monotonic() + limits.first
    try:
        while True:
            arrived = _next(found, min(until, deadline) - monotonic())
            if arrived is None:
                raise failure(waiting if until < deadline else "slow_total")
            item = arrived.item
            if arrived.at > deadline:
                raise failure("slow_total")
            if isinstance(item, _End):
                ended = True
                if item.failure is not None:
                    raise item.failure
                return
            if item.text or waiting == "slow_idle":
                waiting, until = "slow_idle", monotonic() + limits.idle
            yield item
    finally:
        if not ended:
            wire.cut()


def _next(found: "queue.SimpleQueue[_Found]", seconds: float) -> "_Found | None":
    try:
        return found.get(timeout=seconds) if seconds > 0 else found.get_nowait()
    except queue.Empty:
        return None


def _work(
    produce: Callable[[], Iterator[Piece]],
    wire: Wire,
    found: "queue.SimpleQueue[_Found]",
    monotonic: Monotonic,
) -> None:
    started = False
    end = _End(None)
    try:
        for piece in produce():
            if wire.was_cut:
                break
            started = started or bool(piece.text)
            found.put(_Found(monotonic(), piece))
    except Exception as error:
        end = _End(_bare(told(error, started)))
    wire.release()
    found.put(_Found(monotonic(), end))


def _bare(error: ModelFailure) -> ModelFailure:
    """The failure without the errors it came from, whose texts may hold keys and content."""
    error.__cause__ = error.__context__ = error.__traceback__ = None
    return error
