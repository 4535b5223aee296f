"""What every test stands on: no network, and loud words where a test could not run here."""

import gc
import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OFFICE = ("soffice", "libreoffice")


def _program(names: tuple[str, ...]) -> Path | None:
    """The first of the programs that is installed."""
    found = next(filter(None, map(shutil.which, names)), None)
    return Path(found) if found else None


def _shared() -> Path | None:
    """The folder of real municipal texts, where ADVISOR_SHARED names one."""
    named = os.environ.get("ADVISOR_SHARED", "")
    return Path(named).resolve() if named and Path(named).is_dir() else None


def _missing(item: pytest.Item) -> str | None:
    """Why a marked test cannot run here, or None."""
    if item.get_closest_marker("browser") and _program(CHROMIUM) is None:
        return "no Chromium here: the page was NOT looked at (apt-get install chromium fonts-noto-cjk)"
    if item.get_closest_marker("office") and _program(OFFICE) is None:
        return "no LibreOffice here: the papers were NOT opened (apt-get install libreoffice-writer-nogui libreoffice-impress-nogui libreoffice-calc-nogui)"
    if item.get_closest_marker("shared") and _shared() is None:
        return "ADVISOR_SHARED names no folder: the real municipal texts were NOT tried"
    if item.get_closest_marker("model") and not os.environ.get("ADVISOR_MODEL_TEST_PYTHON"):
        return "the small real language model answers under `make test-model`"
    if item.get_closest_marker("torture") and os.environ.get("ADVISOR_TORTURE") != "1":
        return "the long crash loops run under `make torture`"
    return None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the browser last: while it is open an event loop runs, and no other test could start its own."""
    items.sort(
        key=lambda item: item.get_closest_marker("browser") is not None or "chromium" in _fixtures(item)
    )


def _fixtures(item: pytest.Item) -> tuple[str, ...]:
    return tuple(getattr(item, "fixturenames", ()))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what this machine cannot run."""
    if reason := _missing(item):
        pytest.skip(reason)


def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Let go of the advisors that a visit to the page left in caches: each holds hundreds of megabytes."""
    if item.path.parent.name == "ui" and "visit" in _fixtures(item):
        import streamlit

        from tests.ui.visit import forget

        streamlit.cache_resource.clear()
        forget()
        gc.collect()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in plain words how many tests did not run and why, so that a skip is never taken for a pass."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = [str(report.longrepr[2]).removeprefix("Skipped: ") for report in skipped]
    for reason in dict.fromkeys(reasons):
        terminalreporter.write_line(f"NOT RUN x{reasons.count(reason)}: {reason}", yellow=True, bold=True)


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder that ADVISOR_SHARED names; only for tests marked `shared`."""
    folder = _shared()
    assert folder is not None, "mark the test `shared`"
    return folder


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser; only for tests marked `browser`."""
    program = _program(CHROMIUM)
    assert program is not None, "mark the test `browser`"
    return program


@pytest.fixture(scope="session")
def soffice() -> Path:
    """LibreOffice; only for tests marked `office`."""
    program = _program(OFFICE)
    assert program is not None, "mark the test `office`"
    return program
