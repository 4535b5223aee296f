"""A veil over names: placeholders while a text is outside, the same names again when an answer comes back."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import count
from typing import Final

from advisor.privacy.shapes import folded
from advisor.values import Value

_DIGIT: Final = "[0-9０-９]"
_MARK: Final = re.compile(rf"〔人({_DIGIT}{{1,6}})(?:・({_DIGIT}{{1,3}}))?〕")
_BEGUN: Final = re.compile(rf"〔(?:人(?:{_DIGIT}{{1,6}}(?:・{_DIGIT}{{0,3}})?)?)?")
"""What may still become a placeholder."""

_GAP: Final = "[ ・]"
_KANJI: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_KATAKANA: Final = re.compile(r"[ァ-ヺー]+")
_LATIN: Final = re.compile(r"[A-Za-z]+")
_PLACE: Final = r"(?!県(?!議|会議員)|[市町村区郡](?=[のではがにをとへもや、。・」)\s]|$))"
"""Behind a surname that is the name of a place as well: 福島県, 山田町の; but not 福島市民課長."""
_SURNAME: Final = 3
"""Letters up to which a name may be that of a place."""
_HONOURED: Final = r"(?= ?(?:さん|さま|様|氏|殿|君|くん|ちゃん|先生|[課係部局室所館園校会次区]長|補佐|主[幹査任事]|参事|技師|議員|委員|保健師))"
"""Behind what is a name only where it is used as one: 林さん, はな先生."""
_TITLED: Final = r"(?:(?<=[長員師事幹査任官士書])|(?<=[長員師事幹査任官士書課係室局部署所会団者]の)){}(?![\u3400-\u9fff々])"
"""The same behind a title or an office: 主任の西."""


class Person(Value):
    """Somebody under the veil."""

    number: int
    names: tuple[str, ...]
    """Folded and without gaps, longest first: the whole name, then what it is shortened to."""
    spellings: tuple[str, ...]
    """As they stand in the texts, longest first; the first has the plain placeholder."""

    def mark(self, spelling: str) -> str:
        """The placeholder of a spelling; an unknown one has that of the first."""
        place = self.spellings.index(spelling) if spelling in self.spellings else 0
        return f"〔人{self.number}・{place + 1}〕" if place else f"〔人{self.number}〕"


class Veil(Value):
    """Names and their placeholders, for the texts it was made for and the answers to them.

    One person has one number, whether called by the whole name or by the surname, with or without a title; where the
    texts spell the name in several ways, each further spelling is told apart (〔人1・2〕), so that every one comes back
    as it was. For the texts of `veil_over`, `uncovered(covered(text)) == text`.
    """

    people: tuple[Person, ...] = ()

    def covered(self, text: str) -> str:
        """Return `text` with a placeholder in place of every name."""
        pieces, place = [], 0
        for person, start, end in _mentions(self.people, text):
            pieces += [text[place:start], person.mark(text[start:end])]
            place = end
        return "".join([*pieces, text[place:]])

    def uncovered(self, text: str) -> str:
        """Return `text` with the names again; placeholders of nobody, and all else, stay as they are."""
        people = {each.number: each for each in self.people}

        def name(mark: re.Match[str]) -> str:
            person = people.get(int(mark[1]))
            if person is None:
                return mark[0]
            place = int(mark[2] or 1) - 1
            return person.spellings[place if 0 <= place < len(person.spellings) else 0]

        return _MARK.sub(name, text) if people else text


class Uncovering:
    """Uncovers a text that comes in pieces; only what may be the beginning of a placeholder is held back."""

    def __init__(self, veil: Veil) -> None:
        self._veil = veil
        self._held = ""

    def feed(self, piece: str) -> str:
        """Return what can be shown after one more piece, maybe nothing."""
        text = self._held + piece
        place = text.rfind("〔") if self._veil.people else -1
        waits = place >= 0 and _BEGUN.fullmatch(text, place)
        self._held = text[place:] if waits else ""
        return self._veil.uncovered(text[:place] if waits else text)

    def end(self) -> str:
        """Return what was held back, at the end of the text."""
        rest, self._held = self._held, ""
        return rest


def veil_over(names: Iterable[str], texts: Sequence[str]) -> Veil:
    """Return the veil under which `texts` may leave; no number is used that stands in them already.

    A name that begins another one is that person's surname, unless two people share it. A name of one kanji, or in
    hiragana alone, counts only with an honorific or a title, or where it stands alone: 林さん, 主任の林, not 林業.
    """
    taken = {int(mark[1]) for text in texts for mark in _MARK.finditer(text)}
    numbers = (number for number in count(1) if number not in taken)
    groups = [tuple(group) for group in _grouped(names)]
    bare = tuple(
        Person(number=number, names=group, spellings=group[:1])
        for group, number in zip(groups, numbers, strict=False)
    )
    spelt: dict[int, set[str]] = {each.number: set() for each in bare}
    for text in texts:
        for person, start, end in _mentions(bare, text):
            spelt[person.number].add(text[start:end])
    return Veil(people=tuple(_spelt(each, spelt[each.number]) for each in bare))


def _spelt(person: Person, found: set[str]) -> Person:
    ordered = sorted(found, key=lambda spelling: (-len(spelling), spelling))
    return person.model_copy(update={"spellings": tuple(ordered)}) if ordered else person


def _key(name: str) -> str:
    return re.sub(_GAP, "", folded(name))


def _grouped(names: Iterable[str]) -> list[list[str]]:
    """The names, without gaps, by person as they come: the whole name, then its surname where that is its alone."""
    keys = list(dict.fromkeys(key for key in map(_key, names) if key.strip()))
    groups: list[list[str]] = []
    for key in sorted(keys, key=lambda key: -len(key)):
        owners = [group for group in groups if group[0].startswith(key)]
        if len(owners) == 1:
            owners[0].append(key)
        else:
            groups.append([key])
    return sorted(groups, key=lambda group: min(map(keys.index, group)))


def _mentions(people: Sequence[Person], text: str) -> Iterator[tuple[Person, int, int]]:
    """Yield who is named at `[start, end)`, in order; of names that begin at one place the longest."""
    owners = {name: person for person in people for name in person.names}
    if not owners:
        return
    for match in _pattern(tuple(owners)).finditer(folded(text)):
        yield owners[re.sub(_GAP, "", match[0])], match.start(), match.end()


@lru_cache(maxsize=64)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return re.compile("|".join(_matcher(name) for name in ordered))


def _matcher(name: str) -> str:
    """A pattern for one name, with a gap or none between any two of its letters but never around it."""
    spelt = f"{_GAP}?".join(map(re.escape, name))
    if _LATIN.fullmatch(name):
        return rf"(?<![A-Za-z]){spelt}(?![A-Za-z])"
    if _KATAKANA.fullmatch(name):
        return rf"(?<![ァ-ヺー]){spelt}(?![ァ-ヺー])"
    if len(name) == 1 or not _KANJI.search(name):
        return rf"{spelt}{_HONOURED}|(?<!\w){spelt}(?!\w)|{_TITLED.format(spelt)}"
    return spelt + (_PLACE if len(name) <= _SURNAME else "")
