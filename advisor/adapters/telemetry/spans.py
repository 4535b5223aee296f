"""OpenTelemetry behind the port `Trace`: a provider of our own, which no other library sees or feeds."""

import atexit
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import Final

from opentelemetry.context import Context
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter
from opentelemetry.trace import Span as OtelSpan
from opentelemetry.trace import Status, StatusCode, Tracer, set_span_in_context

from advisor import __version__
from advisor.adapters.telemetry import FLUSH_SECONDS
from advisor.agent.tracing import Told

LONGEST: Final = 200
"""Letters of an id or a kind that are kept."""
LONGEST_QUOTE: Final = 4000
_DELAY_MS: Final = 1000
_QUEUE: Final = 512
_BATCH: Final = 128

_open: ContextVar[OtelSpan | None] = ContextVar("open_span", default=None)
"""The span around; kept apart from OpenTelemetry's own, so that no other library joins it or sends it on."""


class Noted:
    """A span of ours over one of OpenTelemetry."""

    def __init__(self, span: OtelSpan, content: bool) -> None:
        self._span = span
        self._content = content

    def note(self, **facts: Told) -> None:
        """Add facts under `nanishitai.group.fact`; empty ones are left out."""
        for name, value in facts.items():
            if value not in ("", ()):
                self._span.set_attribute(_key(name), _short(value))

    def quote(self, **texts: str) -> None:
        """Add masked texts where content was switched on."""
        if self._content:
            for name, text in texts.items():
                self._span.set_attribute(_key(f"content_{name}"), text[:LONGEST_QUOTE])


class Spans:
    """The port `Trace` over a tracer."""

    def __init__(self, tracer: Tracer, content: bool) -> None:
        self._tracer = tracer
        self._content = content

    @contextmanager
    def span(self, name: str, **facts: Told) -> Iterator[Noted]:
        """Open a span inside the one that is open in this thread; an error is told by its class alone."""
        around = _open.get()
        context = Context() if around is None else set_span_in_context(around, Context())
        span = self._tracer.start_span(f"nanishitai.{name}", context=context)
        before = _open.set(span)
        noted = Noted(span, self._content)
        noted.note(**facts)
        try:
            yield noted
        except BaseException as error:
            span.set_attribute("error.type", type(error).__name__)
            span.set_status(Status(StatusCode.ERROR))
            raise
        finally:
            _open.reset(before)
            span.end()


def opened(exporter: SpanExporter, content: bool = False) -> Spans:
    """Return a trace whose spans go to `exporter` in batches, in a thread beside, the last within a second of the end."""
    processor = BatchSpanProcessor(
        exporter, max_queue_size=_QUEUE, schedule_delay_millis=_DELAY_MS, max_export_batch_size=_BATCH
    )
    atexit.register(_ended, processor)
    return over(processor, content)


def over(processor: SpanProcessor, content: bool = False) -> Spans:
    """Return a trace whose spans go through `processor`."""
    resource = Resource({"service.name": "nanishitai", "service.version": __version__})
    provider = TracerProvider(resource=resource, shutdown_on_exit=False)
    provider.add_span_processor(processor)
    return Spans(provider.get_tracer("nanishitai", __version__), content)


def _ended(processor: SpanProcessor) -> None:
    """Send what is left, and do not wait for long: whatever hangs is left behind."""

    def shut() -> None:
        with suppress(Exception):
            processor.shutdown()

    thread = threading.Thread(target=shut, name="last-spans", daemon=True)
    thread.start()
    thread.join(FLUSH_SECONDS)


def _key(name: str) -> str:
    return f"nanishitai.{name.replace('_', '.', 1)}"


def _short(value: Told) -> Told:
    if isinstance(value, str):
        return value[:LONGEST]
    if isinstance(value, tuple):
        return tuple(each[:LONGEST] for each in value)
    return value
