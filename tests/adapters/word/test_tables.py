"""Tables of the Word file: told aloud, named in every head, small ones kept whole."""

import io
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from advisor.adapters.word_file import WordFile
from advisor.brief.model import Brief


def tables(brief: Brief) -> list[Any]:
    """The tables of the copy to hand up."""
    return list(Document(io.BytesIO(WordFile().export(brief))).tables)


def property_of(table: Any, name: str) -> str:
    """The value of a property of a table; empty where it has none."""
    found = table._tbl.tblPr.find(qn(f"w:{name}"))
    return "" if found is None else str(found.get(qn("w:val")))


def test_every_table_has_a_name_and_a_description(island_paper: Brief) -> None:
    for table in tables(island_paper):
        assert property_of(table, "tblCaption")
        assert property_of(table, "tblDescription").endswith("。")


def test_the_picture_of_the_phases_is_told_with_their_names(island_paper: Brief) -> None:
    told = [property_of(table, "tblDescription") for table in tables(island_paper)]
    phases = next(each for each in told if "壁" in each)
    assert "業務改善" in phases
    assert "この取組はPhase 2にある" in phases


def test_no_head_of_a_table_is_left_empty(island_paper: Brief, onsen_paper: Brief) -> None:
    for table in [*tables(island_paper), *tables(onsen_paper)]:
        if table._tbl.findall(".//" + qn("w:tblHeader")):
            assert all(cell.text for cell in table.rows[0].cells)
    private = Document(io.BytesIO(WordFile().export(island_paper, private=True)))
    assert private.tables[-1].rows[0].cells[0].text == "発言"


def _held(table: Any) -> list[bool]:
    """For each row whether it stays with the next."""
    return [
        all(each.paragraph_format.keep_with_next for each in row.cells[0].paragraphs) for row in table.rows
    ]


def test_a_small_table_stays_on_one_page(onsen_paper: Brief) -> None:
    work = next(
        each for each in tables(onsen_paper) if property_of(each, "tblCaption") == "事業内容と価値連鎖"
    )
    assert _held(work) == [True] * (len(work.rows) - 1) + [False]


def test_a_long_table_may_go_on_over_the_page(onsen_paper: Brief) -> None:
    points = next(each for each in tables(onsen_paper) if property_of(each, "tblCaption") == "要確認一覧")
    assert False in _held(points)[1:-1]


def test_the_picture_of_the_phases_stays_with_what_is_said_of_it(island_paper: Brief) -> None:
    document = Document(io.BytesIO(WordFile().export(island_paper)))
    caption = next(each for each in document.paragraphs if each.text.startswith("図 三つの段"))
    assert caption.paragraph_format.keep_with_next
    assert caption._p.getnext().tag == qn("w:tbl")
    assert any(_held(table) == [True] for table in document.tables)
