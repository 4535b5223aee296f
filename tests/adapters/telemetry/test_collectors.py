"""Spans on the wire: to a real collector on loopback by both roads, to a dead one, and to none."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import grpc
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)
from opentelemetry.proto.collector.trace.v1.trace_service_pb2_grpc import (
    TraceServiceServicer,
    add_TraceServiceServicer_to_server,
)

from advisor.adapters.telemetry import chosen_trace, open_trace
from advisor.adapters.telemetry.exporting import headers_of
from advisor.agent.tracing import SILENT
from advisor.errors import AdvisorError
from advisor.settings import TelemetrySettings, telemetry_settings

Taken = list[tuple[str, str]]
"""Names of spans, each with the value of the header `x-key` it came with."""

TURN = """
import time
from advisor.adapters.telemetry import open_trace
from advisor.settings import telemetry_settings
trace = open_trace(telemetry_settings())
began = time.monotonic()
for number in range(200):
    with trace.span("turn"):
        with trace.span("read") as span:
            span.note(reading_intent="answer")
print(time.monotonic() - began)
print(time.time())
"""


def _names(body: ExportTraceServiceRequest, key: str) -> Taken:
    return [
        (span.name, key)
        for resource in body.resource_spans
        for scope in resource.scope_spans
        for span in scope.spans
    ]


@contextmanager
def _http(taken: Taken, wait: float = 0.0) -> Iterator[str]:
    class Collector(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            time.sleep(wait)
            assert self.path == "/v1/traces"
            taken.extend(_names(ExportTraceServiceRequest.FromString(body), self.headers.get("x-key", "")))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Collector)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@contextmanager
def _grpc(taken: Taken) -> Iterator[str]:
    class Collector(TraceServiceServicer):  # type: ignore[misc]
        def Export(
            self, request: ExportTraceServiceRequest, context: grpc.ServicerContext
        ) -> ExportTraceServiceResponse:
            taken.extend(_names(request, dict(context.invocation_metadata()).get("x-key", "")))
            return ExportTraceServiceResponse()

    server = grpc.server(ThreadPoolExecutor(max_workers=1))
    add_TraceServiceServicer_to_server(Collector(), server)
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    yield f"http://127.0.0.1:{port}"
    server.stop(0).wait(5)


def _run(root: Path, program: str, **named: str) -> "subprocess.CompletedProcess[str]":
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("ADVISOR_", "OTEL_")) and not name.lower().endswith("_proxy")
    }
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=root,
        env={**kept, "PYTHONPATH": str(root), **named},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("road", "protocol"), [(_http, "http/protobuf"), (_grpc, "grpc")], ids=["http", "grpc"]
)
def test_a_collector_gets_every_span_before_the_program_ends(
    root: Path, road: Callable[[Taken], "contextmanager[str]"], protocol: str
) -> None:
    taken: Taken = []
    with road(taken) as url:  # type: ignore[attr-defined]
        ended = _run(
            root,
            TURN,
            ADVISOR_TELEMETRY="on",
            OTEL_EXPORTER_OTLP_ENDPOINT=url,
            OTEL_EXPORTER_OTLP_PROTOCOL=protocol,
            OTEL_EXPORTER_OTLP_HEADERS="x-key=a%20b",
        )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert len(taken) == 400
    assert set(taken) == {("nanishitai.turn", "a b"), ("nanishitai.read", "a b")}


@pytest.mark.parametrize("protocol", ["http/protobuf", "grpc"])
def test_a_dead_collector_costs_nothing_and_is_not_heard_of(root: Path, protocol: str) -> None:
    ended = _run(
        root,
        TURN,
        ADVISOR_TELEMETRY="on",
        ADVISOR_TELEMETRY_ENDPOINT="http://127.0.0.1:9",
        OTEL_EXPORTER_OTLP_PROTOCOL=protocol,
    )
    over = time.time()
    assert (ended.returncode, ended.stderr) == (0, "")
    spent, done = map(float, ended.stdout.split())
    assert spent < 1.0
    assert over - done < 2.0


def test_a_collector_that_hangs_is_left_behind_within_a_second(root: Path) -> None:
    taken: Taken = []
    with _http(taken, wait=5.0) as url:
        ended = _run(
            root,
            TURN,
            ADVISOR_TELEMETRY="on",
            ADVISOR_TELEMETRY_ENDPOINT=url,
            OTEL_EXPORTER_OTLP_PROTOCOL="http/protobuf",
        )
        over = time.time()
    assert (ended.returncode, ended.stderr) == (0, "")
    assert over - float(ended.stdout.split()[1]) < 2.0


def test_off_by_default_and_then_nothing_of_it_is_loaded(root: Path) -> None:
    program = (
        "import sys\nfrom advisor.adapters.telemetry import open_trace\n"
        "from advisor.settings import telemetry_settings\nprint(open_trace(telemetry_settings()))\n"
        "print([name for name in sys.modules if name.startswith(('opentelemetry', 'grpc'))])"
    )
    ended = _run(root, program, OTEL_EXPORTER_OTLP_ENDPOINT="http://127.0.0.1:9")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Silent" in ended.stdout.splitlines()[0]
    assert ended.stdout.splitlines()[1] == "[]"


def test_what_cannot_be_set_up_leaves_the_advisor_alone(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(settings: TelemetrySettings) -> None:
        raise RuntimeError("a secret")

    monkeypatch.setattr("advisor.adapters.telemetry.exporting.exporter", broken)
    assert open_trace(TelemetrySettings(on=True)) is SILENT
    assert "RuntimeError" in caplog.text
    assert "secret" not in caplog.text


def test_settings_follow_the_custom(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not TelemetrySettings().on
    assert TelemetrySettings().url == "http://localhost:4317"
    web = TelemetrySettings(protocol="http/protobuf", common_url="https://o.example:4318/")
    assert (web.url, web.place) == ("https://o.example:4318/v1/traces", "https://o.example:4318")
    assert headers_of("a=b%2C, c = d,e") == {"a": "b,", "c": "d"}
    monkeypatch.setenv("ADVISOR_TELEMETRY", "on")
    monkeypatch.setenv("ADVISOR_TELEMETRY_ENDPOINT", "http://name:secret@host")
    with pytest.raises(AdvisorError) as wrong:
        telemetry_settings()
    assert wrong.value.where == "ADVISOR_TELEMETRY_ENDPOINT"
    assert "secret" not in str(wrong.value)


def test_a_custom_that_cannot_be_read_never_stops_the_advisor(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json")
    assert chosen_trace() is SILENT
    assert "OTEL_EXPORTER_OTLP_PROTOCOL" in caplog.text
