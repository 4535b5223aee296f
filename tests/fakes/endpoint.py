"""A scripted OpenAI-compatible server: real HTTP on loopback that answers, and fails, as it is told."""

import hashlib
import json
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Body = dict[str, Any]
MODEL = "scripted"
LONGEST_WAIT = 20.0
DIMENSIONS = 8


class Exchange:
    """One request that is being answered; an act sends what it likes over it, or nothing."""

    def __init__(self, handler: "_Handler", body: Body, released: threading.Event) -> None:
        self._handler = handler
        self._released = released
        self._chunked = False
        self.body = body

    @property
    def streams(self) -> bool:
        """Whether a stream was asked for."""
        return bool(self.body.get("stream"))

    def head(self, status: int = 200, kind: str = "text/event-stream", **more: str) -> None:
        """Send a status line and headers; the body is chunked from here on unless a length is given."""
        self._handler.send_response(status)
        self._handler.send_header("Content-Type", kind)
        for name, value in more.items():
            self._handler.send_header(name.replace("_", "-"), value)
        self._chunked = "Content_Length" not in more
        if self._chunked:
            self._handler.send_header("Transfer-Encoding", "chunked")
        self._handler.end_headers()
        self._handler.wfile.flush()

    def send(self, content: bytes) -> None:
        """Send a piece of the body."""
        if content:
            self.raw(b"%x\r\n%s\r\n" % (len(content), content) if self._chunked else content)

    def raw(self, content: bytes) -> None:
        """Send bytes as they are."""
        self._handler.wfile.write(content)
        self._handler.wfile.flush()

    def end(self) -> None:
        """End the body as it should end."""
        if self._chunked:
            self.raw(b"0\r\n\r\n")

    def event(self, data: Any) -> None:
        """Send one event of a stream."""
        self.send(b"data: " + (data if isinstance(data, bytes) else _json(data)) + b"\n\n")

    def whole(self, status: int, content: bytes, kind: str = "application/json", **more: str) -> None:
        """Send a whole response."""
        self.head(status, kind, Content_Length=str(len(content)), **more)
        self.send(content)

    def drop(self) -> None:
        """Close the connection in the middle."""
        self._handler.close_connection = True
        with suppress(OSError):
            self._handler.connection.shutdown(socket.SHUT_RDWR)

    def reset(self) -> None:
        """Reset the connection."""
        linger = struct.pack("ii", 1, 0)
        self._handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self._handler.close_connection = True
        self._handler.rfile.close()
        self._handler.connection.close()

    def wait(self, seconds: float = LONGEST_WAIT) -> None:
        """Let time pass, but never longer than the test."""
        self._released.wait(seconds)


Act = Callable[[Exchange], None]
"""Answers one request."""


class ScriptedEndpoint:
    """What the server was asked, and what it answers next; the last act is played again and again."""

    def __init__(self, port: int, scheme: str = "http") -> None:
        self.url = f"{scheme}://127.0.0.1:{port}/v1"
        self.requests: list[Body] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.models: tuple[str, ...] = (MODEL,)
        self.told_of_models: Body = {}
        """What the list of models tells of each beside its name."""
        self.embeds: Act | None = None
        """Answers where vectors are asked for; None: well."""
        self._acts: list[Act] = []
        self._lock = threading.Lock()

    def plays(self, *acts: Act) -> None:
        """Set the script."""
        with self._lock:
            self._acts = list(acts)

    def next_act(self) -> Act:
        """The act for the request that has just come."""
        with self._lock:
            if not self._acts:
                return says("はい、うかがいます。")
            return self._acts.pop(0) if len(self._acts) > 1 else self._acts[0]


def chunk(text: str | None = None, finish: str | None = None, **delta: Any) -> Body:
    """One event of a stream."""
    said = {**({} if text is None else {"content": text}), **delta}
    choice = {"index": 0, "delta": said, "finish_reason": finish}
    return {
        "id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": MODEL, "choices": [choice],
    }  # fmt: skip


