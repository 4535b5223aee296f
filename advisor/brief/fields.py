"""The paper as the fields of a form: names that an office's own template can hold, each with its words."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from advisor.brief.copies import handed_up
from advisor.brief.dates import with_era
from advisor.brief.gates import gates
from advisor.brief.marks import written
from advisor.brief.model import Brief, Item, Section, SectionId
from advisor.evidence.cards import CHECKED_NAMES
from advisor.values import Value

Row = tuple[str, ...]
EMPTY: Final = "―"
"""What stands where the paper has nothing to say and nothing to ask."""
TABLE: Final = "表"
"""Behind the name of a list: the whole list as a table (「指標表」)."""
_BULLET: Final = "調整先と懸念"
_URGENT: Final = "提出前の確認"
"""Of the open points those that are marked with a star."""


class Listing(Value):
    """A list of the paper: the names of its columns and its rows."""

    columns: Row
    rows: tuple[Row, ...]


class Filling(Value):
    """Everything a form can be filled with: texts as lines, and lists by their columns."""

    texts: dict[str, tuple[str, ...]]
    lists: dict[str, Listing]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that a form may hold: texts, whole tables, and columns of lists (「指標.目標」)."""
        tables = tuple(f"{name}{TABLE}" for name in self.lists)
        columns = (f"{name}.{column}" for name, each in self.lists.items() for column in each.columns)
        return (*self.texts, *tables, *columns)

    def cell(self, name: str) -> tuple[str, int] | None:
        """The list and the place of the column that 「指標.目標」 names, or None."""
        front, dot, column = name.partition(".")
        found = self.lists.get(front)
        if not dot or found is None or column not in found.columns:
            return None
        return front, found.columns.index(column)


Reading = Callable[[Brief, bool], tuple[str, ...]]


def _header(read: Callable[[Brief], str]) -> Reading:
    return lambda paper, private: (read(paper) or "【要確認: 作成者】",)


def _field(label: str) -> Reading:
    return lambda paper, private: _lines((each for each in paper.fields if each.label == label), private)


def _whole(id: SectionId) -> Reading:
    """A whole section, its lines with their labels."""
    return lambda paper, private: _lines(paper.section(id).items, private, labelled=True)


def _line(id: SectionId, label: str) -> Reading:
    return lambda paper, private: _lines(
        (each for each in paper.section(id).items if _is(each, label)), private
    )


def _work(head: str) -> Reading:
    """What is stopped, changed or made."""
    return lambda paper, private: tuple(
        row[1] for row in _rows(paper.section("work"), private) if row[0] == head
    )


def _costs(paper: Brief, private: bool) -> tuple[str, ...]:
    items = (
        each for each in paper.section("summary").items if each.claims and each.claims[0].slot == "resources"
    )
    return _lines(items, private)


def _four(paper: Brief, private: bool) -> tuple[str, ...]:
    return ("　".join(f"{gate.mark} {gate.name}" for gate in gates(paper)),)


def _notes(paper: Brief, private: bool) -> tuple[str, ...]:
    return tuple(
        f"注{note.number} {note.title} {'、'.join(note.urls)}({CHECKED_NAMES[note.checked]})"
        for note in paper.notes
    )


