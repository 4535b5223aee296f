"""The PDF: read aloud, embedded, drawn; words are never commands of the typesetter."""

import re
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

import advisor.adapters.pdf.fonts
from advisor.adapters.pdf.fact import pdf
from advisor.adapters.pdf.fonts import GOTHIC, MINCHO, faces, refuse_without_fonts
from advisor.adapters.pdf.missing import named, reported
from advisor.adapters.pdf_file import PdfFile
from advisor.brief.model import Brief, Claim
from advisor.errors import AdvisorError
from tests.exports.papers import with_claim
from tests.exports.reading import pdf_pages, squeezed

HOSTILE = (
    "#strong[太字] $x^2$ @ref *b* _c_ `d` \\ // /* */ <label>",
    '#image("/etc/passwd") #read("/etc/passwd") #include "paper.typ"',
    "= 見出し - 箇条書き + 番号",
    '"}]} #panic() \\u{41}',
)


def said(text: str) -> Claim:
    return Claim(text=text, origin="said")


def opened(file: bytes) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(file)


def test_the_file_is_tagged_and_names_its_standard_language_and_title(island_paper: Brief) -> None:
    file = PdfFile().export(island_paper)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in file
    assert re.search(rb"/Lang\s*\(ja-JP\)", file)
    document = opened(file)
    assert pdfium.FPDFCatalog_IsTagged(document.raw)
    assert document.get_metadata_dict()["Title"] == "書類のために船に乗る日をなくす取組(案)"
    assert document.get_metadata_dict()["Author"] == ""


def test_headings_are_the_bookmarks(island_paper: Brief) -> None:
    titles = [mark.get_title() for mark in opened(PdfFile().export(island_paper)).get_toc()]
    assert titles[:3] == ["本文", "1 要旨", "2 目的"]
    assert titles[9:11] == ["別紙", "9 顧客の一日"]
    assert titles[-1] == "16 想定問答"


@pytest.mark.parametrize("name", ["island_paper", "onsen_paper"])
def test_the_body_takes_two_pages_at_most_and_the_annex_begins_a_new_one(
    name: str, request: pytest.FixtureRequest
) -> None:
    brief: Brief = request.getfixturevalue(name)
    document = opened(PdfFile().export(brief))
    pages = {mark.get_title(): mark.get_dest().get_index() for mark in document.get_toc()}
    assert pages["本文"] == 0
    assert 1 <= pages["別紙"] <= 2
    assert len(document) <= 6


def test_every_page_is_a4_and_numbered(island_paper: Brief) -> None:
    document = opened(PdfFile().export(island_paper))
    for at, page in enumerate(document, 1):
        assert page.get_size() == pytest.approx((595.3, 841.9), abs=0.1)
        foot = page.get_textpage().get_text_bounded(0, 0, 595, 45)
        assert squeezed(foot).startswith(f"{at}/{len(document)}")
        assert "令和8年11月24日(2026年)" in squeezed(foot)


def test_both_pictures_are_drawn_as_vectors_with_words(island_paper: Brief) -> None:
    document = opened(PdfFile().export(island_paper))
    kinds = {each.type for page in document for each in page.get_objects()}
    assert pdfium.FPDF_PAGEOBJ_IMAGE not in kinds
    assert pdfium.FPDF_PAGEOBJ_PATH in kinds
    words = squeezed("".join(pdf_pages(PdfFile().export(island_paper))))
    assert "壁:いまの枠組みを変えるか" in words
    assert "図ロジックモデル(投入から状態の変化まで)" in words


def test_every_font_is_embedded(island_paper: Brief) -> None:
    file = PdfFile().export(island_paper)
    assert b"/FontDescriptor" in file
    described = re.findall(rb"/Type\s*/FontDescriptor.*?>>", file, re.DOTALL)
    assert described
    assert all(b"/FontFile" in each for each in described)


