"""A section as lines: labelled lines and table rows alike, each with cells of claims."""

from collections.abc import Callable, Iterable, Iterator
from itertools import count

from advisor.brief.model import Claim, Item, Section, Table
from advisor.values import Value

Cells = tuple[tuple[Claim, ...], ...]
Keys = Callable[[], str]
"""Gives a name that no other line or claim of a consultation's papers has."""


class Form(Value):
    """The table a row stands in: which of the section's tables, its columns, and whether its rows have heads."""

    place: int
    columns: tuple[str, ...]
    head: str = ""
    headed: bool = False


class Line(Value):
    """A labelled line (one cell, no form) or a row of a table (a cell a column)."""

    key: str = ""
    label: str = ""
    cells: Cells = ((),)
    form: Form | None = None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of the line in reading order."""
        return tuple(claim for cell in self.cells for claim in cell)

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of the line, claim by claim."""
        return tuple(claim.text for claim in self.claims)

    def with_cell(self, column: int, claims: Iterable[Claim]) -> "Line":
        """Return the line with one cell replaced."""
        cells = (*self.cells[:column], tuple(claims), *self.cells[column + 1 :])
        return self.model_copy(update={"cells": cells})

    def each(self, change: Callable[[Claim], Claim]) -> "Line":
        """Return the line with every claim replaced by what `change` makes of it."""
        return self.model_copy(update={"cells": tuple(tuple(map(change, cell)) for cell in self.cells)})


def keys_of(stamp: str) -> Keys:
    """Return names that begin with `stamp`, which nobody else may use."""
    numbers = count(1)
    return lambda: f"{stamp}-{next(numbers)}"


def lines_of(section: Section) -> tuple[Line, ...]:
    """Return the lines of a section: first the labelled ones, then the rows of its tables."""
    items = [Line(key=item.key, label=item.label, cells=(item.claims,)) for item in section.items]
    return (*items, *(row for place, table in enumerate(section.tables) for row in _rows(table, place)))


def _rows(table: Table, place: int) -> Iterator[Line]:
    form = form_of(table, place)
    for index, cells in enumerate(table.rows):
        key = table.keys[index] if table.keys else ""
        label = table.heads[index] if table.heads else ""
        yield Line(key=key, label=label, cells=cells, form=form)


def form_of(table: Table, place: int) -> Form:
    """Return the form of the rows of a section's table number `place`, from 0."""
    return Form(place=place, columns=table.columns, head=table.head, headed=bool(table.heads))


def with_lines(section: Section, lines: Iterable[Line]) -> Section:
    """Return the section holding these lines; a table that has lost its last row is left out."""
    kept = tuple(lines)
    items = tuple(
        Item(label=each.label, claims=each.cells[0], key=each.key) for each in kept if each.form is None
    )
    forms = {each.form for each in kept if each.form is not None}
    forms |= {form_of(table, place) for place, table in enumerate(section.tables) if not table.rows}
    tables = tuple(
        _table(form, [each for each in kept if each.form == form])
        for form in sorted(forms, key=lambda form: form.place)
    )
    return section.model_copy(update={"items": items, "tables": tables})


def _table(form: Form, rows: list[Line]) -> Table:
    return Table(
        columns=form.columns,
        rows=tuple(row.cells for row in rows),
        heads=tuple(row.label for row in rows) if form.headed else (),
        head=form.head,
        keys=tuple(row.key for row in rows),
    )


def keyed(line: Line, keys: Keys) -> Line:
    """Return the line with a name of its own, and one for each of its claims."""
    return line.each(lambda claim: claim.model_copy(update={"key": keys()})).model_copy(
        update={"key": keys()}
    )


def bare(line: Line) -> Line:
    """Return the line without names, to compare what it says."""
    return line.each(bare_claim).model_copy(update={"key": ""})


def bare_claim(claim: Claim) -> Claim:
    """Return the claim without its name."""
    return claim.model_copy(update={"key": ""}) if claim.key else claim


def touched(claim: Claim) -> bool:
    """Whether the official wrote the claim, rewrote it or remarked on it: nobody else may take it away."""
    return claim.own or bool(claim.comments)
