"""The door: what comes in is cleaned and masked before anything is stored or read."""

from collections.abc import Sequence
from typing import Final

from advisor.dialogue.turns import LONGEST_DOCUMENT, Attachment, Masked
from advisor.errors import AdvisorError
from advisor.privacy.cleaning import LONGEST_MESSAGE, clean, on_one_line
from advisor.privacy.masking import mask
from advisor.words import Words

_NAME: Final = 80
"""Characters of a document's name that are kept."""


def let_in(
    text: str,
    words: Words,
    *,
    keep_names: bool = False,
    pasted: bool = False,
    longest: int = LONGEST_MESSAGE,
) -> tuple[str, tuple[Masked, ...]]:
    """Return at most `longest` characters of `text`, cleaned and masked, and what kinds of things were masked."""
    result = mask(clean(text, longest).text, words, keep_names=keep_names, pasted=pasted)
    return result.text, tuple(Masked(type=found.type) for found in result.found)


def let_in_document(name: str, body: str, words: Words) -> Attachment:
    """Return a document as it may be stored: its name on one line, its text cut, both cleaned and masked."""
    called, in_name = let_in(on_one_line(name)[:_NAME], words, pasted=True)
    text, in_text = let_in(body[:LONGEST_DOCUMENT], words, pasted=True, longest=LONGEST_DOCUMENT)
    return Attachment(
        name=called or "資料", text=text, masked=(*in_name, *in_text), cut=len(body) > LONGEST_DOCUMENT
    )


def refuse_nothing(text: str, handed: Sequence[Attachment]) -> None:
    """Raise AdvisorError for a message without a word or a document."""
    if not clean(text).text.strip() and not handed:
        raise AdvisorError("発言が空です", "", "ひとことでかまいませんので、書いてから送ってください")
