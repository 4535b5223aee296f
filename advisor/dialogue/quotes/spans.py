"""All spans of a text that could stand in 「」: where a 文節 begins, where one ends, nothing torn apart."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from advisor.dialogue.quotes.clean import commands, is_clean, is_formal
from advisor.dialogue.quotes.model import LONGEST, Kind
from advisor.dialogue.quotes.phrases import Phrase, leans, phrases
from advisor.values import Value
from advisor.words import Word

_KEPT: Final = frozenset({"だけ", "まで", "くらい", "ぐらい", "ほど", "ばかり", "など", "以上", "ごと", "ずつ", "とも"})
_COPULAS: Final = frozenset({"です", "だ", "で", "じゃ", "では"})
_GUESS: Final = re.compile(r"^(らしい|みたい|よう|そう|だろう|でしょう|かも|まい)")
_MODAL: Final = re.compile(r"かもしれ|気が(し|する)|と思|なあと|かなと|ような気|みたいな|とか、|ね、|さ、|というか|けど|けれど")
_REQUEST: Final = re.compile(r"(て|で)(ください|下さい|くれ|くださいます|ほしい|欲しい|もらえ|いただけ|ちょうだい|よ)|教えて|お願い|頼む|答えて|なさい")


class Span(Value):
    """A possible quote with what speaks for and against it."""

    text: str
    start: int
    end: int
    kind: Kind
    first: int
    """Index of its first 文節."""
    last: int
    whole: bool = False
    """Begins and ends where a clause does."""
    torn: bool = False
    """A modifier stands right before it."""
    cut: bool = False
    """Something that leans into it stands right before it."""
    subject: bool = False
    """Its end leads into a predicate outside of it."""
    hedged: bool = False
    asked: bool = False
    """Its sentence asks something."""
    words: tuple[Word, ...] = ()


class Text(Value):
    """A text cut into words and 文節, with who leans on whom."""

    text: str
    words: tuple[Word, ...]
    phrases: tuple[Phrase, ...]
    leans: tuple[int, ...]


def cut(text: str, words: Sequence[Word]) -> Text:
    """Return the text with its 文節."""
    items = phrases(words) if words else ()
    return Text(text=text, words=tuple(words), phrases=items, leans=leans(items, words))


def spans(text: Text) -> Iterator[Span]:
    """Yield every clean span of at most LONGEST characters."""
    for first in range(len(text.phrases)):
        for last in range(first, len(text.phrases)):
            if text.phrases[last].start - text.phrases[first].start > LONGEST:
                break
            if last > first and text.phrases[last - 1].stop:
                break
            span = span_of(text, first, last)
            if span is not None:
                yield span


def span_of(text: Text, first: int, last: int) -> Span | None:
    """The span from 文節 `first` to `last`, or None where it is torn, unclean or ends where nothing ends."""
    if any(not first < text.leans[k] <= last for k in range(first, last)):
        return None
    ending = _ending(text, last)
    if ending is None or (ending[1] == "体" and _left_hanging(text, first, last)):
        return None
    end, kind, hedged = ending
    start = text.phrases[first].start
    words = tuple(word for word in text.words[text.phrases[first].first : text.phrases[last].last] if start <= word.start and word.end <= end)
    shown = text.text[start:end]
    sentence = _sentence(text, first, last)
    if not words or not _fits(shown, words) or commands(sentence):
        return None
    if first == last and kind == "体" and is_formal(words[-1]):
        return None
    torn = first > 0 and not text.phrases[first - 1].stop and text.phrases[first - 1].role == "adnominal" and text.leans[first - 1] <= last
    if torn and (is_formal(words[0]) or first == last):
        return None
    cut = _is_cut(text, first, last)
    return Span(
        text=shown,
        start=start,
        end=end,
        kind=kind,
        first=first,
        last=last,
        whole=not cut and _opens_clause(text, first) and _closes_clause(text, last),
        torn=torn,
        cut=cut,
        subject=kind == "体" and not _closes_clause(text, last),
        hedged=hedged,
        asked=bool(re.search(r"[??]\s*$|(ですか|ますか|でしょうか|のか|かね|かな)[。]?$", sentence)) or bool(_REQUEST.search(sentence)),
        words=words,
    )


def _is_cut(text: Text, first: int, last: int) -> bool:
    """Whether the words right before the span belong to what it says."""
    if first == 0 or text.phrases[first - 1].stop or text.phrases[first - 1].comma:
        return False
    return text.leans[first - 1] in range(first, last + 1)


def _left_hanging(text: Text, first: int, last: int) -> bool:
    """Whether something in the span waits for a predicate that stands behind it or was never said."""
    item = text.phrases[last]
    tail = [word for word in text.words[item.core : item.last] if word.tag == "助詞" and word.surface not in _KEPT]
    particle = bool(tail) and tail[0].tags[1] in ("格助詞", "係助詞", "副助詞")
    if not particle and (item.stop or item.role == "predicate" or last == len(text.phrases) - 1 or item.comma):
        return False
    return any(text.leans[k] == last and not _modifies(text, k) for k in range(first, last))


def _modifies(text: Text, index: int) -> bool:
    item = text.phrases[index]
    tail = [word.surface for word in text.words[item.core : item.last] if word.tag == "助詞"]
    return item.role == "adnominal" or (item.role == "noun" and tail[-1:] in (["と"], ["や"], ["とか"], ["か"]))


def _fits(shown: str, words: Sequence[Word]) -> bool:
    if not 2 <= len(shown) <= LONGEST or "\n" in shown:
        return False
    if re.fullmatch(r"[ぁ-ん]{1,3}|[A-Za-z]{1,2}|\d+", shown):
        return False
    if words[0].tag in ("助詞", "助動詞", "接尾辞", "補助記号"):
        return False
    if any(word.surface == "って" and word.tags[1] != "接続助詞" for word in words[:-1]):
        return False
    return is_clean(shown, words) and not _MODAL.search(shown)


def _sentence(text: Text, first: int, last: int) -> str:
    begin = first
    while begin > 0 and not text.phrases[begin - 1].stop:
        begin -= 1
    end = last
    while end < len(text.phrases) - 1 and not text.phrases[end].stop:
        end += 1
    following = text.phrases[end + 1].start if end + 1 < len(text.phrases) else len(text.text)
    return text.text[text.phrases[begin].start : following]


def _opens_clause(text: Text, first: int) -> bool:
    if first == 0 or text.phrases[first - 1].stop:
        return True
    before = text.phrases[first - 1]
    return before.role in ("predicate", "other") or before.comma


def _closes_clause(text: Text, last: int) -> bool:
    item = text.phrases[last]
    return item.stop or last == len(text.phrases) - 1 or item.role == "predicate"


def _ending(text: Text, last: int) -> tuple[int, Kind, bool] | None:
    """Return (end offset, kind, hedged) for a span that ends with 文節 `last`, or None."""
    item = text.phrases[last]
    tail = [word for word in text.words[item.core : item.last] if word.tag not in ("補助記号", "空白", "記号")]
    head = text.words[item.core - 1]
    if head.tag in ("副詞", "連体詞", "接続詞", "感動詞"):
        return None
    if item.noun:
        return _noun_ending(head, tail)
    return _clause_ending(text, last, head, tail)


def _noun_ending(head: Word, tail: list[Word]) -> tuple[int, Kind, bool] | None:
    if head.tag == "形状詞" and (not tail or tail[0].surface in ("に", "な")):
        return None
    end, position = head.end, 0
    while position < len(tail) and tail[position].surface in _KEPT:
        end = tail[position].end
        position += 1
    rest = tail[position:]
    if rest and rest[0].surface in ("の", "しか") and len(rest) == 1:
        return None
    negated = [index for index, word in enumerate(rest) if word.surface in ("ない", "なく", "なかっ", "ん") and index]
    if negated and rest[0].lemma in _COPULAS:
        final = rest[negated[-1]]
        closes = final.tags[5].startswith("終止形") or all(word.tags[1] in ("終助詞", "接続助詞") for word in rest[negated[-1] + 1 :])
        return (final.end, "文", False) if closes and not final.tags[5].startswith("連用形") else None
    if any(word.surface == "な" and word.tag == "助動詞" for word in rest[:1]) and len(rest) == 1:
        return None
    hedged = any(_GUESS.match(word.surface) for word in rest) or any(word.surface == "か" for word in rest)
    return end, "体", hedged


def _clause_ending(text: Text, last: int, head: Word, tail: list[Word]) -> tuple[int, Kind, bool] | None:
    chain = [head]
    position = 0
    while position < len(tail) and (tail[position].tag == "助動詞" or _goes_on(tail, position)):
        if tail[position].surface in ("です", "だ") and chain[-1].tags[5].startswith("終止形"):
            break
        if tail[position].lemma in ("だろう", "う") or _GUESS.match(tail[position].surface):
            return None
        chain.append(tail[position])
        position += 1
    rest = tail[position:]
    if rest and rest[0].surface == "まで" and chain[-1].tags[5].startswith(("連体形", "終止形")):
        return rest[0].end, "体", False
    if not _is_final(chain[-1], rest, text.phrases[last], _before_modal(text, last)):
        return None
    hedged = any(word.surface in ("か", "かな", "って", "かしら", "と") for word in rest)
    if any(word.surface in ("かも", "らしい", "みたい") for word in rest) or (rest and rest[0].surface == "の" and "か" in {w.surface for w in rest}):
        return None
    return chain[-1].end, "文", hedged


def _before_modal(text: Text, last: int) -> bool:
    """Whether only 「気がする」「ことです」「形にする」 and the like follow the predicate."""
    if last + 1 >= len(text.phrases):
        return False
    item = text.phrases[last + 1]
    head = text.words[item.first].surface
    if head in ("気", "感じ", "つもり", "予定"):
        return True
    if head == "こと":
        return item.stop
    return head in ("形", "やり方", "順番", "仕組み", "方法") and text.words[item.last - 1 if not item.stop else item.core].surface == "に"


def _goes_on(tail: list[Word], position: int) -> bool:
    """て/で inside a predicate (「知って|る」「なくて|いい」) and verbs that were joined to it."""
    word = tail[position]
    if word.tag in ("動詞", "形容詞"):
        return True
    joins = word.surface in ("て", "で", "も", "は", "ば", "ちゃ", "たり")
    return joins and any(each.tag in ("動詞", "形容詞", "助動詞") for each in tail[position + 1 :])


def _is_final(end: Word, rest: list[Word], item: Phrase, before_modal: bool) -> bool:
    """Whether a predicate may stop here: a final form, and nothing behind it that leans on a noun."""
    form = end.tags[5]
    if rest and rest[0].surface in ("って", "と") and rest[0].tags[1] != "接続助詞" and form.startswith(("終止形", "連体形")):
        return True
    if form.startswith("終止形"):
        return item.role != "adnominal" or item.stop or before_modal
    if not form.startswith("連体形"):
        return False
    if not rest:
        return item.stop or item.comma or item.role == "predicate" or before_modal
    nominal = [word.surface for word in rest]
    if nominal[0] in ("ん", "の"):
        return len(nominal) > 1 and nominal[1] in ("です", "だ", "で", "よ", "ね", "や", "じゃ", "なら") and "か" not in nominal
    return nominal[0] in ("が", "けど", "けれど", "けども", "し", "から", "ので", "のに", "ね", "よ", "わ", "な", "なあ", "さ", "ぞ", "もん", "もの", "けん", "さかい", "で")
