"""What is written on a paper goes through the same door as a message: cleaned and masked before it is stored."""

from typing import Final

from advisor.agent.door import let_in
from advisor.brief.model import Comment, SectionId
from advisor.brief.studio.deeds import Add, AddLine, Deed, Edit, Remark
from advisor.privacy.cleaning import on_one_line
from advisor.words import Words

NAMES_KEPT: Final[tuple[SectionId, ...]] = ("drive", "logic")
"""Sections in which the staff who lead or take part stand by name."""
LONGEST: Final = 20_000
"""Characters of a text on the paper that are kept."""
LONGEST_NAME: Final = 40
"""Characters of a version's name that are kept."""


def penned(deed: Deed, words: Words, who: str, at: str) -> Deed:
    """Return a deed whose texts may be stored; a comment is signed and dated."""

    def safe(text: str) -> str:
        return let_in(text, words, keep_names=deed.section in NAMES_KEPT, longest=LONGEST)[0].strip()

    match deed:
        case Edit(text=text) | Add(text=text):
            return deed.model_copy(update={"text": safe(text)})
        case AddLine(texts=texts, label=label):
            update = {"texts": tuple(map(safe, texts)), "label": safe(on_one_line(label))}
            return deed.model_copy(update=update)
        case Remark(comment=comment):
            signed = Comment(text=safe(comment.text), who=who, at=at)
            return deed.model_copy(update={"comment": signed})
    return deed


def called(name: str, words: Words) -> str:
    """Return the name of a version as it may be stored: on one line, short."""
    return let_in(on_one_line(name), words, keep_names=True)[0][:LONGEST_NAME].strip()
