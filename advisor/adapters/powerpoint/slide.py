"""The file from the paper: one slide, its notes page, nothing lost."""

from io import BytesIO
from typing import Any, Final

from pptx.oxml.ns import qn

from advisor.adapters.powerpoint.page import Left, draw
from advisor.adapters.powerpoint.theme import empty_file, speak_japanese, title_layout
from advisor.adapters.word.characters import plain
from advisor.brief.model import Brief, Note
from advisor.brief.onepage import Box, OnePage, one_page
from advisor.evidence.cards import CHECKED_NAMES

_LEFT_OVER: Final = "この頁に入りきらなかった文の全文"
_SOURCES: Final = "注(出典)"
_ORIGIN: Final = (
    "この頁は企画書から書き出したものです。出どころと要確認の一覧は、企画書(Word・PDF・Excel)にあります。"
)


def slide_file(brief: Brief, private: bool) -> bytes:
    """Return a finished copy as the bytes of a .pptx file."""
    page = _plain(one_page(brief, private))
    file = empty_file(brief, page.title)
    slide = file.slides.add_slide(title_layout(file))
    left = draw(slide, page)
    _notes(slide, left, brief.notes if _cites(page) else ())
    speak_japanese(file)
    kept = BytesIO()
    file.save(kept)
    return kept.getvalue()


def _plain(page: OnePage) -> OnePage:
    """The page without letters that a file cannot hold."""

    def box(each: Box) -> Box:
        return Box(name=plain(each.name), lines=tuple(map(plain, each.lines)))

    return OnePage(
        title=plain(page.title), edition=plain(page.edition), closing=plain(page.closing),
        change=tuple(map(box, page.change)), chain=tuple(map(box, page.chain)), logic=tuple(map(box, page.logic)),
        figures=tuple(tuple(map(plain, row)) for row in page.figures),
        drive=box(page.drive), holes=box(page.holes),
    )  # fmt: skip


def _cites(page: OnePage) -> bool:
    boxes = (*page.change, *page.chain, *page.logic, page.drive)
    words = [line for each in boxes for line in each.lines] + [cell for row in page.figures for cell in row]
    return any("(注" in each or "〔出典" in each for each in words)


def _notes(slide: Any, left: tuple[Left, ...], sources: tuple[Note, ...]) -> None:
    """Write the notes page: what was left over, the sources, where the page comes from."""
    lines = [_LEFT_OVER] if left else []
    for each in left:
        lines += [f"■ {each.name}", *each.lines]
    if sources:
        lines += [_SOURCES, *(f"注{each.number} {_source(each)}" for each in sources)]
    frame = slide.notes_slide.notes_text_frame
    frame.text = "\n".join([*lines, _ORIGIN])
    for run in frame._txBody.iter(qn("a:r")):
        run.get_or_add_rPr().set("lang", "ja-JP")


def _source(note: Note) -> str:
    return f"{plain(note.title)} {'、'.join(map(plain, note.urls))}({CHECKED_NAMES[note.checked]})"
