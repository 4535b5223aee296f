"""Where a quote may end: after a noun, its particles and です/だ trimmed, or after a predicate that closes a clause."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from advisor.dialogue.quotes.model import Kind
from advisor.dialogue.quotes.phrases import Phrase, Text
from advisor.words import Word

KEPT: Final = frozenset(
    {"だけ", "まで", "くらい", "ぐらい", "ほど", "ばかり", "など", "以上", "ごと", "ずつ", "とも"}
)
"""Particles that stay with a noun."""

_DANGLING: Final = frozenset({"うち", "おかげ", "せい", "ため"})
_COPULAS: Final = frozenset({"です", "だ", "で", "じゃ", "では"})
_FINAL: Final = ("終止形", "連体形")
_GUESS: Final = re.compile(r"^(らしい|みたい|よう|そう|だろう|でしょう|かも|まい)")
_CLOSING: Final = frozenset(
    [
        "が",
        "けど",
        "けれど",
        "けども",
        "し",
        "から",
        "ので",
        "のに",
        "ね",
        "よ",
        "わ",
        "な",
        "なあ",
        "さ",
        "ぞ",
        "もん",
        "もの",
        "けん",
        "さかい",
        "で",
    ]
)
_AFTER_NO: Final = frozenset(["です", "だ", "で", "よ", "ね", "や", "じゃ", "なら"])


class Ending(NamedTuple):
    """The offset behind the last kept character, the kind of the quote, and whether the speaker hedges."""

    end: int
    kind: Kind
    hedged: bool = False


def ending_of(text: Text, first: int, last: int) -> Ending | None:
    """Return how a span from 文節 `first` to `last` ends, or None where nothing ends there."""
    item = text.phrases[last]
    tail = [
        word for word in text.words[item.core : item.last] if word.tag not in ("補助記号", "空白", "記号")
    ]
    head = text.words[item.core - 1]
    if head.tag in ("副詞", "連体詞", "接続詞", "感動詞"):
        return None
    if item.noun:
        return _left_out(text, first, last) or _noun(head, tail, _following(text, item))
    if head.tags[5].startswith("連用形") and tail and tail[0].surface in ("だけ", "のみ"):
        return Ending(tail[0].end, "体")
    return _clause(text, last, head, tail)


def _following(text: Text, item: Phrase) -> str:
    return text.words[item.last].surface if item.last < len(text.words) else ""


def _left_out(text: Text, first: int, last: int) -> Ending | None:
    """「泣いてる人をゼロに。」: the verb is left out, the に stays."""
    item = text.phrases[last]
    tail = [word for word in text.words[item.core : item.last] if word.tag == "助詞"]
    if not item.stop or [word.surface for word in tail] != ["に"]:
        return None
    objects = [
        k
        for k in range(first, last)
        if text.leans[k] == last and text.text[: text.phrases[k].end].endswith("を")
    ]
    return Ending(tail[0].end, "文") if objects else None


def _noun(head: Word, tail: list[Word], following: str) -> Ending | None:
    surfaces = [word.surface for word in tail]
    if head.surface == "先" and surfaces == ["に"]:
        return Ending(tail[0].end, "文")
    if head.surface in _DANGLING or (head.tag == "形状詞" and surfaces[:1] in ([], ["に"], ["な"])):
        return None
    kept = next((index for index, word in enumerate(tail) if word.surface not in KEPT), len(tail))
    end = tail[kept - 1].end if kept else head.end
    rest = tail[kept:]
    if _leads_on(rest):
        of_these = following in ("うち", "中") and [word.surface for word in rest] == ["の"]
        return Ending(end, "体") if of_these else None
    negation = [
        k
        for k, word in enumerate(rest)
        if k and word.surface in ("ない", "なく", "なかっ", "ん") and word.tag in ("助動詞", "形容詞")
    ]
    if negation and rest[0].lemma in _COPULAS:
        return _negated(rest, negation[-1])
    return Ending(end, "体", any(_GUESS.match(word.surface) or word.surface == "か" for word in rest))


def _leads_on(rest: Sequence[Word]) -> bool:
    """Whether the noun leans on what follows, or would say the opposite alone (〜の, 〜な, 〜しか)."""
    if not rest:
        return False
    alone = len(rest) == 1 and rest[0].surface == "な" and rest[0].tag == "助動詞"
    return alone or rest[0].surface == "しか" or rest[-1].surface == "の"


def _negated(rest: Sequence[Word], at: int) -> Ending | None:
    """「災害対応じゃない」 keeps its ない; 「〜ではないか」 is no negation and ends nothing."""
    final = rest[at]
    if any(word.surface == "か" for word in rest) or final.tags[5].startswith("連用形"):
        return None
    closes = final.tags[5].startswith("終止形") or all(
        word.tags[1] in ("終助詞", "接続助詞") for word in rest[at + 1 :]
    )
    return Ending(final.end, "文") if closes else None


def _clause(text: Text, last: int, head: Word, tail: list[Word]) -> Ending | None:
    size = _predicate(head, tail)
    end = tail[size - 1] if size else head
    rest = tail[size:]
    if rest and rest[0].surface == "まで" and end.tags[5].startswith(_FINAL):
        return Ending(rest[0].end, "体", True)
    meant = end.tags[5].startswith("意志推量形")
    if not _is_final(end, rest, text.phrases[last], _before_modal(text, last)) or (
        not meant and _doubts(rest)
    ):
        return None
    guessed = bool(rest and _GUESS.match(rest[0].surface)) and not (len(rest) > 1 and rest[1].surface == "に")
    hedged = any(word.surface in ("か", "かな", "って", "かしら", "かも") for word in rest)
    return Ending(end.end, "文", hedged or guessed)


def _predicate(head: Word, tail: list[Word]) -> int:
    """How many words of the tail belong to the predicate (「動け|てる」, 「つぶさ|なく|て|いい」)."""
    chain, size = [head], 0
    while size < len(tail) and (tail[size].tag == "助動詞" or _goes_on(tail, size)):
        word = tail[size]
        trimmed = word.surface in ("です", "だ") and chain[-1].tags[5].startswith("終止形")
        if (
            trimmed
            or word.surface in ("っす", "す")
            or word.lemma in ("だろう", "う")
            or _GUESS.match(word.surface)
        ):
            break
        chain.append(word)
        size += 1
    return size


def _goes_on(tail: list[Word], position: int) -> bool:
    """て/で inside a predicate (「知って|る」「なくて|いい」) and verbs that were joined to it."""
    word = tail[position]
    if word.tag in ("動詞", "形容詞"):
        return True
    joins = word.surface in ("て", "で", "も", "は", "ば", "ちゃ", "たり")
    return joins and any(each.tag in ("動詞", "形容詞", "助動詞") for each in tail[position + 1 :])


def _doubts(rest: Sequence[Word]) -> bool:
    """Whether a question follows the predicate; a mere possibility (〜かもしれない) is a hedge."""
    surfaces = [word.surface for word in rest]
    asks = "か" in surfaces[:2] and surfaces[:2] != ["と", "か"] and not {"な", "なあ", "も"} & set(surfaces)
    maybe = "かも" in surfaces or surfaces[:3] == ["の", "か", "も"] or surfaces[:2] == ["か", "も"]
    return not maybe and (asks or (surfaces[:1] == ["の"] and "か" in surfaces))


def _is_final(end: Word, rest: Sequence[Word], item: Phrase, before_modal: bool) -> bool:
    """Whether a predicate may stop here: a final form, and nothing behind it that leans on a noun."""
    form = end.tags[5]
    if not form.startswith(_FINAL):
        return _is_meant(end, rest)
    if rest and rest[0].surface in ("と", "ば", "って"):
        unfinished = item.stop and rest[0].surface == "と"
        return rest[0].tags[1] != "接続助詞" and not unfinished
    if rest and (_GUESS.match(rest[0].surface) or rest[0].surface in ("っす", "す")):
        return True
    if form.startswith("終止形"):
        return item.role != "adnominal" or item.stop or before_modal
    if not rest:
        return item.stop or item.comma or item.role == "predicate" or before_modal
    return _closes_attributive([word.surface for word in rest])


def _is_meant(end: Word, rest: Sequence[Word]) -> bool:
    """「やめようか」「やめようと」: what somebody means to do."""
    volitional = end.tags[5].startswith("意志推量形") and end.tag == "動詞"
    return volitional and bool(rest) and rest[0].surface in ("か", "と", "って")


def _closes_attributive(surfaces: list[str]) -> bool:
    """Spoken final forms look attributive (「動けてる」んです, 「分からん」けど)."""
    if surfaces[:3] == ["の", "か", "も"]:
        return True
    if surfaces[0] in ("ん", "の"):
        return len(surfaces) > 1 and surfaces[1] in _AFTER_NO and "か" not in surfaces
    return surfaces[0] in _CLOSING


def _before_modal(text: Text, last: int) -> bool:
    """Whether only 「気がする」「ことです」「形にする」 and the like follow the predicate."""
    if last + 1 >= len(text.phrases):
        return False
    item = text.phrases[last + 1]
    head = text.words[item.first].surface
    if head in ("気", "感じ", "つもり", "予定"):
        return True
    if head == "こと":
        return bool(
            re.match(
                r"ことを(考え|検討|予定|目指|めざ|懸念|心配|恐れ|希望)|こと(です|だ|かな|かも|では|じゃ|でしょう|。|、|$)",
                text.text[item.start :],
            )
        )
    final = text.words[item.core if item.stop and item.core < item.last else item.last - 1]
    return head in ("形", "やり方", "順番", "仕組み", "方法") and final.surface == "に"
