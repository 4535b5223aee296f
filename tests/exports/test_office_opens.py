"""What Word, PowerPoint and Excel ask of a file before they open it without a word of repair.

The validator follows the schemas and rules of Microsoft's own Open XML SDK; the rest is asked of the package here.
"""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from advisor.brief.model import Brief
from tests.exports.papers import filled
from tests.exports.reading import EXPORTERS

FORMATS = ("docx", "pptx", "xlsx")
ODD = "𠮷野家の「髙」﨑👨‍👩‍👧ﾊﾝｶｸ שלום\x00\x0b\ufffe\u202e<w:p>&amp;]]>=1+1\ud83d"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def parts(file: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(BytesIO(file)) as archive:
        names = archive.namelist()
        assert len(names) == len(set(names))
        return {name: archive.read(name) for name in names}


def faults(file: bytes, folder: Path, format: str) -> list[str]:
    """What the validator finds."""
    path = folder / f"paper.{format}"
    path.write_bytes(file)
    return [str(each) for each in OpenXmlValidator().validate(path).errors]


def dangling(files: dict[str, bytes]) -> list[str]:
    """Relations without a target, references without a relation, parts without a type."""
    types = etree.fromstring(files["[Content_Types].xml"])
    named = {each.get("PartName") for each in types} | {each.get("Extension") for each in types}
    lost = [
        name
        for name in files
        if name != "[Content_Types].xml" and f"/{name}" not in named and name.rpartition(".")[2] not in named
    ]
    for name, content in files.items():
        if not name.endswith(".rels"):
            continue
        owner = join(dirname(dirname(name)), Path(name).stem)
        known = set()
        for each in etree.fromstring(content).iter(RELATIONS):
            known.add(each.get("Id"))
            target = each.get("Target")
            place = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(owner), target))
            if each.get("TargetMode") != "External" and place not in files:
                lost.append(f"{name}: {target}")
        used = set(re.findall(rb'r:(?:id|embed|link)="([^"]+)"', files.get(owner, b"")))
        lost += [f"{owner}: {each.decode()}" for each in used if each.decode() not in known]
    return lost


@pytest.mark.parametrize("private", [True, False])
@pytest.mark.parametrize("odd", [True, False])
@pytest.mark.parametrize("format", FORMATS)
def test_the_file_keeps_to_the_schema(
    format: str, odd: bool, private: bool, onsen_paper: Brief, tmp_path: Path
) -> None:
    file = EXPORTERS[format].export(filled(onsen_paper, ODD) if odd else onsen_paper, private)
    assert faults(file, tmp_path, format) == []
    assert dangling(parts(file)) == []


@pytest.mark.parametrize("format", FORMATS)
def test_no_identity_is_given_twice(format: str, onsen_paper: Brief) -> None:
    files = parts(EXPORTERS[format].export(onsen_paper, private=True))
    for name, content in files.items():
        for pattern in (
            rb'<p:cNvPr id="(\d+)"',
            rb'<w:bookmarkStart w:id="(\d+)"',
            rb'<w:bookmarkStart [^>]*w:name="([^"]+)"',
        ):
            found = re.findall(pattern, content)
            assert len(found) == len(set(found)), name


def test_what_begins_ends_in_word(onsen_paper: Brief) -> None:
    content = parts(EXPORTERS["docx"].export(onsen_paper))["word/document.xml"]
    starts, ends = (
        re.findall(rf'<w:bookmark{kind} w:id="(\d+)"'.encode(), content) for kind in ("Start", "End")
    )
    assert sorted(starts) == sorted(ends)
    kinds = [each.decode() for each in re.findall(rb'w:fldCharType="(\w+)"', content)]
    assert kinds == ["begin", "separate", "end"] * (len(kinds) // 3)


@pytest.mark.parametrize(
    ("format", "name", "good", "bad"),
    [
        ("docx", "word/document.xml", b"<w:tblGrid>", b"<w:tblGrid><w:tblW/>"),
        ("pptx", "ppt/slides/slide1.xml", b"<a:bodyPr", b"<a:lstStyle/><a:bodyPr"),
        ("xlsx", "xl/worksheets/sheet3.xml", b"<sheetData>", b"<pageMargins/><sheetData>"),
    ],
)
def test_the_validator_sees_a_wrong_order(
    format: str, name: str, good: bytes, bad: bytes, onsen_paper: Brief, tmp_path: Path
) -> None:
    files = parts(EXPORTERS[format].export(onsen_paper))
    assert good in files[name]
    files[name] = files[name].replace(good, bad, 1)
    broken = BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        for each, content in files.items():
            archive.writestr(each, content)
    assert faults(broken.getvalue(), tmp_path, format) != []


def test_a_lost_part_is_seen(onsen_paper: Brief) -> None:
    files = parts(EXPORTERS["docx"].export(onsen_paper))
    del files["word/footnotes.xml"]
    assert any("footnotes" in each for each in dangling(files))
