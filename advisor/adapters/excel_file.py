"""The Excel exporter: the logic model, the indicators and the origins to work on."""

from advisor.brief.copies import handed_up
from advisor.brief.model import Brief


class ExcelFile:
    """A brief as .xlsx; the copy to hand up unless `private`."""

    suffix = ".xlsx"

    def export(self, brief: Brief, private: bool = False) -> bytes:
        """Return the file's bytes; `private` keeps all origins and the record."""
        from advisor.adapters.excel.book import workbook

        return workbook(brief if private else handed_up(brief), private)
