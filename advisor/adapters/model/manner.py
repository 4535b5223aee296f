"""The reviewed vocabulary as it lies in the prompts."""

from advisor.adapters.model.prompts import prompt
from advisor.dialogue.strict.manner import Manner
from advisor.words import Words

VOCABULARY = "vocabulary"
"""Name of the file `prompts/model/vocabulary.txt`: a word a line, what is struck behind a minus."""


def open_manner(words: Words) -> Manner:
    """Return the manner of speaking of the file, with what splits texts into words."""
    lines = [line for line in prompt(VOCABULARY).text.splitlines() if line and not line.startswith("#")]
    struck = frozenset(line[1:] for line in lines if line.startswith("-"))
    return Manner(words, frozenset(line for line in lines if not line.startswith("-")), struck)
