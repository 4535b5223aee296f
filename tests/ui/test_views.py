"""The paper, the library and the list of consultations."""

import io

import pytest
from docx import Document

from advisor.ui import desk
from tests.ui.visit import Visit, reader


def test_without_a_consultation_the_paper_says_how_to_begin(visit: Visit) -> None:
    visit.go("paper")
    assert "企画書はまだありません" in visit.words
    assert visit.keys("to-talk")


def test_the_paper_shows_where_every_sentence_comes_from(visit: Visit) -> None:
    visit.press("opening-2").say("75歳以上で、島に住んでいる人です").go("paper")
    assert "提出用" in visit.words
    assert "【要確認" in visit.words
    assert "〔職員" not in visit.words
    visit.app.segmented_control(key="copy").set_value(True)
    visit.drawn()
    assert "〔職員" in visit.words
    assert 'class="claim said"' in visit.words


def test_the_header_is_filled_on_the_page_and_stands_on_the_paper(visit: Visit) -> None:
    visit.press("opening-2").go("paper")
    visit.app.text_input(key=f"header-{visit.id}-section").set_value("市民課")
    visit.app.text_input(key=f"header-{visit.id}-subject").set_value("<b>船</b>の件")
    next(each for each in visit.app.button if each.label == "紙に入れる").click()
    visit.drawn()
    assert visit.session.header == {"subject": "<b>船</b>の件", "section": "市民課"}
    assert "&lt;b&gt;船&lt;/b&gt;の件" in visit.words
    assert "<b>船</b>" not in "".join(each.proto.body for each in visit.app.get("html"))


def test_the_findings_say_why_and_what_to_do(visit: Visit) -> None:
    visit.press("opening-2").go("paper")
    draft = reader().draft(visit.id)
    assert draft.findings
    assert all(finding.do.split("「")[0] in visit.words for finding in draft.findings)


