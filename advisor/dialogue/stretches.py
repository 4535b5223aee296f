"""Parts of a long spoken sentence: who talks without stops still says one thing after another."""

import re
from typing import Final

from advisor.framework.slots import Slot

LONG: Final = 70
"""A sentence up to this length is one thing said."""
_SEAM: Final = re.compile(
    r"(?<=けど、)|(?<=けどね、)|(?<=けどな、)|(?<=けれど、)|(?<=けれども、)|(?<=ですが、)|(?<=ますが、)|(?<=でして、)|(?<=まして、)|(?<=思って、)|(?<=ですよ、)|(?<=ですよね、)"
    r"|(?<=ので、)|(?<=んで、)|(?<=から、)|(?<=ですし、)|(?<=ますし、)|(?<=やけど、)|(?<=ねん、)|(?<=のに、)|(?<=ですね、)|(?<=なくて、)|(?<=たくて、)"
)
_HOPE: Final = re.compile(
    r"たい(?:な|と|ん|の|で|です|、|。|$)|てほし|ように(?:し|なり|なれ)|であり(?:たい|続け)"
)


def stretches(sentence: str) -> tuple[str, ...]:
    """Return a sentence in the stretches it was spoken in; a short one comes back whole."""
    if len(sentence) <= LONG:
        return (sentence,)
    return tuple(part.strip() for part in _SEAM.split(sentence) if part.strip())


def telling(sentence: str, span: str, slot: Slot, technologies: tuple[str, ...]) -> tuple[str, ...]:
    """The stretches of a sentence that a reader's span answers with; a hope rather than a technology for the aspiration."""
    parts = stretches(sentence)
    hit = tuple(part for part in parts if part in span or span in part or _shares(part, span))
    if slot in ("aspiration", "value") and all(_names(part, technologies) for part in hit):
        hopes = tuple(part for part in parts if _HOPE.search(part) and not _names(part, technologies))
        return hopes or hit
    return hit or parts


def _names(part: str, technologies: tuple[str, ...]) -> bool:
    return any(name in part for name in technologies)


def _shares(part: str, span: str) -> bool:
    """The span reaches into the stretch by at least eight letters."""
    return any(span[at : at + 8] in part for at in range(max(1, len(span) - 7)))
