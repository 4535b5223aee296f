"""Whatever the libraries raise, told as one of our failures; no text of theirs is kept, since it may echo a key."""

import socket
import ssl
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from typing import Final

import httpx2
import openai

from advisor.patience.failures import Kind, ModelFailure, failure

_BY_STATUS: Final[dict[int, Kind]] = {
    401: "unauthorised", 403: "forbidden", 404: "missing", 408: "slow_total", 413: "too_long", 429: "limited",
    504: "slow_total",
}  # fmt: skip
_TOO_LONG: Final = (
    "context_length", "context length", "context window", "context size", "contextwindow", "maximum context",
    "prompt is too long", "input is too long", "too many tokens", "input tokens exceed",
)  # fmt: skip
_FILTERED: Final = ("content_filter", "content filter", "content management policy", "responsibleaipolicy")
OPTIONS: Final = (
    "stream_options", "response_format", "json_schema", "json_object", "temperature", "max_completion_tokens",
    "max_tokens",
)  # fmt: skip
"""Options whose names are looked for where an endpoint rejects a request."""
_LOOKED_AT: Final = 4000


def told(error: BaseException, started: bool) -> ModelFailure:
    """Return the failure for anything that was raised in a call; `started` tells whether text had come."""
    if isinstance(error, ModelFailure):
        return error
    if isinstance(error, openai.APIStatusError):
        return _by_status(error)
    chain = tuple(_chain(error))
    wired = (openai.APIConnectionError, httpx2.TimeoutException, httpx2.TransportError)
    if any(isinstance(each, wired) for each in chain):
        return _connection(chain, started)
    if isinstance(error, openai.APIError):
        return failure(_by_words(_words(error)) or "down", "error event")
    return failure("garbled", type(error).__name__)


def _connection(chain: tuple[BaseException, ...], started: bool) -> ModelFailure:
    """The failure of a connection: the first of the rows that a cause belongs to."""
    rows: tuple[tuple[tuple[type[BaseException], ...], Kind], ...] = (
        ((socket.gaierror,), "dns"),
        ((ssl.SSLError,), "tls"),
        ((httpx2.ConnectTimeout, httpx2.PoolTimeout), "slow_connect"),
        ((openai.APITimeoutError, httpx2.TimeoutException), "slow_idle" if started else "slow_first"),
        ((httpx2.ConnectError, httpx2.ProxyError), "refused"),
    )
    for types, kind in rows:
        if any(isinstance(each, types) for each in chain):
            return failure(kind)
    return failure("cut")


def _by_status(error: openai.APIStatusError) -> ModelFailure:
    status = error.status_code
    detail = f"HTTP {status}"
    words = _words(error)
    kind = _BY_STATUS.get(status)
    if kind is None and status >= 500:
        kind = "down"
    if kind is None and status < 400:
        return failure("garbled", detail)
    if status in (400, 422) or kind is None:
        kind = _by_words(words) or "rejected"
        named = next((option for option in OPTIONS if option in words), "")
        detail = f"{detail} {named}".strip()
    if kind == "limited" or status == 503:
        return failure(kind, detail, retry_after=pause(error.response.headers))
    return failure(kind, detail)


def _by_words(words: str) -> Kind | None:
    if any(word in words for word in _TOO_LONG):
        return "too_long"
    return "filtered" if any(word in words for word in _FILTERED) else None


def _words(error: openai.APIError) -> str:
    return f"{error.code} {error.message} {error.body}"[:_LOOKED_AT].lower()


def pause(headers: Mapping[str, str]) -> float | None:
    """Return the seconds of `Retry-After`, given as a number or as a date beside the response's own date."""
    wanted = headers.get("retry-after", "").strip()
    if wanted.replace(".", "", 1).isdigit():
        return float(wanted)
    try:
        later = parsedate_to_datetime(wanted) - parsedate_to_datetime(headers.get("date", ""))
    except (TypeError, ValueError):
        return None
    return max(later.total_seconds(), 0.0)


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    now: BaseException | None = error
    while now is not None and id(now) not in seen:
        seen.add(id(now))
        yield now
        now = now.__cause__ or now.__context__
