"""The one page: native shapes on A4, nothing over the edge, nothing lost, told to those who hear it."""

import re
import subprocess
import zipfile
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn

from advisor.adapters.powerpoint.fitting import MORE
from advisor.adapters.powerpoint_file import PowerPointFile
from advisor.brief.copies import handed_up
from advisor.brief.model import Brief
from advisor.brief.onepage import one_page
from tests.adapters.powerpoint.measuring import overflowing
from tests.brief.materials import island, onsen
from tests.exports.papers import filled
from tests.exports.reading import slide, slide_words, squeezed

TALK = "".join(each.text for given in (island(), onsen()) for each in given.utterances)
"""Real talk of two officials, from which texts of any length are cut."""
LENGTHS = (1, 3, 8, 15, 25, 40, 60, 80, 100, 120, 150, 200, 250, 300, 400, 600, 1_000, 2_500, 5_000, 10_000)


def text_of(length: int) -> str:
    """Real talk of this length."""
    return (TALK * (1 + length // len(TALK)))[:length]


def shapes(found: Any) -> list[Any]:
    return list(found.shapes)


@pytest.mark.parametrize("length", LENGTHS)
def test_no_word_overflows_its_shape_and_none_is_lost(length: int, onsen_paper: Brief) -> None:
    brief = filled(onsen_paper, text_of(length))
    found = slide(PowerPointFile().export(brief))
    assert overflowing(found) == []
    page = one_page(handed_up(brief))
    notes = squeezed(found.notes_slide.notes_text_frame.text)
    held = squeezed("".join(slide_words(found))) + notes
    boxes = (*page.change, *page.chain, *page.logic, page.drive)
    assert [line for box in boxes for line in box.lines if squeezed(line) not in held] == []
    if not 25 < length < 150:
        assert (MORE in "".join(slide_words(found))) == (length >= 150)


def test_the_measure_sees_a_word_that_overflows(onsen_paper: Brief) -> None:
    found = slide(PowerPointFile().export(onsen_paper))
    box = next(each for each in shapes(found) if each.name == "誰の")
    box.height = box.height // 4
    assert overflowing(found) == ["誰の"]


@pytest.mark.parametrize("length", [40, 10_000])
def test_shapes_stand_on_the_page_and_apart(length: int, island_paper: Brief) -> None:
    found = slide(PowerPointFile().export(filled(island_paper, text_of(length))))
    solid = [each for each in shapes(found) if each.shape_type != MSO_SHAPE_TYPE.LINE]
    areas = {
        each.shape_id: (each.left, each.top, each.left + each.width, each.top + each.height) for each in solid
    }
    right, bottom = 297 * 36_000, 210 * 36_000
    assert all(0 <= a[0] < a[2] <= right and 0 <= a[1] < a[3] <= bottom for a in areas.values())
    touching = [
        pair
        for pair in combinations(areas, 2)
        for one, other in [(areas[pair[0]], areas[pair[1]])]
        if min(one[2], other[2]) - max(one[0], other[0]) > 1_000
        and min(one[3], other[3]) - max(one[1], other[1]) > 1_000
    ]
    assert touching == []


def test_everything_is_native_named_and_told(island_paper: Brief) -> None:
    found = slide(PowerPointFile().export(island_paper))
    kinds = {each.shape_type for each in shapes(found)}
    assert MSO_SHAPE_TYPE.PICTURE not in kinds
    assert {MSO_SHAPE_TYPE.AUTO_SHAPE, MSO_SHAPE_TYPE.TABLE, MSO_SHAPE_TYPE.LINE} <= kinds
    for each in shapes(found):
        drawn = next(node for node in each._element.iter() if node.tag == qn("p:cNvPr"))
        assert drawn.get("descr"), each.name
        assert drawn.get("name"), each.name
    assert found.shapes.title.text_frame.text == "書類のために船に乗る日をなくす取組(案)"
    assert shapes(found)[0].shape_id == found.shapes.title.shape_id


def test_arrows_of_the_logic_model_hold_on_to_its_boxes(island_paper: Brief) -> None:
    found = slide(PowerPointFile().export(island_paper))
    ids = {each.shape_id for each in shapes(found)}
    arrows = [each for each in shapes(found) if each.shape_type == MSO_SHAPE_TYPE.LINE]
    assert len(arrows) == 2 + 4
    for each in arrows:
        ends = [each._element.find(f".//{qn(tag)}") for tag in ("a:stCxn", "a:endCxn")]
        assert all(end is not None and int(end.get("id")) in ids for end in ends)


def test_the_font_is_japanese_in_every_theme_and_named_nowhere_else(island_paper: Brief) -> None:
    with zipfile.ZipFile(BytesIO(PowerPointFile().export(island_paper))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}
        assert not [name for name in archive.namelist() if "thumbnail" in name or "printer" in name]
    themes = [xml for name, xml in parts.items() if "/theme/" in name]
    assert len(themes) == 2
    for xml in themes:
        assert xml.count('<a:ea typeface="游ゴシック"/>') == 2
    words = parts["ppt/slides/slide1.xml"]
    assert "<a:latin" not in words
    assert "<a:ea " not in words
    assert 'lang="ja-JP"' in words


def test_the_authors_copy_is_named_as_such_and_marked(island_paper: Brief) -> None:
    words = "".join(slide_words(slide(PowerPointFile().export(island_paper, private=True))))
    assert "手元用(このまま提出しない)" in words
    assert "〔職員 t" in words
    handed = "".join(slide_words(slide(PowerPointFile().export(island_paper))))
    assert "〔職員" not in handed
    assert "手元用" not in handed


def test_a_hole_stands_out_and_the_number_of_holes_is_told(island_paper: Brief) -> None:
    found = slide(PowerPointFile().export(island_paper))
    runs = [
        run
        for each in shapes(found)
        if each.has_text_frame
        for paragraph in each.text_frame.paragraphs
        for run in paragraph.runs
    ]
    holes = [run for run in runs if run.text.startswith("【要確認:")]
    assert holes
    assert all(run.font.bold for run in holes)
    points = len(island_paper.section("open").tables[0].rows)
    assert any(re.match(rf"{points}件\(うち", run.text) for run in runs)


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.parametrize("length", [0, 120, 10_000])
def test_libreoffice_lays_every_word_inside_its_shape(
    length: int, onsen_paper: Brief, soffice: Path, tmp_path: Path
) -> None:
    brief = filled(onsen_paper, text_of(length)) if length else onsen_paper
    (tmp_path / "page.pptx").write_bytes(PowerPointFile().export(brief))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(soffice), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "page.pptx")], check=True, capture_output=True, timeout=150)
    if not (tmp_path / "page.pdf").exists():
        pytest.skip("LibreOffice has no Impress here: the slide was NOT laid out (libreoffice-impress-nogui)")
    (page,) = pypdfium2.PdfDocument(tmp_path / "page.pdf")
    assert outside(slide((tmp_path / "page.pptx").read_bytes()), page) == []


def outside(found: Any, page: Any) -> list[str]:
    """Names of the shapes whose words do not all stand within them on the laid page."""
    words, height = page.get_textpage(), page.get_size()[1]
    lost = []
    for each in shapes(found):
        if each.has_text_frame and "帯" not in each.name:
            left, top, wide, high = (
                value / 12_700 for value in (each.left, each.top, each.width, each.height)
            )
            inside = words.get_text_bounded(
                left - 1, height - top - high - 1, left + wide + 1, height - top + 1
            )
            if squeezed(each.text_frame.text) not in squeezed(inside):
                lost.append(each.name)
    return lost
