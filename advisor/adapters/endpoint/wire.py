"""One call's wire: what comes is checked and counted before any library parses it, and it can be cut."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextvars import ContextVar
from typing import Final

import httpx2

from advisor.patience.failures import failure

EVENTS: Final = "text/event-stream"
JSON: Final = ("application/json", "text/json")


class Wire:
    """The connection of one call; `cut` may be called from another thread."""

    def __init__(self, size: int, streaming: bool) -> None:
        self.size = size
        self.streaming = streaming
        self.was_cut = False
        self.plain_json = False
        """Whether plain JSON came where a stream was asked for."""
        self._socket: socket.socket | None = None
        self._lock = threading.Lock()

    def cut(self) -> None:
        """End the call: whoever waits for bytes gets none, now or at the next piece."""
        self.was_cut = True
        with self._lock, contextlib.suppress(OSError):
            if self._socket is not None:
                self._socket.shutdown(socket.SHUT_RDWR)

    def release(self) -> None:
        """Let go of the connection, which may serve another call from now on."""
        with self._lock:
            self._socket = None

    def watch(self, response: httpx2.Response) -> None:
        """Look at the head of a response and count its body from here on; raise ModelFailure for a strange one."""
        network = response.extensions.get("network_stream")
        found = network.get_extra_info("socket") if network is not None else None
        self._socket = found if isinstance(found, socket.socket) else None
        if self.was_cut:
            self.cut()
        if response.is_success:
            self._expect(response)
        if response.headers.get("content-encoding", "identity").lower() != "identity":
            raise failure("garbled", "content-encoding")
        if isinstance(response.stream, httpx2.SyncByteStream):
            response.stream = _Counted(response.stream, self)

    def _expect(self, response: httpx2.Response) -> None:
        kind = response.headers.get("content-type", "").split(";")[0].strip().lower()
        if kind == EVENTS and self.streaming:
            return
        if kind in JSON:
            self.plain_json = self.streaming
            if not self.streaming:
                return
        raise failure("garbled", f"content-type {kind[:40]}" if kind.isascii() else "content-type")


WIRE: ContextVar[Wire] = ContextVar("wire")
"""The wire of the call that runs in this context."""


def watch(response: httpx2.Response) -> None:
    """The hook of the HTTP client: every response goes over the wire of its call."""
    wire = WIRE.get(None)
    if wire is not None:
        wire.watch(response)


class _Counted(httpx2.SyncByteStream):
    def __init__(self, inner: httpx2.SyncByteStream, wire: Wire) -> None:
        self._inner = inner
        self._wire = wire

    def __iter__(self) -> Iterator[bytes]:
        taken = 0
        for chunk in self._inner:
            taken += len(chunk)
            if self._wire.was_cut:
                raise failure("stopped")
            if taken > self._wire.size:
                raise failure("huge", f"{self._wire.size} bytes")
            yield chunk

    def close(self) -> None:
        self._inner.close()
