"""The workbook: words stay words, formulae compute what they say, open points count themselves down."""

import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from advisor.adapters.excel.indicators import COLUMNS, FIRST
from advisor.adapters.excel.looks import LONGEST
from advisor.adapters.excel_file import ExcelFile
from advisor.brief.model import Brief, Claim, Table
from tests.exports.papers import filled, with_claim, with_section
from tests.exports.reading import workbook, workbook_text

SHEETS = ["読み方", "ロジックモデル", "指標", "数字と出典", "要確認一覧", "出どころ"]
LIVE = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    '=HYPERLINK("http://example.jp")',
    "=cmd|'/C calc'!A0",
    "\t=1",
    "{=1}",
)
RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""


def said(text: str) -> tuple[Claim, ...]:
    return (Claim(text=text, origin="said"),)


def hole(ask: str) -> tuple[Claim, ...]:
    return (Claim(text="", origin="open", ask=ask),)


def measured(brief: Brief, *rows: tuple[str, str, str]) -> Brief:
    """The paper with these indicators: what, value today, target; an empty one is a hole."""
    table = Table(
        columns=("指標", "現状値", "目標", "期限", "測り方", "中止条件"),
        rows=tuple(
            (said(what), said(now) if now else hole("作成課"), said(goal) if goal else hole("作成課"),
             said("令和9年度末"), said("窓口で数える"), hole("財政課"))
            for what, now, goal in rows
        ),
    )  # fmt: skip
    return with_section(brief, "outcome", {"tables": (table,)})


def formulae(book: Any) -> Iterator[tuple[str, str, str]]:
    """Sheet, place and code of every formula."""
    for sheet in book:
        for row in sheet.iter_rows():
            yield from ((sheet.title, cell.coordinate, cell.value) for cell in row if cell.data_type == "f")


def test_the_sheets_stand_in_order(island_paper: Brief) -> None:
    assert workbook(ExcelFile().export(island_paper)).sheetnames == SHEETS


@pytest.mark.parametrize("text", LIVE)
def test_what_begins_like_a_formula_is_never_one(text: str, island_paper: Brief) -> None:
    file = ExcelFile().export(filled(island_paper, text), private=True)
    ours = {code for _, _, code in formulae(workbook(ExcelFile().export(island_paper, private=True)))}
    assert {code for _, _, code in formulae(workbook(file))} <= ours
    assert text.strip() in workbook_text(file)


def test_what_begins_like_a_formula_stays_words_when_it_is_edited(island_paper: Brief) -> None:
    sheet = workbook(ExcelFile().export(measured(island_paper, ("=1+1", "-5", "+6"))))["指標"]
    cells = [sheet.cell(FIRST, column) for column in (1, 2, 3)]
    assert [(cell.value, cell.data_type, cell.quotePrefix) for cell in cells] == [
        (text, "s", True) for text in ("=1+1", "-5", "+6")
    ]


def test_a_difference_a_deadline_and_a_missing_value_are_computed(island_paper: Brief) -> None:
    brief = measured(
        island_paper, ("残業", "月78時間", "20時間"), ("児童", "", "23人"), ("来庁", "931件", "3割")
    )
    sheet = workbook(ExcelFile().export(brief), values=True)["指標"]
    rows = [
        dict(zip(COLUMNS, row, strict=True))
        for row in sheet.iter_rows(min_row=FIRST, max_row=FIRST + 2, max_col=len(COLUMNS), values_only=True)
    ]
    assert [(row["現状値(数)"], row["目標(数)"], row["差"]) for row in rows] == [
        (78, 20, -58), (None, 23, None), (None, None, None),
    ]  # fmt: skip
    assert [row["単位"] for row in rows] == ["時間", "人", None]
    assert {row["期限(元号)"] for row in rows} == {"令和10年3月31日"}
    assert [row["確かめること"] for row in rows] == [
        "中止条件がない。", "現状値のない目標。中止条件がない。", "中止条件がない。",
    ]  # fmt: skip
    assert sheet["B3"].value == 1


