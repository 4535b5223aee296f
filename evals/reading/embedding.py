"""The vectors that the reader is trained and measured with."""

from typing import Final

import numpy as np

from advisor.adapters.embedding.e5 import open_embedding
from advisor.adapters.embedding.trial import EmbeddingUnavailable
from advisor.adapters.reader.reader import Embed
from advisor.adapters.reader.weights import Weights

DIMENSIONS: Final = 384


def embedding() -> Embed | None:
    """Return the embedded model's vector of a query, or None where it cannot serve."""
    try:
        return open_embedding(threads=1).embed_query
    except EmbeddingUnavailable as error:
        print(f"vectors left out: {error}")
        return None


def blank(dimensions: int) -> Weights:
    """Return weights without models, which let a reader show views before it has learned."""
    return Weights(
        models={}, rarity=np.zeros(0, np.float32), mean=np.ones(dimensions, np.float32), settings={}
    )


def modes() -> list[tuple[str, Embed | None]]:
    """Return the modes that this machine can train and measure: with vectors where they serve, and letters alone."""
    vectors = embedding()
    return [("vectors", vectors)] * (vectors is not None) + [("letters", None)]
