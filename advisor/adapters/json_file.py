"""The JSON exporter."""

from advisor.brief.copies import handed_up
from advisor.brief.model import Brief
from advisor.brief.stored import stored


class JsonFile:
    """A brief as UTF-8 JSON, to keep and to take up again."""

    suffix = ".json"

    def export(self, brief: Brief, private: bool = False) -> bytes:
        """Return the JSON; `private` keeps private claims and the record."""
        return stored(brief if private else handed_up(brief)).encode("utf-8")
