"""Texts as vectors: the embedded model behind a trial, and the vectors that ship with the corpus."""

import logging
from typing import TYPE_CHECKING

from advisor.adapters.embedding.trial import EmbeddingUnavailable

if TYPE_CHECKING:
    from advisor.adapters.embedding.e5 import E5Embeddings

_LOG = logging.getLogger(__name__)


def open_embedding() -> "E5Embeddings | None":
    """Return the embedded model, or None, with the reason in the log, where it cannot serve."""
    from advisor.adapters.embedding.e5 import open_embedding as load

    try:
        return load()
    except EmbeddingUnavailable as error:
        _LOG.warning("the embedded model does not serve: %s", error)
        return None
