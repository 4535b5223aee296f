"""One page for a meeting (ポンチ絵): whom, what state, how it changes, the chain, the logic, the figures; still no shapes."""

from collections.abc import Sequence
from typing import Final

from advisor.brief.dates import with_era
from advisor.brief.marks import written
from advisor.brief.model import Brief, Claim, Item, Section, SectionId, Table
from advisor.framework.labels import PHASE_NAMES
from advisor.values import Value

CHAIN: Final = ("やめる", "変える", "つくる")
_OTHER_DEEDS: Final = "ほか"
_FIGURES: Final = ("指標", "現状値", "目標", "期限")


class Box(Value):
    """A named box of the page with its lines."""

    name: str
    lines: tuple[str, ...]


class OnePage(Value):
    """The words of the page, in reading order; every box has a name, and at least one line."""

    title: str
    edition: str
    """日付・版・作成課・段."""
    change: tuple[Box, ...]
    """誰の, どんな状態を, どう変えるか."""
    chain: tuple[Box, ...]
    logic: tuple[Box, ...]
    figures: tuple[tuple[str, ...], ...]
    """Rows of the indicators, the names of the columns first."""
    drive: Box
    holes: Box
    closing: str
    """The line on AI."""


def one_page(brief: Brief, private: bool = False) -> OnePage:
    """Return what a copy of the paper says on one page; `private` keeps the marks of all origins."""
    return OnePage(
        title=written(brief.title, private=False),
        edition=_edition(brief, private),
        change=(
            Box(name="誰の", lines=_lines(brief, "customer", ("状況", "規模"), private)),
            Box(name="どんな状態を", lines=_lines(brief, "today", ("困りごと", "今のしのぎ方"), private)),
            Box(name="どう変えるか", lines=_lines(brief, "purpose", ("",), private)),
        ),
        chain=_chain(brief.section("work"), private),
        logic=_logic(brief.section("logic"), private),
        figures=_figures(brief.section("outcome"), private),
        drive=Box(
            name="推進", lines=_lines(brief, "drive", ("庁内のリーダー", "体制", "財源", "日程"), private)
        ),
        holes=_holes(brief),
        closing=brief.written_by,
    )


def _edition(brief: Brief, private: bool) -> str:
    dated = with_era(brief.header.date) or "日付【要確認: 作成者】"
    office = [written(item.claims, private) for item in brief.fields if item.label == "作成課"]
    phase = f"見立て: Phase {brief.phase} {PHASE_NAMES[brief.phase]}" if brief.phase else ""
    parts = [dated, brief.header.version, *office, phase, "手元用(このまま提出しない)" if private else ""]
    return " ".join(part for part in parts if part)


def _lines(brief: Brief, id: SectionId, labels: Sequence[str], private: bool) -> tuple[str, ...]:
    """The lines of a section under these labels; where it has none of them, its first line."""
    found = [item for item in brief.section(id).items if item.claims]
    chosen = [item for item in found if item.label in labels] or found[:1]
    told = id == "drive"
    return tuple(_line(item, private, bare=item.label == labels[0] and not told) for item in chosen) or ("―",)


def _line(item: Item, private: bool, bare: bool) -> str:
    text = written(item.claims, private)
    return text if bare or not item.label else f"{item.label}: {text}"


def _chain(section: Section, private: bool) -> tuple[Box, ...]:
    """The deeds by kind; 「変える・つくる」 stands with 変える, a kind of no known name at the end."""
    rows = [
        (_kind(table.heads[at] if table.heads else ""), _row(row, private))
        for table in section.tables
        for at, row in enumerate(table.rows)
    ]
    kinds = [*CHAIN, *([_OTHER_DEEDS] if any(kind == _OTHER_DEEDS for kind, _ in rows) else [])]
    return tuple(
        Box(name=kind, lines=tuple(text for each, text in rows if each == kind) or ("―",)) for kind in kinds
    )


def _kind(head: str) -> str:
    return next((kind for kind in CHAIN if kind in head), _OTHER_DEEDS)


def _row(row: Sequence[Sequence[Claim]], private: bool) -> str:
    """The deed, and behind it the step of the value chain it touches."""
    deed, *stages = [written(cell, private) for cell in row]
    told = "、".join(stage for stage in stages if stage)
    return f"{deed}(段: {told})" if told else deed


def _logic(section: Section, private: bool) -> tuple[Box, ...]:
    boxes = []
    for table in section.tables:
        for at, name in enumerate(table.columns):
            cells = [written(row[at], private) for row in table.rows]
            boxes.append(Box(name=name, lines=tuple(cell for cell in cells if cell) or ("―",)))
    return tuple(boxes)


def _figures(section: Section, private: bool) -> tuple[tuple[str, ...], ...]:
    """The first table of the indicators in the columns a meeting asks for first."""
    table = next(iter(section.tables), Table(columns=(), rows=()))
    columns = [at for at, name in enumerate(table.columns) if name.startswith(_FIGURES)]
    named = tuple(table.columns[at] for at in columns)
    rows = [tuple(written(row[at], private) or "―" for at in columns) for row in table.rows]
    return (named, *rows) if named else ()


def _holes(brief: Brief) -> Box:
    """How many points are open, and which of them first."""
    table = next(iter(brief.section("open").tables), None)
    rows = [] if table is None else list(zip(table.heads or ("",) * len(table.rows), table.rows, strict=True))
    urgent = [f"★{_point(row)}" for head, row in rows if head]
    count = f"{len(rows)}件" + (f"(うち提出の前に確かめること★{len(urgent)}件)" if urgent else "")
    return Box(name="【要確認】", lines=(count, *urgent))


def _point(row: Sequence[Sequence[Claim]]) -> str:
    """What is open, and who could tell in brackets."""
    what, *who = [written(cell, False) for cell in row[:2]]
    return f"{what}({who[0]})" if who and who[0] else what
