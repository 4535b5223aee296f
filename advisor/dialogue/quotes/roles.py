"""What a 文節 does in its sentence."""

from collections.abc import Sequence
from typing import Literal

from advisor.words import Word

Role = Literal["noun", "predicate", "adnominal", "adverb", "other"]
"""noun: a noun with or without particles; predicate: ends a clause or links clauses; adnominal: leans on the next noun."""


def is_mark(word: Word) -> bool:
    """Whether a word is only a mark."""
    return word.tag in ("補助記号", "記号", "空白") and not (word.tag == "記号" and word.surface.isalnum())


def role_of(words: Sequence[Word], first: int, core: int, last: int, noun: bool) -> Role:
    """Return what the 文節 `words[first:last]` does; its meaning ends before `core`, `noun` says in a noun."""
    head = words[core - 1]
    tail = [words[index] for index in range(core, last) if not is_mark(words[index])]
    if head.tag == "連体詞":
        return "adnominal"
    if head.tag in ("副詞", "接続詞", "感動詞"):
        return "adverb" if head.tag == "副詞" else "other"
    if _is_adverbial(head, tail):
        return "adverb"
    if noun:
        return _noun_role(tail)
    return _verb_role(words, tail, head, last)


def _is_adverbial(head: Word, tail: list[Word]) -> bool:
    """「余計に」「ように」「暗く」: leans on the next predicate."""
    if head.tag == "形状詞":
        return [word.surface for word in tail] == ["に"]
    return head.tag == "形容詞" and head.tags[5].startswith("連用形-一般") and not tail


def _noun_role(tail: list[Word]) -> Role:
    if not tail:
        return "noun"
    end = tail[-1]
    copula = any(word.tag == "助動詞" for word in tail)
    if copula:
        return (
            "adnominal"
            if end.tag == "助動詞" and end.tags[5].startswith("連体形") and end.lemma in ("だ", "な")
            else "predicate"
        )
    return "adnominal" if end.surface in ("の", "という") else "noun"


def _verb_role(words: Sequence[Word], tail: list[Word], head: Word, last: int) -> Role:
    end = tail[-1] if tail else head
    following = words[last] if last < len(words) else None
    if end.surface in ("って", "という", "の") and end.tag == "助詞" and end.tags[1] in ("副助詞", "格助詞"):
        leads = following is not None and following.tag == "名詞" and not is_mark(words[last - 1])
        return "adnominal" if leads else "predicate"
    if end.tag in ("動詞", "形容詞", "助動詞") and end.tags[5].startswith(("連体形", "終止形")):
        closed = following is None or words[last - 1].tag in ("補助記号",)
        return "predicate" if closed else "adnominal"
    return "predicate"
