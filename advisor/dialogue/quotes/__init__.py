"""Which words of the official may stand in 「」, and what can be seen in them."""

from advisor.dialogue.quotes.answers import Aim, fuller
from advisor.dialogue.quotes.model import LONGEST, Contrast, Kind, Quote, Quoted
from advisor.dialogue.quotes.reading import apart, quoted

__all__ = ["LONGEST", "Aim", "Contrast", "Kind", "Quote", "Quoted", "apart", "fuller", "quoted"]
