"""Any paper at all, for properties of the exporters: a few texts, put into every kind of place by a seed."""

from random import Random
from typing import get_args

from hypothesis import strategies as st

from advisor.brief.model import SECTION_TITLES, Brief, Claim, Header, Item, Note, Origin, Section, Table
from advisor.evidence.cards import Checked

LETTERS = "あいうえおかきくけこアイウエオｶﾅﾊﾞ一二三四五町市村人年月日髙﨑𠮷0123456789abcXYZ=+-@#$*_`\\|<>&\"'(){}[]「」、。・%/:;~^!?　 "
"""Letters that every Japanese font has, and every sign that means something to a program."""
TEXTS = st.text(LETTERS, max_size=60)
ANY_TEXTS = st.one_of(TEXTS, st.text(max_size=40), st.text(st.characters(), max_size=20))
"""All of Unicode, lone surrogates and forbidden characters too."""
_DATES = ("", "2026-11-24", "2019-05-01", "1889-02-11", "未定", "2026-11-24T10:00:00+09:00")
_URLS = ("https://example.jp/a?b=1&c=2", "javascript:alert(1)", "http://例.jp/あ", "")
_HEADS = ("★", "", "やめる", "変える・つくる")


class _Hand:
    """Puts texts into places as a seed decides."""

    def __init__(self, seed: int, texts: list[str]) -> None:
        self._chance = Random(seed)
        self._texts = texts

    def text(self) -> str:
        return self._chance.choice(self._texts)

    def some(self, most: int, least: int = 0) -> range:
        return range(self._chance.randint(least, most))

    def claims(self) -> tuple[Claim, ...]:
        return tuple(self._claim() for _ in self.some(2))

    def _claim(self) -> Claim:
        pick = self._chance
        return Claim(
            text=self.text(), origin=pick.choice(get_args(Origin)), turns=tuple(self.some(2)), ask=self.text(),
            notes=tuple(pick.sample((1, 2, 9), pick.randint(0, 2))), about=self.text(), urgent=pick.random() < 0.5,
            private=pick.random() < 0.2, public=self.text() if pick.random() < 0.2 else None,
        )  # fmt: skip

    def items(self) -> tuple[Item, ...]:
        return tuple(Item(label=self.text(), claims=self.claims()) for _ in self.some(2))

    def tables(self, least: int) -> tuple[Table, ...]:
        return tuple(self._table() for _ in self.some(1, least))

    def _table(self) -> Table:
        columns = tuple(self.text() for _ in self.some(5, 1))
        rows = tuple(tuple(self.claims() for _ in columns) for _ in self.some(3))
        heads = tuple(self._chance.choice(_HEADS) for _ in rows) if self._chance.random() < 0.5 else ()
        return Table(columns=columns, rows=rows, heads=heads, head=self.text())

    def brief(self) -> Brief:
        pick = self._chance
        urls = tuple(pick.sample(_URLS, 2))
        return Brief(
            header=Header(subject=self.text(), date=pick.choice(_DATES), version=self.text()),
            title=self.claims(), fields=self.items(), phase=pick.choice((None, 1, 2, 3)), written_by=self.text(),
            sections=tuple(
                Section(id=id, title=title, items=self.items(), tables=self.tables(least=int(id == "logic")))
                for id, title in SECTION_TITLES.items()
            ),
            notes=tuple(
                Note(number=number, title=self.text(), urls=urls, checked=pick.choice(get_args(Checked)))
                for number in (1, 2)
            ),
        )  # fmt: skip


def papers(texts: st.SearchStrategy[str] = TEXTS) -> st.SearchStrategy[Brief]:
    """A paper with every section, each of them empty or not; the logic model has one table, as all papers have."""
    return st.builds(
        lambda seed, found: _Hand(seed, found).brief(),
        st.integers(0, 10_000),
        st.lists(texts, min_size=1, max_size=6),
    )
