"""What an examination says of the PDF."""

from importlib.metadata import version

from advisor.adapters.fact import Fact
from advisor.adapters.pdf_file import PdfFile
from advisor.errors import AdvisorError


def pdf() -> Fact:
    """Whether papers can be set as PDF here, and what to do where they cannot."""
    try:
        PdfFile().check()
    except AdvisorError as error:
        return Fact(name="PDF", value=error.what, ok=False, hint=f"{error.do}。")
    return Fact(name="PDF", value=f"作れます(typst {version('typst')})")
