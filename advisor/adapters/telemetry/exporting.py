"""The two roads to a collector, gRPC and HTTP, both quick to give up and silent."""

import logging
import os
from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import unquote

import httpx2
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult

from advisor import __version__
from advisor.settings import TelemetrySettings

EXPORT_SECONDS: Final = 2.0
"""How long a collector may take for one batch, beside the turns."""


class HttpExporter(SpanExporter):
    """Sends spans as OTLP over HTTP (protobuf); a batch that is not taken is lost."""

    def __init__(self, url: str, headers: Mapping[str, str]) -> None:
        self._url = url
        fixed = {"Content-Type": "application/x-protobuf", "User-Agent": f"nanishitai/{__version__}"}
        self._client = httpx2.Client(
            timeout=EXPORT_SECONDS, headers={**headers, **fixed}, follow_redirects=False
        )

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Send one batch."""
        try:
            answer = self._client.post(self._url, content=encode_spans(spans).SerializeToString())
        except httpx2.HTTPError:
            return SpanExportResult.FAILURE
        return SpanExportResult.SUCCESS if answer.is_success else SpanExportResult.FAILURE

    def shutdown(self) -> None:
        """Let go of the connections."""
        self._client.close()


def exporter(settings: TelemetrySettings) -> SpanExporter:
    """Return what sends spans to the collector of `settings`; nothing is sent yet."""
    hush()
    headers = headers_of(settings.headers.get_secret_value())
    if settings.protocol != "grpc":
        return HttpExporter(settings.url, headers)
    from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter

    plain = settings.url.startswith("http:")
    return OTLPSpanExporter(
        endpoint=settings.url,
        insecure=plain or None,
        headers=tuple((name.lower(), value) for name, value in headers.items()),
        timeout=EXPORT_SECONDS,
    )


def headers_of(text: str) -> dict[str, str]:
    """Return the headers of `name=value,name=value`; what is no pair is passed over."""
    pairs = (each.split("=", 1) for each in text.split(",") if "=" in each)
    return {name.strip(): unquote(value.strip()) for name, value in pairs if name.strip()}


def hush() -> None:
    """Let the libraries write nothing: a collector that is gone is no news for an official."""
    os.environ.setdefault("GRPC_VERBOSITY", "NONE")
    os.environ.setdefault("GRPC_ENABLE_FORK_SUPPORT", "false")
    logging.getLogger("opentelemetry").setLevel(logging.CRITICAL + 1)
