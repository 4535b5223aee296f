"""Any paper exports to every format and comes back; any text survives in any place."""

import pytest
from hypothesis import HealthCheck, given, settings

from advisor.brief.copies import handed_up
from advisor.brief.model import Brief
from advisor.brief.onepage import OnePage, one_page
from advisor.brief.stored import reloaded
from tests.exports.briefs import ANY_TEXTS, papers
from tests.exports.reading import EXPORTERS, TEXTS, pdf_pages, stands_on

ANYTHING = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=8)


def lost(brief: Brief, format: str, private: bool) -> list[str]:
    """What a file ought to hold of a copy and does not: its claims, or the lines of its one page."""
    copy = brief if private else handed_up(brief)
    file = EXPORTERS[format].export(brief, private)
    wanted = lines(one_page(copy, private)) if format == "pptx" else [claim.text for claim in copy.claims]
    pages = pdf_pages(file) if format == "pdf" else [TEXTS[format](file)]
    return [each for each in wanted if not stands_on(pages, each)]


def lines(page: OnePage) -> list[str]:
    """Every line and cell of a page."""
    boxes = (*page.change, *page.chain, *page.logic, page.drive, page.holes)
    return [
        page.title,
        page.edition,
        page.closing,
        *(line for box in boxes for line in (box.name, *box.lines)),
        *(cell for row in page.figures for cell in row),
    ]


@ANYTHING
@given(papers())
@pytest.mark.parametrize("format", ["docx", "pdf", "pptx", "xlsx"])
def test_every_claim_of_any_paper_stands_in_its_file(format: str, brief: Brief) -> None:
    for private in (True, False):
        assert lost(brief, format, private) == []


@settings(ANYTHING, max_examples=40)
@given(papers(ANY_TEXTS))
def test_any_paper_comes_back_from_json_as_it_was(brief: Brief) -> None:
    assert reloaded(EXPORTERS["json"].export(brief, private=True).decode()) == brief
    assert reloaded(EXPORTERS["json"].export(brief).decode()) == handed_up(brief)


@ANYTHING
@given(papers(ANY_TEXTS))
@pytest.mark.parametrize("format", ["docx", "pdf", "pptx", "xlsx", "md"])
def test_no_paper_stops_an_exporter(format: str, brief: Brief) -> None:
    for private in (True, False):
        assert EXPORTERS[format].export(brief, private)
