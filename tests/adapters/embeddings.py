"""A small honest embedder for tests: letters counted into a few cells."""

import numpy as np


class LetterEmbedder:
    """Texts that share letters lie near to each other; the same text always gets the same vector."""

    name = "letters"

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One unit vector a text."""
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        """Count letters into 64 cells, and make the length one."""
        cells = np.bincount([ord(letter) % 64 for letter in text or " "], minlength=64).astype(np.float32)
        return list((cells / np.linalg.norm(cells)).tolist())


class BrokenEmbedder(LetterEmbedder):
    """Embeds passages well, and fails at every question."""

    def embed_query(self, text: str) -> list[float]:
        """Fail."""
        raise RuntimeError("the engine is gone")

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Embed as the honest one does."""
        return LetterEmbedder().embed_documents(texts)


class TurnedEmbedder(LetterEmbedder):
    """Answers in a space of its own: its vectors do not fit the stored ones."""

    def embed_query(self, text: str) -> list[float]:
        """Turn the vector of the honest one."""
        return super().embed_query(text)[::-1]
