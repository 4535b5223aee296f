"""Sources are Word's own footnotes."""

import io
import zipfile

from docx.oxml.ns import qn

from advisor.adapters.word_file import WordFile
from advisor.brief.model import Brief, Claim, Header, Item, Note, Section
from tests.adapters.word.conftest import part, text


def noted(*claims: Claim) -> Brief:
    """A paper of one section and three sources."""
    notes = tuple(
        Note(number=at, title=f"資料{at}", urls=(f"https://example.jp/{at}?a=1&b=2",), checked="opening")
        for at in (1, 2, 3)
    )
    items = tuple(Item(claims=(claim,)) for claim in claims)
    sections = (Section(id="summary", title="要旨", items=items), Section(id="record", title="発言の記録"))
    return Brief(header=Header(), title=(), sections=sections, notes=notes)


def cited(number: int) -> Claim:
    return Claim(text=f"資料{number}が言う。", origin="source", notes=(number,))


def shown_marks(file: bytes) -> list[str]:
    """What stands at each mark: the id of a footnote, or the number a field shows."""
    marks = []
    document = part(file, "document")
    for run in document.iter(qn("w:r")):
        reference = run.find(qn("w:footnoteReference"))
        if reference is not None:
            marks.append(f"note {reference.get(qn('w:id'))}")
        style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
        text = run.findtext(qn("w:t")) or ""
        if style is not None and style.get(qn("w:val")) == "footnotereference" and text.isdigit():
            marks.append(f"again {text}")
    return marks


def test_a_source_is_a_footnote_at_first_and_a_field_when_it_is_named_again() -> None:
    assert shown_marks(WordFile().export(noted(cited(2), cited(1), cited(2)))) == [
        "note 1",
        "note 2",
        "again 1",
    ]


def test_footnotes_hold_title_state_and_address_of_the_sources_that_are_named() -> None:
    file = WordFile().export(noted(cited(3)))
    notes = part(file, "footnotes").findall(qn("w:footnote"))
    assert [note.get(qn("w:id")) for note in notes] == ["-1", "0", "1"]
    assert text(notes[-1]).strip() == "資料3(出典の冒頭を確認済み) https://example.jp/3?a=1&b=2"


def test_an_address_of_a_footnote_can_be_followed() -> None:
    file = WordFile().export(noted(cited(3)))
    link = part(file, "footnotes").find(".//" + qn("w:hyperlink"))
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        relations = archive.read("word/_rels/footnotes.xml.rels").decode()
    assert f'Id="{link.get(qn("r:id"))}"' in relations
    assert "https://example.jp/3?a=1&amp;b=2" in relations


def test_an_address_that_is_none_of_the_web_cannot_be_followed() -> None:
    note = Note(number=1, title="資料", urls=("javascript:alert(1)",), checked="full")
    file = WordFile().export(noted(cited(1)).model_copy(update={"notes": (note,)}))
    footnotes = part(file, "footnotes")
    assert footnotes.find(".//" + qn("w:hyperlink")) is None
    assert "javascript:alert(1)" in text(footnotes)


def test_a_number_without_a_source_stands_as_a_plain_mark() -> None:
    file = WordFile().export(noted(cited(9)))
    assert part(file, "document").find(".//" + qn("w:footnoteReference")) is None
    assert "注9" in text(part(file, "document"))


def test_every_field_names_a_bookmark_that_is_there(island_paper: Brief) -> None:
    document = part(WordFile().export(island_paper), "document")
    named = {mark.get(qn("w:name")) for mark in document.iter(qn("w:bookmarkStart"))}
    codes = [code.text.split() for code in document.iter(qn("w:instrText"))]
    asked = [code[1] for code in codes if code[0] == "NOTEREF"]
    assert asked
    assert set(asked) <= named


def test_a_case_names_its_source_once_a_row(island_paper: Brief) -> None:
    document = part(WordFile().export(island_paper), "document")
    rows = [row for row in document.iter(qn("w:tr")) if text(row).startswith("窓口を一つにした市")]
    assert len(rows) == 1
    assert text(rows[0]).count("注") == 1
