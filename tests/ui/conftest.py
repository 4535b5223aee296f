"""A visit to the page: the real advisor over an empty data folder, drawn without a browser."""

import os
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.visit import Visit

PAGE = Path(__file__).parents[2] / "advisor" / "ui" / "page.py"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder that the page is told of as an installation is."""
    for name in [name for name in os.environ if name.startswith(("ADVISOR_MODEL", "OPENAI_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("ADVISOR_DATA", str(tmp_path))
    monkeypatch.setenv("ADVISOR_OWNER", "tester")
    monkeypatch.setenv("ADVISOR_VECTORS", "0")
    return tmp_path


@pytest.fixture
def visit(data: Path) -> Visit:
    """A first visit."""
    del data
    return Visit(AppTest.from_file(str(PAGE), default_timeout=30)).drawn()
