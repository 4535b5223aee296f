"""Cards by the names that officials use: of a technology, of a place."""

import re
from collections.abc import Iterable

from advisor.evidence.cards import Card, CaseCard, TechnologyCard
from advisor.evidence.lexical import folded, is_kanji

_SPACE = re.compile(r"[\s・·]+")
_APART = re.compile(r"[・、()]")
_PLACE = re.compile(r"(?:北海道|東京都|京都府|大阪府|[^市区町村]{2,3}県)?+(?P<name>.{1,7}?[市区町村]+)")
_ABROAD = re.compile(r"(?P<name>.+?)(?:特別市|市|$)")
_NOT_THE_PLACE = {"市": "場", "町": "内会", "村": "人"}
"""What follows where the last letter belongs to another word (市場, 町内会, 村人)."""
_LATIN = re.compile(r"[a-z0-9]")


class TechnologyNames:
    """The technology cards by all their names, short forms and common slips included."""

    def __init__(self, cards: Iterable[Card]) -> None:
        self._cards: dict[str, TechnologyCard] = {}
        for card in cards:
            if card.kind == "technology":
                for name in (*card.names, card.title):
                    self._cards.setdefault(_bare(name), card)

    def card(self, mention: str) -> TechnologyCard | None:
        """The card whose name is the mention, else the longest (then the last) name inside it, else None."""
        bare = _bare(mention)
        if bare in self._cards:
            return self._cards[bare]
        inside = [name for name in self._cards if _stands_in(name, bare)]
        return self._cards[max(inside, key=lambda name: (len(name), bare.rfind(name)))] if inside else None

    def same(self, mention: str) -> frozenset[str]:
        """All spellings (without width, case and spaces) that mean the mentioned technology."""
        card = self.card(mention)
        names = (*card.names, card.title) if card else ()
        return frozenset(_bare(name) for name in (mention, *names))


class PlaceNames:
    """The cases by their municipality, with its 市区町村 or, abroad, by the name of the city."""

    def __init__(self, cards: Iterable[Card]) -> None:
        self._cards: dict[str, CaseCard] = {}
        for card in sorted((card for card in cards if card.kind == "case"), key=_showing_order):
            for name in places_of(card):
                self._cards.setdefault(name, card)

    def card(self, text: str) -> CaseCard | None:
        """The case whose place is named first in `text`, or None."""
        plain = folded(text)
        found = [(at, -len(name), name) for name in self._cards if (at := _place_at(name, plain)) >= 0]
        return self._cards[min(found)[2]] if found else None


def places_of(card: CaseCard) -> tuple[str, ...]:
    """The names by which a text would name the place of a case."""
    parts = _APART.split(card.place)
    if card.country == "日本":
        found = (_PLACE.match(part) for part in parts)
        return tuple(dict.fromkeys(place["name"] for place in found if place))
    city = _ABROAD.match(parts[-1])
    return (folded(city["name"]),) if city else ()


def mentions(technologies: Iterable[str], spellings: frozenset[str]) -> bool:
    """Whether one of the technologies is, or holds, one of the spellings."""
    return any(_stands_in(spelling, _bare(name)) for name in technologies for spelling in spellings)


def _showing_order(card: CaseCard) -> tuple[bool, bool, str]:
    return (not card.default, card.shelf == "caution", card.id)


def _bare(name: str) -> str:
    return _SPACE.sub("", folded(name))


def _stands_in(name: str, text: str) -> bool:
    """Whether `name` occurs in `text`, and not as a piece of a longer Latin word."""
    start = text.find(name)
    while start >= 0:
        before, after = text[start - 1 : start], text[start + len(name) : start + len(name) + 1]
        if not (_joined(before, name[:1]) or _joined(name[-1:], after)):
            return True
        start = text.find(name, start + 1)
    return False


def _place_at(name: str, text: str) -> int:
    """Where a place stands in `text`, -1 where it does not: 市場 is no city, and 国境町 is not 境町."""
    start = text.find(name)
    while start >= 0:
        before, after = text[start - 1 : start], text[start + len(name) :]
        other = _NOT_THE_PLACE.get(name[-1])
        cut = len(name) == 2 and is_kanji(before) and before not in "都道府県市"
        if not (cut or (other and after.startswith(other))):
            return start
        start = text.find(name, start + 1)
    return -1


def _joined(left: str, right: str) -> bool:
    return bool(left and right and _LATIN.match(left) and _LATIN.match(right))
