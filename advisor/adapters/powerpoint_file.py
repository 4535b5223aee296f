"""The PowerPoint exporter: one A4 page for a meeting (ポンチ絵)."""

from advisor.brief.copies import handed_up
from advisor.brief.model import Brief


class PowerPointFile:
    """A brief as one .pptx slide of native shapes; the copy to hand up unless `private`."""

    suffix = ".pptx"

    def export(self, brief: Brief, private: bool = False) -> bytes:
        """Return the file's bytes; `private` keeps the marks of all origins."""
        from advisor.adapters.powerpoint.slide import slide_file

        return slide_file(brief if private else handed_up(brief), private)
