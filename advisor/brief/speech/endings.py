"""The type of a clause's ending, which decides the frames it fits."""

from advisor.brief.speech.clause import Ending
from advisor.words import Word, Words

_NOMINAL = frozenset({"名詞", "代名詞", "接尾辞", "形状詞", "記号"})
_BOUND = frozenset({"だけ", "くらい", "ほど", "など", "から", "まで", "のみ", "ずつ", "ばかり", "以上"})
_HANGING = frozenset(
    {
        "あまり",
        "なかなか",
        "まだ",
        "もう",
        "少し",
        "ちょっと",
        "たぶん",
        "とても",
        "かなり",
        "もっと",
        "やはり",
    }
)
_CLOSERS = ("」", "』", ")", "\uff09")
_STATE = ("ている", "でいる", "ある", "いる", "できる")


def ending(text: str, words: Words) -> Ending:
    """Return 体, 動, 形 or × for the last word of a plain clause."""
    tokens = [
        word for word in words(text) if word.tag not in ("空白", "補助記号") or word.surface in _CLOSERS
    ]
    if not tokens or tokens[-1].surface in _HANGING:
        return "×"
    last = tokens[-1]
    kind = _kind(last)
    return kind if kind == "体" or _closed(last) else "×"


def _kind(last: Word) -> Ending:
    suffixed = last.tags[1] if last.tag == "接尾辞" else ""
    if (
        last.tag == "形容詞"
        or suffixed == "形容詞的"
        or last.tags[4] in ("助動詞-ナイ", "助動詞-タイ", "形容詞")
    ):
        return "形"
    if last.tag in ("動詞", "助動詞") or suffixed == "動詞的":
        return "動"
    nominal = last.tag in _NOMINAL or last.surface in _BOUND or last.surface in _CLOSERS
    return "体" if nominal else "×"


def is_state(text: str) -> bool:
    """Whether a verb clause tells a state (〜ている, ある): it closes a summary only in a 状態 frame."""
    return text.endswith(_STATE)


def _closed(word: Word) -> bool:
    return word.tags[5].startswith(("終止形", "連体形")) and word.surface not in (
        "な",
        "だ",
        "です",
        "ます",
        "ん",
    )
