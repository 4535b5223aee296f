"""What a reply may rest on, in one flat spelling, and how its sentences are spelt for the checks."""

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from advisor.dialogue.absorb import without_commands
from advisor.dialogue.asking import unquoted
from advisor.dialogue.moves import Decision
from advisor.dialogue.pasted import own_words
from advisor.dialogue.scene import Scene

_SPACE: Final = re.compile(r"\s+")
UNSEEN: Final = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]")
"""Letters that cannot be seen: joiners, marks of direction, tags."""


class Ground(NamedTuple):
    """The words a reply may rest on, each text flat: NFKC, without white space and what cannot be seen."""

    said: str
    """What the official said, and their lines of the worksheet."""
    library: str
    """The case, the passage and the cards of the technologies they named."""
    shown: str
    """Earlier replies, which were checked themselves."""
    titles: tuple[str, ...]
    """Titles of the case and the passage."""
    decision: Decision
    latin: frozenset[str]
    """Latin words and abbreviations in all of them, in small letters."""

    def said_has(self, text: str) -> bool:
        """Whether the official said it."""
        return text.casefold() in self.said

    def has(self, text: str) -> bool:
        """Whether it stands anywhere in the ground."""
        small = text.casefold()
        return small in self.said or small in self.library or small in self.shown


def seen(text: str) -> str:
    """The text as NFKC without letters that cannot be seen; lines stay lines."""
    return UNSEEN.sub("", unicodedata.normalize("NFKC", text))


def flat(text: str) -> str:
    """The text as seen, without white space, in small letters."""
    return _SPACE.sub("", seen(text)).casefold()


def plainly(sentence: str) -> str:
    """A sentence as seen, without the words it quotes."""
    return unquoted(seen(sentence))


@lru_cache(maxsize=4)
def ground(scene: Scene) -> Ground:
    """Return what a reply to the scene may rest on."""
    messages = [_own(turn.message) for turn in scene.turns] + [scene.message]
    sheet = [value.text for state in scene.worksheet.states for value in (*state.values, *state.history)]
    said = "\n".join([*messages, *sheet, *(each.name for each in scene.technologies)])
    library = "\n".join(_library(scene))
    shown = "\n".join(turn.reply.text for turn in scene.turns)
    titles = [each.title for each in (scene.case, scene.passage) if each is not None]
    return Ground(
        said=flat(said),
        library=flat(library),
        shown=flat(shown),
        titles=tuple(flat(title) for title in titles),
        decision=scene.decision,
        latin=frozenset(latin_words(f"{said}\n{library}\n{shown}")),
    )


def _own(message: str) -> str:
    """What the official said in a message: nothing pasted, and nothing that commands the program."""
    return without_commands(own_words(message))


def _library(scene: Scene) -> list[str]:
    texts = [each.card.model_dump_json() for each in scene.technologies if each.card]
    if scene.passage is not None:
        texts.append(scene.passage.model_dump_json())
    if scene.case is not None:
        texts += [scene.case.model_dump_json(), *(section.text for section in scene.case.sections)]
    return texts


_LATIN: Final = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9._+&'-]*[A-Za-zÀ-ɏ0-9]|[A-Za-z]")


def latin_words(text: str) -> list[str]:
    """The words in Latin letters, in small letters, in order."""
    return [word.casefold() for word in _LATIN.findall(seen(text))]
