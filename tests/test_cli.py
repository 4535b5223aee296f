"""The command line on a paper that a language model words anew."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from advisor import bootstrap
from advisor.adapters.markdown_file import MarkdownFile
from advisor.agent.advisor import Advisor
from advisor.cli import Format, app
from advisor.errors import AdvisorError
from advisor.settings import Settings
from tests.adapters.database.scripts import ticking
from tests.exports.reading import EXPORTERS
from tests.fakes.models import RewordingModels
from tests.fakes.sessions import MemorySessions

POST = "郵便局が3島とも残っている。"
BETTER = "3島とも、郵便局が残っている。"
LIST = "証明の要る手続31件を洗い直す。"


@pytest.fixture(scope="module")
def advisor() -> Advisor:
    built = bootstrap.build(Settings(vectors=False), sessions=MemorySessions(ticking()), clock=ticking())
    models = RewordingModels({POST: BETTER, LIST: "証明の要る手続99件を洗い直す。"})
    built._players = built._players._replace(models=models)
    built._exporters = {"md": MarkdownFile()}
    return built


@pytest.fixture
def id(advisor: Advisor, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(bootstrap, "build", lambda settings: advisor)
    id = advisor.begin().id
    advisor.set_slot(id, "strengths", POST)
    advisor.set_slot(id, "measure", LIST)
    return id


def test_a_paper_is_worded_anew_and_printed_and_the_counts_stand_beside_it(id: str) -> None:
    done = CliRunner().invoke(app, ["brief", id, "--reword"])
    assert done.exit_code == 0
    assert BETTER in done.stdout
    assert "99件" not in done.output
    assert "1文を整え、1文を【要確認】にしました。" in done.stderr
    assert "整え" not in done.stdout.replace("文章の言い回しに", "")
    again = CliRunner().invoke(app, ["brief", id])
    assert again.stdout == done.stdout


def test_without_the_option_nothing_is_sent(advisor: Advisor, id: str) -> None:
    models = advisor._players.models
    assert isinstance(models, RewordingModels)
    before = len(models.sent)
    done = CliRunner().invoke(app, ["brief", id])
    assert POST in done.stdout
    assert len(models.sent) == before


def test_from_inside_it_is_refused(advisor: Advisor, id: str) -> None:
    advisor.keep_inside(id, True)
    done = CliRunner().invoke(app, ["brief", id, "--reword"])
    assert isinstance(done.exception, AdvisorError)
    assert done.exit_code == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ADVISOR_MODEL_BASE_URL", "no address"),
        ("ADVISOR_MODEL_CA", "/no/such/file.pem"),
        ("ADVISOR_MODEL_PROXY", "::"),
        ("ADVISOR_MODEL_TOTAL_SECONDS", "soon"),
    ],
)
def test_a_wrong_setting_of_the_model_keeps_nobody_from_the_embedded_advisor(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture, name: str, value: str
) -> None:
    monkeypatch.setenv("ADVISOR_MODEL", "m-1")
    monkeypatch.setenv("ADVISOR_MODEL_BASE_URL", "https://m.example/v1")
    monkeypatch.setenv("ADVISOR_VECTORS", "0")
    monkeypatch.setenv(name, value)
    done = CliRunner().invoke(app, ["list", "--data", str(tmp_path)])
    assert (done.exit_code, "まだありません" in done.output) == (0, True)
    assert "内蔵の助言役で続けています" in caplog.text
    built = bootstrap.build(Settings(vectors=False, data=tmp_path))
    assert built.trouble
    assert not built.leaves(None)
    assert built.say(built.begin().id, "窓口を何とかしたいです。").reply.written_by == "embedded"


def test_a_price_that_cannot_be_read_costs_only_its_yen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ADVISOR_MODEL", "m-1")
    monkeypatch.setenv("ADVISOR_PRICE_PROMPT", "cheap")
    built = bootstrap.build(Settings(vectors=False, data=tmp_path))
    assert built.leaves(None)


def test_a_form_is_filled_by_its_name_or_from_a_file(id: str, tmp_path: Path) -> None:
    target = tmp_path / "起案.docx"
    done = CliRunner().invoke(app, ["brief", id, "--template", "起案文", "-o", str(target)])
    assert done.exit_code == 0
    assert "書き出しました" in done.stdout
    again = CliRunner().invoke(app, ["brief", id, "--template", str(target), "-o", str(tmp_path / "b.docx")])
    assert again.exit_code == 0
    assert "様式に欄のない項目: 件名" in again.stderr
    missing = CliRunner().invoke(app, ["brief", id, "--template", "ない.docx"])
    assert isinstance(missing.exception, AdvisorError)
    assert missing.exception.what == "ファイルを読めません"


def test_a_consultation_is_handed_over_and_taken_in(advisor: Advisor, id: str, tmp_path: Path) -> None:
    advisor.rename(id, "船の相談")
    target = tmp_path / "一式.zip"
    done = CliRunner().invoke(app, ["handover", id, "-o", str(target)])
    assert done.exit_code == 0
    taken = CliRunner().invoke(app, ["take", str(target)])
    assert taken.exit_code == 0
    assert "船の相談" in taken.stdout
    new = taken.stdout.split()[1]
    assert new != id
    assert advisor.session(new).events == advisor.session(id).events
    nowhere = CliRunner().invoke(app, ["handover", id, "-o", str(tmp_path / "no" / "x.zip")])
    assert isinstance(nowhere.exception, AdvisorError)


@pytest.mark.parametrize(
    ("format", "begins"),
    [("docx", b"PK"), ("pdf", b"%PDF"), ("pptx", b"PK"), ("xlsx", b"PK"), ("md", b"# "), ("json", b"{")],
)
def test_a_paper_is_written_in_the_format_that_is_asked_for(
    format: str, begins: bytes, id: str, advisor: Advisor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(advisor, "_exporters", EXPORTERS)
    done = CliRunner().invoke(app, ["brief", "-f", format, "-o", str(tmp_path / "paper"), "--", id])
    assert done.exit_code == 0
    assert (tmp_path / "paper").read_bytes().startswith(begins)


def test_every_format_of_the_command_line_is_offered_and_one_that_cannot_be_written_says_why(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    offered = bootstrap.build(Settings(vectors=False), sessions=MemorySessions(ticking()))
    assert {each.value for each in Format} == set(offered.formats) == set(EXPORTERS)
    assert [format for format in offered.formats if offered.unready(format) is not None] == []
    monkeypatch.setattr("advisor.adapters.pdf_file.find_spec", lambda name: None)
    error = offered.unready("pdf")
    assert error is not None
    assert error.do
    assert offered.unready("docx") is None
    with pytest.raises(AdvisorError):
        offered.unready("odt")