def test_every_format_can_be_taken_along_and_one_that_cannot_says_what_to_do(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advisor.adapters.pdf_file.find_spec", lambda name: None)
    visit.press("opening-2").go("paper")
    buttons = visit.app.get("download_button")
    assert {each.proto.label: each.proto.disabled for each in buttons} == {
        "Word(.docx)": False, "PDF(.pdf)": True, "PowerPoint(.pptx)": False, "Excel(.xlsx)": False,
        "Markdown(.md)": False, "JSON(.json)": False, "一式(.zip)": False,
        "起案文": False, "予算要求調書": False, "議会説明資料": False, "A4一枚": False,
    }  # fmt: skip
    assert "会議に出す一枚のポンチ絵" in visit.words
    assert "PDFを作る部品(typst)が入っていません。「pip install" in visit.words


def test_both_pictures_of_the_paper_have_words(visit: Visit) -> None:
    visit.press("opening-2").go("paper")
    words = [each.proto.imgs[0].alt for each in visit.app.get("image")]
    assert words[0].startswith("三つの段: ")
    assert words[1].startswith("ロジックモデル。")


def test_a_success_is_never_shown_without_its_limit(visit: Visit) -> None:
    visit.go("library")
    shown = visit.keys("card-open-")
    assert len(shown) == 10
    for key in shown:
        card = reader().library.card(key.removeprefix("card-open-"))
        assert card is not None
        assert card.kind == "case"
        assert card.lines.limit.replace("&", "&amp;") in visit.words
        assert (card.counter_view or "").replace("&", "&amp;") in visit.words


def test_the_library_is_searched_and_a_card_opens_with_its_sources(visit: Visit) -> None:
    visit.go("library")
    visit.app.text_input(key="library-search").set_value("書かない窓口")
    visit.drawn()
    visit.press("card-open-P2-01")
    assert "出典と、どこまで確かめたか" in visit.words
    assert "限界と反対の見方" in visit.words
    visit.press("card-back")
    assert visit.keys("card-open-")


def test_cases_are_narrowed_by_phase_field_and_technology(visit: Visit) -> None:
    visit.go("library")
    visit.app.selectbox(key="library-phase").set_value(3)
    visit.drawn()
    cards = {card.id: card for card in reader().library.cards()}
    found = [cards[key.removeprefix("card-open-")] for key in visit.keys("card-open-")]
    assert found
    assert all(card.kind == "case" and card.phase == 3 for card in found)


def test_the_other_shelves_are_there_too(visit: Visit) -> None:
    visit.go("library")
    for kind in ("technology", "method", "framework"):
        visit.app.segmented_control(key="library-kind").set_value(kind)
        visit.drawn()
        assert visit.keys("card-open-")


def test_a_consultation_is_renamed_deleted_brought_back_and_removed_for_good(visit: Visit) -> None:
    visit.press("opening-0")
    id = visit.id
    visit.go("list")
    visit.app.text_input(key=f"title-{id}").set_value("窓口の件")
    visit.press(f"rename-{id}")
    assert [entry.title for entry in reader().consultations()] == ["窓口の件"]
    visit.press(f"delete-{id}")
    assert reader().consultations() == []
    visit.press("notice-undo")
    assert [entry.id for entry in reader().consultations()] == [id]
    visit.press(f"delete-{id}").press(f"purge-yes-{id}")
    assert reader().consultations(deleted=True) == []


def test_the_list_is_searched_and_a_consultation_is_resumed_from_it(visit: Visit) -> None:
    visit.press("opening-4")
    id = visit.id
    visit.press("new").press("opening-2").go("list")
    visit.app.text_input(key="list-search").set_value("RPA")
    visit.drawn()
    assert visit.keys("open-") == [f"open-{id}"]
    visit.press(f"open-{id}")
    assert visit.id == id
    assert "RPAで毎月の入力作業を減らしたいです" in visit.words


def test_a_finding_is_mended_by_a_press_and_the_four_gates_are_shown(visit: Visit) -> None:
    visit.press("opening-2")
    reader().set_slot(visit.id, "evidence", "昨年度、3島からの来庁が延べ931件。")
    visit.go("paper")
    assert all(name in visit.words for name in ("ニーズ調査", "事後評価", "読みやすさ"))
    fix = next(each for each in visit.app.button if each.label.startswith("「昨年度」を"))
    visit.press(fix.key)
    said = visit.session.worksheet["evidence"].values[0].text
    assert "昨年度" not in said
    assert said.endswith("年度、3島からの来庁が延べ931件。")
    visit.press(visit.keys("answer-")[0])
    assert visit.keys("save-beside")


def test_an_offices_own_form_is_surveyed_before_it_is_filled(visit: Visit) -> None:
    visit.press("opening-2").go("paper")
    document = Document()
    document.add_paragraph("{{件名}} {{作成課}} {{部長の名}}")
    file = io.BytesIO()
    document.save(file)
    visit.app.file_uploader(key="template").upload("所属<b>.docx", file.getvalue())
    visit.drawn()
    assert "埋まる名(2): 件名、作成課" in visit.words
    assert "知らない名(1)。そのまま残します: 部長の名" in visit.words
    assert "埋めた様式を受け取る" in [each.proto.label for each in visit.app.get("download_button")]
    visit.app.file_uploader(key="template").upload("所属.docm", file.getvalue())
    visit.drawn()
    assert "マクロや部品(ActiveX)の入った様式は受け取れません" in str(visit.app.warning[0].value)


def test_a_consultation_that_was_handed_over_is_taken_in(visit: Visit) -> None:
    visit.press("opening-2")
    before, content = visit.id, desk.handover().hand(visit.id)
    visit.go("list")
    visit.app.file_uploader(key="take-file").upload("一式.zip", b"PK nothing")
    visit.drawn().press("take")
    assert "zipとして読めません" in visit.words
    visit.app.file_uploader(key="take-file").upload("一式.zip", content)
    visit.drawn().press("take")
    assert visit.id != before
    assert visit.session.events == reader().session(before).events
