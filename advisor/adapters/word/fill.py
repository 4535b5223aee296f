"""An office's own template filled: {{件名}} and the like, wherever in the file they stand and however Word split them."""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any, Final

from docx.oxml.ns import qn

from advisor.adapters.word.characters import plain
from advisor.adapters.word.elements import element, run, words
from advisor.adapters.word.opened import Parts, closed, opened, tree
from advisor.adapters.word.widths import widths
from advisor.brief.fields import EMPTY, TABLE, Filling, Listing

_NAME: Final = re.compile(r"(?:\{\{|{{)\s*([^{}{}\n]{1,40}?)\s*(?:\}\}|}})")
_STORIES: Final = ("document", "hdr", "ftr", "footnotes", "endnotes")
_P, _T, _R, _TR, _TC = (qn(f"w:{name}") for name in ("p", "t", "r", "tr", "tc"))
_BREAKS: Final = (qn("w:br"), qn("w:tab"), qn("w:cr"))
_WIDE: Final = 9_000
"""Twentieths of a point that a table shares among its columns; it is fitted to the page by its percentage."""
Resolve = Callable[[str], tuple[str, ...] | None]
"""The lines that stand for a name, or None where it is left as it is."""


class TemplateFiller:
    """Finds and fills the placeholders of a .docx."""

    def names(self, name: str, content: bytes) -> tuple[str, ...]:
        """Return the placeholders of the template called `name`, each once, in their order; AdvisorError as `opened`."""
        parts = opened(name, content)
        found = (
            match[1]
            for _, story in _stories(name, parts)
            for paragraph in story.iter(_P)
            for match in _NAME.finditer(_text(paragraph))
        )
        return tuple(dict.fromkeys(found))

    def fill(self, name: str, content: bytes, filling: Filling) -> bytes:
        """Return the template with what is known of `filling` in place; a name that is not known stays as it is.

        A row with 「{{指標.目標}}」 is repeated for every row of the list, 「{{指標表}}」 alone in a paragraph becomes a
        table. Words that are filled in are never read as placeholders. Raises AdvisorError as `opened`.
        """
        parts = opened(name, content)
        for part, story in list(_stories(name, parts)):
            _fill(story, filling)
            parts[part] = _written(story)
        return closed(parts)


def _stories(name: str, parts: Parts) -> Iterator[tuple[str, Any]]:
    """The parts that hold text: body, headers, footers, notes."""
    for part, content in parts.items():
        if part.startswith("word/") and part.endswith(".xml") and b"wordprocessingml" in content:
            story = tree(name, content)
            if story.tag in {qn(f"w:{each}") for each in _STORIES}:
                yield part, story


def _written(story: Any) -> bytes:
    from docx.opc.oxml import serialize_part_xml

    return bytes(serialize_part_xml(story))


def _fill(story: Any, filling: Filling) -> None:
    done: list[Any] = []
    for row in [each for each in story.iter(_TR) if _list_of(each, filling)]:
        done += _repeat(row, filling)
    written = set(map(id, done))
    for paragraph in [each for each in story.iter(_P) if id(each) not in written]:
        alone = _NAME.fullmatch(_text(paragraph).strip())
        listing = (
            filling.lists.get(alone[1].removesuffix(TABLE)) if alone and alone[1].endswith(TABLE) else None
        )
        if listing is not None:
            _put_table(paragraph, listing)
        else:
            _put_words(paragraph, lambda name: _lines(name, filling))


def _lines(name: str, filling: Filling) -> tuple[str, ...] | None:
    """The lines of a text; of a list outside a table its rows or a column of it, a line each."""
    cell = filling.cell(name)
    if cell is not None:
        front, at = cell
        return tuple(row[at] for row in filling.lists[front].rows) or (EMPTY,)
    if name.endswith(TABLE) and (listing := filling.lists.get(name.removesuffix(TABLE))):
        return tuple(" / ".join(row) for row in listing.rows) or (EMPTY,)
    return filling.texts.get(name)


def _list_of(row: Any, filling: Filling) -> str:
    """The list whose columns stand in a row's own cells, or ""; a row that holds another table is none."""
    for paragraph in row.iter(_P):
        if next(paragraph.iterancestors(_TR)) is not row:
            continue
        for match in _NAME.finditer(_text(paragraph)):
            cell = filling.cell(match[1])
            if cell is not None:
                return cell[0]
    return ""