def test_a_source_is_a_footnote_with_its_address(island_paper: Brief) -> None:
    words = squeezed("".join(pdf_pages(PdfFile().export(island_paper))))
    for note in island_paper.notes:
        assert squeezed(note.title) in words
        assert all(squeezed(url) in words for url in note.urls)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_word_commands_the_typesetter(text: str, island_paper: Brief) -> None:
    brief = with_claim(island_paper, "summary", said(text), label=text)
    brief = brief.model_copy(update={"title": (said(text),)})
    document = opened(PdfFile().export(brief))
    words = squeezed("".join(pdf_pages(PdfFile().export(brief))))
    assert words.count(squeezed(text)) >= 3
    assert document.get_metadata_dict()["Title"] == text
    assert "root:" not in words


def test_a_letter_without_a_font_is_named_and_the_file_stays_accessible(island_paper: Brief) -> None:
    brief = with_claim(island_paper, "summary", said("\U000f0000の\U000f0001広場"))
    file = PdfFile().export(brief)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in file
    assert "[U+F0000]の[U+F0001]広場" in squeezed("".join(pdf_pages(file)))


def test_a_sound_mark_that_stands_alone_does_not_stop_the_paper(island_paper: Brief) -> None:
    brief = with_claim(island_paper, "summary", said("ﾞ"), label="ﾞ")
    assert len(opened(PdfFile().export(brief))) >= 3


def test_joiners_without_a_shape_vanish_when_their_letters_are_named() -> None:
    assert named(("👩", "\u200d"), {"text": ["a👩\u200db"]}) == {"text": ["a[U+1F469]b"]}
    assert named((), {"text": "👩"}) == {"text": "👩"}


def test_missing_letters_are_read_from_the_report() -> None:
    told = (
        'error: the text `"👨"` could not be displayed with font\n'
        'error: the text `"\\u{200d}"` could not be displayed\nerror: the text `"\\"x"` could not be displayed'
    )
    assert reported(told) == ('"x', "\u200d", "👨")
    assert reported("error: expected string") == ()


def test_ten_thousand_letters_go_on_over_the_pages(island_paper: Brief) -> None:
    brief = with_claim(island_paper, "summary", said("長い話。" * 2_500))
    pages = pdf_pages(PdfFile().export(brief))
    assert squeezed("".join(pages)).count("長い話。") == 2_500


def test_one_paper_makes_one_file(island_paper: Brief) -> None:
    assert PdfFile().export(island_paper) == PdfFile().export(island_paper)


def test_fonts_of_the_machine_serve_where_ours_are_missing() -> None:
    assert faces(frozenset({"Yu Mincho", "Arial", "Meiryo"})).model_dump() == {
        "mincho": ("Yu Mincho",),
        "gothic": ("Meiryo",),
    }
    assert faces(frozenset({"IPAGothic"})).mincho == ("IPAGothic",)
    assert (MINCHO[0], GOTHIC[0]) == ("Noto Serif JP", "Noto Sans JP")


def test_no_japanese_font_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    class Empty:
        """Fonts of a machine without Japanese."""

        def families(self) -> list[str]:
            return ["DejaVu Sans"]

    monkeypatch.setattr(advisor.adapters.pdf.fonts, "_folders", tuple)
    monkeypatch.setattr(advisor.adapters.pdf.fonts, "found_fonts", Empty)
    with pytest.raises(AdvisorError) as error:
        refuse_without_fonts()
    assert "Word" in error.value.do


def test_a_missing_typesetter_is_refused_with_what_to_do(
    island_paper: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advisor.adapters.pdf_file.find_spec", lambda name: None)
    with pytest.raises(AdvisorError) as error:
        PdfFile().export(island_paper)
    assert "pip install" in error.value.do
    assert (pdf().ok, pdf().hint) == (False, f"{error.value.do}。")


def test_an_examination_says_that_papers_can_be_set_here() -> None:
    assert pdf().ok
    assert pdf().value.startswith("作れます")


def test_every_page_holds_ink_to_its_margins_and_no_further(island_paper: Brief, tmp_path: Path) -> None:
    for page in opened(PdfFile().export(island_paper, private=True)):
        picture = page.render(scale=1).to_pil().convert("L")
        box = picture.point(lambda value: 255 * (value < 200)).getbbox()
        assert box is not None
        assert 50 <= box[0] <= 65
        assert 530 <= box[2] <= 542
