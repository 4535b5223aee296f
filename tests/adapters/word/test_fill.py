"""A template of an office's own: every place filled however Word split it, unknown names kept, bad files refused."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.adapters.word import shipped
from advisor.adapters.word.characters import plain
from advisor.adapters.word.fill import TemplateFiller
from advisor.adapters.word.opened import closed, opened
from advisor.adapters.word.shipped.forms import FORMS
from advisor.adapters.word.shipped.laying import laid
from advisor.agent.forms import surveyed
from advisor.brief.fields import NAMES, filling
from advisor.brief.model import Brief
from advisor.errors import AdvisorError
from tests.adapters.word.test_opening import disordered, pages

FILLER = TemplateFiller()
DOCS = Path(__file__).parents[3] / "docs" / "templates.md"


def made(*paragraphs: str) -> bytes:
    """A template of paragraphs."""
    document = Document()
    for each in paragraphs:
        document.add_paragraph(each)
    return saved(document)


def saved(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


def lines(file: bytes) -> list[str]:
    """The paragraphs of a file's body."""
    return [each.text for each in Document(io.BytesIO(file)).paragraphs]


def fill(template: bytes, brief: Brief, private: bool = False) -> bytes:
    return FILLER.fill("様式.docx", template, filling(brief, private))


def repacked(content: bytes, **parts: bytes) -> bytes:
    """The file with parts added or replaced; `__` in a name stands for a slash, `_dot_` for a dot."""
    names = {name.replace("__", "/").replace("_dot_", "."): body for name, body in parts.items()}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    return closed({**held, **names})


def test_names_that_word_split_into_runs_are_joined(island_paper: Brief) -> None:
    document = Document()
    paragraph = document.add_paragraph()
    for at, piece in enumerate(("件名は{", "{件", "名}", "}です。規模は{{ 規模 }}")):
        paragraph.add_run(piece).bold = at == 1
    found = lines(fill(saved(document), island_paper))
    assert found == ["件名は書類のために船に乗る日をなくす取組(案)です。規模は241人。"]


def test_the_words_look_like_the_run_in_which_the_name_begins(island_paper: Brief) -> None:
    document = Document()
    paragraph = document.add_paragraph("規模: ")
    paragraph.add_run("{{規").bold = True
    paragraph.add_run("模}}")
    runs = Document(io.BytesIO(fill(saved(document), island_paper))).paragraphs[0].runs
    assert [(run.text, run.bold) for run in runs if run.text] == [("規模: ", None), ("241人。", True)]


