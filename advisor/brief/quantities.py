"""The one quantity and the one date of a cell of the paper, where it holds exactly one."""

import re
from calendar import monthrange
from typing import Final

from advisor.brief.rewording.amounts import amounts, plain
from advisor.values import Value

_DATED: Final = re.compile(
    r"(?:(?:令和|平成|昭和|大正)(?:元|\d{1,2})|(?:19|20)\d{2})年(?:度末|度)?(?:\d{1,2}月)?(?:\d{1,2}日|末)?"
)
_UNIT: Final = re.compile(
    r"[\d〇一二三四五六七八九十百千]+[万億]?(時間|世帯|家族|[かカ箇]所|種類|団体|ポイント|パーセント|か月|週間|メートル|キロ|[一-龥%つ])"
)
_DUE: Final = re.compile(
    r"(?:(?P<era>令和|平成)(?P<count>元|\d{1,2})|(?P<year>(?:19|20)\d{2}))年"
    r"(?:(?P<fiscal>度末|度)|(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)"
)
_BEFORE: Final = {"令和": 2018, "平成": 1988}


class Quantity(Value):
    """A number and what it counts; `unit` is empty where nothing says so."""

    value: float
    unit: str


def quantity(text: str) -> Quantity | None:
    """The one quantity of a text, years and dates apart; None where there is none or more than one."""
    flat = _DATED.sub("", plain(text))
    found = amounts(flat)
    if len(found) != 1:
        return None
    unit = _UNIT.search(flat)
    return Quantity(value=float(found[0].value), unit=unit[1] if unit else "")


def due(text: str) -> str | None:
    """The last day a deadline means, as ISO: 「令和9年度末」 is 2028-03-31, 「令和8年6月まで」 is 2026-06-30.

    None where no year stands in the text, or more than one date.
    """
    found = list(_DUE.finditer(plain(text)))
    if len(found) != 1:
        return None
    match = found[0]
    count = 1 if match["count"] == "元" else int(match["count"] or 0)
    year = int(match["year"]) if match["year"] else _BEFORE[match["era"]] + count
    if match["fiscal"]:
        return f"{year + 1:04d}-03-31"
    month = int(match["month"])
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    day = int(match["day"]) if match["day"] else last
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= day <= last else None
