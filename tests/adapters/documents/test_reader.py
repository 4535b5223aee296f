"""Files that are handed over: what can be read is read whole, what cannot is refused with one sentence."""

import io
import tracemalloc
from collections.abc import Callable

import docx as word
import pytest

from advisor.adapters.documents import pdf as pdf_side
from advisor.adapters.documents.pdf import pdf_text
from advisor.adapters.documents.reader import LARGEST_FILE, FileReader
from advisor.agent.ports import DocumentReader
from advisor.dialogue.turns import LONGEST_DOCUMENT
from advisor.errors import AdvisorError
from tests.adapters.documents.files import OLE, docx, lying, paragraph, pdf, row, run, zipped

TEXT = "第1回 窓口検討会\n①高齢の方が、手続のたびに来庁している。\n㈱は例です。\n"
PASTE = "貼り付けて"


@pytest.fixture
def reader() -> DocumentReader:
    return FileReader()


def refused(reader: DocumentReader, name: str, content: bytes) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(AdvisorError) as caught:
        reader.read(name, content)
    error = caught.value
    assert error.where == name
    assert error.what
    assert error.do
    return f"{error.what}。{error.do}"


@pytest.mark.parametrize("name", ["会議録.txt", "会議録.md", "会議録.csv", "会議録.TXT", "会議録.tsv"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "utf-32", "iso2022_jp_ext", "euc_jis_2004"]
)
def test_a_text_is_read_in_every_encoding_of_an_office(
    reader: DocumentReader, name: str, encoding: str
) -> None:
    text = TEXT.replace("①", "1").replace("㈱", "(株)") if encoding == "iso2022_jp_ext" else TEXT
    assert reader.read(name, text.encode(encoding)) == text


