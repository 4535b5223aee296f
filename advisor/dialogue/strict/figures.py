"""Figures in any writing: kanji numerals, shares, and small numbers that get a unit."""

import re
from typing import Final

from advisor.dialogue.strict.ground import Ground
from advisor.dialogue.strict.rules import Rule, grounded, rule

_DIGITS: Final = {letter: value for value, letter in enumerate("〇一二三四五六七八九")} | {"零": 0, "両": 2}
_PLACES: Final = {"十": 10, "百": 100, "千": 1000}
_MYRIADS: Final = {"万": 10**4, "億": 10**8}
_NUMERAL: Final = "〇一二三四五六七八九十百千万億"
_UNIT: Final = r"(?:割|分の|人|名|件|世帯|戸|軒|円|か月|ヶ月|カ月|月|日|週|年|回|倍|歳|台|校|か所|箇所|棟|時間|秒|パーセント|ポイント|団体|団地|町村|種類|本|社)"
_KANJI: Final = re.compile(
    rf"(?<![{_NUMERAL}数何第])(?P<number>[{_NUMERAL}]+)(?P<unit>{_UNIT})(?!後|間?先|目)"
)
_FREE: Final = re.compile(r"^[一二三]$")
_SHARES: Final = frozenset(
    {
        "割",
        "分の",
        "倍",
        "パーセント",
        "ポイント",
        "円",
        "件",
        "世帯",
        "戸",
        "軒",
        "秒",
        "台",
        "棟",
        "団体",
        "社",
    }
)
"""Units that make even a small number a claim; 一人, 二日 and 三年 are ways of speaking."""
_SMALL: Final = re.compile(
    r"(?<![\d.,])(?P<number>\d)(?P<unit>割|%|パーセント|倍|億|万|千|百|円|件|人|名|世帯|か月|月|年|日|分の|時間|秒|ポイント|台|か所)"
)
_ALIKE: Final = (("人", "名"), ("か月", "ヶ月", "カ月"), ("か所", "箇所"), ("戸", "軒", "世帯"), ("割", "割"))
"""Units that count the same."""

RULES: Final[tuple[Rule, ...]] = (
    rule(
        "number_has_ground",
        r"数(?:十|百|千|万|億)+(?:人|名|件|世帯|円|%|倍|か所|年|団体)?|何(?:百|千|万)",
        grounded,
    ),
    rule(
        "number_has_ground",
        r"半額|半減|過半数|半数|大多数|[二三四五六七八九十数何]倍|全国(?:一|で(?:最|初))|(?:日本|県内)(?:一|初)",
        grounded,
    ),
    rule(
        "number_has_ground",
        r"(?P<what>締(?:め)?切り?|締切日)(?:が|は)[^。]{0,8}(?:あり|です|迫|過ぎ)",
        grounded,
    ),
)


def value(numeral: str) -> int:
    """The value of a number in kanji (三百二十 → 320, 一〇 → 10)."""
    if not any(letter in _PLACES or letter in _MYRIADS for letter in numeral):
        return int("".join(str(_DIGITS[letter]) for letter in numeral))
    total = part = digit = 0
    for letter in numeral:
        if letter in _MYRIADS:
            total += (part + digit or 1) * _MYRIADS[letter]
            part = digit = 0
        elif letter in _PLACES:
            part += (digit or 1) * _PLACES[letter]
            digit = 0
        else:
            digit = _DIGITS[letter]
    return total + part + digit


def loose_figures(sentence: str, ground: Ground) -> list[str]:
    """The figures of a sentence, as seen, that nobody said: in kanji, or one digit with a unit."""
    found = [match.group() for match in _KANJI.finditer(sentence) if not _carried(match, ground)]
    return found + [match.group() for match in _SMALL.finditer(sentence) if not _counted(match, ground)]


def _carried(match: re.Match[str], ground: Ground) -> bool:
    number, unit = match["number"], match["unit"]
    if ground.has(match.group()) or (_FREE.match(number) and unit not in _SHARES):
        return True
    if number == "一" and unit in ("件", "軒", "世帯", "戸", "台"):
        return True
    if unit == "分の":
        return False
    units = next((each for each in _ALIKE if unit in each), (unit,))
    texts = (ground.said + ground.library).replace(",", "")
    return any(re.search(rf"(?<!\d){value(number)}{each}", texts) for each in units)


def _counted(match: re.Match[str], ground: Ground) -> bool:
    digit = match["number"]
    return bool(
        re.search(rf"(?<![\d.,]){digit}(?![\d.])", ground.said + ground.library + ground.shown)
    ) or ground.has(match.group())
