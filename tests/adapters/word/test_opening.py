"""Whether an office can open the file: the schema's order, odd characters, pages as LibreOffice lays them."""

import io
import re
import subprocess
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from advisor.adapters.word.characters import plain
from advisor.adapters.word_file import WordFile
from advisor.brief.model import BODY, Brief, Claim, Item, Section
from tests.adapters.word.conftest import part, text

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "font": "altName panose1 charset family notTrueType pitch sig",
}
PARTS = ("document", "styles", "numbering", "footnotes", "fontTable", "header1", "footer1")


def disordered(tree: Any) -> list[str]:
    """Elements whose children do not stand in the schema's order."""
    wrong = []
    for name, order in ORDER.items():
        ranks = {qn(f"w:{tag}"): at for at, tag in enumerate(order.split())}
        for element in tree.iter(qn(f"w:{name}")):
            places = [ranks[child.tag] for child in element]
            if any(first > second for first, second in pairwise(places)):
                wrong.append(f"{name}: {[child.tag.rpartition('}')[2] for child in element]}")
    return wrong


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("private", [True, False])
def test_elements_stand_in_the_order_of_the_schema(name: str, private: bool, island_paper: Brief) -> None:
    assert disordered(part(WordFile().export(island_paper, private), name)) == []


def test_no_font_is_left_to_a_theme_and_no_style_is_missing(island_paper: Brief) -> None:
    file = WordFile().export(island_paper, private=True)
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        xml = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}
    assert "Theme=" not in xml["word/styles.xml"] + xml["word/document.xml"]
    known = set(re.findall(r'w:styleId="([^"]+)"', xml["word/styles.xml"]))
    used = {
        style
        for source in xml.values()
        for style in re.findall(r'<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="([^"]+)"', source)
    }
    assert used <= known
    assert "ListBullet" in known


ODD = [
    "𠮷野家の「髙」﨑さんと葛\U000e0100城市", "👨‍👩‍👧の広場", "ﾊﾝｶｸｶﾅの台帳", "\x00制御\x0bを\x1f落とす\ufffe", "\u202e右から左\u202cへ", "שלום と مرحبا",
    "孤立\ud83dした字", "対\ud842\udfb7の字", "<w:p>&amp;]]>", "長い話。" * 2_500, "行\r\nを\u2028分ける\tと",
]  # fmt: skip


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("place", ["title", "item", "cell", "field"])
def test_any_text_survives_in_any_place(odd: str, place: str, island_paper: Brief) -> None:
    claim = Claim(text=odd, origin="said", turns=(1,))
    brief = {
        "title": lambda: island_paper.model_copy(update={"title": (claim,)}),
        "field": lambda: island_paper.model_copy(update={"fields": (Item(label=odd, claims=(claim,)),)}),
        "item": lambda: _with_summary(island_paper, claim),
        "cell": lambda: _with_journey(island_paper, claim),
    }[place]()
    file = WordFile().export(brief)
    assert plain(odd) in text(Document(io.BytesIO(file)).element.body)


def _with_summary(brief: Brief, claim: Claim) -> Brief:
    first = brief.sections[0].model_copy(update={"items": (Item(label=claim.text, claims=(claim,)),)})
    return brief.model_copy(update={"sections": (first, *brief.sections[1:])})


def _with_journey(brief: Brief, claim: Claim) -> Brief:
    section = brief.section("journey")
    table = section.tables[0].model_copy(update={"rows": (((claim,),) * 4,)})
    changed = section.model_copy(update={"tables": (table,)})
    return brief.model_copy(
        update={"sections": tuple(changed if each.id == "journey" else each for each in brief.sections)}
    )


def test_plain_text_keeps_letters_and_drops_what_a_file_cannot_hold() -> None:
    assert plain("\x00制御\x0bを\x1f落とす\ufffe") == "制御 を落とす"
    assert plain("孤立\ud83dした字") == "孤立した字"
    assert plain("対\ud842\udfb7の字") == "対𠮷の字"
    assert plain("\u202e右から左\u202c") == "右から左"
    assert plain("葛\U000e0100城市") == "葛\U000e0100城市"
    assert plain("行\r\nを\u2028分ける") == "行 を 分ける"


def pages(file: bytes, soffice: Path, folder: Path) -> int:
    """How many pages LibreOffice lays the file out on."""
    (folder / "paper.docx").write_bytes(file)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(soffice), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "paper.docx")], check=True, capture_output=True, timeout=150)
    return len(re.findall(rb"/Type\s*/Page\b", (folder / "paper.pdf").read_bytes()))


def body(brief: Brief) -> Brief:
    """The paper without its annex."""
    kept = tuple(each for each in brief.sections if each.id in BODY)
    return brief.model_copy(update={"sections": (*kept, Section(id="record", title="発言の記録"))})


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.parametrize("private", [True, False])
@pytest.mark.parametrize("name", ["island_paper", "onsen_paper"])
def test_the_body_takes_two_pages_and_the_annex_begins_a_new_one(
    name: str, private: bool, request: pytest.FixtureRequest, soffice: Path, tmp_path: Path
) -> None:
    brief: Brief = request.getfixturevalue(name)
    assert pages(WordFile().export(body(brief), private), soffice, tmp_path) == 2
    annex = part(WordFile().export(brief, private), "document").findall(".//" + qn("w:pageBreakBefore"))
    assert [text(each.getparent().getparent()) for each in annex] == ["別紙"]


@pytest.mark.office
@pytest.mark.slow
def test_a_talk_of_ten_thousand_letters_in_one_cell_goes_on_over_the_pages(
    island_paper: Brief, soffice: Path, tmp_path: Path
) -> None:
    claim = Claim(text="長い話。" * 2_500, origin="said")
    assert pages(WordFile().export(_with_journey(island_paper, claim)), soffice, tmp_path) > 12
