"""Run as a program of its own: reads a PDF from standard input and writes its text, in UTF-8, to standard output.

Takes the number of characters that are enough. The exit code tells why there is no text.
"""

import contextlib
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

LOCKED: Final = 10
BROKEN: Final = 11
ABSENT: Final = 12
_MEMORY: Final = 1 << 30
_SECONDS: Final = 20
_PASSWORD: Final = 4
"""PDFium's code for a password that is missing."""


def main() -> int:
    """Write the text page by page and return the exit code."""
    _bound()
    longest = int(sys.argv[1])
    try:
        import pypdfium2
    except (ImportError, OSError):
        return ABSENT
    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError as error:
        return LOCKED if error.err_code == _PASSWORD else BROKEN
    written = 0
    for number in range(len(document)):
        text = _page(document, number)
        sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
        written += len(text)
        if written > longest:
            break
    return 0


def _page(document: "PdfDocument", number: int) -> str:
    """The text of one page; a page that cannot be read leaves the others."""
    from pypdfium2 import PdfiumError

    with contextlib.suppress(PdfiumError):
        page = document[number]
        try:
            return str(page.get_textpage().get_text_bounded())
        finally:
            page.close()
    return ""


def _bound() -> None:
    """Limit memory and time, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


if __name__ == "__main__":
    sys.exit(main())
