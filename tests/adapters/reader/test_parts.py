"""The parts of the reader that are plain arithmetic."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.adapters.reader import extracts
from advisor.adapters.reader.folding import bucket, fold, grams
from advisor.adapters.reader.linear import Linear, Sample, sigmoid, softmax
from advisor.adapters.reader.technologies import spans
from advisor.adapters.reader.view import look
from advisor.adapters.words import SudachiWords
from advisor.framework.slots import SLOTS


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_folding_makes_width_case_and_digits_alike() -> None:
    assert fold("AI-OCR 第7回") == fold("AI-OCR 第3回") == "ai-ocr 第0回"


def test_grams_show_the_edges() -> None:
    assert list(grams("ab", 2, 3)) == ["^a", "ab", "b$", "^ab", "ab$"]


def test_a_bucket_is_the_same_on_every_machine() -> None:
    assert (bucket("窓口", 1 << 15), bucket("w窓口", 1 << 16)) == (10_105, 46_849)


def test_many_samples_score_as_one_by_one() -> None:
    random = np.random.default_rng(1)
    model = Linear(*(random.normal(size=shape).astype(np.float32) for shape in ((9, 3), (2, 3), (3,))))
    samples = [
        Sample(
            np.array(each, np.int32),
            random.normal(size=len(each)).astype(np.float32),
            random.normal(size=2).astype(np.float32),
        )
        for each in ([0], [1, 4, 8], [2, 3])
    ]
    np.testing.assert_allclose(model.all_logits(samples), [model.logits(each) for each in samples], rtol=1e-5)


def test_a_higher_temperature_is_less_sure() -> None:
    logits = np.array([2.0, 1.0, 0.0], np.float32)
    assert softmax(logits, 2.0).max() < softmax(logits).max()
    assert softmax(logits).sum() == pytest.approx(1)
    assert sigmoid(np.array([0.0], np.float32))[0] == pytest.approx(0.5)


def test_the_best_stretch_covers_the_words_that_speak_for_it() -> None:
    inside = np.full((6, len(SLOTS)), -2.0, np.float32)
    inside[2:5, 1] = 3.0
    best = extracts.stretches(extracts.Scores(inside, np.zeros((6, 2), np.float32)), bonus=0.0, edge=1.0)[1]
    assert (best.first, best.last, best.score, best.mean) == (2, 4, 9.0, 3.0)


def test_borders_move_the_ends_of_a_stretch() -> None:
    inside = np.full((4, len(SLOTS)), 0.5, np.float32)
    border = np.array([[-9, 0], [2, 0], [0, 2], [0, -9]], np.float32)
    best = extracts.stretches(extracts.Scores(inside, border), bonus=0.0, edge=1.0)[0]
    assert (best.first, best.last) == (1, 2)


def test_names_of_technologies_never_overlap() -> None:
    view = look("AIチャットボットとスマート農業システムのアプリ", None, SudachiWords())
    eager = Linear(np.zeros((1 << 15, 1), np.float32), np.zeros((0, 1), np.float32), np.ones(1, np.float32))
    found = spans(view, eager)
    assert found
    assert all(left[1] <= right[0] for left, right in pairwise(found))