def test_headers_footers_and_text_boxes_are_filled(island_paper: Brief) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "{{件名}}"
    document.sections[0].footer.paragraphs[0].text = "{{版}} 頁"
    box = parse_xml(
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>{{規</w:t></w:r><w:r><w:t>模}}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    document.add_paragraph("外 {{日程}}")._p.append(box)
    file = fill(saved(document), island_paper)
    body = Document(io.BytesIO(file))
    assert body.sections[0].header.paragraphs[0].text == "書類のために船に乗る日をなくす取組(案)"
    assert body.sections[0].footer.paragraphs[0].text == "第1版 頁"
    (inside,) = body.element.body.iter(qn("w:txbxContent"))
    assert "".join(each.text or "" for each in inside.iter(qn("w:t"))) == "241人。"
    assert "外 期限は令和9年度末。" in "".join(each.text or "" for each in body.element.body.iter(qn("w:t")))


def test_a_row_is_repeated_for_a_list(island_paper: Brief) -> None:
    document = Document()
    table = document.add_table(rows=2, cols=3)
    for cell, text in zip(table.rows[0].cells, ("区分", "内容", "件名"), strict=True):
        cell.text = text
    for cell, text in zip(table.rows[1].cells, ("{{事業.区分}}", "・{{事業.内容}}", "{{件名}}"), strict=True):
        cell.text = text
    found = Document(io.BytesIO(fill(saved(document), island_paper))).tables[0]
    rows = [[cell.text for cell in row.cells] for row in found.rows]
    title = "書類のために船に乗る日をなくす取組(案)"
    assert rows[1:3] == [
        ["やめる", "・証明書を出させるのをやめる。", title],
        ["変える", "・証明の要る手続31件を洗い直す。", title],
    ]
    assert len(rows) == 4


def test_a_table_a_list_of_lines_and_a_column_in_the_text(island_paper: Brief) -> None:
    template = made("前", "{{指標表}}", "{{要旨}}", "まとめ: {{目的}}{{要旨}}", "{{事業.区分}}", "後")
    file = Document(io.BytesIO(fill(template, island_paper)))
    heads, row = ([cell.text for cell in each.cells] for each in file.tables[0].rows)
    assert heads == ["指標", "現状値", "目標", "期限", "測り方", "中止条件"]
    assert row[:4] == ["証明書だけの来庁", "6割(昨年度)", "3割以下", "令和9年度末"]
    texts = [each.text for each in file.paragraphs]
    assert texts[2:5] == [
        "沖の3島に住む75歳以上の人(241人)について、証明書1枚で往復2時間40分、船賃1,180円という現状を改め、書類のために船に乗る日をなくす。",
        "求める判断は【要確認: 作成者】。",
        "概算は年150万円。人は増えない。",
    ]
    assert texts[5].count("\n") == 2
    assert texts[6:] == ["やめる", "変える", "つくる", "後"]


def test_an_unknown_name_is_listed_and_stays(island_paper: Brief) -> None:
    template = made("{{件名}} {{部長の名}} {{指標.色}}", "{{部長の名}}")
    assert FILLER.names("a.docx", template) == ("件名", "部長の名", "指標.色")
    survey = surveyed(FILLER.names("a.docx", template), island_paper)
    assert (survey.known, survey.unknown) == (("件名",), ("部長の名", "指標.色"))
    assert {"要旨", "目的"} <= {*survey.absent}
    assert lines(fill(template, island_paper))[0].endswith(" {{部長の名}} {{指標.色}}")


def test_what_still_waits_is_told(island_paper: Brief) -> None:
    survey = surveyed(("件名", "作成課", "指標.中止条件", "要確認表", "規模"), island_paper)
    assert survey.waiting == ("作成課", "指標.中止条件")
    assert surveyed(("要旨",), island_paper).absent == ("件名", "日付", "作成課", "提出先", "目的")


def test_words_that_look_like_names_are_words(island_paper: Brief) -> None:
    header = island_paper.header.model_copy(update={"version": "{{目的}}"})
    found = lines(
        fill(made("{{版}}", "{{版}}と{{規模}}"), island_paper.model_copy(update={"header": header}))
    )
    assert found == ["{{目的}}", "{{目的}}と241人。"]


def test_odd_characters_do_not_break_the_file(island_paper: Brief) -> None:
    header = island_paper.header.model_copy(update={"version": "𠮷野家の「髙」﨑<&>\x00\x0b\ud800ヲ"})
    found = lines(fill(made("{{版}}"), island_paper.model_copy(update={"header": header})))
    assert found == ["𠮷野家の「髙」﨑<&> ヲ"]


def test_private_marks_stand_only_in_the_authors_copy(island_paper: Brief) -> None:
    template = made("{{リーダー}}")
    assert lines(fill(template, island_paper)) == ["主任の浜口。"]
    assert lines(fill(template, island_paper, private=True)) == ["主任の浜口。沖の島の生まれ。〔職員 t12〕"]


def test_what_is_not_filled_stays_byte_for_byte(island_paper: Brief) -> None:
    template = made("{{件名}}")
    before, after = opened("a.docx", template), opened("a.docx", fill(template, island_paper))
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]
    assert fill(template, island_paper) == fill(template, island_paper)


