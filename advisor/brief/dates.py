"""Dates as a Japanese office writes them: the era beside the western year."""

import re
from typing import Final

_ERAS: Final = ((20190501, "令和", 2018), (19890108, "平成", 1988), (19261225, "昭和", 1925))


def with_era(iso: str) -> str:
    """Return 「令和8年11月24日(2026年)」 for `2026-11-24`; a text that is no ISO date comes back unchanged."""
    match = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?", iso)
    if match is None:
        return iso
    year, month, day = (int(part) for part in match.groups())
    for start, era, base in _ERAS:
        if year * 10000 + month * 100 + day >= start:
            count = "元" if year - base == 1 else str(year - base)
            return f"{era}{count}年{month}月{day}日({year}年)"
    return f"{year}年{month}月{day}日"


def era_year(year: int) -> str:
    """Return 「令和7年」 for 2025, by the era that the year ends in; before 1926 the western year."""
    for start, era, base in _ERAS:
        if year * 10000 + 1231 >= start:
            return f"{era}{'元' if year - base == 1 else year - base}年"
    return f"{year}年"
