"""A person's name in a message, with the section or post that stands before it."""

import re
from collections.abc import Sequence
from typing import Final

from advisor.dialogue.quotes import Quote
from advisor.words import Word, Words

_POSTS: Final = re.compile(
    r"(課|係|室|班|局|部|署|所|センター|担当|長|主任|主査|主事|主幹|補佐|研究員|職員|師|士|員|技師|若手|隊|会|書記|司書|代表|理事)$"
)

_NOBODY: Final = frozenset(
    {
        "人",
        "方",
        "者",
        "担当",
        "若手",
        "中",
        "全員",
        "皆",
        "誰",
        "仕事",
        "職員",
        "先輩",
        "後輩",
        "上司",
        "部下",
    }
)
_OWN: Final = ("うち", "私", "僕", "当", "わし", "俺", "いま", "今")


def person_in(text: str, words: Words, turn: int = 0) -> Quote | None:
    """Find a surname and the section or post right before it, or None."""
    tokens = words(text)
    for index, word in enumerate(tokens):
        if not _is_surname(tokens, index):
            continue
        start = index
        while (
            start > 0
            and _leads_to_name(tokens[start - 1].surface, tokens[start - 1].tag)
            and tokens[start - 1].end == tokens[start].start
        ):
            start -= 1
        start = _without_own(tokens, start, index)
        shown = text[tokens[start].start : word.end]
        if 2 <= len(shown) <= 20:
            return Quote(
                text=shown, start=tokens[start].start, end=word.end, kind="体", score=12.0, turn=turn
            )
    return None


def _without_own(tokens: Sequence[Word], start: int, index: int) -> int:
    """「うちの課の若手の榊」 is named as 「若手の榊」: the office is known, and 「課の」 alone names none."""
    own = tokens[start].surface in _OWN
    while start < index and (tokens[start].tag == "助詞" or tokens[start].surface in _OWN):
        start += 1
    bare = start + 1 < index and tokens[start + 1].surface == "の"
    if own and bare and tokens[start].surface in ("課", "係", "室", "班", "部署", "局", "部"):
        start += 2
    return start


def _is_surname(tokens: Sequence[Word], index: int) -> bool:
    """A personal name, or any proper noun after a post and の (「主査の長谷」)."""
    word = tokens[index]
    if word.tags[1:3] == ("固有名詞", "人名"):
        return "〔" not in word.surface
    after_post = (
        index > 1 and tokens[index - 1].surface == "の" and bool(_POSTS.search(tokens[index - 2].surface))
    )
    following = tokens[index + 1].surface if index + 1 < len(tokens) else "。"
    closes = following in ("です", "さん", "。", "、", "だ", "が", "に", "と", "で", "氏", "君", "くん")
    return (
        after_post
        and closes
        and word.tag == "名詞"
        and bool(re.fullmatch(r"[一-龥]{1,4}|[ァ-ヶー]{2,6}", word.surface))
        and (word.tags[1] == "固有名詞" or following in ("だ", "です", "。"))
        and not _POSTS.search(word.surface)
        and word.surface not in _NOBODY
    )


def _leads_to_name(surface: str, tag: str) -> bool:
    return tag in ("名詞", "接尾辞", "接頭辞") or surface == "の"