EXTERNAL = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s" TargetMode="External"/></Relationships>'
)
BAD = {
    "様式.docm": (made("x"), "マクロ"),
    "様式.doc": (made("x"), ".docx だけ"),
    "macro.docx": (repacked(made("x"), word__vbaProject_dot_bin=b"x"), "マクロ"),
    "active.docx": (repacked(made("x"), word__activeX__a_dot_xml=b"<x/>"), "マクロ"),
    "type.docx": (repacked(made("x"), **{"[Content_Types]_dot_xml": b"<x>wordprocessingml macroEnabled</x>"}), "マクロ"),
    "far.docx": (
        repacked(made("x"), word___rels__header1_dot_xml_dot_rels=EXTERNAL % (b"image", b"http://example.jp/a.png")),
        "外にあるファイル",
    ),
    "entity.docx": (
        repacked(made("x"), word__document_dot_xml=b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
        "壊れている",
    ),
    "xml.docx": (repacked(made("x"), word__document_dot_xml=b"<w:document wordprocessingml"), "壊れている"),
    "above.docx": (repacked(made("x"), **{"word__..__..__x": b"x"}), "壊れている"),
    "zip.docx": (closed({"a.txt": b"x"}), "ではないよう"),
    "text.docx": ("件名".encode(), "ではないよう"),
    "cut.docx": (made("x")[:-200], "壊れている"),
    "bomb.docx": (repacked(made("x"), word__media__a_dot_bin=b"0" * (31 * 1024 * 1024)), "大きすぎ"),
    "many.docx": (closed({**{f"word/{at}.bin": b"" for at in range(2_001)}}), "大きすぎ"),
    "large.docx": (b"PK\x03\x04" + b"0" * (10 * 1024 * 1024), "大きすぎ"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_trusted_is_refused_with_a_sentence(name: str) -> None:
    content, words = BAD[name]
    with pytest.raises(AdvisorError) as refusal:
        FILLER.names(name, content)
    assert words in refusal.value.what
    assert refusal.value.do


def test_the_address_of_a_template_on_somebodys_disk_is_dropped(island_paper: Brief) -> None:
    settings = opened("a.docx", made("x"))["word/settings.xml"].replace(
        b"</w:settings>", b'<w:attachedTemplate r:id="rId1"/></w:settings>'
    )
    relations = EXTERNAL % (b"attachedTemplate", b"file:///C:/Users/a/Normal.dotm")
    template = repacked(
        made("{{件名}}"), word__settings_dot_xml=settings, word___rels__settings_dot_xml_dot_rels=relations
    )
    after = opened("a.docx", fill(template, island_paper))
    assert all(b"attachedTemplate" not in content for content in after.values())


@pytest.mark.parametrize("name", shipped.NAMES)
def test_a_shipped_form_is_what_its_code_makes_and_is_filled_whole(name: str, island_paper: Brief) -> None:
    content = shipped.shipped()[name]
    assert opened("a.docx", content) == opened("a.docx", laid(name, FORMS[name]))
    found = FILLER.names("a.docx", content)
    assert len(found) > 15
    assert surveyed(found, island_paper).unknown == ()
    parts = opened("a.docx", fill(content, island_paper))
    told = "".join(parts[each].decode() for each in parts if re.match(r"word/(document|footer)", each))
    assert "{{" not in told
    assert disordered(parse_xml(parts["word/document.xml"])) == []


def test_a_table_put_in_stands_in_the_order_of_the_schema(island_paper: Brief) -> None:
    document = Document()
    document.add_paragraph().add_run("{{手段表}}").bold = True
    parts = opened("a.docx", fill(saved(document), island_paper))
    assert disordered(parse_xml(parts["word/document.xml"])) == []


def test_the_manual_names_every_name_and_no_other() -> None:
    text = DOCS.read_text(encoding="utf-8").split("## 文の名")[1]
    named = set(re.findall(r"`\{\{([^{}]+)\}\}`", text)) - {"名表", "名.欄"}
    assert named == {*NAMES}
    assert f"**{'・'.join(shipped.NAMES)}**" in DOCS.read_text(encoding="utf-8")


@pytest.mark.office
@pytest.mark.slow
def test_a_filled_form_opens_and_keeps_to_its_pages(
    onsen_paper: Brief, soffice: Path, tmp_path: Path
) -> None:
    most = {"起案文": 3, "予算要求調書": 3, "議会説明資料": 3, "A4一枚": 1}
    for name, count in most.items():
        filled = FILLER.fill("a.docx", shipped.shipped()[name], filling(onsen_paper))
        assert 1 <= pages(filled, soffice, tmp_path) <= count


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=60), st.lists(st.integers(1, 11), min_size=3, max_size=3))
def test_any_words_come_through_however_word_cut_the_name(
    island_paper: Brief, words: str, cuts: list[int]
) -> None:
    header = island_paper.header.model_copy(update={"version": words})
    document = Document()
    paragraph = document.add_paragraph()
    name, at = "前{{ 版 }}後{{版}}", 0
    for cut in [*cuts, len(name)]:
        paragraph.add_run(name[at : at + cut])
        at += cut
    found = lines(fill(saved(document), island_paper.model_copy(update={"header": header})))
    kept = plain(words or "【要確認: 作成者】")
    assert found == [f"前{kept}後{kept}"]
