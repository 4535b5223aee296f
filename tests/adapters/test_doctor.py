"""The doctor tells what is there and what is not, and breaks nothing."""

import sqlite3
from pathlib import Path

import pytest

from advisor.adapters.doctor import (
    Fact,
    data_folder,
    database,
    examine,
    examine_endpoint,
    model,
    program,
    python,
)
from advisor.errors import AdvisorError
from advisor.settings import Settings


def test_every_fact_has_a_name_and_a_value_and_nothing_is_written(tmp_path: Path) -> None:
    facts = examine(Settings(data=tmp_path / "data"))
    assert [fact for fact in facts if not fact.name or not fact.value] == []
    assert not (tmp_path / "data").exists()


def test_nothing_that_is_needed_is_missing_here(tmp_path: Path) -> None:
    assert [fact for fact in examine(Settings(data=tmp_path)) if fact.needed and not fact.ok] == []


def test_the_running_python_is_good_enough() -> None:
    assert python().ok


def test_without_vectors_the_reason_is_told(tmp_path: Path) -> None:
    facts = {fact.name: fact for fact in examine(Settings(data=tmp_path, vectors=False))}
    assert "ADVISOR_VECTORS=0" in facts["検索"].value
    assert facts["検索"].ok


def test_a_database_that_does_not_exist_yet_is_no_fault(tmp_path: Path) -> None:
    assert database(tmp_path / "none.sqlite3").ok


def test_a_sound_database_is_called_whole(tmp_path: Path) -> None:
    path = tmp_path / "consultations.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.execute("create table events (seq integer)")
    connection.close()
    assert database(path).ok


def test_a_damaged_database_is_told_with_what_happens_next(tmp_path: Path) -> None:
    path = tmp_path / "consultations.sqlite3"
    path.write_bytes(b"\x00damaged" * 1000)
    fact = database(path)
    assert not fact.ok
    assert fact.needed
    assert fact.hint


def test_the_room_left_is_told_for_a_folder_that_is_still_to_be_made(tmp_path: Path) -> None:
    fact = data_folder(tmp_path / "a" / "b")
    assert str(tmp_path / "a" / "b") in fact.value


def test_a_missing_program_is_said_and_is_no_fault() -> None:
    fact = program("表計算", ("no-such-program-anywhere",), "なくても困りません。")
    assert fact == Fact(name="表計算", value="見つかりません。なくても困りません。")


def _only(monkeypatch: pytest.MonkeyPatch, **values: str) -> None:
    for name in ("ADVISOR_MODEL", "ADVISOR_MODEL_BASE_URL", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in values.items():
        monkeypatch.setenv(name, value)


def test_without_a_model_nothing_leaves_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    _only(monkeypatch)
    assert model() == Fact(name="言語モデル", value="使いません。発言はこの機械の外へ出ません")


def test_a_key_without_a_model_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    _only(monkeypatch, OPENAI_API_KEY="sk-CANARY")
    fact = model()
    assert "ADVISOR_MODEL" in fact.value
    assert "\n" not in fact.value
    assert "CANARY" not in fact.value


def test_a_model_that_is_named_is_said_to_be_sent_masked_text(monkeypatch: pytest.MonkeyPatch) -> None:
    _only(monkeypatch, ADVISOR_MODEL="m", ADVISOR_MODEL_BASE_URL="http://localhost:11434/v1")
    fact = model()
    assert "m (http://localhost:11434)" in fact.value
    assert "伏せ字にした文をここへ送ります" in fact.value


def test_a_wrong_setting_is_named_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    _only(monkeypatch, ADVISOR_MODEL="m", ADVISOR_MODEL_BASE_URL="https://me:CANARY@gw/v1")
    fact = model()
    assert not fact.ok
    assert "ADVISOR_MODEL_BASE_URL" in fact.value
    assert "CANARY" not in fact.value + fact.hint


def test_an_endpoint_that_is_not_named_cannot_be_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    _only(monkeypatch)
    with pytest.raises(AdvisorError):
        examine_endpoint()
