"""Every page is Japanese, loads from this server alone, and opens to this machine alone."""

import asyncio
import base64
import hashlib
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from starlette.applications import Starlette
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import Message, Scope

from advisor.ui.door import Door, from_here, japanese

_PAGE = '<!DOCTYPE html>\n<html lang="en"><head><title>Streamlit</title><script>var a = 1</script></head><body></body></html>'


def _ran(work: Coroutine[Any, Any, None]) -> None:
    """Run it in a thread of its own: an open browser keeps an event loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, work).result()


def _page(_request: Request) -> Response:
    return HTMLResponse(_PAGE + " " * 2000, headers={"etag": '"x"'})


def _data(_request: Request) -> Response:
    return JSONResponse({"a": "<html lang"})


def _asked(
    path: str, accept: str = "text/html", client: str | None = "127.0.0.1"
) -> tuple[dict[str, str], str, int]:
    inner = Starlette(routes=[Route("/", _page), Route("/data", _data)])
    inner.add_middleware(GZipMiddleware, minimum_size=10)
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    _ran(Door(inner)(_scope(path, accept, client), receive, send))
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return headers, body.decode("utf-8", "replace"), sent[0]["status"]


def _scope(path: str, accept: str, client: str | None) -> Scope:
    return {
        "type": "http",
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "scheme": "http",
        "http_version": "1.1",
        "headers": [(b"accept", accept.encode()), (b"accept-encoding", b"gzip"), (b"host", b"127.0.0.1")],
        "client": (client, 50000) if client else None,
        "server": ("127.0.0.1", 8501),
    }


def test_the_page_says_that_it_is_japanese_and_what_it_is_called() -> None:
    headers, body, status = _asked("/")
    assert status == 200
    assert '<html lang="ja">' in body
    assert "<title>何したい</title>" in body
    assert "Streamlit" not in body
    assert int(headers["content-length"]) == len(body.encode())
    assert "etag" not in headers


def test_the_page_may_load_from_this_server_alone_and_run_only_its_own_inline_script() -> None:
    headers, body, _ = _asked("/")
    sent = headers["content-security-policy"]
    scripts = [each.split("</script>")[0].encode() for each in body.split("<script>")[1:]]
    assert scripts[0] == b"var a = 1"
    assert len(scripts) == 2
    hashes = [base64.b64encode(hashlib.sha256(each).digest()).decode() for each in scripts]
    assert f"script-src 'self' 'sha256-{hashes[0]}' 'sha256-{hashes[1]}';" in sent
    assert "default-src 'self'" in sent
    assert "frame-ancestors 'none'" in sent
    assert "http:" not in sent
    assert "https:" not in sent
    assert "'unsafe-eval'" not in sent


def test_what_is_no_page_passes_unchanged_with_the_guarding_headers() -> None:
    headers, _, _ = _asked("/data", accept="application/json")
    assert headers["content-encoding"] == "gzip"
    assert "content-security-policy" not in headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_another_machine_is_turned_away_with_a_sentence() -> None:
    _, body, status = _asked("/", client="192.0.2.7")
    assert status == 403
    assert "この機械" not in _PAGE
    assert body.startswith("この画面は、動かしている機械の中からだけ")


def test_another_machine_cannot_open_a_websocket() -> None:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "websocket", "path": "/", "client": ("10.1.2.3", 1), "headers": []}
    _ran(Door(Starlette())(scope, receive, send))
    assert [message["type"] for message in sent] == ["websocket.close"]


def test_only_addresses_of_this_machine_count_as_here() -> None:
    here = ["127.0.0.1", "127.3.2.1", "::1", "::ffff:127.0.0.1"]
    away = ["10.0.0.1", "::ffff:10.0.0.1", "0.0.0.0", "fe80::1", "example"]
    assert all(from_here({"client": (each, 1)}) for each in here)
    assert not any(from_here({"client": (each, 1)}) for each in away)


def test_only_the_first_mark_of_language_is_rewritten() -> None:
    twice = b'<html lang="en"><p>&lt;html lang="en"&gt;</p>'
    assert japanese(twice) == b'<html lang="ja"><p>&lt;html lang="en"&gt;</p>'
