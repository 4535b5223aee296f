"""The slide: title, four bands, the line on AI; what does not fit is handed to the notes page whole."""

from collections.abc import Sequence
from typing import Any, Final

from pptx.enum.shapes import MSO_SHAPE

from advisor.adapters.powerpoint.bands import HEAD, LEAST, Band, shared
from advisor.adapters.powerpoint.figures import add_figures, lay, needs
from advisor.adapters.powerpoint.fitting import fit
from advisor.adapters.powerpoint.shapes import (
    DARK,
    INK,
    WHITE,
    Area,
    arrow,
    box,
    tell,
    upright,
    write,
)  # fmt: skip
from advisor.adapters.powerpoint.theme import HEIGHT, WIDTH
from advisor.brief.onepage import Box, OnePage
from advisor.values import Value

_MARGIN: Final = 8.0
_STRIP: Final = 7.0
_LEFT: Final = _MARGIN + _STRIP + 1.5
_INNER: Final = WIDTH - _MARGIN - _LEFT
_TITLE: Final = Area(_MARGIN, 5.0, WIDTH - 2 * _MARGIN, 13.0)
_EDITION: Final = Area(_MARGIN, 18.0, WIDTH - 2 * _MARGIN, 5.5)
_CLOSING: Final = Area(_MARGIN, HEIGHT - 8.0, WIDTH - 2 * _MARGIN, 5.5)
_TOP: Final = 24.5
_GAP: Final = 2.5
_WHOLE: Final = _CLOSING.top - 1.0 - _TOP - 3 * _GAP
_ARROW: Final = 7.0
_FIGURES: Final = 132.0
_DRIVE: Final = 66.0


class Left(Value):
    """What a shape could not hold: its name and all its words."""

    name: str
    lines: tuple[str, ...]


class _Bottom(Value):
    """The last band: the table of indicators, 推進 and 【要確認】 beside it."""

    figures: tuple[tuple[str, ...], ...]
    beside: Band

    def needs(self, size: float) -> float:
        """Millimetres of the taller of both."""
        table = HEAD + needs(self.figures, _FIGURES, size) if self.figures else 0.0
        return max(table, self.beside.needs(size))


def draw(slide: Any, page: OnePage) -> tuple[Left, ...]:
    """Draw the page on a slide whose title placeholder is its first shape; return what did not fit."""
    left = _title(slide, page.title)
    left += _line(slide, "日付・版", page.edition, _EDITION, "日付・版・作成課")
    bands = (_row(page.change, _ARROW), _row(page.chain, 3.0), _row(page.logic, _ARROW))
    bottom = _bottom(page)
    size, heights = shared((*bands, bottom), _WHOLE)
    names = ("ねらい", "価値連鎖", "ロジックモデル", "成果と推進")
    top = _TOP
    for at, (name, height) in enumerate(zip(names, heights, strict=True)):
        _strip(slide, name, Area(_MARGIN, top, _STRIP, height))
        area = Area(_LEFT, top, _INNER, height)
        left += (
            _draw_bottom(slide, bottom, area, size) if at == 3
            else _draw_band(slide, bands[at], area, size, at)
        )  # fmt: skip
        top += height + _GAP
    return (*left, *_line(slide, "生成AIについて", page.closing, _CLOSING, "生成AIの使用についての一文"))


def _row(boxes: tuple[Box, ...], gap: float) -> Band:
    """Boxes of one width with gaps between them."""
    count = max(1, len(boxes))
    return Band(boxes, ((_INNER - gap * (count - 1)) / count,) * len(boxes))


def _bottom(page: OnePage) -> _Bottom:
    rest = _INNER - _FIGURES - _DRIVE - 6.0
    drive = (_INNER - rest - 3.0) if not page.figures else _DRIVE
    return _Bottom(figures=page.figures, beside=Band((page.drive, page.holes), (drive, rest)))