def test_entries_are_checked_and_gaps_coloured(island_paper: Brief) -> None:
    book = workbook(ExcelFile().export(island_paper))
    checks = {each.type for each in book["指標"].data_validations.dataValidation}
    assert checks == {"decimal", "date"}
    (states,) = book["要確認一覧"].data_validations.dataValidation
    assert states.formula1 == '"未確認,確認中,確認済"'
    for name in ("指標", "要確認一覧", "ロジックモデル", "出どころ"):
        assert len(book[name].conditional_formatting) > 0, name


def test_open_points_are_counted_in_front(island_paper: Brief) -> None:
    points = island_paper.section("open").tables[0]
    book = workbook(ExcelFile().export(island_paper), values=True)
    assert book["要確認一覧"]["C3"].value == len(points.rows)
    assert book["要確認一覧"]["C4"].value == points.heads.count("★")
    front = {row[0]: row[1] for row in book["読み方"].iter_rows(values_only=True) if row[0]}
    assert front["要確認の残り"] == len(points.rows)
    assert front["日付・版"] == "令和8年11月24日(2026年) 第1版"


def test_a_sentence_longer_than_a_cell_goes_on_below(island_paper: Brief) -> None:
    long = "あ" * (2 * LONGEST + 5)
    file = ExcelFile().export(with_claim(island_paper, "summary", Claim(text=long, origin="said")))
    sheet = workbook(file)["出どころ"]
    pieces = [row[3] for row in sheet.iter_rows(values_only=True) if row[3] and set(row[3]) == {"あ"}]
    assert "".join(pieces) == long
    assert max(map(len, pieces)) <= LONGEST


def test_messages_are_named_in_the_authors_copy_alone(island_paper: Brief) -> None:
    def rests(private: bool) -> str:
        sheet = workbook(ExcelFile().export(island_paper, private))["出どころ"]
        return " ".join(row[5] or "" for row in sheet.iter_rows(min_row=5, values_only=True))

    assert "t3" in rests(True)
    assert "t" not in rests(False)
    assert "注" in rests(False)


@pytest.mark.office
@pytest.mark.slow
def test_libreoffice_computes_what_the_file_says(island_paper: Brief, soffice: Path, tmp_path: Path) -> None:
    brief = measured(
        island_paper, ("残業", "月78時間", "20時間"), ("児童", "", "23人"), ("件数", "5件", "5件")
    )
    book = workbook(ExcelFile().export(brief))
    for at, seen in ((FIRST, 49), (FIRST + 2, 5)):
        book["指標"][f"M{at}"] = seen
    book["要確認一覧"]["E6"] = "確認済"
    book.save(tmp_path / "filled.xlsx")
    computed = _recalculated(tmp_path / "filled.xlsx", soffice, tmp_path)
    assert [computed["指標"][f"O{at}"].value for at in (FIRST, FIRST + 1, FIRST + 2)] == [0.5, None, 1]
    assert [computed["指標"][f"L{at}"].value for at in (FIRST, FIRST + 2)] == [-58, 0]
    assert computed["指標"][f"K{FIRST}"].value == "令和10年3月31日"
    points = island_paper.section("open").tables[0]
    assert computed["要確認一覧"]["C3"].value == len(points.rows) - 1
    assert computed["要確認一覧"]["C4"].value == points.heads.count("★") - 1
    file = ExcelFile().export(brief)
    (tmp_path / "whole.xlsx").write_bytes(file)
    again, written = _recalculated(tmp_path / "whole.xlsx", soffice, tmp_path), workbook(file, values=True)
    places = [(sheet, place) for sheet, place, _ in formulae(workbook(file))]
    assert [
        (sheet, place)
        for sheet, place in places
        if (again[sheet][place].value or "") != (written[sheet][place].value or "")
    ] == []


def _recalculated(file: Path, soffice: Path, folder: Path) -> Any:
    """The workbook with the values that LibreOffice computes."""
    user = folder / "profile" / "user"
    user.mkdir(parents=True, exist_ok=True)
    (user / "registrymodifications.xcu").write_text(RECALCULATE, encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(soffice), profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    subprocess.run(
        [*command, "--outdir", str(folder / "out"), str(file)], check=True, capture_output=True, timeout=150
    )
    if not (folder / "out" / file.name).exists():
        pytest.skip("LibreOffice has no Calc here: the formulae were NOT computed (libreoffice-calc-nogui)")
    return openpyxl.load_workbook(BytesIO((folder / "out" / file.name).read_bytes()), data_only=True)
