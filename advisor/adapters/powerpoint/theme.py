"""The empty A4 file: page, theme fonts and the one layout that is used, so that the office restyles it at one place."""

import re
from datetime import datetime
from typing import Any, Final

from pptx import Presentation
from pptx.opc.package import XmlPart
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as File
from pptx.util import Mm

from advisor.adapters.word.characters import plain
from advisor.brief.model import Brief

WIDTH: Final = 297.0
HEIGHT: Final = 210.0
"""Millimetres of A4 landscape."""
FONT: Final = "游ゴシック"
_TITLE_ONLY: Final = 5
_DROPPED: Final = ("/thumbnail", "/printerSettings")
_PROPERTY: Final = 250
"""Characters of a property of the file (PowerPoint takes 255)."""
_UNDATED: Final = datetime(2000, 1, 1)
_LATIN: Final = re.compile(rb'<a:latin typeface="(?!\+)[^"]*"[^/]*/>\s*<a:ea typeface=""/>')
_JAPANESE: Final = re.compile(rb'(<a:font script="Jpan" typeface=")[^"]*(")')


def empty_file(brief: Brief, title: str) -> File:
    """Return a file of A4 landscape without slides, its theme in a Japanese font, described by its title alone."""
    file = Presentation()
    _scale(file)
    file.slide_width, file.slide_height = Mm(WIDTH), Mm(HEIGHT)
    _one_layout(file)
    _drop_leftovers(file)
    describe(file, brief, title)
    return file


def title_layout(file: File) -> Any:
    """The layout with nothing but a title."""
    return file.slide_layouts[0]


def speak_japanese(file: File) -> None:
    """Set the fonts of every theme of the file, that of the notes included."""
    for part in file.part.package.iter_parts():
        if "/theme/" in part.partname:
            _speak_japanese(part)


def _speak_japanese(part: Any) -> None:
    fonts = f'<a:latin typeface="{FONT}"/><a:ea typeface="{FONT}"/>'.encode()
    blob = _JAPANESE.sub(rb"\g<1>" + FONT.encode() + rb"\g<2>", _LATIN.sub(fonts, part.blob))
    if isinstance(part, XmlPart):
        part._element = parse_xml(blob)
    else:
        part._blob = blob


def _scale(file: File) -> None:
    """Stretch the master and its layouts from 4:3 to A4, so that what the office adds stands on the page."""
    across, down = Mm(WIDTH) / (file.slide_width or 1), Mm(HEIGHT) / (file.slide_height or 1)
    for owner in (file.slide_master, *file.slide_layouts):
        for place in owner._element.iter(qn("a:xfrm")):
            for point in place:
                for name, factor in (("x", across), ("cx", across), ("y", down), ("cy", down)):
                    if point.get(name) is not None:
                        point.set(name, str(round(int(point.get(name)) * factor)))


def _one_layout(file: File) -> None:
    kept = file.slide_layouts[_TITLE_ONLY]
    for layout in list(file.slide_layouts):
        if layout is not kept:
            file.slide_layouts.remove(layout)


def _drop_leftovers(file: File) -> None:
    """Leave out the template's picture of an empty page and its printer."""
    package: Any = file.part.package
    for relations in (package._rels, file.part.rels):
        for key in [key for key, each in relations.items() if each.reltype.endswith(_DROPPED)]:
            relations.pop(key)


def describe(file: File, brief: Brief, title: str) -> None:
    """Set the properties of the file: title, language, version and date; nobody's name."""
    properties = file.core_properties
    properties.title = title[:_PROPERTY]
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.language = "ja-JP"
    properties.version = plain(brief.header.version)[:_PROPERTY]
    try:
        day = datetime.fromisoformat(brief.header.date).replace(tzinfo=None)
    except ValueError:
        day = _UNDATED
    properties.created = properties.modified = day
