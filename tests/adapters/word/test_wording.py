"""Word says what Markdown says: one wording of claims and marks."""

import io
import re

import pytest
from docx import Document
from docx.oxml.ns import qn

from advisor.adapters.word_file import WordFile
from advisor.brief.copies import handed_up
from advisor.brief.marks import written
from advisor.brief.model import Brief, Claim


def lines(file: bytes) -> list[str]:
    """The list lines of the file with the numbers of notes put in place."""
    found = []
    for paragraph in Document(io.BytesIO(file)).paragraphs:
        if paragraph.style is None or paragraph.style.name != "List Bullet":
            continue
        parts = []
        for node in paragraph._p.iter():
            if node.tag == qn("w:t"):
                parts.append(node.text or "")
            elif node.tag == qn("w:footnoteReference"):
                parts.append(node.get(qn("w:id")))
        found.append("".join(parts))
    return found


@pytest.mark.parametrize("private", [True, False])
@pytest.mark.parametrize("name", ["island_paper", "onsen_paper"])
def test_lines_are_those_of_the_markdown(name: str, private: bool, request: pytest.FixtureRequest) -> None:
    brief: Brief = request.getfixturevalue(name)
    copy = brief if private else handed_up(brief)
    wanted = [
        (f"{item.label}: " if item.label else "") + written(item.claims, private)
        for section in copy.sections
        for item in section.items
        if item.claims
    ]
    assert lines(WordFile().export(brief, private)) == [
        re.sub(r"\((注\d+)\)", r"\1", line) for line in wanted
    ]


def test_holes_are_bold_and_marks_are_small_in_styles_of_their_own(island_paper: Brief) -> None:
    document = Document(io.BytesIO(WordFile().export(island_paper, private=True)))
    for run in document.element.body.iter(qn("w:r")):
        text = "".join(node.text or "" for node in run.iter(qn("w:t")))
        style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
        if text.startswith("【要確認"):
            assert style is not None
            assert style.get(qn("w:val")) == "BriefAsk"
        if text.startswith("〔職員"):
            assert style is not None
            assert style.get(qn("w:val")) == "BriefMark"
    assert document.styles["Brief Ask"].font.bold


def test_the_author_sees_which_copy_is_not_to_be_handed_up(island_paper: Brief) -> None:
    heads = {}
    for private in (True, False):
        document = Document(io.BytesIO(WordFile().export(island_paper, private)))
        heads[private] = document.sections[0].header.paragraphs[0].text
    assert "手元用" in heads[True]
    assert heads[False] == "書類のために船に乗る日をなくす取組(案)\t第1版"


def test_the_file_names_nobody(island_paper: Brief) -> None:
    properties = Document(io.BytesIO(WordFile().export(island_paper))).core_properties
    assert properties.title == "書類のために船に乗る日をなくす取組(案)"
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.created is not None
    assert properties.created.date().isoformat() == "2026-11-24"


def test_a_long_subject_leaves_room_beside_it_in_the_header(island_paper: Brief) -> None:
    title = (Claim(text="長い件名" * 50, origin="said"),)
    document = Document(io.BytesIO(WordFile().export(island_paper.model_copy(update={"title": title}), True)))
    subject, version = document.sections[0].header.paragraphs[0].text.split("\t")
    assert subject == "長い件名" * 10 + "長い…"
    assert version == "第1版  手元用(このまま提出しない)"


def test_a_paper_without_a_date_asks_for_it_and_bears_none(island_paper: Brief) -> None:
    undated = island_paper.model_copy(update={"header": island_paper.header.model_copy(update={"date": ""})})
    document = Document(io.BytesIO(WordFile().export(undated)))
    assert document.tables[0].rows[0].cells[1].text == "【要確認: 作成者】。第1版"
    assert document.core_properties.created is None
