"""The embedded model, where this machine can run it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from advisor.adapters.embedding.e5 import DIMENSIONS, E5Embeddings, open_embedding, settled_threads
from advisor.adapters.embedding.trial import EmbeddingUnavailable


@pytest.fixture(scope="module")
def model() -> Iterator[E5Embeddings]:
    """The embedded model, or a skip that says why there is none."""
    try:
        yield open_embedding()
    except EmbeddingUnavailable as error:
        pytest.skip(f"the embedded model was NOT tried: {error.what}")


def test_a_question_lies_nearest_to_the_passage_that_answers_it(model: E5Embeddings) -> None:
    passages = [
        "ドローンは強い風の日に飛べません。",
        "窓口の待ち時間は平均28分でした。",
        "商店街に29店が出ました。",
    ]
    nearness = np.array(model.embed_documents(passages)) @ np.array(
        model.embed_query("どのくらい待たされますか")
    )
    assert int(nearness.argmax()) == 1


@pytest.mark.parametrize("text", ["", " ", "\0", "\ud83d", "🎏" * 400, "あ" * 5000])
def test_any_text_has_a_vector_of_length_one(model: E5Embeddings, text: str) -> None:
    vector = np.array(model.embed_query(text))
    assert vector.shape == (DIMENSIONS,)
    assert float(vector @ vector) == pytest.approx(1.0, abs=1e-3)


def test_no_passages_have_no_vectors(model: E5Embeddings) -> None:
    assert model.embed_documents([]) == []


def test_many_askers_at_once_get_what_one_alone_gets(model: E5Embeddings) -> None:
    asked = [f"{number}番の窓口で何をしますか" for number in range(12)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(model.embed_query, asked))
    assert together == [E5Embeddings(model.engine).embed_query(text) for text in asked]


def test_the_number_of_threads_is_settled() -> None:
    assert 1 <= settled_threads() <= 4
