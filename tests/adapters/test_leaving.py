"""The doctor tells what else leaves this machine, and nothing where nothing does."""

from pathlib import Path

import numpy as np
import pytest

from advisor.adapters.embedding.stored import VECTORS, save
from advisor.adapters.leaving import KEPT, embedding, telemetry


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ADVISOR_EMBEDDING_MODEL", "ADVISOR_TELEMETRY", "ADVISOR_MODEL", "ADVISOR_MODEL_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


def test_by_default_there_is_nothing_to_tell(tmp_path: Path) -> None:
    assert not [*embedding(tmp_path), *telemetry()]


def test_where_queries_go_is_told_and_no_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_EMBEDDING_MODEL", "v-1")
    monkeypatch.setenv("ADVISOR_EMBEDDING_BASE_URL", "https://v.example/v1")
    monkeypatch.setenv("ADVISOR_EMBEDDING_API_KEY", "sk-CANARY")
    (told,) = embedding(tmp_path)
    assert "v-1 (https://v.example)" in told.value
    assert "まだありません" in told.value
    assert "CANARY" not in str(told)
    save(tmp_path / KEPT, "endpoint/x", {"a" * 64: np.ones(3)})
    assert "1件あります" in next(embedding(tmp_path)).value
    assert (tmp_path / KEPT / VECTORS).exists()
    (tmp_path / KEPT / "manifest.json").write_text("{")
    assert "壊れています" in next(embedding(tmp_path)).value


def test_where_spans_go_is_told_and_whether_words_go_with_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_TELEMETRY", "on")
    monkeypatch.setenv("ADVISOR_TELEMETRY_ENDPOINT", "https://o.example:4317")
    (told,) = telemetry()
    assert told.value == "https://o.example:4317 (grpc)。発言や返事の言葉は送りません"
    monkeypatch.setenv("ADVISOR_TELEMETRY_CONTENT", "1")
    assert "伏せ字にした発言と返事も送ります" in next(telemetry()).value


def test_a_value_that_cannot_be_read_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ADVISOR_EMBEDDING_DIMENSIONS", "many")
    monkeypatch.setenv("ADVISOR_TELEMETRY", "perhaps")
    assert [fact.ok for fact in (*embedding(tmp_path), *telemetry())] == [False, False]
    assert "ADVISOR_EMBEDDING_DIMENSIONS" in next(embedding(tmp_path)).value
