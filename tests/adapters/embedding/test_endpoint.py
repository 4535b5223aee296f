"""Vectors of an endpoint over real HTTP: what is sent, what is believed, and every fault as one of our failures."""

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from advisor.adapters.embedding.endpoint import Embedded, EndpointEmbeddings, checked_rows, fingerprint
from advisor.adapters.embedding.kept import BATCH, filled, kept_vectors
from advisor.adapters.embedding.stored import VECTORS
from advisor.patience.failures import ModelFailure, failure
from advisor.patience.usage import Usage
from advisor.settings import EmbeddingSettings, ModelSettings
from tests.adapters.embeddings import LetterEmbedder
from tests.fakes.endpoint import DIMENSIONS, ScriptedEndpoint, serving

KEY = "sk-CANARY-embedding"


@pytest.fixture
def endpoint() -> Iterator[ScriptedEndpoint]:
    with serving() as endpoint:
        yield endpoint


def _opened(url: str, **more: object) -> EndpointEmbeddings:
    settings = EmbeddingSettings(name="vectors-1", base_url=url, api_key=KEY, **more)  # type: ignore[arg-type]
    return EndpointEmbeddings(settings, ModelSettings(name="chat"), time.monotonic)


def test_texts_come_back_as_unit_rows_in_their_order(endpoint: ScriptedEndpoint) -> None:
    opened = _opened(endpoint.url, passage_prefix="passage: ")
    both = opened.passages(["一つめ", "二つめ"])
    assert both.rows.shape == (2, DIMENSIONS)
    assert np.allclose(np.linalg.norm(both.rows, axis=1), 1, atol=1e-6)
    assert np.allclose(both.rows[1], opened.passages(["二つめ"]).rows[0])
    assert both.usage == Usage(prompt=3)
    assert endpoint.paths[0] == "/v1/embeddings"
    assert endpoint.requests[0] == {
        "model": "vectors-1",
        "input": ["passage: 一つめ", "passage: 二つめ"],
        "encoding_format": "float",
    }
    assert endpoint.headers[0]["authorization"] == f"Bearer {KEY}"
    assert endpoint.headers[0]["user-agent"].startswith("nanishitai/")


def test_a_query_is_cut_and_prefixed_and_dimensions_are_asked_for(endpoint: ScriptedEndpoint) -> None:
    _opened(endpoint.url, query_prefix="query: ", dimensions=256).query("待" * 900, 2.0)
    assert endpoint.requests[0]["input"] == ["query: " + "待" * 400]
    assert endpoint.requests[0]["dimensions"] == 256


def test_nobody_there_is_a_failure_in_time() -> None:
    began = time.monotonic()
    with pytest.raises(ModelFailure) as failed:
        _opened("http://127.0.0.1:9/v1").query("窓口", 1.0)
    assert failed.value.kind == "refused"
    assert time.monotonic() - began < 1.5


@pytest.mark.parametrize(
    "data",
    [
        [],
        [(0, [1.0, 0.0])],
        [(0, [1.0, 0.0]), (1, [0.0, 0.0])],
        [(0, [1.0, 0.0]), (1, [1.0])],
        [(0, [1.0, 0.0]), (1, [float("nan"), 1.0])],
        [(0, [1.0, 0.0]), (1, "text")],
        [(0, None), (1, None)],
    ],
)
def test_what_are_no_vectors_is_garbled(data: list[tuple[int, object]]) -> None:
    answer = SimpleNamespace(data=[SimpleNamespace(index=at, embedding=each) for at, each in data])
    with pytest.raises(ModelFailure) as failed:
        checked_rows(answer, 2)
    assert failed.value.kind == "garbled"


def test_the_chat_models_key_goes_to_its_own_address_alone() -> None:
    chat = ModelSettings(name="chat", base_url="https://a.example/v1", api_key="sk-a", api_version="1")  # type: ignore[arg-type]
    same = EmbeddingSettings(name="v").endpoint(chat)
    assert (same.url, same.key, same.api_version) == (chat.url, chat.key, "1")
    other = EmbeddingSettings(name="v", base_url="https://b.example/v1").endpoint(chat)
    assert (other.url, other.key, other.api_version) == ("https://b.example/v1", None, None)


