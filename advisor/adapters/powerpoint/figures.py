"""The indicators as a native table that keeps within its place."""

from collections.abc import Sequence
from typing import Any, Final

from advisor.adapters.powerpoint.fitting import LEADING, POINTS, first_lines, lines_of, room
from advisor.adapters.powerpoint.shapes import INSET, Area, grid, tell, write_cell
from advisor.adapters.word.widths import widths
from advisor.values import Value

_PADDING: Final = 2 * INSET * 2 / 3 + 0.3


class Laid(Value):
    """A table as it stands on the slide: sizes in millimetres, and whether a part of it had to be left out."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    cut: bool


def lay(rows: Sequence[tuple[str, ...]], width: float, height: float, size: float) -> Laid:
    """Shorten cells, then leave out rows from the end, until the table stands in `height` at `size` points."""
    columns = widths(rows[0], rows[1:], width, False)
    kept = list(rows)
    most = max(1, int(height * POINTS / (size * LEADING)))
    while True:
        shown = [_short(row, columns, size, most) for row in kept]
        heights = [_height(row, columns, size) for row in shown]
        if sum(heights) <= height or (most == 1 and len(kept) <= 1):
            return Laid(rows=tuple(shown), widths=columns, heights=tuple(heights), cut=shown != [*rows])
        if most > 1:
            most -= 1
        else:
            kept.pop()


def _short(row: tuple[str, ...], columns: Sequence[float], size: float, most: int) -> tuple[str, ...]:
    return tuple(
        "".join(first_lines((text,), _room(width, size), most)) if _lines(text, width, size) > most else text
        for text, width in zip(row, columns, strict=True)
    )


def _height(row: tuple[str, ...], columns: Sequence[float], size: float) -> float:
    lines = max(_lines(text, width, size) for text, width in zip(row, columns, strict=True))
    return lines * size * LEADING / POINTS + _PADDING


def _lines(text: str, width: float, size: float) -> int:
    return lines_of((text,), width - 2 * INSET, size)


def _room(width: float, size: float) -> float:
    return room(width - 2 * INSET, size)


def needs(rows: Sequence[tuple[str, ...]], width: float, size: float) -> float:
    """Millimetres that the whole table takes at a size."""
    columns = widths(rows[0], rows[1:], width, False)
    return sum(_height(row, columns, size) for row in rows)


def add_figures(slide: Any, laid: Laid, area: Area, size: float) -> None:
    """Add the table at the top of its place."""
    low = area._replace(height=sum(laid.heights))
    frame = grid(slide, low, laid.widths, laid.heights)
    names = "、".join(laid.rows[0])
    tell(frame, "成果指標", f"成果指標の表。列は{names}。{len(laid.rows) - 1}行。")
    for at, row in enumerate(laid.rows):
        for column, text in enumerate(row):
            write_cell(frame.table.cell(at, column), text, size, head=at == 0)
