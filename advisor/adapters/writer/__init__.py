"""Replies without a model: reviewed phrasings, the official's own words, and the library's."""

from advisor.adapters.writer.embedded import EmbeddedWriter, open_writer
from advisor.adapters.writer.phrasings import Phrasing, Phrasings, load, question_texts

__all__ = ["EmbeddedWriter", "Phrasing", "Phrasings", "load", "open_writer", "question_texts"]
