"""The Word file opens again and says what the brief says."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn

from advisor.adapters.word.characters import plain
from advisor.adapters.word_file import WordFile
from advisor.adapters.words import SudachiWords
from advisor.brief.marks import written
from advisor.brief.material import Material, Utterance
from advisor.brief.model import Brief, Header
from advisor.brief.outline.compose import compose
from advisor.framework.slots import SLOTS, Slot
from advisor.framework.worksheet import SlotValue, Worksheet

SAID: dict[Slot, str] = {
    "aspiration": "書類のために船に乗る日をなくす。",
    "customer": "沖の3島に住む75歳以上。241人。",
    "current_experience": "証明書1枚で往復2時間40分。船賃1,180円。",
    "evidence": "昨年度、3島からの来庁が延べ931件。6割が証明書だけ。",
    "value": "役場のために一日つぶさなくていい。",
    "strengths": "郵便局が3島とも残ってる。",
    "focus": "証明書を出させるのをやめる。",
    "measure": "証明の要る手続31件を洗い直す。",
    "leader": "主任の浜口。沖の島の生まれ。",
    "outcome": "令和9年度末。証明書だけの来庁を3割以下に。",
    "resources": "年150万。人は増えない。",
}


@pytest.fixture(scope="module")
def words() -> SudachiWords:
    """The words of Sudachi."""
    return SudachiWords()


def brief_of(said: dict[Slot, str], words: SudachiWords) -> Brief:
    """A brief of a consultation in which each slot was answered in turn."""
    sheet = Worksheet()
    for turn, slot in enumerate(SLOTS, 1):
        if slot in said:
            value = SlotValue(text=said[slot], turn=turn)
            sheet = sheet.with_state(
                sheet[slot].model_copy(update={"values": (value,), "status": "answered"})
            )
    record = tuple(
        Utterance(turn=turn, asked=slot, text=said.get(slot, "まだ分からない"))
        for turn, slot in enumerate(SLOTS, 1)
    )
    return compose(Material(worksheet=sheet, utterances=record, header=Header(date="2026-11-24")), words)


def text_of(file: bytes) -> str:
    """All text of the document's body, tables included."""
    body = Document(io.BytesIO(file)).element.body
    return "".join(node.text or "" for node in body.iter(qn("w:t")))


def test_both_copies_hold_the_headings_and_the_claims(words: SudachiWords) -> None:
    brief = brief_of(SAID, words)
    private = text_of(WordFile().export(brief, private=True))
    for section in brief.sections:
        assert section.title in private
        for claim in section.claims:
            assert plain(claim.text) in private
    assert "〔職員 t" in private


def test_the_copy_to_hand_up_has_no_marks_of_the_official_and_no_record(words: SudachiWords) -> None:
    public = text_of(WordFile().export(brief_of(SAID, words)))
    assert "〔職員" not in public
    assert "発言の記録" not in public
    assert "沖の島の生まれ" not in public
    assert "【要確認" in public
    assert "生成AIは使用していません" in public


def test_the_page_is_a4_in_japanese_with_native_styles(words: SudachiWords) -> None:
    document = Document(io.BytesIO(WordFile().export(brief_of(SAID, words))))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert {"Title", "Heading 1", "Heading 2", "List Bullet"} <= {
        paragraph.style.name for paragraph in document.paragraphs if paragraph.style
    }
    fonts = document.styles["Normal"].element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == "游明朝"
    assert fonts.get(qn("w:eastAsiaTheme")) is None
    language = document.styles.element.find(".//" + qn("w:lang"))
    assert language.get(qn("w:eastAsia")) == "ja-JP"


def test_tables_repeat_their_heads(words: SudachiWords) -> None:
    document = Document(io.BytesIO(WordFile().export(brief_of(SAID, words), private=True)))
    headed = [table for table in document.tables if table._tbl.findall(".//" + qn("w:tblHeader"))]
    assert len(headed) == sum(len(section.tables) for section in brief_of(SAID, words).sections)


def test_footer_counts_pages_by_fields(words: SudachiWords) -> None:
    archive = zipfile.ZipFile(io.BytesIO(WordFile().export(brief_of(SAID, words))))
    footers = "".join(archive.read(name).decode() for name in archive.namelist() if "footer" in name)
    assert " PAGE " in footers
    assert " NUMPAGES " in footers


@pytest.mark.parametrize(
    "text",
    [
        "𠮷野家の「髙」﨑さんの店を残す。", "👨‍👩‍👧の遊ぶ広場にする。", "ﾊﾝｶｸｶﾅの台帳をやめる。", "制御\x0bと\x00を落とす。",
        "\u202e右から左\u202cの札を替える。", "=SUM(A1)を配る。", "長い話。" * 2_500, "孤立\ud83dした字を直す。", "<w:p>を入れる。",
    ],
)  # fmt: skip
def test_any_text_survives(text: str, words: SudachiWords) -> None:
    file = WordFile().export(
        brief_of({**SAID, "measure": text.encode("utf-8", "replace").decode()}, words), private=True
    )
    assert "洗い直す" not in text_of(file)
    assert len(text_of(file)) > 500


def test_an_empty_consultation_is_a_paper_of_holes(words: SudachiWords) -> None:
    brief = brief_of({}, words)
    assert written(brief.section("summary").claims, False)
    assert "【要確認" in text_of(WordFile().export(brief))
