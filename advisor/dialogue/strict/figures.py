"""Figures in any writing: what a number counts must have been counted in the ground too."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from advisor.dialogue.strict.ground import Ground
from advisor.dialogue.strict.rules import Rule, grounded, rule
from advisor.numerals import value

_NUMERAL: Final = "〇零一二三四五六七八九十百千万億"
_UNITS: Final[dict[str, str]] = {
    "%": "割合", "パーセント": "割合", "割": "割", "倍": "倍", "ポイント": "点", "分の": "分の",
    "円": "円", "件": "件", "人": "人", "名": "人", "世帯": "戸", "戸": "戸", "軒": "戸", "秒": "秒", "分": "分", "時間": "時間",
    "年": "年", "か月": "か月", "ヶ月": "か月", "カ月": "か月", "月": "月", "日": "日", "週": "週", "回": "回", "歳": "歳",
    "台": "台", "校": "校", "か所": "か所", "箇所": "か所", "団体": "団体", "町村": "団体", "棟": "棟", "社": "社", "種類": "種類",
}  # fmt: skip
"""Units with what they count: 人 and 名 count the same."""
_QUANTITY: Final = re.compile(
    rf"(?<![\d.,{_NUMERAL}数何第])(?P<number>\d[\d,.{_NUMERAL}]*|[{_NUMERAL}]+)"
    rf"(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})(?P<after>後|先|目)?"
)
_WAYS_OF_SPEAKING: Final = frozenset({"人", "年", "日", "回", "月", "週", "か月", "分", "時間"})
"""What up to three of is no claim (一人ひとり, 三年, 二度三度)."""

_BARE: Final = re.compile(rf"(?<![\d.,])\d[\d,.]*[{_NUMERAL}]+(?![{_NUMERAL}\d])")
"""740万: what is counted goes without saying."""
_ENOUGH: Final = "十"
"""十分 says enough, not ten minutes."""

RULES: Final[tuple[Rule, ...]] = (
    rule("number_has_ground", r"(?:平成|昭和|令和|大正)(?:元|\d+)年度?", grounded),
    rule("number_has_ground", r"数(?:十|百|千|万|億)+(?:人|名|件|世帯|円|%|倍|か所|年|団体)?|何(?:百|千|万)", grounded),
    rule("number_has_ground", r"半額|半減|過半数|半数|大多数|[数何]倍|全国(?:一|で(?:最|初))|(?:日本|県内)(?:一|初)", grounded),
    rule("number_has_ground", r"(?P<what>締(?:め)?切り?|締切日)(?:が|は)[^。]{0,8}(?:あり|です|迫|過ぎ)", grounded),
)  # fmt: skip


def loose_figures(sentence: str, ground: Ground) -> list[str]:
    """The quantities of a sentence, as seen, that nobody counted: in figures or in kanji."""
    return [
        match.group()
        for match in _QUANTITY.finditer(sentence)
        if not _idle(match) and not ground.has(match.group()) and _counted(match) not in _known(ground)
    ]


def _idle(match: re.Match[str]) -> bool:
    """Whether the number is a way of speaking: an ordinal, some years ahead, or one to three of something."""
    number, unit = value(match["number"]), _UNITS[match["unit"]]
    if match["after"] or (number <= 3 and unit in _WAYS_OF_SPEAKING):
        return True
    if match["number"] == _ENOUGH and unit == "分":
        return True
    return match["number"] == "一" and unit in ("件", "戸", "台", "か所")


def _counted(match: re.Match[str]) -> tuple[Decimal, str]:
    return value(match["number"]), _UNITS[match["unit"]]


def _known(ground: Ground) -> frozenset[tuple[Decimal, str]]:
    return _quantities(ground.said + "\n" + ground.library + "\n" + ground.shown)


@lru_cache(maxsize=8)
def _quantities(text: str) -> frozenset[tuple[Decimal, str]]:
    return frozenset(_all(text))


def _all(text: str) -> Iterator[tuple[Decimal, str]]:
    for match in _QUANTITY.finditer(text):
        yield _counted(match)
    for match in _BARE.finditer(text):
        yield value(match.group()), "円"
