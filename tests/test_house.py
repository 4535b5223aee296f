"""The manners of the house, held to by machine: sizes, floors, words, and nothing of anybody's machine."""

import ast
import re
import socket
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pytest_socket import SocketConnectBlockedError

from advisor.brief.model import SECTION_TITLES, Origin
from advisor.dialogue.moves import MOVE_NAMES, MOVES
from advisor.framework.labels import INTENTS, STANCES
from advisor.framework.slots import SLOT_NAMES, SLOTS

ROOT = Path(__file__).resolve().parent.parent
CHAPTER = 250
PARAGRAPH = 40
SHUNNED = ("utils", "helpers", "helper", "manager", "service", "handler", "misc", "common")
FOREIGN = {
    "a path of somebody's machine": re.compile(r"(?<![\w.])/(?:work|farm|tmp|opt|root|home/\w+)/[A-Za-z.]"),
    "an address of a package registry": re.compile(
        r"(?:https?://|\b)(?:pypi\.org|files\.pythonhosted\.org|test\.pypi\.org|registry\.npmjs\.org)|/packages/[0-9a-f]{2}/[0-9a-f]{2}/"
    ),
    "an index or find-links line": re.compile(
        r"^\s*--(?:index-url|extra-index-url|find-links|trusted-host)\b", re.M
    ),
    "a local build of a library": re.compile(r"^[\w.-]+==[\w.]+\+\w+", re.M),
}
SELF = "tests/test_house.py"


@cache
def tracked() -> tuple[str, ...]:
    """Every file of the project, as git lists them; the sources alone where there is no git."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    names = [name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]
    if not names:
        names = [
            str(path.relative_to(ROOT))
            for top in ("advisor", "evals", "tests")
            for path in (ROOT / top).rglob("*.py")
        ]
    return tuple(sorted(names))


def modules(*tops: str) -> Iterator[str]:
    """The names of the Python files under the given folders."""
    return (
        name
        for name in tracked()
        if name.endswith(".py") and name.startswith(tuple(f"{top}/" for top in tops))
    )


def read(name: str) -> str:
    """The text of a tracked file; bytes that are no UTF-8 are of no interest here."""
    return (ROOT / name).read_text(encoding="utf-8", errors="ignore")


def functions(name: str) -> Iterator[tuple[str, int]]:
    """The functions of a module with their lengths in lines, docstring and signature included."""
    for node in ast.walk(ast.parse(read(name))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{name}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def public(tree: ast.Module) -> Iterator[ast.AST]:
    """The module, its public classes, their public methods, and its public functions."""
    yield tree
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from (
                    each
                    for each in node.body
                    if isinstance(each, ast.FunctionDef) and not each.name.startswith("_")
                )


def test_no_module_is_longer_than_a_chapter() -> None:
    lengths = {name: len(read(name).splitlines()) for name in modules("advisor", "evals")}
    assert {name: length for name, length in lengths.items() if length > CHAPTER} == {}


def test_no_function_is_longer_than_a_paragraph() -> None:
    long = [
        f"{place}: {length}"
        for name in modules("advisor", "evals")
        for place, length in functions(name)
        if length > PARAGRAPH
    ]
    assert long == []


def test_every_public_thing_says_what_it_is_for() -> None:
    silent = []
    for name in modules("advisor", "evals"):
        for node in public(ast.parse(read(name))):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and not ast.get_docstring(node):
                silent.append(f"{name}:{getattr(node, 'lineno', 1)} {getattr(node, 'name', '')}".strip())
    assert silent == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    named = [
        name
        for name in modules("advisor", "evals")
        if Path(name).stem in SHUNNED or Path(name).parent.name in SHUNNED
    ]
    assert named == []


@pytest.mark.parametrize("what", FOREIGN)
def test_no_file_carries(what: str) -> None:
    found = [
        f"{name}: {match.group(0)}"
        for name in tracked()
        if name != SELF
        for match in [FOREIGN[what].search(read(name))]
        if match
    ]
    assert found == []


def test_the_floors_of_the_house_hold() -> None:
    linted = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as lint; lint()",
            "--no-cache",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_every_label_of_the_code_stands_in_the_glossary() -> None:
    words = set(re.findall(r"`([a-z_0-9]+)`", read("docs/glossary.md")))
    origins = ("said", "source", "inference", "open")
    assert set(Origin.__args__) == set(origins)  # type: ignore[attr-defined]
    labels = {*MOVES, *SLOTS, *STANCES, *INTENTS, *origins, *SECTION_TITLES}
    assert sorted(labels - words) == []


def test_the_glossary_uses_the_names_that_the_page_shows() -> None:
    glossary = read("docs/glossary.md")
    shown = [*SLOT_NAMES.values(), *MOVE_NAMES.values(), *SECTION_TITLES.values()]
    assert [name for name in shown if name not in glossary] == []


def test_every_pin_is_exact_and_carries_a_digest() -> None:
    for lock in ("requirements.lock", "requirements-dev.lock"):
        pins = re.split(r"(?<!\\)\n(?=\S)", read(lock).strip())
        loose = [
            pin.splitlines()[0]
            for pin in pins
            if not re.match(r"[\w.-]+==[\w.]+", pin) or "--hash=sha256:" not in pin
        ]
        assert loose == []


def test_the_lock_names_everything_the_program_needs() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    pinned = set(re.findall(r"^([\w.-]+)==", read("requirements.lock"), re.M))
    wanted = {re.split(r"[^\w.-]", each)[0] for each in project["dependencies"]}
    assert sorted(wanted - pinned) == []
    assert "torch" not in set(re.findall(r"^([\w.-]+)==", read("requirements-dev.lock"), re.M))


@pytest.mark.filterwarnings("ignore:A test tried to use")
def test_no_test_can_reach_another_machine() -> None:
    # An address of this very machine that is not on the list stands for the outside: nothing is sent even on failure.
    with socket.socket() as outside, pytest.raises(SocketConnectBlockedError):
        outside.connect(("127.0.0.2", 9))
