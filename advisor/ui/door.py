"""What every answer of the server passes through: language, title, and what a browser may load."""

import base64
import hashlib
import ipaddress
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TITLE: Final = "何したい"
_INLINE: Final = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
_AWAY: Final = (
    "この画面は、動かしている機械の中からだけ開けます。ほかの機械から使うには、ログインの仕組みが要ります。"
)


class Door:
    """Lets in this machine alone, and hands out Japanese pages that load nothing from elsewhere."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (ASGI)."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
        elif not from_here(scope):
            await _refuse(scope, send)
        elif scope["type"] == "websocket":
            await self._app(scope, receive, send)
        else:
            await self._app(_plain(scope), receive, _Answer(send))


class _Answer:
    """Holds an HTML page back until it is whole, then rewrites it; everything else passes with its headers."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            _guard(headers)
            if headers.get("content-type", "").startswith("text/html"):
                self._start = message
                return
        if self._start is None or message["type"] != "http.response.body":
            await self._send(message)
            return
        self._body += message.get("body", b"")
        if not message.get("more_body", False):
            await self._finish(self._start)

    async def _finish(self, start: Message) -> None:
        body = helped(japanese(self._body))
        headers = MutableHeaders(scope=start)
        headers["content-length"] = str(len(body))
        headers["content-security-policy"] = policy(_INLINE.findall(body))
        for name in ("etag", "last-modified"):
            if name in headers:
                del headers[name]
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})


def japanese(body: bytes) -> bytes:
    """Return the start page with its language and title (JIS X 8341-3, 3.1.1)."""
    title = f"<title>{TITLE}</title>".encode()
    return body.replace(b'<html lang="en">', b'<html lang="ja">', 1).replace(
        b"<title>Streamlit</title>", title, 1
    )


def helped(body: bytes) -> bytes:
    """Return the start page with our own script, for those who listen to the page and who work by keyboard."""
    return body.replace(b"</body>", b"<script>%s</script></body>" % _script(), 1)


@cache
def _script() -> bytes:
    return Path(__file__).with_name("page.js").read_bytes()


def policy(scripts: Iterable[bytes]) -> str:
    """Return the Content-Security-Policy: this server alone, and the page's own inline scripts by their hash."""
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(each).digest()).decode()}'" for each in scripts
    )
    return (
        f"default-src 'self'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; media-src 'self' blob:; object-src 'none'; "
        "base-uri 'self'; form-action 'self'; frame-src 'none'; frame-ancestors 'none'"
    )


def from_here(scope: Scope) -> bool:
    """Whether the request comes from this machine itself."""
    client = scope.get("client")
    if client is None:
        return True
    try:
        address = ipaddress.ip_address(client[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


def _guard(headers: MutableHeaders) -> None:
    headers["x-content-type-options"] = "nosniff"
    headers["referrer-policy"] = "no-referrer"
    headers["x-frame-options"] = "DENY"
    headers["permissions-policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def _plain(scope: Scope) -> Scope:
    """Ask for a page uncompressed, so that it can be rewritten."""
    if "text/html" not in Headers(scope=scope).get("accept", ""):
        return scope
    kept = [
        (name, value)
        for name, value in scope["headers"]
        if name not in (b"accept-encoding", b"if-none-match")
    ]
    return {**scope, "headers": kept}


async def _refuse(scope: Scope, send: Send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008, "reason": "loopback only"})
        return
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": 403, "headers": headers})
    await send({"type": "http.response.body", "body": _AWAY.encode()})
