"""The paper is written on, compared and locked on the page."""

import pytest

from advisor.brief.model import Claim, SectionId
from advisor.brief.studio.lines import lines_of
from advisor.ui.paper.studio.pen import blank, field
from tests.ui.visit import Visit, reader

POST = "郵便局が3島とも残っている。"
HOSTILE = "<img src=x onerror=alert(1)>島の**郵便局**。"


@pytest.fixture
def paper(visit: Visit) -> Visit:
    """The paper of a consultation with a few answers."""
    visit.say("書類のために船に乗る日をなくしたいです。")
    for slot, text in {"strengths": POST, "value": "役場のために一日つぶさなくてよい。"}.items():
        reader().set_slot(visit.id, slot, text)  # type: ignore[arg-type]
    return visit.go("paper")


def turn_to(visit: Visit, mode: str, section: SectionId = "value") -> Visit:
    """Choose one of the three ways to look at a paper, and a section to write in."""
    visit.app.segmented_control(key="paper-mode").set_value(mode)
    visit.drawn()
    if mode == "write":
        visit.app.radio(key="pen-section").set_value(section)
        visit.drawn()
    return visit


def claim(visit: Visit, words: str, section: SectionId = "value") -> Claim:
    """The first claim of a section that holds these words, as it is stored."""
    paper = reader().studio.working(visit.id).paper
    return next(each for each in paper.brief.section(section).claims if words in each.text)


def write(visit: Visit, words: str, text: str) -> Visit:
    """Write another text into the field of a claim."""
    visit.app.text_area(key=field(claim(visit, words))).set_value(text)
    return visit


def texts(visit: Visit, section: SectionId = "value") -> list[str]:
    """What the paper says in a section, as it is read."""
    return [each.text for each in reader().draft(visit.id).brief.section(section).claims]


def html(visit: Visit) -> str:
    """All HTML of the page."""
    return "\n".join(each.proto.body for each in visit.app.get("html"))


def test_a_section_is_written_on_commented_redrafted_and_undone(paper: Visit) -> None:
    turn_to(paper, "write")
    assert "まだ書き直していません" in paper.words
    write(paper, POST, HOSTILE).press("pen-save")
    assert HOSTILE in texts(paper)
    assert "第2版" in paper.words
    assert "もとの文" in paper.words
    assert "<img" not in html(paper)
    # A line is added, moved and removed; what was typed meanwhile is stored with it.
    paper.press("pen-add-item")
    key = blank("value", "item", 0, reader().studio.working(paper.id).number)
    paper.app.text_area(key=key).set_value("足した文。")
    paper.press("pen-save")
    added = lines_of(reader().studio.working(paper.id).paper.brief.section("value"))[-1]
    assert added.texts == ("足した文。",)
    write(paper, "足した文", "足して直した文。").press(f"up-{added.key}")
    assert texts(paper).index("足して直した文。") < len(texts(paper)) - 1
    paper.press(f"drop-{added.key}")
    assert "足して直した文。" not in texts(paper)
    # A comment stands beside the sentence and on no paper.
    paper.app.text_input(key="remark-value").set_value("係長に聞く")
    paper.press("remark-save-value")
    assert "係長に聞く" in paper.words
    assert "係長に聞く" not in reader().export(paper.id, "md", private=True).decode()
    # The conversation goes on: the section tells what would change, and lets it in beside what was written.
    before = texts(paper)
    reader().set_slot(paper.id, "value", "半日で済む。")
    paper.drawn()
    assert any(each.label.startswith("聞き取りが変わりました。違いを見る") for each in paper.app.expander)
    assert "<del>" in html(paper)
    paper.press("redraft-value")
    assert {"半日で済む。", HOSTILE} <= set(texts(paper))
    assert not paper.keys("redraft-")
    paper.press("pen-undo")
    assert texts(paper) == before
    # Or change by change; and a sentence goes back to what it was.
    reader().set_slot(paper.id, "strengths", "船着き場が三つある。")
    paper.drawn()
    assert "後ろに並びます" in paper.words
    left = len(paper.keys("leave-value-"))
    assert left >= 2
    paper.press("leave-value-0")
    assert len(paper.keys("leave-value-")) == left - 1
    assert "半日で済む。" not in texts(paper)
    while paper.keys("accept-value-"):
        paper.press("accept-value-0")
    assert {HOSTILE, "船着き場が三つある。"} <= set(texts(paper))
    paper.press(f"revert-{claim(paper, HOSTILE).key}")
    assert POST in texts(paper)


def test_two_tabs_write_on_one_paper_and_nothing_is_lost(paper: Visit) -> None:
    turn_to(paper, "write")
    other = turn_to(paper.other_tab().go("paper"), "write")
    write(other, POST, "後のタブの文。")
    write(paper, POST, "先のタブの文。").press("pen-save")
    turn_to(other.drawn(), "write", "purpose")
    assert any(each.endswith("未保存") for each in other.app.radio(key="pen-section").options)
    turn_to(other, "versions")
    turn_to(other, "write")
    assert "別のタブで先に進んでいます。保存すると" in other.words
    other.press("pen-save")
    assert "先のタブの文。" in texts(other)
    assert "別のタブの書きかけ" in other.words
    turn_to(other, "versions")
    assert "別のタブの書きかけ" in html(other)
    assert "<mark>後</mark>のタブの文。" in html(other)


def test_versions_are_listed_compared_named_locked_and_brought_back(paper: Visit) -> None:
    turn_to(paper, "versions")
    assert "版はまだありません" in paper.words
    turn_to(paper, "write")
    write(paper, POST, "郵便局が2島とも残っている。").press("pen-save")
    turn_to(paper, "versions")
    assert "<del>3</del>" in html(paper)
    assert "<mark>2</mark>" in html(paper)
    paper.app.text_input(key="version-name-2").set_value("<b>係の案</b>")
    paper.press("version-name")
    assert "第2版 ・ &lt;b&gt;係の案&lt;/b&gt;" in html(paper)
    paper.app.text_input(key="submit-name").set_value("12月補正")
    paper.press("submit")
    assert reader().draft(paper.id).brief.header.version == "12月補正(提出版)"
    assert "いまの紙は提出版です" in paper.words
    paper.app.selectbox(key="version-one").set_value(1)
    paper.drawn().press("version-restore")
    assert POST in texts(paper)
    assert [each.locked for each in reader().studio.versions(paper.id)] == [False, False, True, False]
    labels = [each.proto.label for each in turn_to(paper, "read").app.get("download_button")]
    assert labels
