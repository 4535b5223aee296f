"""Which words of the official may stand in 「」, and what can be seen in them."""

from advisor.dialogue.quotes.answers import Aim
from advisor.dialogue.quotes.clean import is_repeatable
from advisor.dialogue.quotes.model import LONGEST, WHOLE, Contrast, Kind, Quote, Quoted
from advisor.dialogue.quotes.reading import alone, apart, quoted

__all__ = [
    "LONGEST",
    "WHOLE",
    "Aim",
    "Contrast",
    "Kind",
    "Quote",
    "Quoted",
    "alone",
    "apart",
    "is_repeatable",
    "quoted",
]
