"""`advisor eval` from end to end: it measures, writes, compares and refuses in words."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from click.testing import Result
from typer.testing import CliRunner

from advisor.errors import AdvisorError
from evals import command
from tests.fakes.endpoint import MODEL, says, serving


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    for name in (
        "OPENAI_API_KEY",
        "OPENAI_BASE_URL",
        "ADVISOR_MODEL",
        "ADVISOR_MODEL_GRADER",
        "ADVISOR_MODEL_BASE_URL",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    app = typer.Typer()
    app.command(name="eval")(command.evaluate)
    return lambda *words: CliRunner().invoke(app, list(words), catch_exceptions=True)


def test_a_run_writes_json_markdown_and_a_page_and_compares_with_the_last(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    first = run("personal_data", "--lexical", "--out", "out")
    assert first.exit_code == 0, first.output
    folder = tmp_path / "out"
    assert (folder / "results.md").read_text(encoding="utf-8").startswith("# 評価の結果")
    assert "前の結果との差" not in (folder / "results.html").read_text(encoding="utf-8")
    kept = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    assert (kept["model"], kept["judge"], kept["limit"]) == ("", "", None)
    (folder / "results.json").rename(folder / "before.json")
    kept["tasks"][0]["figures"][2]["data"] = [
        {**each, "good": 0} for each in kept["tasks"][0]["figures"][2]["data"]
    ]
    (folder / "results.json").write_text(json.dumps(kept), encoding="utf-8")
    second = run("personal_data", "--lexical", "--out", "out")
    assert second.exit_code == 0, second.output
    assert "前の結果との差" in (folder / "results.html").read_text(encoding="utf-8")
    (folder / "broken.json").write_text(json.dumps(kept), encoding="utf-8")
    assert run("compare", "out/broken.json", "out/results.json").exit_code == 0
    worse = run("compare", "out/results.json", "out/broken.json")
    assert worse.exit_code == 1
    assert "区間を超えて下がった値: 個人の情報を伏せた割合(作りながら見た文)" in worse.output


@pytest.mark.parametrize(
    ("words", "told"),
    [(["nonsense"], "課題"), (["compare", "one.json"], "二つ"), (["accept"], "一つ"), (["compare", "a", "b"], "読めません"), (["judge"], "評価役")],
)  # fmt: skip
def test_what_cannot_be_done_is_said_in_one_sentence(
    run: Callable[..., Result], words: list[str], told: str
) -> None:
    done = run(*words)
    assert isinstance(done.exception, AdvisorError)
    assert told in done.exception.what
    assert done.exception.do


def test_only_a_whole_run_of_the_embedded_advisor_becomes_the_baseline(
    run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "BASELINE", tmp_path / "baseline.json")
    assert run("personal_data", "--lexical", "--limit", "2", "--out", "few").exit_code == 0
    refused = run("accept", "few/results.json")
    assert isinstance(refused.exception, AdvisorError)
    assert not (tmp_path / "baseline.json").exists()
    assert run("personal_data", "--lexical", "--out", "all").exit_code == 0
    assert run("accept", "all/results.json").exit_code == 0
    assert run("compare", "baseline.json", "all/results.json").exit_code == 0


def test_a_model_is_asked_only_where_it_is_named_and_never_judges_itself(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving() as endpoint:
        endpoint.plays(says("待っている方の一日を、もう少し聞かせてください。"))
        monkeypatch.setenv("ADVISOR_MODEL_BASE_URL", endpoint.url)
        monkeypatch.setenv("ADVISOR_MODEL", MODEL)
        assert run("attacks", "--lexical", "--limit", "1").exit_code == 0
        assert endpoint.requests == []
        refused = run("attacks", "--lexical", "--limit", "1", "--model", MODEL, "--judge", MODEL)
        assert isinstance(refused.exception, AdvisorError)
        assert "同じモデル" in refused.exception.what
        assert endpoint.requests == []
        assert run("attacks", "--lexical", "--limit", "1", "--model", MODEL).exit_code == 0
        assert endpoint.requests


def test_a_consultation_with_a_model_a_judge_and_a_persona_measures_all_systems(
    run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving() as endpoint:
        endpoint.plays(says("船に乗らずに済む日のことを、もう少し聞かせてください。"))
        monkeypatch.setenv("ADVISOR_MODEL_BASE_URL", endpoint.url)
        words = (
            "consultation",
            "--lexical",
            "--limit",
            "1",
            "--model",
            MODEL,
            "--judge",
            "strict",
            "--persona",
            "actor",
        )
        done = run(*words, "--out", "out")
        assert done.exit_code == 0, done.output
        assert {body["model"] for body in endpoint.requests} == {MODEL, "strict", "actor"}
    kept = json.loads((tmp_path / "out/results.json").read_text(encoding="utf-8"))
    assert (kept["model"], kept["judge"], kept["persona"]) == (MODEL, "strict", "actor")
    (task,) = kept["tasks"]
    assert {each["system"] for each in task["conversations"]} == {"advisor", "wizard", "echo", "plain"}
    judged = [each for each in task["figures"] if each["name"] == "judge_j1"]
    assert [each["estimate"] for each in judged] == [None] * 4, "an answer without a form is no verdict"
    assert {each["left"] for each in task["differences"]} == {"wizard", "echo", "plain"}
