"""The papers of the eight officials in every format, opened again and compared: headings, claims, origins, numbers."""

import re

from advisor.adapters.excel.indicators import FIRST
from advisor.adapters.excel.origins import ORIGINS, placed
from advisor.brief.copies import handed_up
from advisor.brief.marks import written
from advisor.brief.model import Brief, Section
from advisor.brief.onepage import one_page
from advisor.brief.outline.compose import ORDER
from advisor.brief.stored import reloaded
from evals.consultation.promises import Played
from tests.exports.reading import (
    EXPORTERS,
    pdf_pages,
    slide,
    slide_words,
    squeezed,
    stands_on,
    word_text,
    workbook,
)


def shown(brief: Brief) -> list[Section]:
    """The sections of a paper that a copy shows."""
    return [
        each for each in brief.sections if each.items or each.tables or each.id not in ("record", "phase")
    ]


def headings(brief: Brief) -> list[str]:
    """The headings of a paper, numbered."""
    return [f"{ORDER.index(each.id) + 1} {each.title}" for each in shown(brief)]


def lost_in_word(brief: Brief, file: bytes) -> list[str]:
    text = squeezed(word_text(file))
    wanted = [*headings(brief), *(claim.text for claim in brief.claims)]
    return [each for each in wanted if squeezed(each) not in text]


def lost_in_pdf(brief: Brief, file: bytes) -> list[str]:
    pages = pdf_pages(file)
    wanted = [*headings(brief), *(claim.text for claim in brief.claims)]
    return [each for each in wanted if not stands_on(pages, each)]


def lost_in_powerpoint(brief: Brief, file: bytes) -> list[str]:
    found = slide(file)
    text = squeezed("".join([*slide_words(found), found.notes_slide.notes_text_frame.text]))
    page = one_page(brief)
    boxes = (*page.change, *page.chain, *page.logic, page.drive, page.holes)
    lines = [line for each in boxes for line in (each.name, *each.lines)]
    cells = [cell for row in page.figures for cell in row]
    return [each for each in (page.title, *lines, *cells) if squeezed(each) not in text]


def lost_in_excel(brief: Brief, file: bytes) -> list[str]:
    book = workbook(file)
    rows = {tuple(str(each.value or "") for each in row[:5]) for row in book["出どころ"].iter_rows(min_row=5)}
    wanted = [
        (each.number, each.section, each.place, each.claim.text, ORIGINS[each.claim.origin])
        for each in placed(brief)
        if each.claim.text
    ]
    goals = [
        written(row[0], False) for table in brief.section("outcome").tables for row in table.rows
    ]  # fmt: skip
    kept = [
        str(row[0].value) for row in book["指標"].iter_rows(min_row=FIRST, max_row=FIRST + len(goals) - 1)
    ]
    return [str(each) for each in wanted if each not in rows] + ([] if kept == goals else [str(kept)])


def lost_in_markdown(brief: Brief, file: bytes) -> list[str]:
    text = squeezed(file.decode().replace("\\", ""))
    wanted = [*headings(brief), *(claim.text for claim in brief.claims)]
    return [each for each in wanted if squeezed(each) not in text]


def lost_in_json(brief: Brief, file: bytes) -> list[str]:
    return [] if reloaded(file.decode()) == brief else ["the paper came back changed"]


LOST = {
    "docx": lost_in_word,
    "pdf": lost_in_pdf,
    "pptx": lost_in_powerpoint,
    "xlsx": lost_in_excel,
    "md": lost_in_markdown,
    "json": lost_in_json,
}


def test_no_heading_claim_origin_or_number_is_lost_in_any_format(played: dict[str, Played]) -> None:
    lost = {}
    for id, each in played.items():
        brief = handed_up(each.draft.brief)
        for format, exporter in EXPORTERS.items():
            lost[id, format] = LOST[format](brief, exporter.export(each.draft.brief))
    assert len(lost) == 8 * 6
    assert {place: what for place, what in lost.items() if what} == {}


def test_the_numbers_of_the_indicators_are_numbers_in_the_workbook(played: dict[str, Played]) -> None:
    found = {}
    for id, each in played.items():
        sheet = workbook(EXPORTERS["xlsx"].export(each.draft.brief))["指標"]
        for row in sheet.iter_rows(min_row=FIRST, values_only=True):
            for words, number in ((row[1], row[6]), (row[2], row[7])):
                if number is not None:
                    found[id, words] = number
                    assert str(round(number)) in re.sub(r"\D", " ", words).split()
    assert len(found) >= 4, found


def test_the_comparison_sees_that_a_file_is_of_another_paper(played: dict[str, Played]) -> None:
    one, other = (played[id].draft.brief for id in ("o1_terse_island", "o5_hostile_bridge"))
    blind = [format for format in LOST if not LOST[format](handed_up(one), EXPORTERS[format].export(other))]
    assert blind == []
