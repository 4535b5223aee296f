"""Which sentences of a row stand for it: steps in one, no fragment of them, nothing that stays as it is."""

import re
from typing import Final

from advisor.dialogue.naming import refuses
from advisor.dialogue.sentences import joined, sentences
from advisor.framework.slots import Slot

_STAYS: Final = re.compile(
    r"(?:従前|従来|これまで|いままで|今まで|もと|元|前(?:と|の))(?:の)?(?:とおり|どおり|通り)|そのまま(?:です|に(?:します|する))?(?=[。、\s]|$)|"
    r"(?:変え|変わり|変更し|いじり|触り)(?:ません|ない)|引き続き|変わらず|(?:改める|変える)(?:考え|つもり|気)は"
)
_CHANGES: Final = re.compile(r"やめ|なくし|なくす|改めて|変えて|組み替え|切り替え|一つに|作り直")
_BEGINS: Final = re.compile(r"^(?:まず(?:は)?|最初に|はじめに|第一に|一つ目|手始めに)")
_MIDWAY: Final = re.compile(
    r"^(?:次に|つぎに|次は|そして|それから|そのあと|その後|最後に|続いて|第二に|二つ目|ほいで|ほんで|そんで|んで|ほしたら|そしたら)、?"
)
_LONGEST: Final = 150
"""Letters of steps that a row shows whole."""
_DISLIKED: Final = re.compile(r"(?:嫌|いや)(?:です|だ|がる|でしょ|かも|じゃ)|要らな|いらな|なくてもでき")
_USED: Final = re.compile(
    r"要る|要り|使(?:う|い|え|っ)|ほし|欲し|任せ|頼|話せ|見せ|つな|だけ|必要|あれば|あると"
)
"""A sentence that gives a tool something to do."""
_COUNTED: Final = ("evidence", "resources")


def steps(text: str) -> str:
    """The steps of 「まず…。次に…。最後に…。」 as one text, "" where there are none or they are too long to show."""
    parts = sentences(text)
    first = next((at for at, part in enumerate(parts) if _BEGINS.match(part)), None)
    later = [at for at, part in enumerate(parts) if _MIDWAY.match(part)]
    if first is None or not later or later[-1] < first:
        return ""
    told = joined(parts[first : later[-1] + 1]).rstrip("。")
    return told if len(told) <= _LONGEST and told in text and "〔" not in told else ""


def is_midway(words: str) -> bool:
    """Whether words begin in the middle of steps (「次に、鍵を預ける」)."""
    return bool(_MIDWAY.match(words))


def _stays(sentence: str) -> bool:
    return bool(_STAYS.search(sentence)) and not _CHANGES.search(sentence)


def suits(slot: Slot | None, words: str, text: str) -> bool:
    """Whether words may stand for what a slot holds, where `text` is everything that it holds.

    What stays as it is changes nothing, what is not wanted serves nothing, and beside figures words without one
    count nothing; where the text holds nothing else, its words stand all the same.
    """
    if is_midway(words):
        return False
    part = next((each for each in sentences(text) if words in each), words)
    others = [each for each in sentences(text) if each != part]
    if slot == "measure" and _stays(part):
        return all(_stays(each) for each in others)
    if slot == "technology_role" and refuses(part):
        return not any(not refuses(each) for each in others)
    if slot == "technology_role" and _DISLIKED.search(part):
        return not any(_USED.search(each) and not refuses(each) for each in others)
    if slot in _COUNTED and not re.search(r"\d", part):
        return not any(re.search(r"\d", each) for each in others)
    return True