def test_another_space_has_another_name() -> None:
    chat = ModelSettings(name="chat", base_url="https://a.example/v1")
    several = [
        EmbeddingSettings(name="v"),
        EmbeddingSettings(name="w"),
        EmbeddingSettings(name="v", dimensions=8),
        EmbeddingSettings(name="v", base_url="https://b.example/v1"),
        EmbeddingSettings(name="v", query_prefix="query: "),
    ]
    assert len({fingerprint(each, each.endpoint(chat)) for each in several}) == len(several)


class Letters:
    """Embeds by letters, notes what it was asked, and may fail after some calls."""

    def __init__(self, name: str = "letters", calls: int = 1000, turn: int = 1) -> None:
        self.name = name
        self.asked: list[list[str]] = []
        self._calls = calls
        self._turn = turn

    def passages(self, texts: Sequence[str]) -> Embedded:
        """Count letters; `turn` of -1 makes the space another one."""
        if len(self.asked) >= self._calls:
            raise failure("down")
        self.asked.append(list(texts))
        rows = np.array(LetterEmbedder().embed_documents(list(texts)), dtype=np.float32)
        return Embedded(rows[:, :: self._turn], Usage())


TEXTS = [f"窓口の話 {number} 番" for number in range(3 * BATCH)]


def test_passages_are_embedded_once_in_batches_with_progress(tmp_path: Path) -> None:
    embeds, seen = Letters(), list[tuple[int, int]]()
    rows = filled(tmp_path, embeds, TEXTS, lambda done, all: seen.append((done, all)))
    assert rows.shape == (len(TEXTS), 64)
    assert [len(part) for part in embeds.asked] == [BATCH] * 3
    assert seen == [(0, 96), (32, 96), (64, 96), (96, 96)]
    again = Letters()
    assert np.allclose(filled(tmp_path, again, TEXTS), rows, atol=1e-3)
    assert [len(part) for part in again.asked] == [1]
    changed = Letters()
    filled(tmp_path, changed, [*TEXTS[1:], "新しい話"])
    assert changed.asked[1:] == [["新しい話"]]


@pytest.mark.parametrize(
    ("harm", "embeds"),
    [
        (lambda folder: (folder / VECTORS).write_bytes(b"damaged"), Letters),
        (lambda folder: (folder / VECTORS).unlink(), Letters),
        (lambda folder: (folder / "manifest.json").write_text("{"), Letters),
        (lambda folder: None, lambda: Letters(name="another")),
        (lambda folder: None, lambda: Letters(turn=-1)),
    ],
    ids=["damaged", "gone", "manifest", "another name", "another model of the same name"],
)
def test_what_is_damaged_or_of_another_model_is_made_anew(
    tmp_path: Path, harm: Callable[[Path], object], embeds: Callable[[], Letters]
) -> None:
    filled(tmp_path, Letters(), TEXTS)
    harm(tmp_path)
    anew = embeds()
    rows = filled(tmp_path, anew, TEXTS)
    assert sum(len(part) for part in anew.asked) >= len(TEXTS)
    assert np.allclose(rows, embeds().passages(TEXTS).rows, atol=1e-3)
    assert not list(tmp_path.glob("*.new"))


def test_what_was_made_before_a_failure_is_kept(tmp_path: Path) -> None:
    with pytest.raises(ModelFailure):
        filled(tmp_path, Letters(calls=2), TEXTS)
    assert len(kept_vectors(tmp_path, Letters(), TEXTS)) == 2 * BATCH
    rest = Letters()
    filled(tmp_path, rest, TEXTS)
    assert [len(part) for part in rest.asked] == [1, BATCH]


def test_vectors_serve_where_they_cannot_be_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert len(filled(tmp_path / "file" / "vectors", Letters(), TEXTS)) == len(TEXTS)
