"""The text of a Word document, read from its XML as a stream: nothing is unpacked whole, nothing in it is run."""

import re
import zipfile
import zlib
from io import BytesIO
from typing import IO, Final
from xml.etree.ElementTree import ParseError, XMLParser, fromstring

from advisor.adapters.documents import refused

LARGEST_PART: Final = 30 * 1024 * 1024
"""Bytes of a part after unpacking; a larger one is refused before it is read."""
_STEP: Final = 1 << 16
_PACKINGS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DEFAULT_PART: Final = "word/document.xml"
_RELATIONS: Final = "_rels/.rels"
_SILENT: Final = frozenset(
    {"pPr", "sectPr", "tblPr", "trPr", "tcPr", "del", "moveFrom", "rt", "Fallback", "instrText", "delText"}
)
"""Elements whose letters are not the document's text: settings, deleted text, furigana, and second copies."""
_MARKS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_OFF: Final = frozenset({"0", "false", "off"})


def word_text(name: str, content: bytes, longest: int) -> str:
    """Return the visible text of a .docx, rows of tables as lines with tabs; AdvisorError where it cannot be read.

    Reading stops soon after `longest` characters.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            info = archive.getinfo(_main_part(archive))
            _check(name, info)
            with archive.open(info) as part:
                return _text(part, longest)
    except KeyError as error:
        raise refused.wrong_suffix(name, ".docx") from error
    except (zipfile.BadZipFile, zlib.error, ParseError, EOFError, OSError, RuntimeError, ValueError) as error:
        raise refused.broken(name) from error


def _check(name: str, info: zipfile.ZipInfo) -> None:
    if info.flag_bits & 1:
        raise refused.locked(name)
    if info.file_size > LARGEST_PART or info.compress_type not in _PACKINGS:
        raise refused.swollen(name)


def _main_part(archive: zipfile.ZipFile) -> str:
    """The part that holds the text, almost always the one with the usual name; KeyError where there is none."""
    if _DEFAULT_PART in archive.namelist():
        return _DEFAULT_PART
    info = archive.getinfo(_RELATIONS)
    if info.file_size > _STEP or info.compress_type not in _PACKINGS:
        raise KeyError(_RELATIONS)
    targets = (
        each.get("Target", "").lstrip("/")
        for each in fromstring(archive.read(info))
        if each.get("Type", "").endswith("/officeDocument")
    )
    return next((target for target in targets if target.startswith("word/")), _DEFAULT_PART)


def _text(part: IO[bytes], longest: int) -> str:
    listener = _Listener()
    parser = XMLParser(target=listener)
    while listener.length <= longest and (step := part.read(_STEP)):
        parser.feed(step)
    if listener.length <= longest:
        parser.close()
    text = re.sub(r"[ \t]*\t(?=\n)", "", re.sub(r" +(?=\t)", "", "".join(listener.parts)))
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")


class _Listener:
    """Gathers the letters of an XML stream without building a tree."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self._silent = 0
        self._cells = 0
        self._hidden = False
        self._listening = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = tag.rpartition("}")[2]
        if self._silent or name in _SILENT:
            self._silent += 1
        elif name == "t":
            self._listening = not self._hidden
        elif name == "r":
            self._hidden = False
        elif name == "vanish":
            self._hidden = not any(value in _OFF for value in attributes.values())
        elif name == "tc":
            self._cells += 1
        elif name in _MARKS and not self._hidden:
            self._add(_MARKS[name] if not self._cells else " ")

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._silent:
            self._silent -= 1
            return
        name = tag.rpartition("}")[2]
        if name == "t":
            self._listening = False
        elif name == "p":
            self._add(" " if self._cells else "\n")
        elif name == "tc":
            self._cells -= 1
            self._add(" " if self._cells else "\t")
        elif name == "tr" and not self._cells:
            self._add("\n")

    def data(self, text: str) -> None:
        """Letters."""
        if self._listening and not self._silent:
            self._add(text)

    def close(self) -> None:
        """The stream ends."""

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)