@pytest.mark.parametrize("mark", [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")])
def test_both_orders_of_utf_16_are_read(reader: DocumentReader, mark: tuple[str, bytes]) -> None:
    assert reader.read("a.txt", mark[1] + TEXT.encode(mark[0])) == TEXT


@pytest.mark.parametrize("words", ["氏名,住所\n", "市民課", "ｱﾝｹｰﾄ結果\n", "AI DX"])
def test_a_few_words_in_shift_jis_are_not_taken_for_euc(reader: DocumentReader, words: str) -> None:
    assert reader.read("a.csv", words.encode("cp932")) == words


@pytest.mark.parametrize(
    "content",
    [
        bytes(range(256)),
        b"\x00\x01\x02\x03",
        b"\xff\xfe\x41",
        "あ".encode() + b"\xff\x00",
        b"\x89PNG\r\n\x1a\n\x00",
    ],
)
def test_bytes_that_are_no_text_are_refused(reader: DocumentReader, content: bytes) -> None:
    assert "文字として読めません" in refused(reader, "謎.txt", content)


def test_a_paper_made_by_a_word_library_is_read_with_its_tables(reader: DocumentReader) -> None:
    made = word.Document()
    made.add_heading("窓口の現状", 1)
    made.add_paragraph("高齢の方が、手続のたびに来庁している。")
    table = made.add_table(2, 2)
    for number, words in enumerate(["月", "件数", "4月", "120"]):
        table.cell(number // 2, number % 2).text = words
    made.add_paragraph("以上")
    out = io.BytesIO()
    made.save(out)
    assert reader.read("現状.docx", out.getvalue()) == (
        "窓口の現状\n高齢の方が、手続のたびに来庁している。\n月\t件数\n4月\t120\n以上"
    )


def test_only_what_the_eye_sees_of_a_word_file_is_read(reader: DocumentReader) -> None:
    body = paragraph(
        run("見える"),
        run("隠れた指示", "<w:vanish/>"),
        run("隠れていない", '<w:vanish w:val="0"/>'),
        "<w:del><w:r><w:delText>消した文</w:delText></w:r></w:del>",
        "<w:r><w:ruby><w:rt><w:r><w:t>まどぐち</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>窓口</w:t></w:r></w:rubyBase></w:ruby></w:r>",
        "<w:r><w:instrText>HYPERLINK evil</w:instrText></w:r>",
    )
    assert reader.read("a.docx", docx(body)) == "見える隠れていない窓口"


def test_tabs_breaks_and_tables_in_tables_keep_their_places(reader: DocumentReader) -> None:
    settings = "<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>"
    body = f"<w:p>{settings}<w:r><w:t>左</w:t><w:tab/><w:t>右</w:t><w:br/><w:t>次</w:t></w:r></w:p>"
    inner = f"<w:tbl>{row('内1', '内2')}</w:tbl>"
    table = (
        f"<w:tbl><w:tr><w:tc>{inner}{paragraph()}</w:tc><w:tc>{paragraph(run('外'))}</w:tc></w:tr></w:tbl>"
    )
    lines = reader.read("a.docx", docx(body + table)).split("\n")
    assert lines[:2] == ["左\t右", "次"]
    assert [each.split() for each in lines[2].split("\t")] == [["内1", "内2"], ["外"]]


def test_a_word_file_whose_text_has_another_place_is_read(reader: DocumentReader) -> None:
    relations = '<Relationships><Relationship Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>'
    content = docx(paragraph(run("別の場所")), name="word/document2.xml", **{"_rels/.rels": relations})
    assert reader.read("a.docx", content) == "別の場所"


def test_a_long_word_file_is_read_no_further_than_needed(reader: DocumentReader) -> None:
    text = reader.read("a.docx", docx(paragraph(run("あ" * 1000)) * 1000))
    assert LONGEST_DOCUMENT < len(text) < LONGEST_DOCUMENT * 1.5


def test_a_pdf_is_read_page_by_page(reader: DocumentReader) -> None:
    text = reader.read("通知.pdf", pdf("高齢者の移動手段について(通知)", "第2 対象者の範囲"))
    assert text.split("\n") == ["高齢者の移動手段について(通知)", "第2 対象者の範囲"]


def test_a_pdf_of_pictures_says_that_it_has_no_letters(reader: DocumentReader) -> None:
    assert "画像だけのよう" in refused(reader, "紙.pdf", pdf("", ""))


def _encrypted_word() -> bytes:
    return OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500


_BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "an empty text": ("a.txt", lambda: b"", "中身が空です"),
    "blanks alone": ("a.txt", lambda: b" \n\n", "中身が空です"),
    "a Word file of pictures": ("a.docx", lambda: docx(paragraph()), "画像だけのよう"),
    "a file over the limit": ("a.txt", lambda: b"a" * (LARGEST_FILE + 1), "10 MBまで"),
    "a protected Word file": ("a.docx", _encrypted_word, "パスワード"),
    "an old Word file renamed": ("a.docx", lambda: OLE + b"\0" * 500, "中身が .docx ではない"),
    "a text called docx": ("a.docx", TEXT.encode, "中身が .docx ではない"),
    "an archive called docx": ("a.docx", lambda: zipped({"a.txt": "x"}), "中身が .docx ではない"),
    "a workbook called docx": (
        "a.docx",
        lambda: zipped({"_rels/.rels": "<a/>", "xl/b.xml": ""}),
        "中身が .docx ではない",
    ),
    "an archive called txt": ("a.txt", lambda: zipped({"a": "x"}), "中身が .txt ではない"),
    "a PDF called csv": ("a.csv", lambda: pdf("あ"), "中身が .csv ではない"),
    "a Word file called pdf": ("a.pdf", lambda: docx(paragraph(run("あ"))), "中身が .pdf ではない"),
    "a Word file cut off": ("a.docx", lambda: docx(paragraph(run("あ")))[:-30], "壊れている"),
    "a Word file of no XML": ("a.docx", lambda: zipped({"word/document.xml": "<w:p"}), "壊れている"),
    "a Word file that lies": ("a.docx", lambda: lying(docx(paragraph(run("あ"))), 20), "壊れている"),
    "a protected PDF": ("a.pdf", lambda: pdf("秘密", encrypted=True), "パスワード"),
    "a PDF cut off": ("a.pdf", lambda: b"%PDF-1.7\n1 0 obj<</Type/Cat", "壊れている"),
    "a workbook": ("表.xlsx", lambda: zipped({"xl/workbook.xml": ""}), "CSVにして"),
    "an old Word file": ("a.doc", lambda: OLE, "Wordの文書(.docx)かPDFに保存し直して"),
    "a paper of Ichitaro": ("a.jtd", lambda: OLE, "Wordの文書(.docx)かPDFに保存し直して"),
    "slides": ("a.pptx", lambda: zipped({"ppt/a": ""}), "PDFに保存し直して"),
    "a photograph": ("a.JPG", lambda: b"\xff\xd8\xff", "書き写して"),
    "an archive": ("a.zip", lambda: zipped({"a": "x"}), "一つずつ"),
    "a program": ("a.exe", lambda: b"MZ", ".exe のファイルは読めません"),
    "no suffix": ("メモ", TEXT.encode, "種類が名前から分かりません"),
    "a dot alone": (".docx", TEXT.encode, "種類が名前から分かりません"),
}


@pytest.mark.parametrize("case", _BAD)
def test_refused_with_what_is_wrong_and_what_to_do(reader: DocumentReader, case: str) -> None:
    name, made, words = _BAD[case]
    assert words in refused(reader, name, made())


def test_a_file_that_would_swell_is_refused_before_it_is_unpacked(reader: DocumentReader) -> None:
    bomb = zipped({"word/document.xml": "あ" * 20_000_000})
    tracemalloc.start()
    assert "大きすぎて" in refused(reader, "爆弾.docx", bomb)
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()


def test_a_word_file_that_names_itself_over_and_over_is_refused(reader: DocumentReader) -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    content = zipped({"word/document.xml": f'<!DOCTYPE x [<!ENTITY a0 "hahaha">{entities}]><x>&a9;</x>'})
    assert "壊れている" in refused(reader, "笑.docx", content)


def test_a_word_file_never_fetches_another_file(reader: DocumentReader) -> None:
    content = zipped(
        {"word/document.xml": '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><x>&f;</x>'}
    )
    refused(reader, "外.docx", content)


def test_a_pdf_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(AdvisorError, match="読み切れません"):
        pdf_text("長い.pdf", pdf("あ"), LONGEST_DOCUMENT, limit=0.001)


def test_a_machine_without_the_part_for_pdf_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_side.sys, "executable", "no-such-program")
    with pytest.raises(AdvisorError, match="文字を選んで貼り付けて"):
        pdf_text("a.pdf", pdf("あ"), LONGEST_DOCUMENT)
