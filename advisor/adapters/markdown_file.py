"""The Markdown exporter."""

from advisor.brief.markdown import markdown
from advisor.brief.model import Brief


class MarkdownFile:
    """A brief as UTF-8 Markdown, to paste."""

    suffix = ".md"

    def export(self, brief: Brief, private: bool = False) -> bytes:
        """Return the Markdown; `private` keeps all origins and the record."""
        return markdown(brief, private=private).encode("utf-8")
