"""The learned weights of the reader: one npz of arrays and one JSON of settings."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from advisor.adapters.reader.linear import Floats, Linear

MODELS: Final = ("technology", "intent", "mention", "inside", "border", "presence", "phase", "stance")


@dataclass(frozen=True)
class Weights:
    """All models of one mode, the idf of message features, the mean vector, and the settings."""

    models: Mapping[str, Linear]
    rarity: Floats
    mean: Floats
    """Mean vector of the training messages, shape (dimensions,); empty where no vector is used."""
    settings: Mapping[str, Any]

    @property
    def uses_vectors(self) -> bool:
        """Whether the models expect a vector of the message."""
        return self.mean.size > 0


def save(weights: Weights, path: Path) -> None:
    """Write `path`.npz and `path`.json."""
    arrays = {"rarity": weights.rarity, "mean": weights.mean}
    for name, model in weights.models.items():
        arrays |= {f"{name}.sparse": model.sparse, f"{name}.dense": model.dense, f"{name}.bias": model.bias}
    halves: dict[str, Any] = {name: each.astype(np.float16) for name, each in arrays.items()}
    np.savez_compressed(path.with_suffix(".npz"), **halves)
    text = json.dumps(weights.settings, ensure_ascii=False, indent=1, sort_keys=True)
    path.with_suffix(".json").write_text(text + "\n", encoding="utf-8")


def load(path: Path) -> Weights:
    """Read `path`.npz and `path`.json; missing files raise FileNotFoundError."""
    settings = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    with np.load(path.with_suffix(".npz"), allow_pickle=False) as arrays:
        found = {name: arrays[name].astype(np.float32) for name in arrays.files}
    models = {
        name: Linear(sparse=found[f"{name}.sparse"], dense=found[f"{name}.dense"], bias=found[f"{name}.bias"])
        for name in MODELS
    }
    return Weights(models=models, rarity=found["rarity"], mean=found["mean"], settings=settings)
