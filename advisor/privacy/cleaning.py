"""Cleaning: what cannot be seen, or cannot be stored, leaves the text before anything reads it."""

import re
import unicodedata
from typing import Final

from advisor.privacy.found import Cleaned

LONGEST_MESSAGE: Final = 8_000
"""Characters of a message that are taken in."""

_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LONE = re.compile("[\ud800-\udfff]")
_BREAK = re.compile("\r\n|[\r\u2028\u2029\x85]")
_JOINER = "\u200d"
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
_SELECTOR = re.compile("[\u180b-\u180d\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_EMOJI = re.compile("[\u00a9\u00ae\u203c\u2049\u2100-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]")


def clean(text: str, longest: int = LONGEST_MESSAGE) -> Cleaned:
    """Return `text` in NFC without control, format and invisible characters, at most `longest` characters.

    Line breaks become \\n; surrogates that form a pair are joined, lone ones become U+FFFD. A joiner stays
    inside an emoji and one variation selector behind a visible character (外字 and 異体字 keep their shape).
    The notice says, in Japanese, that and where the text was cut. Cleaning twice changes nothing.
    """
    seen = _visible(_BREAK.sub("\n", _sound(text)))
    if len(seen) <= longest:
        return Cleaned(text=seen)
    notice = (
        f"長さの上限({longest:,}字)を超えていたため、はじめの{longest:,}字だけを受け取りました"
        f"(全体は{len(seen):,}字)。続きは分けて送ってください。"
    )
    return Cleaned(text=_visible(seen[:longest]), notice=notice)


def on_one_line(name: str) -> str:
    """A name cleaned, its line breaks and runs of spaces as single spaces."""
    return " ".join(clean(name).text.split())


def _sound(text: str) -> str:
    joined = _PAIR.sub(lambda pair: _one(pair[0]), text)
    return _LONE.sub("\ufffd", joined)


def _one(pair: str) -> str:
    high, low = ord(pair[0]), ord(pair[1])
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _visible(text: str) -> str:
    """Return the text in NFC with only what can be seen; composition may follow removal, never the reverse."""
    kept = [each for each in text if each in "\n\t" or each == _JOINER or not _hidden(each)]
    shown: list[str] = []
    for place, each in enumerate(kept):
        following = kept[place + 1] if place + 1 < len(kept) else ""
        if _stays(each, shown[-1] if shown else "", following):
            shown.append(each)
    return unicodedata.normalize("NFC", "".join(shown))


def _hidden(character: str) -> bool:
    code = ord(character)
    return (
        unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp")
        or 0xE0000 <= code <= 0xE007F
        or 0xFDD0 <= code <= 0xFDEF
        or code & 0xFFFE == 0xFFFE
        or character in _FILLERS
    )


def _stays(character: str, before: str, following: str) -> bool:
    if character == _JOINER:
        return bool(before and following) and _in_emoji(before) and bool(_EMOJI.match(following))
    if _SELECTOR.match(character):
        return bool(before.strip()) and before != _JOINER and not _SELECTOR.match(before)
    return True


def _in_emoji(before: str) -> bool:
    return before == "\ufe0f" or bool(_EMOJI.match(before))
