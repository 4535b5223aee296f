"""The port through which pure code sees the words of a Japanese text."""

from collections.abc import Sequence
from typing import Protocol

from advisor.values import Value

COUNT = r"\d[\d,.]*(?:[万億千]\d[\d,.]*)?"
"""A pattern for the digits of an amount: 4万7,500 of 4万7,500件."""
CONTENT_TAGS = frozenset({"名詞", "動詞", "形容詞", "形状詞", "副詞", "接頭辞", "接尾辞", "代名詞"})


class Word(Value):
    """One morpheme: `text[start:end]` of the analysed text, with its part of speech."""

    surface: str
    start: int
    """Offset of the first character in the analysed text."""
    end: int
    tags: tuple[str, ...]
    """Part of speech as in UniDic: (大分類, 中分類, 小分類, 細分類, 活用型, 活用形)."""
    lemma: str
    """Dictionary form (やめ -> やめる)."""
    normalized: str
    """Normalised form (打込む -> 打ち込む), used as a search key."""

    @property
    def tag(self) -> str:
        """The major part of speech (名詞, 動詞, 助詞 ...)."""
        return self.tags[0]

    @property
    def is_content(self) -> bool:
        """Whether the word carries meaning of its own rather than grammar."""
        return self.tag in CONTENT_TAGS


class Words(Protocol):
    """Splits a text into its shortest words; adapters implement it, pure code receives it."""

    def __call__(self, text: str) -> Sequence[Word]:
        """Return the words of `text` in order, without overlap; white space may be skipped."""
        ...
