"""The vectors that ship with the corpus."""

from pathlib import Path

import numpy as np
import pytest

from advisor.adapters.embedding.stored import MANIFEST, VECTORS, digest, load, save
from advisor.errors import AdvisorError

SOME = {digest("窓口"): np.array([0.6, 0.8], np.float32), digest("交通"): np.array([1.0, 0.0], np.float32)}


def test_saved_vectors_come_back_by_the_text_they_stand_for(tmp_path: Path) -> None:
    manifest = save(tmp_path, "model", SOME)
    kept = load(tmp_path, "model")
    assert manifest.passages == 2
    assert kept.keys() == SOME.keys()
    assert np.allclose(kept[digest("窓口")], [0.6, 0.8], atol=1e-3)


def test_saving_again_what_was_loaded_changes_no_byte(tmp_path: Path) -> None:
    first = save(tmp_path, "model", SOME)
    assert save(tmp_path, "model", dict(reversed(list(load(tmp_path, "model").items())))) == first


def test_vectors_of_another_model_or_of_nobody_are_none(tmp_path: Path) -> None:
    assert load(tmp_path, "model") == {}
    save(tmp_path, "model", SOME)
    assert load(tmp_path, "another model") == {}


@pytest.mark.parametrize("name", [VECTORS, MANIFEST])
def test_damaged_vectors_are_refused_by_name(tmp_path: Path, name: str) -> None:
    save(tmp_path, "model", SOME)
    path = tmp_path / name
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(AdvisorError) as refused:
        load(tmp_path, "model")
    assert name in refused.value.where
    assert "advisor.adapters.embedding" in refused.value.do
