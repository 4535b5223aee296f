"""Words in quotes that a reply lays into somebody's mouth."""

import re
from typing import Final

from advisor.brief.model import SECTION_TITLES
from advisor.dialogue.moves import MOVE_NAMES
from advisor.dialogue.strict.ground import Ground, flat
from advisor.framework.slots import SLOT_NAMES

_ATTRIBUTED: Final = re.compile(
    r"「([^」]+)」(?:と|という|とか)(?:の|、)?[^。「」]{0,10}"
    r"(?:おっしゃ|言われ(?:ました|た)|書いて(?:くだ|いただ)|お言葉|お考え|お気持ち|話して(?:おら|くだ)|ご指示|ご要望|伺(?:い|っ)|お書き)"
)
_DOUBLE: Final = re.compile(r"『([^』]+)』")
_OTHER: Final = re.compile(r"[“〝\"]([^”〟\"]{2,})[”〟\"]|‘([^’]{2,})’|《([^》]+)》|〈([^〉]+)〉|«([^»]+)»")
_NAMES: Final = frozenset(
    flat(name) for name in (*SLOT_NAMES.values(), *SECTION_TITLES.values(), *MOVE_NAMES.values())
) | {flat("自治体DXの3 Phases"), "調整先と懸念", "現状の数字", "目的", "問い"}
"""Names of the paper and the form, which stand in 『』."""
_MARKS: Final = str.maketrans("『』", "「」")


def false_quotes(sentence: str, ground: Ground) -> list[str]:
    """The quotes of a sentence that are not the official's where it says so, or nobody's at all."""
    found = [words for words in _ATTRIBUTED.findall(sentence) if not _said(words, ground)]
    outside = re.sub(r"「[^」]*」", "", sentence)
    found += [words for words in _DOUBLE.findall(outside) if not _named(words, ground)]
    others = (word for match in _OTHER.findall(sentence) for word in match if word)
    return found + [words for words in others if not _said(words, ground)]


def _said(words: str, ground: Ground) -> bool:
    return flat(words).translate(_MARKS) in ground.said.translate(_MARKS)


def _named(words: str, ground: Ground) -> bool:
    small = flat(words)
    return small in _NAMES or small in ground.titles or _said(words, ground) or small in ground.library