def _repeat(row: Any, filling: Filling) -> list[Any]:
    """Put a copy of the row for every row of its list in its place; return the paragraphs written."""
    front = _list_of(row, filling)
    listing = filling.lists[front]
    empty = (EMPTY,) * len(listing.columns)
    done: list[Any] = []
    for values in listing.rows or (empty,):

        def resolve(name: str, values: tuple[str, ...] = values) -> tuple[str, ...] | None:
            cell = filling.cell(name)
            own = cell is not None and cell[0] == front
            return (values[cell[1]],) if own and cell is not None else _lines(name, filling)

        copy = deepcopy(row)
        row.addprevious(copy)
        paragraphs = list(copy.iter(_P))
        for paragraph in paragraphs:
            _put_words(paragraph, resolve)
        done += list(copy.iter(_P))
    row.getparent().remove(row)
    return done


def _put_words(paragraph: Any, resolve: Resolve) -> None:
    """Fill the names of a paragraph; a name alone in it gets a paragraph for every line."""
    alone = _NAME.fullmatch(_text(paragraph).strip())
    lines = resolve(alone[1]) if alone else None
    if lines is not None and len(lines) > 1 and next(paragraph.iterdescendants(_P), None) is None:
        for line in lines[:-1]:
            copy = deepcopy(paragraph)
            paragraph.addprevious(copy)
            _replace(copy, lambda name, line=line: (line,))  # type: ignore[misc]
        _replace(paragraph, lambda name: (lines[-1],))
        return
    _replace(paragraph, resolve)


def _replace(paragraph: Any, resolve: Resolve) -> None:
    """Put words for names from the last to the first, in the shape of the run in which the name begins."""
    pieces = list(_pieces(paragraph))
    for match in reversed(list(_NAME.finditer("".join(text for _, text in pieces)))):
        lines = resolve(match[1])
        if lines is None:
            continue
        at = 0
        first = True
        for node, text in pieces:
            start, end = max(match.start() - at, 0), min(match.end() - at, len(text))
            at += len(text)
            if node is None or start >= end:
                continue
            told = node.text or ""
            put = "\n".join(map(plain, lines)) if first else ""
            node.text = told[:start] + put + told[end:]
            node.set(qn("xml:space"), "preserve")
            first = False
    for node, _ in pieces:
        if node is not None and "\n" in (node.text or ""):
            _break(node)


def _break(node: Any) -> None:
    """Turn the line breaks in a text into Word's own."""
    first, *rest = node.text.split("\n")
    node.text = first
    last = node
    for line in rest:
        for made in (element("br"), words(line)):
            last.addnext(made)
            last = made


def _pieces(paragraph: Any) -> Iterator[tuple[Any, str]]:
    """The paragraph's own texts in order, with None for what parts them; those of a text box in it are its own matter."""
    for node in paragraph.iter(_T, *_BREAKS):
        if next(node.iterancestors(_P), None) is not paragraph:
            continue
        if node.tag == _T:
            yield node, node.text or ""
        elif node.getparent().tag == _R:
            yield None, "\n"


def _text(paragraph: Any) -> str:
    return "".join(text for _, text in _pieces(paragraph))


def _put_table(paragraph: Any, listing: Listing) -> None:
    """Put a plain table in front of a paragraph that named it, and leave the paragraph empty behind it."""
    texts = [list(map(plain, row)) for row in (listing.rows or ((EMPTY,) * len(listing.columns),))]
    sizes = widths(listing.columns, texts, 170.0, False)
    total = sum(sizes)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = [element(side, val="single", sz="4", space="0", color="808080") for side in sides]
    shape = element("tblPr", element("tblW", w="5000", type="pct"), element("tblBorders", *lines))
    grid = element("tblGrid", *(element("gridCol", w=str(round(_WIDE * size / total))) for size in sizes))
    rows = [_row(listing.columns, sizes, paragraph, True), *(_row(row, sizes, paragraph) for row in texts)]
    paragraph.addprevious(element("tbl", shape, grid, *rows))
    for node, _ in list(_pieces(paragraph)):
        if node is not None:
            node.text = ""


def _row(texts: Any, sizes: tuple[float, ...], like: Any, head: bool = False) -> Any:
    """A row of cells whose letters look as those of the paragraph they stand in for."""
    total = sum(sizes)
    style = next(iter(like.iter(qn("w:rPr"))), None) if like.find(_R) is not None else None
    cells = []
    for text, size in zip(texts, sizes, strict=True):
        letters = run("", words(plain(text)))
        if style is not None:
            letters.insert(0, deepcopy(style))
        width = element("tcPr", element("tcW", w=str(round(5000 * size / total)), type="pct"))
        if head:
            width.append(element("shd", val="clear", color="auto", fill="EDEDED"))
        cells.append(element("tc", width, element("p", letters)))
    flags = [element("trPr", element("cantSplit"), element("tblHeader"))] if head else []
    return element("tr", *flags, *cells)
