"""Amounts and points of time in a text, however they are written."""

import re
import unicodedata
from decimal import Decimal
from typing import Final, NamedTuple

from advisor.numerals import value

_READ: Final = {
    "ひとり": "1人", "ふたり": "2人", "ひとつ": "1つ", "ふたつ": "2つ", "みっつ": "3つ", "よっつ": "4つ", "いつつ": "5つ",
}  # fmt: skip
_EACH: Final = re.compile(r"一つ(?:一つ|ひとつ)|ひとつひとつ|一人(?:一人|ひとり)|ひとりひとり")
_NO_COUNT: Final = re.compile(
    r"一(?=[般定体緒切方層元貫律覧時致旦環因端連斉変括次助番言生堂見])|[統均唯万随同単画専逐]一|千葉|三重|四国|九州|十分(?=[なにだで])|万(?=[全能が一])"
)
"""Words that are written with a numeral and count nothing."""
_NUMBER: Final = re.compile(r"(?:\d[\d,]*(?:\.\d+)?|[〇一二三四五六七八九十百千万億兆])+")
_UNIT: Final = re.compile(r"[一-龥ァ-ヶー%つ℃A-Za-z]")
_VAGUE: Final = re.compile(
    r"半(?=[年月日分数額期減])|過半|大半|倍|大多数|多数|数(?=[十百千万人件回年日名社か箇ヶ軒戸])|全員|全世帯|全戸|全国|全市|全町|全村|皆無|ゼロ"
)
_TIME: Final = re.compile(
    r"令和|平成|昭和|大正|西暦|元年|昨年度|[今本]年度|来年度|[昨去今本]年|再来年|来年|一昨年|翌年度?|前年度?|おととし|先月|今月|来月|翌月|先週|今週|来週"
    r"|昨日|今日|明日|翌日|年度(?:末|初|当初)|年末|年始|月末|[上中下]旬|来?[春夏秋冬](?![日原分])|[月火水木金土日]曜|午前|午後|正午|早朝|深夜|夜間|平日|休日|祝日"
    r"|毎[日週月年朝晩]"
)
_ALIKE: Final = (("本年度", "今年度"), ("去年", "昨年"), ("本年", "今年"), ("一昨年", "おととし"))


class Amount(NamedTuple):
    """A number with the first letter of what it counts; `unit` is empty where nothing follows."""

    value: Decimal
    unit: str


def plain(text: str) -> str:
    """The text in one width, with numbers that are written in kana as figures."""
    text = _EACH.sub("＿", unicodedata.normalize("NFKC", text))
    for written, figure in _READ.items():
        text = text.replace(written, figure)
    return _NO_COUNT.sub("＿", text)


def amounts(text: str) -> tuple[Amount, ...]:
    """All amounts of a text in order: 「二泊」 and 「2泊」 are one, 「3割」 and 「3人」 are two."""
    flat = plain(text)
    return tuple(
        Amount(value(match.group()), _unit(flat[match.end() : match.end() + 1]))
        for match in _NUMBER.finditer(flat)
    )


def _unit(letter: str) -> str:
    return letter if _UNIT.fullmatch(letter) else ""


def vague_amounts(text: str) -> frozenset[str]:
    """Amounts without a figure: 「過半」, 「倍」, 「数十」 ..."""
    return frozenset(match.group() for match in _VAGUE.finditer(plain(text)))


def times(text: str) -> frozenset[str]:
    """Points of time that are named in words: eras, years, seasons, days."""
    return frozenset(match.group() for match in _TIME.finditer(plain(text)))


def alike(text: str) -> str:
    """The text with one word for each point of time that has two."""
    for one, other in _ALIKE:
        text = text.replace(one, other)
    return text
