"""What must not stay: text is cleaned of invisible matter and residents' data is masked before anything is stored."""

from advisor.privacy.cleaning import clean
from advisor.privacy.found import PLACEHOLDERS, Cleaned, Found, Kind, MaskedText
from advisor.privacy.masking import mask

__all__ = ["PLACEHOLDERS", "Cleaned", "Found", "Kind", "MaskedText", "clean", "mask"]
