"""出どころ: every sentence of the paper with where it stands and what it rests on."""

from collections.abc import Iterator
from typing import Final

from advisor.adapters.excel.looks import LONGEST, Book
from advisor.adapters.word.characters import plain
from advisor.brief.model import Brief, Claim, Item, Origin, Table
from advisor.brief.outline.compose import ORDER
from advisor.values import Value

NAME: Final = "出どころ"
_COLUMNS: Final = ("節", "節の名", "欄", "文", "出どころ", "根拠", "だれに聞くか")
ORIGINS: Final[dict[Origin, str]] = {
    "said": "職員",
    "source": "出典",
    "inference": "見立て",
    "open": "要確認",
}
_GOES_ON: Final = "(続き)"


class Placed(Value):
    """A claim with the number and name of its section and its place there."""

    number: str
    section: str
    place: str
    claim: Claim


def placed(brief: Brief) -> Iterator[Placed]:
    """All claims of the paper in reading order, the title and the header included."""
    for claim in brief.title:
        yield Placed(number="", section="件名", place="", claim=claim)
    for place, claim in _items(brief.fields):
        yield Placed(number="", section="表", place=place, claim=claim)
    for section in brief.sections:
        number = str(ORDER.index(section.id) + 1)
        inside = [*_items(section.items), *(each for table in section.tables for each in _cells(table))]
        for place, claim in inside:
            yield Placed(number=number, section=section.title, place=place, claim=claim)


def _items(items: tuple[Item, ...]) -> Iterator[tuple[str, Claim]]:
    return ((item.label, claim) for item in items for claim in item.claims)


def _cells(table: Table) -> Iterator[tuple[str, Claim]]:
    for at, row in enumerate(table.rows):
        head = table.heads[at] if table.heads else ""
        for name, cell in zip(table.columns, row, strict=True):
            yield from ((" / ".join(each for each in (head, name) if each), claim) for claim in cell)


def add_origins(book: Book, brief: Brief, private: bool) -> None:
    """Add the sheet; messages are named only in the copy for the author, a long sentence goes on in further rows."""
    sheet = book.sheet(NAME, (6, 18, 24, 70, 10, 16, 18))
    sheet.text(0, 0, "すべての文の出どころ", "title")
    sheet.text(
        1,
        0,
        "職員は職員が言ったこと、出典は資料、見立てはそこから引いたこと、要確認はまだわからないことです。",
        "note",
    )
    sheet.heads(3, _COLUMNS)
    line = 4
    for each in placed(brief):
        for at, piece in enumerate(_pieces(plain(_words(each.claim)))):
            for column, text in enumerate(_row(each, piece, at > 0, private)):
                sheet.text(line, column, text)
            line += 1
    last = max(line, 5)
    sheet.page.autofilter(3, 0, last - 1, len(_COLUMNS) - 1)
    hole = {"type": "cell", "criteria": "==", "value": f'"{ORIGINS["open"]}"', "format": book.looks["hole"]}
    sheet.page.conditional_format(f"E5:E{last}", hole)


def _row(each: Placed, piece: str, goes_on: bool, private: bool) -> tuple[str, ...]:
    claim = each.claim
    place = f"{each.place}{_GOES_ON}" if goes_on else each.place
    turns = [f"t{turn}" for turn in claim.turns] if private else []
    rests = "・".join([*turns, *(f"注{note}" for note in claim.notes)])
    return each.number, each.section, place, piece, ORIGINS[claim.origin], rests, claim.ask


def _words(claim: Claim) -> str:
    """The sentence, or what is to be confirmed where nothing is known yet."""
    return claim.text or (f"【要確認】{claim.about}" if claim.origin == "open" else "")


def _pieces(text: str) -> list[str]:
    return [text[at : at + LONGEST] for at in range(0, len(text), LONGEST)] or [""]
