"""What was chosen on the page is kept in a file, but for the key, which never leaves the process's memory."""

import json
import os
import stat
from pathlib import Path

import pytest
from pydantic import SecretStr

from advisor.errors import AdvisorError
from advisor.settings import ModelChoices, ModelSettings, Settings
from advisor.settings.chosen import FILE, ChosenModel, chosen_model, current_model_settings

KEY = SecretStr("sk-CANARY-0123456789")
LOCAL = ModelChoices(name="m", base_url="http://localhost:11434/v1")
ELSEWHERE = LOCAL.model_copy(update={"base_url": "https://gw.example/v1"})


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(("ADVISOR_MODEL", "OPENAI_"))]:
        monkeypatch.delenv(name)


def test_nothing_is_chosen_at_first_and_nothing_is_written(tmp_path: Path) -> None:
    chosen = ChosenModel(tmp_path / "data")
    assert chosen.choices() == ModelChoices()
    assert chosen.settings() == ModelSettings()
    assert list(tmp_path.iterdir()) == []


def test_the_choices_outlive_the_process_and_the_key_does_not(tmp_path: Path) -> None:
    now = ChosenModel(tmp_path / "data").keep(LOCAL, KEY)
    assert (now.name, now.api_key) == ("m", KEY)
    later = ChosenModel(tmp_path / "data")
    assert later.choices() == LOCAL
    assert (later.settings().name, later.settings().key) == ("m", None)
    assert [each.name for each in (tmp_path / "data").iterdir()] == [FILE]
    assert json.loads(later.path.read_text()) == {"name": "m", "base_url": "http://localhost:11434/v1"}


@pytest.mark.skipif(os.name == "nt", reason="files have no such bits there")
def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    chosen = ChosenModel(tmp_path)
    chosen.path.write_text("{}")
    chosen.path.chmod(0o644)
    chosen.keep(LOCAL, KEY)
    assert stat.S_IMODE(chosen.path.stat().st_mode) == 0o600


def test_a_key_serves_again_for_its_address_and_is_forgotten_with_another(tmp_path: Path) -> None:
    chosen = ChosenModel(tmp_path)
    chosen.keep(LOCAL, KEY)
    assert chosen.keep(LOCAL.model_copy(update={"name": "n"})).key == KEY
    assert chosen.proposed(ELSEWHERE).key is None
    assert chosen.settings().key == KEY
    assert chosen.keep(ELSEWHERE).key is None
    assert chosen.keep(LOCAL).key is None


def test_a_file_that_was_changed_by_hand_does_not_get_the_key(tmp_path: Path) -> None:
    chosen = ChosenModel(tmp_path)
    chosen.keep(LOCAL, KEY)
    chosen.path.write_text(ELSEWHERE.model_dump_json())
    assert (chosen.settings().url, chosen.settings().key) == ("https://gw.example/v1", None)


def test_a_key_of_the_environment_is_never_taken_into_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = ChosenModel(tmp_path)
    monkeypatch.setenv("ADVISOR_MODEL_API_KEY", "mine")
    now = chosen.keep(LOCAL, KEY)
    assert now.api_key == SecretStr("mine")
    monkeypatch.delenv("ADVISOR_MODEL_API_KEY")
    assert chosen.settings().key is None


def test_trying_keeps_nothing(tmp_path: Path) -> None:
    chosen = ChosenModel(tmp_path)
    assert chosen.proposed(LOCAL, KEY).key == KEY
    assert chosen.settings().key is None
    assert list(tmp_path.iterdir()) == []
    assert chosen.revision == 0


def test_forgetting_removes_both(tmp_path: Path) -> None:
    chosen = ChosenModel(tmp_path)
    chosen.keep(LOCAL, KEY)
    before = chosen.revision
    chosen.forget()
    assert (chosen.choices(), chosen.settings().key, chosen.revision) == (ModelChoices(), None, before + 1)
    chosen.keep(LOCAL)
    assert chosen.settings().key is None


@pytest.mark.parametrize(
    "content", [b"", b"[1]", b"\xff\xfe", b'{"api_key": "sk-CANARY"}', b'{"base_url": "ftp://CANARY"}']
)
def test_a_file_that_cannot_be_read_is_named_and_never_quoted(tmp_path: Path, content: bytes) -> None:
    chosen = ChosenModel(tmp_path)
    chosen.path.write_bytes(content)
    with pytest.raises(AdvisorError, match=FILE) as caught:
        chosen.settings()
    assert "CANARY" not in str(caught.value)
    assert chosen.keep(LOCAL).name == "m"


def test_where_the_file_cannot_be_written_nothing_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = ChosenModel(tmp_path)
    chosen.keep(LOCAL, KEY)

    def full(source: str, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("advisor.settings.chosen.os.replace", full)
    with pytest.raises(OSError, match="No space"):
        chosen.keep(ELSEWHERE, SecretStr("other"))
    assert (chosen.choices(), chosen.settings().key, chosen.revision) == (LOCAL, KEY, 1)
    assert [each.name for each in tmp_path.iterdir()] == [FILE]


def test_one_process_has_one_memory_for_a_folder(tmp_path: Path) -> None:
    chosen_model(tmp_path).keep(LOCAL, KEY)
    now = current_model_settings(Settings(data=tmp_path))
    assert (now.name, now.key) == ("m", KEY)
