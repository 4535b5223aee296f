"""The text of a PDF. PDFium is compiled code that reads untrusted bytes: it works in a child process with limits."""

import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

from advisor.adapters.documents import pdf_child, refused

LIMIT_SECONDS: Final = 25.0
_NO_WINDOW: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_STOPPED: Final = {-getattr(signal, name, 0) for name in ("SIGXCPU", "SIGKILL")} - {0}
_REASONS: Final = {
    pdf_child.LOCKED: refused.locked,
    pdf_child.ABSENT: refused.no_pdf_here,
    **dict.fromkeys(_STOPPED, refused.swollen),
}


def pdf_text(name: str, content: bytes, longest: int, limit: float = LIMIT_SECONDS) -> str:
    """Return the text of all pages; AdvisorError where it cannot be read within `limit` seconds.

    Reading stops at the end of the page on which `longest` characters are reached.
    """
    try:
        ended = subprocess.run(
            [sys.executable, "-P", str(Path(pdf_child.__file__)), str(longest)],
            input=content,
            capture_output=True,
            timeout=limit,
            check=False,
            creationflags=_NO_WINDOW,
        )
    except subprocess.TimeoutExpired:
        raise refused.swollen(name) from None
    except OSError as error:
        raise refused.no_pdf_here(name) from error
    if ended.returncode != 0:
        raise _REASONS.get(ended.returncode, refused.broken)(name)
    return ended.stdout.decode("utf-8", "replace").replace("\r\n", "\n").strip("\n")
