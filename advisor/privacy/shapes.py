"""One shape for every spelling: a text folded character by character, so that places stay the same."""

import re
from typing import Final

from advisor.privacy.found import Found, Kind

_TABLE: Final = (
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys(map(ord, "‐‑‒–—―−ｰ－─"), "-")
    | {0x3000: " ", 0x00A0: " ", ord("･"): "・", ord("〜"): "~", ord("＠"): "@"}
    | dict(
        zip(
            map(ord, "髙﨑濵濱邊邉齋齊嶋嶌冨桒栁眞國澤廣德"),
            "高崎浜浜辺辺斎斉島島富桑柳真国沢広徳",
            strict=True,
        )
    )
)
_LONG_MARK = re.compile(r"(?<=\d)[ー一](?=\d)")


def folded(text: str) -> str:
    """Return `text` with half-width digits, signs and letters and plain kanji; the length never changes."""
    return _LONG_MARK.sub("-", text.translate(_TABLE))


def value_of(kind: Kind, match: re.Match[str], group: str | int = "value") -> Found:
    """Return what a pattern found in its group."""
    return Found(type=kind, start=match.start(group), end=match.end(group))


def sentence_before(text: str, place: int, reach: int = 40) -> str:
    """Return what stands before `place` in its sentence and line, at most `reach` characters."""
    return re.split(r"[。\n]", text[max(0, place - reach) : place])[-1]


def sentence_after(text: str, place: int, reach: int = 20) -> str:
    """Return what stands after `place` in its sentence and line, at most `reach` characters."""
    return re.split(r"[。\n]", text[place : place + reach])[0]
