"""The words that the reader took for the answer, repeated as they were said."""

import re
from collections.abc import Sequence
from typing import Final

from advisor.dialogue.quotes.clean import LEADING, commands, is_clean, is_formal
from advisor.dialogue.quotes.endings import KEPT, ending_of
from advisor.dialogue.quotes.model import LONGEST, Kind
from advisor.dialogue.quotes.phrases import Text
from advisor.dialogue.quotes.spans import MODAL, words_between
from advisor.values import Value
from advisor.words import Word

_SOFT_ENDS: Final = frozenset({"気", "感じ", "つもり", "わけ", "予定", "形", "こと"})
_BEFORE: Final = LEADING | {"うち", "あと"}
_SAYING: Final = frozenset(
    {"です", "だ", "思う", "存ずる", "考える", "聞く", "伺う", "願う", "笑", "ござる", "御座る"}
)
_SHORTEST: Final = 5
_TRAILING: Final = re.compile(r"(?:ように|て|で|ず|たら|れば|ながら|たり|ので|から)$")
_CASE: Final = frozenset({"が", "を", "に", "へ", "は", "も", "と", "や", "から", "の", "で", "より", "って"})


class Keyed(Value):
    """A stretch that the reader took, fit to stand in 「」."""

    start: int
    end: int
    text: str
    kind: Kind
    words: tuple[Word, ...]


def keyed(text: Text, start: int, end: int, longest: int = LONGEST) -> Keyed | None:
    """Return the stretch from `start` to `end`, widened to its first 文節, or None where it may not be repeated."""
    inside = [index for index, item in enumerate(text.phrases) if item.end > start and item.start < end]
    if not inside or any(text.phrases[index].stop for index in inside[:-1]):
        return None
    first, last = inside[0], inside[-1]
    while first < last and (
        text.text[text.phrases[first].start : text.phrases[first + 1].start].strip("、 ") in _BEFORE
        or _adds(text, first)
    ):
        first, start = first + 1, max(start, text.phrases[first + 1].start)
    paired = re.search(r"ことと?、", text.text[start:end]) is not None
    while last > first and _is_soft(text.words[text.phrases[last].first], paired):
        last, end = last - 1, text.phrases[last - 1].end
    taken = last
    last, end = _with_holder(text, first, last, end)
    opened = text.text[start] == "「" and text.phrases[first].start == start + 1
    if (text.phrases[first].start > start and not opened) or _leaned_on(text, first):
        return None
    found = _closed(text, first, last) or _trailing(text, first, last, end)
    if found is None or not _SHORTEST <= len(found.text) <= longest:
        return None
    if found.kind == "途" and last > taken:
        return None
    return found if _fit(found) and not (len(inside) == 1 and is_formal(found.words[-1])) else None


def _adds(text: Text, first: int) -> bool:
    """「あと」 that only adds something (「あと契約する業者さん」, not 「あと十年」)."""
    words = text.words[text.phrases[first].first : text.phrases[first].last]
    return len(words) == 1 and words[0].surface == "あと"


def _with_holder(text: Text, first: int, last: int, end: int) -> tuple[int, int]:
    """Go on to the verb that a word of the stretch leans on (「…公園を、歩いて行ける所に」「つくりたい」)."""
    far = max((text.leans[k] for k in range(first, last)), default=-1)
    if far <= last or _is_soft(text.words[text.phrases[far].first]):
        return last, end
    return far, text.phrases[far].end


def _is_soft(word: Word, paired: bool = False) -> bool:
    """Whether a last 文節 only says who thinks or feels so (「…と思います」「…ですかね」「…気がします」)."""
    return (word.surface in _SOFT_ENDS and not (paired and word.surface == "こと")) or word.lemma in _SAYING


def _fit(found: Keyed) -> bool:
    """Whether the stretch may be repeated; unlike other quotes it may point (「この40分をなくす」) and hold 「」."""
    if commands(found.text) or MODAL.search(found.text) or not _balanced(found.text):
        return False
    words = tuple(word for word in found.words if word.surface not in "「」")
    begins = bool(words) and (words[0].tag == "連体詞" or words[0].surface == "うち")
    if len(words) > 3 and words[1].surface == "いう" and words[0].surface in ("こう", "そう", "ああ"):
        words, begins = words[1:], True
    plain = re.sub(r"(?<=[^「])[??!!。]+(?=」)", "", found.text).replace("「", "").replace("」", "")
    words = tuple(word for word in words if word.surface not in "??!!。")
    if not words or words[0].tag in ("助詞", "助動詞", "接尾辞") or words[0].surface.startswith("いう"):
        return False
    return len(words) > 1 and is_clean(plain, words[1:] if begins else words)


def _balanced(text: str) -> bool:
    depth = 0
    for mark in text:
        depth += (mark == "「") - (mark == "」")
        if depth not in (0, 1):
            return False
    return depth == 0


def _leaned_on(text: Text, first: int) -> bool:
    """Whether a modifier of the first word is left out."""
    return first > 0 and not text.phrases[first - 1].stop and text.phrases[first - 1].role == "adnominal"


def _closed(text: Text, first: int, last: int) -> Keyed | None:
    ending = ending_of(text, first, last)
    if ending is None:
        return None
    return _of(text, first, last, ending.end, ending.kind)


def _trailing(text: Text, first: int, last: int, end: int) -> Keyed | None:
    """A stretch that ends in 〜ように, 〜て or 〜ず: it leans on what follows and is only pointed at."""
    item = text.phrases[last]
    if item.role not in ("predicate", "adnominal", "adverb"):
        return None
    inner = [word for word in text.words[item.first : item.last] if word.end <= end]
    words = [word for word in inner if word.tag not in ("補助記号", "空白")]
    if len(words) > 1 and words[-1].surface == "と" and words[-2].surface in ("ば", "て", "に"):
        words = words[:-1]
    if not words or words[-1].tag not in ("助詞", "助動詞", "動詞", "形容詞"):
        return None
    if words[-1].tag == "助詞" and words[-1].surface in _CASE - {"で"} - KEPT:
        return None
    shown = text.text[text.phrases[first].start : words[-1].end]
    final = words[-1].tags[5].startswith(("終止形", "連体形"))
    if not final and not _TRAILING.search(shown):
        return None
    return _of(text, first, last, words[-1].end, "文" if final else "途")


def _of(text: Text, first: int, last: int, end: int, kind: Kind) -> Keyed | None:
    words: Sequence[Word] = words_between(text, first, last, end)
    start = text.phrases[first].start
    start -= start > 0 and text.text[start - 1] == "「"
    if not words or end <= start:
        return None
    return Keyed(start=start, end=end, text=text.text[start:end], kind=kind, words=tuple(words))
