"""The PDF exporter: the paper on A4 with embedded fonts."""

from importlib.util import find_spec

from advisor.brief.copies import handed_up
from advisor.brief.model import Brief
from advisor.errors import AdvisorError


class PdfFile:
    """A brief as .pdf; the copy to hand up unless `private`."""

    suffix = ".pdf"

    def export(self, brief: Brief, private: bool = False) -> bytes:
        """Return the file's bytes; `private` keeps all origins and the record.

        Raises AdvisorError where the typesetter or a Japanese font is not installed.
        """
        self.check()
        from advisor.adapters.pdf.setting import set_paper

        return set_paper(brief if private else handed_up(brief), private)

    def check(self) -> None:
        """Raise AdvisorError where the typesetter or a Japanese font is not installed."""
        if find_spec("typst") is None:
            raise AdvisorError(
                "PDFを作る部品(typst)が入っていません",
                "",
                "「pip install 'nanishitai[pdf]'」で入れるか、Word(.docx)で書き出してWordでPDFにしてください",
            )
        from advisor.adapters.pdf.fonts import refuse_without_fonts

        refuse_without_fonts()
