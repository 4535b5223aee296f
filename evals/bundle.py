"""Gathers everything an office without a network needs: `python -m evals.bundle dist [linux|windows]`."""

import argparse
import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

from packaging.markers import Marker, default_environment

from advisor import __version__
from advisor.errors import AdvisorError

ROOT = Path(__file__).resolve().parent.parent
NAME = f"nanishitai-{__version__}-bundle"
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
WINDOWS = {
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_system": "Windows",
    "sys_platform": "win32",
}

START_SH = """#!/bin/sh
# 何したい: はじめに一度だけ用意し、そのあと画面を開きます。
set -e
cd "$(dirname "$0")"
if [ ! -f .venv/ready ]; then
  for each in ${PYTHON:-} pythonVERSION python3; do
    if "$each" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info[:2] != (TUPLE))' 2>/dev/null; then found=$each; break; fi
  done
  if [ -z "${found:-}" ]; then echo "Python VERSION と venv が必要です。お使いの機械の管理者にお尋ねください。" >&2; exit 1; fi
  echo "用意しています (はじめの一度だけ、数分かかります)" >&2
  "$found" -m venv --clear .venv
  .venv/bin/python -m pip install -q --disable-pip-version-check --no-index --find-links wheels --no-deps --require-hashes -r requirements.lock
  touch .venv/ready
fi
if [ $# -eq 0 ]; then set -- serve; fi
exec .venv/bin/advisor "$@"
"""

START_BAT = """@echo off
chcp 65001 >nul
cd /d "%~dp0"
set PYTHONUTF8=1
if exist .venv\\ready goto open
py -VERSION --version >nul 2>nul || (echo Python VERSION が必要です。お使いの機械の管理者にお尋ねください。 & pause & exit /b 1)
echo 用意しています (はじめの一度だけ、数分かかります) 1>&2
py -VERSION -m venv --clear .venv || (pause & exit /b 1)
.venv\\Scripts\\python -m pip install -q --disable-pip-version-check --no-index --find-links wheels --no-deps --require-hashes -r requirements.lock || (pause & exit /b 1)
type nul > .venv\\ready
:open
if "%~1"=="" (.venv\\Scripts\\advisor serve) else (.venv\\Scripts\\advisor %*)
"""

GUIDE = """何したい ― ネットワークのない機械で使うための一式

1. この一式を、使う機械の好きな場所に展開します。
2. START を動かします。はじめの一度だけ用意に数分かかります。外とは通信しません。
3. ブラウザで http://127.0.0.1:8501 を開きます。終えるときは Ctrl+C です。

要るもの: Python VERSION (venv つき)、空き容量 2 GB、SYSTEM。
確かめ方: 「START doctor」で、何が働いているかを一覧にします。
端末で相談するには: 「START chat」。
相談の記録は、使う人のデータフォルダーに残ります。場所は doctor が示します。外へは送りません。
消し方: このフォルダーを消します。記録も消すなら、doctor が示すデータフォルダーも消します。
requirements.lock には、wheels の中のすべての部品の要約値(SHA-256)があります。用意のとき、合わない部品があれば止まります。
"""


def main() -> None:
    """Build the bundle and print where it lies."""
    parser = argparse.ArgumentParser(prog="python -m evals.bundle", description=__doc__)
    parser.add_argument("folder", type=Path, help="where to put the bundle")
    parser.add_argument("system", nargs="?", choices=("linux", "windows"), default="linux")
    chosen = parser.parse_args()
    print(bundle(chosen.folder, windows=chosen.system == "windows"))


def bundle(folder: Path, windows: bool = False) -> Path:
    """Write `nanishitai-<version>-bundle[-windows].tar.gz` into `folder`; the wheels come by the ordinary pip."""
    name = NAME + ("-windows" if windows else "")
    with tempfile.TemporaryDirectory() as place:
        top = Path(place) / name
        wheels = top / "wheels"
        wheels.mkdir(parents=True)
        build_wheel(wheels)
        gather(wheels, windows)
        write_papers(top, windows)
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"{name}.tar.gz"
        # Wheels are compressed already: more effort costs a minute and saves nothing.
        with tarfile.open(target, "w:gz", compresslevel=1) as tar:
            tar.add(top, arcname=name)
    return target


def build_wheel(folder: Path) -> Path:
    """Build the project's own wheel into `folder` without a network and return it."""
    _run("build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT))
    return next(folder.glob("nanishitai-*.whl"))


def gather(folder: Path, windows: bool) -> None:
    """Download what the lock names, checked against its digests."""
    if not windows:
        _run(
            "pip",
            *_QUIET,
            "download",
            "--no-deps",
            "--require-hashes",
            "-r",
            str(ROOT / "requirements.lock"),
            "-d",
            str(folder),
        )
        return
    lock = folder.parent / "wanted.lock"
    lock.write_text("\n".join(pins_for(WINDOWS)) + "\n", encoding="utf-8")
    foreign = ("--platform", "win_amd64", "--python-version", PYTHON, "--only-binary", ":all:")
    _run(
        "pip",
        *_QUIET,
        "download",
        *foreign,
        "--no-deps",
        "--require-hashes",
        "-r",
        str(lock),
        "-d",
        str(folder),
    )
    lock.unlink()


_QUIET = ("--disable-pip-version-check", "--no-input", "-q")


def pins_for(system: dict[str, str]) -> Iterator[str]:
    """The pins of the lock that hold on a system (values as in PEP 508 markers), without their markers."""
    environment = {**{key: str(value) for key, value in default_environment().items()}, **system}
    for pin in re.split(r"(?<!\\)\n(?=\S)", (ROOT / "requirements.lock").read_text(encoding="utf-8").strip()):
        head, _, digests = pin.partition("\\\n")
        name, _, marker = head.partition(";")
        if not marker.strip() or Marker(marker.strip()).evaluate(environment):
            yield f"{name.strip()} \\\n{digests}"


def write_papers(top: Path, windows: bool) -> None:
    """Write the lock of exactly these wheels, the start script and the instructions."""
    (top / "requirements.lock").write_text(
        "\n".join(map(_pinned, sorted((top / "wheels").iterdir()))) + "\n", "utf-8"
    )
    start = top / ("start.bat" if windows else "start.sh")
    start.write_text(
        _filled(START_BAT if windows else START_SH), "utf-8", newline="\r\n" if windows else "\n"
    )
    start.chmod(0o755)
    system = "64ビットのWindows" if windows else "64ビットのLinux"
    guide = (
        _filled(GUIDE)
        .replace("START", start.name if windows else f"./{start.name}")
        .replace("SYSTEM", system)
    )
    (top / "はじめにお読みください.txt").write_text(guide, "utf-8-sig", newline="\r\n")
    for name in ("LICENSE", "THIRD_PARTY.md"):
        (top / name).write_bytes((ROOT / name).read_bytes())


def _pinned(wheel: Path) -> str:
    name, version = wheel.name.split("-")[:2]
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    return f"{name.replace('_', '-').lower()}=={version} --hash=sha256:{digest}"


def _filled(text: str) -> str:
    return text.replace("VERSION", PYTHON).replace("TUPLE", PYTHON.replace(".", ", "))


def _run(*arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
        errors="replace",
    )
    if done.returncode:
        raise AdvisorError(
            "一式を作れませんでした", arguments[0], "\n".join((done.stdout + done.stderr).splitlines()[-8:])
        )


if __name__ == "__main__":
    main()
