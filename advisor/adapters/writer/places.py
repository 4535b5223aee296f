"""How the official calls the place: a village, a town, a city, a ward or a prefecture."""

import re
from typing import Final

_OTHERS: Final = r"(?<!隣の)(?<!よその)(?<!他の)(?<!ほかの)(?<!近くの)"
_HEADS: Final = {"村": "長|", "町": "長(?!会)|", "市": "長|", "区": ""}
"""A 区長 is as often the head of a neighbourhood as of a ward."""
_PLACES: Final = (
    *(
        (
            re.compile(
                rf"{name}(?:民|{_HEADS[name]}内|役場|役所)|(?:この|うちの|当|本|わが|[のるたいなん]){_OTHERS}{name}(?:[のではにがをへもだ、。]|$)"
            ),
            name,
        )
        for name in ("村", "町", "区", "市")
    ),
    (re.compile(r"県民|県庁|本県"), "県"),
)


def place_in(text: str) -> str:
    """村, 町, 市, 区 or 県 as it is called first in a text, else 地域."""
    hits = [(match.start(), name) for pattern, name in _PLACES if (match := pattern.search(text))]
    return min(hits)[1] if hits else "地域"
