"""The real server and a real Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).parents[2]
_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SERVE = "from advisor.settings import Settings; from advisor.ui.serve import run; run(Settings())"  # what `advisor serve` does


class Server:
    """A server of the page over one data folder, which can be killed and started anew at the same address."""

    def __init__(self, command: list[str], port: int, data: Path, **environment: str) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self._command = command
        self._data = data
        self._environment = {
            **os.environ,
            "ADVISOR_DATA": str(data),
            "ADVISOR_PORT": str(port),
            "ADVISOR_OWNER": "tester",
            "ADVISOR_VECTORS": "0",
            "PYTHONUTF8": "1",
            **environment,
        }

    def start(self) -> None:
        """Start it and wait until it answers."""
        with (self._data / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                self._command, cwd=ROOT, env=self._environment, stdout=log, stderr=log
            )
        _wait(self.address, self._process)

    def kill(self) -> None:
        """Let it die at once, as when the power fails."""
        self._process.kill()
        self._process.wait(20)

    def stop(self) -> None:
        """Stop it as an official would."""
        self._process.terminate()
        self._process.wait(20)


@contextmanager
def served(command: list[str], port: int, data: Path, **environment: str) -> Iterator[str]:
    """Start a server, wait until it answers, stop it afterwards; gives its address."""
    server = Server(command, port, data, **environment)
    try:
        server.start()
        yield server.address
    finally:
        server.stop()


def _wait(address: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(150):
        if process.poll() is not None:
            pytest.fail("the server ended at once")
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=2)
            return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the server did not answer")


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page as `advisor serve` opens it."""
    with served([sys.executable, "-c", SERVE], free_port(), tmp_path_factory.mktemp("served")) as found:
        yield found


@pytest.fixture(scope="session")
def address_of_streamlit_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page as `streamlit run app.py` opens it."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with served(command, port, tmp_path_factory.mktemp("streamlit")) as found:
        yield found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A browser with an empty profile."""
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        pytest.skip("no Chromium here: the page was NOT looked at (apt-get install chromium fonts-noto-cjk)")
    expect.set_options(timeout=15_000)
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class Watched:
    """A page together with what it asked for and complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda line: self.complaints.append(line.text) if line.type == "error" else None)

    def open(self, address: str) -> Page:
        """Open an address and wait until the page is drawn."""
        self.page.goto(address)
        self.page.locator(".st-key-head").wait_for()
        self.still()
        return self.page

    def still(self) -> None:
        """Wait until the page has been drawn anew."""
        self.page.wait_for_timeout(150)
        self.page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
        self.page.wait_for_timeout(150)

    def say(self, words: str) -> None:
        """Type into the field and press Enter."""
        field = self.page.locator("[data-testid=stChatInputTextArea]")
        field.fill(words)
        field.press("Enter")
        self.still()


@pytest.fixture
def watched(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Watched]:
    """A fresh tab; `indirect` parameters are (width, height, colour scheme)."""
    width, height, scheme = getattr(request, "param", (1280, 900, "light"))
    context = chromium.new_context(
        viewport={"width": width, "height": height}, locale="ja-JP", color_scheme=scheme
    )
    yield Watched(context.new_page())
    context.close()
