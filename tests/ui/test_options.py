"""However the page is started, the same options hold."""

import ast
import tomllib
from pathlib import Path

import pytest

from advisor.errors import AdvisorError
from advisor.ui.options import OPTIONS, as_toml
from advisor.ui.serve import refuse_open_door

ROOT = Path(__file__).parents[2]


def _flat(table: dict[str, object], before: str = "") -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            found |= _flat(value, f"{before}{name}.")
        else:
            found[before + name] = value
    return found


def test_the_file_for_streamlit_run_says_what_serve_says() -> None:
    written = _flat(tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")))
    missing = {name: value for name, value in OPTIONS.items() if written.get(name) != value}
    assert missing == {}


def test_the_options_written_as_a_file_read_back_the_same() -> None:
    assert _flat(tomllib.loads(as_toml())) == dict(OPTIONS)


def test_nothing_is_reported_and_no_trace_is_shown() -> None:
    assert OPTIONS["browser.gatherUsageStats"] is False
    assert OPTIONS["client.showErrorDetails"] == "none"
    assert OPTIONS["server.address"] == "127.0.0.1"
    assert OPTIONS["server.enableXsrfProtection"] is True


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "", "example.lg.jp", "[::]"])
def test_an_address_beyond_this_machine_is_refused_with_a_sentence(host: str) -> None:
    with pytest.raises(AdvisorError, match="ログインの仕組みがないため"):
        refuse_open_door(host)


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "[::1]", "localhost", "127.0.0.2"])
def test_an_address_of_this_machine_is_fine(host: str) -> None:
    refuse_open_door(host)


def _literal_app(file: Path) -> dict[str, str]:
    """The keywords of the literal `app = st.App(...)` of a file."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if (
            isinstance(node, ast.Assign)
            and isinstance(node.value, ast.Call)
            and ast.unparse(node.targets[0]) == "app"
        ):
            assert ast.unparse(node.value.func) == "st.App"
            return {str(keyword.arg): ast.unparse(keyword.value) for keyword in node.value.keywords}
    raise AssertionError(f"no literal app in {file.name}")


def test_both_starting_files_hold_the_same_app_literally() -> None:
    outside, inside = _literal_app(ROOT / "app.py"), _literal_app(ROOT / "advisor" / "ui" / "app.py")
    assert outside == inside
    assert outside["middleware"] == "[Middleware(Door)]"
    assert outside["on_script_error"] == "calmly"
