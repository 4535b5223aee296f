"""The setting itself: data in, bytes out; nothing is read from the disk but the template and fonts."""

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

from advisor.adapters.pdf.data import data
from advisor.adapters.pdf.fonts import faces, found_fonts
from advisor.adapters.pdf.missing import named, reported
from advisor.brief.model import Brief
from advisor.errors import AdvisorError

_TEMPLATE: Final = Path(__file__).with_name("paper.typ")
_STAMP: Final = 946_684_800
"""Seconds of a fixed time (2000-01-01), so that one paper makes one file."""
_STANDARD: Final = "ua-1"
_TRIES: Final = 3
"""A report of missing letters need not name all of them at once."""
_OTHERWISE: Final = "Word(.docx)で書き出し、WordでPDFにしてください"


def set_paper(brief: Brief, private: bool) -> bytes:
    """Return a finished copy as the bytes of a PDF (PDF/UA-1: tagged, titled, its pictures told).

    Letters that no font here can draw are named by their code points; where the standard still refuses the letters
    (a sound mark that stands alone), the file is tagged without its name.
    """
    import typst

    fonts = found_fonts()
    chosen = faces(frozenset(fonts.families()))
    words: Any = {**data(brief, private), "fonts": chosen.model_dump()}
    trouble, pieces = "", tuple[str, ...]()
    for standards in (*([_STANDARD],) * _TRIES, []):
        if trouble and standards and not pieces:
            continue
        try:
            words = named(pieces, words)
            return _compiled(typst, fonts, words, standards)
        except typst.TypstError as error:
            trouble = str(error.message)
            pieces = reported(str(error.diagnostic))
    raise AdvisorError("PDFを組めませんでした", trouble[:200], _OTHERWISE)


def _compiled(typst: Any, fonts: Any, words: dict[str, Any], standards: list[str]) -> bytes:
    """Set the paper once; a compiler that has failed does not serve again."""
    inputs = {"paper": json.dumps(words)}
    compiler = typst.Compiler(_template(), root=_TEMPLATE.parent, font_paths=fonts, sys_inputs=inputs)
    return bytes(compiler.compile(format="pdf", pdf_standards=standards, timestamp=_STAMP))


@cache
def _template() -> bytes:
    return _TEMPLATE.read_bytes()
