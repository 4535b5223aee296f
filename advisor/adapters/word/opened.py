"""A Word file from outside, taken apart with care: nothing in it is run, followed or trusted, and little is unpacked."""

import re
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import PurePath
from typing import Any, Final

from docx.oxml import parse_xml

from advisor.adapters.documents import refused
from advisor.errors import AdvisorError

LARGEST_FILE: Final = 10 * 1024 * 1024
LARGEST_PART: Final = 30 * 1024 * 1024
LARGEST_WHOLE: Final = 100 * 1024 * 1024
"""Bytes of the file, of a part after unpacking, and of all parts."""
MOST_PARTS: Final = 2_000
_PACKINGS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_TYPES: Final = "[Content_Types].xml"
_LIVE: Final = re.compile(r"vbaProject|vbaData|activeX/", re.IGNORECASE)
_AS_DOCX: Final = "Wordで開き、「名前を付けて保存」で「Word 文書(.docx)」を選んで保存し直してください"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_RELATION: Final = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*?(?:/>|>\s*</(?:\w+:)?Relationship>)")
_ATTACHED: Final = re.compile(rb"<w:attachedTemplate\b[^>]*/>")
Parts = dict[str, bytes]


def opened(name: str, content: bytes) -> Parts:
    """Return the parts of a .docx by their names, in their order.

    Raises AdvisorError, in Japanese, where the file is another kind, holds macros, looks elsewhere for its content,
    is protected, broken, or would grow beyond measure.
    """
    _check_name(name)
    if len(content) > LARGEST_FILE:
        raise refused.too_large(name, LARGEST_FILE)
    if not content.startswith(b"PK\x03\x04"):
        raise refused.wrong_suffix(name, ".docx")
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _check_parts(name, archive.infolist())
            parts = {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise refused.broken(name) from error
    _check_kind(name, parts)
    return _without_template(_checked(name, parts))


def closed(parts: Mapping[str, bytes]) -> bytes:
    """Return a file of these parts: the same bytes for the same parts, whenever it is made."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return file.getvalue()


def frozen(content: bytes) -> bytes:
    """Return a .docx of our own without the times at which its parts were packed."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return closed({info.filename: archive.read(info) for info in archive.infolist()})


def tree(name: str, content: bytes) -> Any:
    """Return a part as python-docx's elements; entities are never resolved. AdvisorError where it is no XML."""
    try:
        return parse_xml(content)
    except (SyntaxError, ValueError) as error:
        raise refused.broken(name) from error


def _check_name(name: str) -> None:
    suffix = PurePath(name.replace("\\", "/")).suffix.lower()
    if suffix in (".docm", ".dotm"):
        raise _macros(name)
    if suffix != ".docx":
        raise AdvisorError(
            f"様式は .docx だけを受け取れます({suffix or '種類の分からないファイル'})", name, _AS_DOCX
        )


def _check_parts(name: str, infos: list[zipfile.ZipInfo]) -> None:
    if any(info.flag_bits & 1 for info in infos):
        raise refused.locked(name)
    names = [info.filename for info in infos]
    if len(names) > MOST_PARTS or sum(info.file_size for info in infos) > LARGEST_WHOLE:
        raise refused.swollen(name)
    if any(info.file_size > LARGEST_PART or info.compress_type not in _PACKINGS for info in infos):
        raise refused.swollen(name)
    if len(set(names)) != len(names) or any("\\" in each or ".." in each.split("/") for each in names):
        raise refused.broken(name)
    if any(_LIVE.search(each) for each in names):
        raise _macros(name)


def _check_kind(name: str, parts: Parts) -> None:
    types = parts.get(_TYPES, b"")
    if b"macroEnabled" in types:
        raise _macros(name)
    if "word/document.xml" not in parts or b"wordprocessingml" not in types:
        raise refused.wrong_suffix(name, ".docx")


def _macros(name: str) -> AdvisorError:
    return AdvisorError("マクロや部品(ActiveX)の入った様式は受け取れません", name, _AS_DOCX)


def _checked(name: str, parts: Parts) -> Parts:
    """Refuse what would make a reader of the file look elsewhere, and document types, which no Word file has."""
    for part, content in parts.items():
        if part.endswith((".xml", ".rels")) and b"<!DOCTYPE" in content:
            raise refused.broken(name)
        if part.endswith(".rels") and any(map(_elsewhere, _RELATION.findall(content))):
            raise AdvisorError(
                "外にあるファイルを読みに行く様式は受け取れません",
                name,
                "リンクした画像や文書を、貼り付けに替えて保存し直してください",
            )
    return parts


def _elsewhere(relation: bytes) -> bool:
    if not re.search(rb"TargetMode\s*=\s*[\"']External[\"']", relation):
        return False
    return not re.search(rb"/(?:hyperlink|attachedTemplate)[\"']", relation)


def _without_template(parts: Parts) -> Parts:
    """Drop the address of the Word template a file was made from: it names somebody's disk, and would be followed."""
    relations = "word/_rels/settings.xml.rels"
    if relations not in parts or b"/attachedTemplate" not in parts[relations]:
        return parts
    kept = _RELATION.sub(
        lambda found: b"" if b"/attachedTemplate" in found.group() else found.group(), parts[relations]
    )
    return {
        **parts,
        relations: kept,
        "word/settings.xml": _ATTACHED.sub(b"", parts.get("word/settings.xml", b"")),
    }
