"""The passages' vectors of an endpoint: embedded once, in batches, and kept in the data folder."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, Protocol

import numpy as np

from advisor.adapters.embedding.endpoint import Embedded
from advisor.adapters.embedding.stored import digest, load, save
from advisor.errors import AdvisorError
from advisor.patience.failures import failure

BATCH: Final = 32
ALIKE: Final = 0.98
"""Least cosine of a text's new vector to its kept one while the model is the same."""

Progress = Callable[[int, int], None]
"""Takes how many passages have a vector, and how many there are."""


class Embeds(Protocol):
    """What makes the vectors of passages; another `name` is another space."""

    name: str

    def passages(self, texts: Sequence[str]) -> Embedded:
        """Return the vectors of passages; raise ModelFailure."""
        ...


def kept_vectors(folder: Path, embeds: Embeds, texts: Sequence[str]) -> dict[str, np.ndarray]:
    """Return the kept vectors of `texts` by digest, as far as they can be read; nothing is asked."""
    try:
        kept = load(folder, embeds.name)
    except (AdvisorError, OSError, ValueError):
        return {}
    return {name: kept[name] for name in map(digest, texts) if name in kept}


def filled(
    folder: Path, embeds: Embeds, texts: Sequence[str], progress: Progress = lambda done, all: None
) -> np.ndarray:
    """Return a unit row for each text, asking for those that are not kept, and keep them all.

    A vector that comes out otherwise than it was kept shows another model behind the same name: all are made anew.
    Where they cannot be kept they serve all the same. Raises ModelFailure; what was made before a failure is kept for the next time.
    """
    kept = kept_vectors(folder, embeds, texts)
    if kept and not _same_model(embeds, texts, kept):
        kept = {}
    missing = [text for text in dict.fromkeys(texts) if digest(text) not in kept]
    total = len(kept) + len(missing)
    progress(len(kept), total)
    try:
        for at in range(0, len(missing), BATCH):
            part = missing[at : at + BATCH]
            _take(kept, part, embeds.passages(part).rows)
            progress(len(kept), total)
    finally:
        if missing and kept:
            with suppress(OSError):
                save(folder, embeds.name, kept)
    return np.array([kept[digest(text)] for text in texts], dtype=np.float32)


def _take(kept: dict[str, np.ndarray], texts: Sequence[str], rows: np.ndarray) -> None:
    known = next(iter(kept.values()), rows[0])
    if rows.shape[1:] != known.shape:
        raise failure("garbled", "dimensions")
    kept.update(zip(map(digest, texts), rows, strict=True))


def _same_model(embeds: Embeds, texts: Sequence[str], kept: dict[str, np.ndarray]) -> bool:
    shortest = min((text for text in texts if digest(text) in kept), key=lambda text: (len(text), text))
    anew, before = embeds.passages([shortest]).rows[0], kept[digest(shortest)]
    return anew.shape == before.shape and float(anew @ before) / float(np.linalg.norm(before)) >= ALIKE
