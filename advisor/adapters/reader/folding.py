"""Folds a text letter by letter and turns features into stable bucket numbers."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from zlib import crc32


@lru_cache(maxsize=8192)
def _fold_letter(letter: str) -> str:
    folded = unicodedata.normalize("NFKC", letter).lower()
    if len(folded) != 1:
        return letter
    return "0" if folded.isdecimal() else folded


def fold(text: str) -> str:
    """Return `text` with widths, case and digits made alike; the length never changes."""
    return "".join(map(_fold_letter, text))


def grams(text: str, shortest: int, longest: int) -> Iterator[str]:
    """Yield the letter n-grams of a folded text, edges marked by ^ and $."""
    edged = f"^{text}$"
    for size in range(shortest, longest + 1):
        for start in range(len(edged) - size + 1):
            yield edged[start : start + size]


@lru_cache(maxsize=65536)
def bucket(feature: str, buckets: int) -> int:
    """Return the stable bucket of a feature, 0 <= bucket < buckets."""
    return crc32(feature.encode()) % buckets


def bucketed(features: Iterable[str], buckets: int) -> list[int]:
    """Return the distinct buckets of the features in ascending order."""
    return sorted({bucket(each, buckets) for each in features})
