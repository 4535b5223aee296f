"""Sources as Word's own footnotes: numbered by Word, referred to again by a field."""

from typing import Any, Final
from xml.sax.saxutils import escape

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from advisor.adapters.word.characters import plain
from advisor.adapters.word.elements import element, field, run, words
from advisor.adapters.word.styles import NOTE, NOTE_MARK, SMALL_MARK
from advisor.brief.model import Note
from advisor.evidence.cards import CHECKED_NAMES

_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SEPARATORS: Final = (("separator", -1), ("continuationSeparator", 0))


class Footnotes:
    """The notes of one file, in the order in which its text comes to them."""

    def __init__(self, notes: tuple[Note, ...], private: bool) -> None:
        self._notes = {note.number: note for note in notes}
        self._used: list[int] = []
        self._name, self._style = ("出典", SMALL_MARK) if private else ("注", NOTE_MARK)
        self._brackets = ("〔", "〕") if private else ("", "")

    def refer(self, paragraph: Paragraph, number: int) -> None:
        """Put the mark of note `number` behind the paragraph's text: a footnote at first, then a field naming it."""
        opening, closing = self._brackets
        paragraph._p.append(run(self._style, words(f"{opening}{self._name}")))
        paragraph._p.extend(self._mark(number))
        if closing:
            paragraph._p.append(run(self._style, words(closing)))

    def _mark(self, number: int) -> list[Any]:
        name = f"source{number}"
        if number not in self._notes:
            return [run(self._style, words(str(number)))]
        if number in self._used:
            return field(f"NOTEREF {name} \\h", str(self._used.index(number) + 1), self._style)
        self._used.append(number)
        reference = run(self._style, element("footnoteReference", id=str(len(self._used))))
        start = element("bookmarkStart", id=str(number), name=name)
        return [start, reference, element("bookmarkEnd", id=str(number))]

    def bind(self, document: Document) -> None:
        """Add the part that holds the text of the notes referred to."""
        package = document.part.package
        part = Part(PackURI("/word/footnotes.xml"), _TYPE, b"", package)
        notes = [self._footnote(part, at, self._notes[number]) for at, number in enumerate(self._used, 1)]
        rules = [_rule(kind, at) for kind, at in _SEPARATORS]
        part._blob = f"<w:footnotes {nsdecls('w', 'r')}>{''.join(rules + notes)}</w:footnotes>".encode()
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        _settle(document.settings.element)

    def _footnote(self, part: Part, at: int, note: Note) -> str:
        mark = f'<w:r><w:rPr><w:rStyle w:val="{NOTE_MARK}"/></w:rPr>'
        lead = f"{mark}<w:footnoteRef/></w:r>"
        title = _text(f" {plain(note.title)}({CHECKED_NAMES[note.checked]})")
        links = "".join(
            _text("、" if place else " ") + _address(part, url) for place, url in enumerate(note.urls)
        )
        shape = f'<w:pPr><w:pStyle w:val="{NOTE}"/></w:pPr>'
        return f'<w:footnote w:id="{at}"><w:p>{shape}{lead}{title}{links}</w:p></w:footnote>'


def _text(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _address(part: Part, url: str) -> str:
    """An address that can be followed, where it is one of the web."""
    if not url.startswith(("https://", "http://")):
        return _text(plain(url))
    link = part.relate_to(plain(url), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    return f'<w:hyperlink r:id="{link}" w:history="1">{_text(plain(url))}</w:hyperlink>'


def _rule(kind: str, at: int) -> str:
    shape = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    return f'<w:footnote w:type="{kind}" w:id="{at}"><w:p>{shape}<w:r><w:{kind}/></w:r></w:p></w:footnote>'


def _settle(settings: Any) -> None:
    """Name the two rules in the settings, in front of `compat` as the schema wants it."""
    named = "".join(f'<w:footnote w:id="{at}"/>' for _, at in _SEPARATORS)
    settings.find(qn("w:compat")).addprevious(
        parse_xml(f"<w:footnotePr {nsdecls('w')}>{named}</w:footnotePr>")
    )