def usage(prompt: int = 11, completion: int = 7) -> Body:
    """What a call cost, in the words of the protocol."""
    return {"prompt_tokens": prompt, "completion_tokens": completion, "total_tokens": prompt + completion}


def completion(text: str | None, finish: str | None = "stop", **message: Any) -> Body:
    """A whole answer that is no stream."""
    choice = {
        "index": 0,
        "message": {"role": "assistant", "content": text, **message},
        "finish_reason": finish,
    }
    return {
        "id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": MODEL, "choices": [choice], "usage": usage(),
    }  # fmt: skip


def says(
    text: str, *, size: int = 4, finish: str | None = "stop", counted: bool = True, done: bool = True
) -> Act:
    """Answer well: in pieces of `size` letters where a stream was asked for, else whole."""
    return streams([text[at : at + size] for at in range(0, len(text), size)], finish, counted, done)


def streams(
    pieces: Sequence[str], finish: str | None = "stop", counted: bool = True, done: bool = True
) -> Act:
    """Answer in these pieces, or in one where no stream was asked for."""

    def act(exchange: Exchange) -> None:
        if not exchange.streams:
            exchange.whole(200, _json(completion("".join(pieces), finish)))
            return
        exchange.head()
        exchange.event(chunk("", role="assistant"))
        for piece in pieces:
            exchange.event(chunk(piece))
        if finish is not None:
            exchange.event(chunk(finish=finish))
        if counted and exchange.body.get("stream_options"):
            exchange.event({**chunk(), "choices": [], "usage": usage()})
        if done:
            exchange.event(b"[DONE]")
        exchange.end()

    return act


def fails(status: int, message: str = "no", *, code: str = "", **headers: str) -> Act:
    """Answer with an error in the words of the protocol."""
    error = {"error": {"message": message, "type": "error", "code": code or None}}
    return lambda exchange: exchange.whole(status, _json(error), **headers)


def only_with(accepted: Callable[[Body], bool], otherwise: Act, then: Act) -> Act:
    """Play `then` where the request is accepted, else `otherwise`."""
    return lambda exchange: (then if accepted(exchange.body) else otherwise)(exchange)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    endpoint: ScriptedEndpoint
    released: threading.Event

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing where a client has left."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        self._note({})
        models = [
            {"id": name, "object": "model", **self.server.endpoint.told_of_models}
            for name in self.server.endpoint.models
        ]
        Exchange(self, {}, self.server.released).whole(200, _json({"object": "list", "data": models}))

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self._note(body)
        exchange = Exchange(self, body, self.server.released)
        if self.path.split("?")[0].endswith("/embeddings"):
            act = self.server.endpoint.embeds or (lambda each: each.whole(200, _json(_embedded(each.body))))
            act(exchange)
        else:
            self.server.endpoint.next_act()(exchange)

    def _note(self, body: Body) -> None:
        endpoint = self.server.endpoint
        endpoint.headers.append({name.lower(): value for name, value in self.headers.items()})
        endpoint.paths.append(self.path)
        endpoint.requests.append(body)


def _embedded(body: Body) -> Body:
    texts = [body["input"]] if isinstance(body["input"], str) else body["input"]
    data = [{"object": "embedding", "index": at, "embedding": _vector(text)} for at, text in enumerate(texts)]
    return {"object": "list", "model": body.get("model"), "data": data, "usage": usage(3, 0)}


def _vector(text: str) -> list[float]:
    digest = hashlib.sha256(text.encode()).digest()
    return [byte / 255 for byte in digest[:DIMENSIONS]]


def _json(data: Any) -> bytes:
    """UTF-8 as most servers send it; what is no UTF-8, half a surrogate, is escaped."""
    try:
        return json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(data).encode()


@contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[ScriptedEndpoint]:
    """Serve on a free port of this machine while the test lasts, over TLS where a context is given."""
    server = _Server(("127.0.0.1", 0), _Handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.endpoint = ScriptedEndpoint(server.server_address[1], "https" if context else "http")
    server.released = threading.Event()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.endpoint
    finally:
        server.released.set()
        server.shutdown()
        server.server_close()
        thread.join(5)