TEXTS: Final[Mapping[str, Reading]] = {
    "件名": lambda paper, private: (written(paper.title, private),),
    "日付": _header(lambda paper: with_era(paper.header.date)),
    "版": _header(lambda paper: paper.header.version),
    "作成課": _field("作成課"),
    "提出先": _field("提出先・場・期日"),
    "求める判断": _field("求める判断"),
    "総合計画": _field("総合計画との関係"),
    "要旨": _whole("summary"),
    "概算": _costs,
    "目的": _whole("purpose"),
    "主たる顧客": _whole("customer"),
    "状況": _line("customer", "状況"),
    "規模": _line("customer", "規模"),
    "選んだ理由": _line("customer", "選んだ理由"),
    "公平性": _line("customer", "公平性"),
    "顧客の今": _whole("today"),
    "困りごと": _line("today", "困りごと"),
    "しのぎ方": _line("today", "今のしのぎ方"),
    "声": _line("today", "声"),
    "現状の数字": _line("today", "数字"),
    "提供する価値": _whole("value"),
    "価値": _line("value", "価値"),
    "地域の強み": _line("value", "地域の強み"),
    "選択と集中": _line("value", "選択と集中"),
    "やめる": _work("やめる"),
    "変える": _work("変える"),
    "つくる": _work("つくる"),
    "四つの確認": _four,
    "推進": _whole("drive"),
    "リーダー": _line("drive", "庁内のリーダー"),
    "体制": _line("drive", "体制"),
    "財源": _line("drive", "財源"),
    "日程": _line("drive", "日程"),
    "調整先": _line("drive", _BULLET),
    "リスク": _line("drive", "リスク・個人情報"),
    "デジタルの役割": _whole("means"),
    "見立て": _whole("phase"),
    "出典": _notes,
    "生成AIの利用": lambda paper, private: (paper.written_by,),
}
"""The names of the texts, in the order of the paper, and how each is read from it."""

_COLUMNS: Final[Mapping[str, tuple[SectionId, int, Row]]] = {
    "事業": ("work", 0, ("区分", "内容", "段")),
    "指標": ("outcome", 0, ("指標", "現状値", "目標", "期限", "測り方", "中止条件")),
    "一日": ("journey", 0, ("場面", "していること", "困りごと", "しのぎ方")),
    "数字": ("figures", 0, ("数字", "何の数字か", "時点", "原票")),
    "手段": ("means", 0, ("項目", "技術なし", "いまあるもので", "技術を使う")),
    "ロジックモデル": ("logic", 0, ("投入", "活動", "産出", "行動の変化", "状態の変化")),
    "事例": ("cases", 0, ("事例", "願い", "したこと", "限界", "確認状態")),
    "要確認": ("open", 0, ("急ぐ", "何を", "だれに", "節")),
    _URGENT: ("open", 0, ("急ぐ", "何を", "だれに", "節")),
    "財政課の問い": ("questions", 0, ("問い", "答え")),
    "議会の問い": ("questions", 1, ("問い", "答え")),
}
"""The lists: the section, which of its tables, and the names of the columns, row heads first where there are any."""

NAMES: Final[tuple[str, ...]] = (
    *TEXTS,
    *(f"{name}{TABLE}" for name in _COLUMNS),
    *(f"{name}.{column}" for name, (*_, columns) in _COLUMNS.items() for column in columns),
)
"""Every name that a template may hold."""


def filling(brief: Brief, private: bool = False) -> Filling:
    """Return the words for every name; of the copy to hand up unless `private`."""
    paper = brief if private else handed_up(brief)
    texts = {name: read(paper, private) or (EMPTY,) for name, read in TEXTS.items()}
    lists = {
        name: Listing(columns=columns, rows=_rows(paper.section(id), private, at))
        for name, (id, at, columns) in _COLUMNS.items()
    }
    urgent = lists[_URGENT]
    lists[_URGENT] = Listing(columns=urgent.columns, rows=tuple(row for row in urgent.rows if row[0]))
    return Filling(texts=texts, lists=lists)


def _is(item: Item, label: str) -> bool:
    """Whether a line is the one called `label`; in the copy to hand up one line names itself in its words."""
    if item.label == label:
        return True
    told = item.claims[0].text if item.claims and not item.label else ""
    return label == _BULLET and told.startswith(("調整先:", "協力先:", "懸念:"))


def _lines(items: Iterable[Item], private: bool, labelled: bool = False) -> tuple[str, ...]:
    found = [each for each in items if each.claims]
    return tuple(
        (f"{each.label}: " if labelled and each.label else "") + written(each.claims, private)
        for each in found
    )


def _rows(section: Section, private: bool, at: int = 0) -> tuple[Row, ...]:
    """The rows of a table of the section, row heads first, every cell in words."""
    if at >= len(section.tables):
        return ()
    table = section.tables[at]
    return tuple(
        (
            *table.heads[index : index + 1],
            *(written(cell, private) or EMPTY for cell in row),
        )
        for index, row in enumerate(table.rows)
    )