def _title(slide: Any, title: str) -> tuple[Left, ...]:
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = _emu(_TITLE)
    fitted = fit((title,), *_TITLE.inner, 20.0, 12.0)
    write(shape.text_frame, fitted.shown, fitted.size, DARK, bold=True)
    tell(shape, "件名", "件名")
    return (Left(name="件名", lines=(title,)),) if fitted.cut else ()


def _emu(area: Area) -> tuple[int, ...]:
    return tuple(round(each * 36000) for each in area)


def _line(slide: Any, name: str, text: str, area: Area, told: str) -> tuple[Left, ...]:
    if not text:
        return ()
    shape = box(slide, area, fill=None)
    fitted = fit((text,), *area.line, 9.0, LEAST)
    write(shape.text_frame, fitted.shown, fitted.size, line=True)
    tell(shape, name, told)
    return (Left(name=name, lines=(text,)),) if fitted.cut else ()


def _strip(slide: Any, name: str, area: Area) -> None:
    shape = box(slide, area, fill=DARK)
    write(shape.text_frame, (name,), 9.0, WHITE, bold=True, line=True)
    upright(shape.text_frame)
    tell(shape, f"{name}の帯", f"ここから{name}")


def _draw_band(slide: Any, band: Band, area: Area, size: float, at: int) -> tuple[Left, ...]:
    """Draw boxes from left to right; arrows join those of the aim and of the logic model."""
    left: list[Left] = []
    before: Any = None
    gap = _gap(band)
    place = area.left
    for each, width in zip(band.boxes, band.widths, strict=True):
        kind = MSO_SHAPE.PENTAGON if at == 1 else MSO_SHAPE.RECTANGLE
        body, rest = _named(slide, each, Area(place, area.top, width, area.height), size, kind)
        left += rest
        if before is not None and at != 1:
            arrow(slide, before[0], body, f"「{before[1]}」から「{each.name}」へ"[:120])
        before = (body, each.name)
        place += width + gap
    return tuple(left)


def _gap(band: Band) -> float:
    count = len(band.widths)
    return (_INNER - sum(band.widths)) / (count - 1) if count > 1 else 0.0


def _named(slide: Any, each: Box, area: Area, size: float, kind: MSO_SHAPE) -> tuple[Any, tuple[Left, ...]]:
    """A box with its name above it; the name's shape says which deed or step it is."""
    head = area._replace(height=HEAD)
    name = fit((each.name,), *head.line, 9.5, LEAST)
    strip = box(slide, head, kind, DARK)
    write(strip.text_frame, name.shown, name.size, WHITE, bold=True, line=True)
    tell(strip, f"{each.name}の名", f"「{each.name}」の見出し")
    low = area._replace(top=area.top + HEAD, height=area.height - HEAD)
    body = box(slide, low)
    fitted = fit(each.lines, *low.inner, size, min(size, LEAST))
    write(body.text_frame, fitted.shown, fitted.size, INK)
    tell(body, each.name, f"「{each.name}」に書いたこと")
    return body, (Left(name=each.name, lines=each.lines),) if fitted.cut or name.cut else ()


def _draw_bottom(slide: Any, bottom: _Bottom, area: Area, size: float) -> tuple[Left, ...]:
    left: list[Left] = []
    place = area.left
    if bottom.figures:
        left += _figures(slide, bottom.figures, area._replace(width=_FIGURES), size)
        place += _FIGURES + 3.0
    for each, width in zip(bottom.beside.boxes, bottom.beside.widths, strict=True):
        _, rest = _named(slide, each, Area(place, area.top, width, area.height), size, MSO_SHAPE.RECTANGLE)
        left += rest
        place += width + 3.0
    return tuple(left)


def _figures(slide: Any, rows: Sequence[tuple[str, ...]], area: Area, size: float) -> tuple[Left, ...]:
    laid = lay(rows, area.width, area.height, size)
    add_figures(slide, laid, area, size)
    return (Left(name="成果指標", lines=tuple(" | ".join(row) for row in rows)),) if laid.cut else ()
