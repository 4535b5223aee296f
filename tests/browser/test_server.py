"""The real server answers this machine alone, and gives nothing away."""

import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.browser.conftest import ROOT

_UPGRADE = (
    "GET /_stcore/stream HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nOrigin: {origin}\r\n\r\n"
)


def _upgraded(address: str, origin: str, host: str) -> str:
    """The first line of the answer to a WebSocket handshake."""
    port = int(address.rsplit(":", 1)[1])
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall(_UPGRADE.format(origin=origin, host=host).encode())
        return line.recv(200).decode("latin-1").splitlines()[0]


def test_a_page_of_another_site_cannot_open_the_stream(address: str) -> None:
    own = address.removeprefix("http://")
    assert " 101 " in _upgraded(address, address, own)
    assert " 101 " not in _upgraded(address, "http://evil.example", own)


def test_a_foreign_name_that_points_here_cannot_open_the_stream(address: str) -> None:
    port = address.rsplit(":", 1)[1]
    assert " 101 " not in _upgraded(address, f"http://evil.example:{port}", f"evil.example:{port}")


def test_a_file_without_the_token_of_the_page_is_refused(address: str) -> None:
    request = urllib.request.Request(f"{address}/_stcore/upload_file/x/y", data=b"x", method="PUT")
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=10)
    assert refused.value.code in (400, 403)


def test_no_answer_tells_a_path_of_the_machine(address: str) -> None:
    for path in ("/_stcore/health", "/_stcore/host-config", "/nothing", "/_stcore/metrics"):
        try:
            body = urllib.request.urlopen(address + path, timeout=10).read().decode("utf-8", "replace")
        except urllib.error.HTTPError as error:
            body = error.read().decode("utf-8", "replace")
        assert str(ROOT) not in body
        assert "Traceback" not in body


def test_serving_other_machines_is_refused_before_anything_is_opened(tmp_path: Path) -> None:
    program = (
        "from advisor.errors import AdvisorError\nfrom advisor.settings import Settings\nfrom advisor.ui.serve import run\n"
        "try:\n    run(Settings(host='0.0.0.0'))\nexcept AdvisorError as error:\n    print(error)"
    )
    environment = {**os.environ, "ADVISOR_DATA": str(tmp_path), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert "ログインの仕組みがないため" in done.stdout.decode("utf-8")
