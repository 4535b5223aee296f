"""Whether a new text may stand for a claim: it says the same, on the same ground, as a sentence of the paper."""

from typing import Final, Literal

from advisor.brief.rewording.amounts import Amount, alike, amounts, times, vague_amounts
from advisor.brief.rewording.manner import malformed, moved
from advisor.brief.rewording.names import names, stands
from advisor.values import Value
from advisor.words import Word, Words

Outcome = Literal["taken", "doubtful", "refused"]
_LIGHT: Final = frozenset(
    {
        "事", "こと", "物", "もの", "為", "ため", "様", "よう", "ところ", "とき", "それ", "これ", "ある", "いる", "なる", "する", "おく", "よる", "あう", "状態", "現状", "為る", "成る", "有る", "居る", "行う", "図る", "対する", "因る", "置く", "者", "人", "方", "所", "時",
        "其の", "此の", "其れ", "此れ", "内", "中", "上", "的", "化", "等", "全体", "其々", "向ける", "関する", "就く", "際", "場", "形", "側", "分",
    }
)  # fmt: skip
"""Words that join a sentence and add nothing to it."""
_NEW: Final = 0.34
"""The share of content words that may be new to what a claim rests on."""
_KEPT: Final = 0.6
"""The share of a claim's nouns that must stand in its rewording."""


class Verdict(Value):
    """What becomes of a new text, and the check that decided it."""

    outcome: Outcome
    why: str = ""


def judged(old: str, new: str, basis: str, words: Words) -> Verdict:
    """Return whether `new` may stand for the claim `old`, which rests on `basis`.

    `doubtful` is a sentence with a number, a date or a name that neither the claim nor its basis holds; `refused` is
    every other fault: the claim stands as it was.
    """
    if fault := "same" if old == new else malformed(old, new):
        return Verdict(outcome="refused", why=fault)
    if invented := _invented(old, new, basis, words):
        return Verdict(outcome="doubtful", why=invented)
    fault = _changed(old, new, words) or moved(old, new, words) or _drift(old, new, basis, words)
    return Verdict(outcome="refused", why=fault) if fault else Verdict(outcome="taken")


def _invented(old: str, new: str, basis: str, words: Words) -> str:
    """The kind of what `new` names or counts without any ground."""
    ground = f"{old}\n{basis}"
    known: frozenset[Amount] = frozenset(amounts(ground))
    if any(each not in known for each in amounts(new)) or not vague_amounts(new) <= vague_amounts(ground):
        return "number"
    if not times(alike(new)) <= times(alike(ground)):
        return "date"
    if any(not stands(each, ground) for each in names(new, words)):
        return "name"
    return ""


def _changed(old: str, new: str, words: Words) -> str:
    """The kind of what was lost, added from elsewhere, or put in another order."""
    if amounts(old) != amounts(new) or vague_amounts(old) != vague_amounts(new):
        return "number"
    if times(old) != times(new):
        return "date"
    lost = any(not stands(each, new) for each in names(old, words))
    return "name" if lost or any(not stands(each, old) for each in names(new, words)) else ""


def _drift(old: str, new: str, basis: str, words: Words) -> str:
    ground = {_key(word) for text in (old, basis) for word in words(text)}
    said = [word for word in words(new) if _tells(word)]
    fresh = [word for word in said if _key(word) not in ground]
    if len(fresh) > max(1, _NEW * len(said)):
        return "drift"
    nouns = {_key(word) for word in words(old) if _tells(word) and word.tag == "名詞"}
    kept = {_key(word) for word in words(new)}
    return "thin" if nouns and len(nouns & kept) < _KEPT * len(nouns) else ""


def _tells(word: Word) -> bool:
    return (
        word.is_content and word.normalized not in _LIGHT and word.tag not in ("接頭辞", "接尾辞", "代名詞")
    )


def _key(word: Word) -> str:
    return word.normalized
