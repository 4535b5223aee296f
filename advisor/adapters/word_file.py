"""The Word exporter: an A4 paper with native styles, tables and notes."""

from advisor.brief.copies import handed_up
from advisor.brief.model import Brief


class WordFile:
    """A brief as .docx; the copy to hand up unless `private`."""

    suffix = ".docx"

    def export(self, brief: Brief, private: bool = False) -> bytes:
        """Return the file's bytes, the same for the same brief; `private` keeps all origins and the record."""
        from advisor.adapters.word.opened import frozen
        from advisor.adapters.word.paper import paper

        return frozen(paper(brief if private else handed_up(brief), private))
