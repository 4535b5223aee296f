"""Spans of turns for an OpenTelemetry collector; the SDK is loaded only where that is switched on."""

import logging
from typing import Final

from advisor.agent.tracing import SILENT, Trace
from advisor.errors import AdvisorError
from advisor.settings import TelemetrySettings, telemetry_settings

FLUSH_SECONDS: Final = 1.0
"""How long the end of the program waits for the last spans."""

_LOG = logging.getLogger(__name__)


def chosen_trace() -> Trace:
    """Return the trace that the environment asks for; a value that cannot be read leaves nobody looking."""
    try:
        return open_trace(telemetry_settings())
    except AdvisorError as error:
        _LOG.warning("%s %s", error.what, error.where)
        return SILENT


def open_trace(settings: TelemetrySettings) -> Trace:
    """Return what takes spans: nobody unless it is switched on, and nobody where it cannot be set up."""
    if not settings.on:
        return SILENT
    try:
        from advisor.adapters.telemetry.exporting import exporter
        from advisor.adapters.telemetry.spans import opened

        return opened(exporter(settings), content=settings.content)
    except Exception as error:
        _LOG.warning("telemetry cannot be set up: %s", type(error).__name__)
        return SILENT
