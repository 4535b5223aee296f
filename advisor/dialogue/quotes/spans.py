"""All spans of a text that could stand in 「」: where a 文節 begins, where one ends, nothing torn apart."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from advisor.dialogue.quotes.around import is_part_of_quote, sentence_around
from advisor.dialogue.quotes.clean import commands, is_clean, is_formal
from advisor.dialogue.quotes.endings import KEPT, ending_of
from advisor.dialogue.quotes.model import LONGEST, Kind
from advisor.dialogue.quotes.phrases import Text
from advisor.values import Value
from advisor.words import Word

_REQUEST: Final = re.compile(
    r"(て|で)(ください|下さい|くれ|くださいます|ほしい|欲しい|もらえ|いただけ|ちょうだい|よ)|教えて|お願い|頼む|答えて|なさい"
)
_CHATTER: Final = re.compile(
    r"(まだ|よく|全然|正直|何も|さっぱり|ちょっと|特に|、)*((分か|わか)(りません|らない|らん)|知りません|思いつ(きません|かない)|ありません|ない)"
    r"|合って(い)?ます|お願い(し|いたし)ます|続けて|戻り?(まし)?た|大丈夫|結構|いい|よい|同じ|以上|(電話|会議|来客|呼び出し)が?入って(まし|い)?た?|(ちょっと)?待って"
)
_QUESTION: Final = re.compile(r"[??]\s*$|(ですか|ますか|でしょうか|のか|かね|かな)[。]?$")
MODAL: Final = re.compile(
    r"かもしれ|気が(し|する)|と思(?!っ?た?(とき|時|人|方))|(と|たく|く)(願っ|考え|存じ)|^(願っ|考えて|存じ|思っ|申し)|存じ(ます|て)|でございます|させていただ|いただきたく|"
    r"お世話に|恐れ入り|申し訳|お疲れ|よろしく|ご相談|こちらこそ|なあと|かなと|ような気|みたいな|とか、|ね、|さ、|さっき|先ほど|お話しし|申し上げ|言ったとおり|^同じ(です)?$|というか|けど|けれど"
)
HEDGE: Final = re.compile(
    r"(だった|の|ん)?(かも|かな|かしら|らしい|みたい|だったと思|と思い|気が|でしょう|だろう|、だった|…[??]|、かな|くらいかな)|(なの|だ|です|たの|の)?かなあ?"
)
_SET_ASIDE: Final = re.compile(
    r"(ばっか|ばかり|だけ)?(じゃな|では?な[くい]|というより)|(って|と)(言|思|い)わ(ず|な)|のうち|中\d"
)
_CONCEDED: Final = re.compile(
    r"(です|ます|だ|んです|んだ)?よ?(けど|けれど|が、|のに|くせに)|[^。]{0,8}、でも|[^。]{0,6}。でも"
)
EMBEDS: Final = re.compile(
    r"、?みたいな(?![、。…??]|感じ)|という(?!の|こと|[。、]|ふう)|と(?:思|言|い|考え|感じ|聞い)[ぁ-ん]{1,4}(?:とき|時|人|方|場|よう|まま|の|たび)"
)
_POINTS: Final = re.compile(r"(その|この|あの|そんな|こんな|そういう|こういう|ああいう|いう)")
_APART: Final = frozenset(["ので", "から", "けど", "が", "し", "ば", "たら", "と", "で"])


class Span(Value):
    """A possible quote with what speaks for and against it."""

    text: str
    start: int
    end: int
    kind: Kind
    words: tuple[Word, ...] = ()
    whole: bool = False
    """Begins and ends where a clause does."""
    torn: bool = False
    """A modifier stands right before it."""
    cut: int = 0
    """How many 文節 right before it lean into it."""
    subject: bool = False
    """Its end leads into a predicate outside of it."""
    hedged: bool = False
    asked: bool = False
    """Its sentence asks something."""
    polar: bool = False
    """も or しか follows an amount: alone it would say the opposite."""
    listed: bool = False
    """One of several examples (「…とか」)."""
    of_which: bool = False
    """「…のうち」 follows: it is only what a part is taken from."""
    inside: bool = False
    """A part of somebody's words in 「」."""
    headless: bool = False
    """It begins with a verb whose subject or object stands right before it."""
    lead: str = ""
    """The six letters before it."""
    embedded: bool = False
    """Only somebody's thought on the way to the point (「帰りたい」と思ったとき)."""
    conceded: bool = False
    """A 「けど」 or 「でも」 follows: it is not what the sentence is about."""


def spans(text: Text) -> Iterator[Span]:
    """Yield every clean span of at most LONGEST characters."""
    for first in range(len(text.phrases)):
        for last in range(first, len(text.phrases)):
            too_long = text.phrases[last].start - text.phrases[first].start > LONGEST
            if too_long or (last > first and text.phrases[last - 1].stop):
                break
            span = span_of(text, first, last)
            if span is not None:
                yield span


def span_of(text: Text, first: int, last: int) -> Span | None:
    """The span from 文節 `first` to `last`, or None where it is torn, unclean or ends where nothing ends."""
    if any(not first < text.leans[k] <= last for k in range(first, last)):
        return None
    ending = ending_of(text, first, last)
    if ending is None or (ending.kind == "体" and _left_hanging(text, first, last)):
        return None
    start = text.phrases[first].start
    words = words_between(text, first, last, ending.end)
    torn = _is_torn(text, first, last)
    bare = first == last and (torn or (ending.kind == "体" and bool(words) and is_formal(words[-1])))
    if (
        not words
        or bare
        or not _fits(text.text[start : ending.end], words)
        or commands(sentence_around(text, first, last))
    ):
        return None
    if is_formal(words[0]) and _cut(text, first, last):
        return None
    if torn and (is_formal(words[0]) or _POINTS.match(text.text[text.phrases[first - 1].start :])):
        return None
    span = Span(
        text=text.text[start : ending.end],
        start=start,
        end=ending.end,
        kind=ending.kind,
        words=words,
        torn=torn,
        lead=text.text[max(0, start - 6) : start],
    )
    return _weighed(span, text, first, last, ending.hedged)


def _weighed(span: Span, text: Text, first: int, last: int, hedged: bool) -> Span:
    """Add what stands around the span."""
    behind, sentence = text.text[span.end :], sentence_around(text, first, last)
    cut = _cut(text, first, last)
    headless = cut and text.phrases[first].role in ("predicate", "adnominal") and not text.phrases[first].noun
    return span.model_copy(
        update={
            "cut": cut + bool(headless),
            "headless": bool(headless),
            "whole": not cut and _opens_clause(text, first) and _closes_clause(text, last),
            "subject": span.kind == "体" and not _closes_clause(text, last),
            "hedged": hedged or bool(HEDGE.match(behind[:12])),
            "listed": bool(re.match(r"とか|だの|やら|、とか|なんか", behind)),
            "of_which": behind.startswith("のうち"),
            "inside": is_part_of_quote(text.text, span.start, span.end),
            "embedded": bool(span.kind == "文" and EMBEDS.match(behind)),
            "polar": bool(re.match(r"(と?も|しか|すら|さえ|から(?!です|だ)|より)", behind))
            and bool(re.search(r"\d[^\d]{0,3}$", span.text)),
            "conceded": bool(
                _SET_ASIDE.match(behind) or (span.kind == "文" and _CONCEDED.match(behind[:14]))
            ),
            "asked": bool(_QUESTION.search(sentence) or _REQUEST.search(sentence)),
        }
    )


def words_between(text: Text, first: int, last: int, end: int) -> tuple[Word, ...]:
    """The words from the start of 文節 `first` up to offset `end`, opening brackets apart."""
    start = text.phrases[first].start
    inside = text.words[text.phrases[first].first : text.phrases[last].last]
    return tuple(word for word in inside if start <= word.start and word.end <= end)


def _is_torn(text: Text, first: int, last: int) -> bool:
    """Whether a modifier of its first noun stands right before the span and is left out."""
    if first == 0 or text.phrases[first - 1].stop or text.phrases[first - 1].role != "adnominal":
        return False
    return text.leans[first - 1] <= last and not _only_pointed_at(text, first - 1)


def _only_pointed_at(text: Text, index: int) -> bool:
    """Whether a modifier is itself only pointed at (「その日の」)."""
    before = index - 1
    return (
        before >= 0
        and text.leans[before] == index
        and bool(_POINTS.match(text.text[text.phrases[before].start :]))
    )


def _cut(text: Text, first: int, last: int) -> int:
    """How many of the words right before the span belong to what it says."""
    count = 0
    for k in range(first - 1, max(first - 4, -1), -1):
        if text.phrases[k].stop or text.phrases[k].comma:
            break
        count += text.leans[k] in range(first, last + 1) and not _stands_apart(text, k)
    return count


def _stands_apart(text: Text, index: int) -> bool:
    """Whether a clause before the span stands by itself (〜ので, 〜けど, 〜たら)."""
    item = text.phrases[index]
    tail = [word.surface for word in text.words[item.core : item.last] if word.tag in ("助詞", "助動詞")]
    return item.role == "predicate" and bool(tail) and tail[-1] in _APART


def _left_hanging(text: Text, first: int, last: int) -> bool:
    """Whether something in the span waits for a predicate that stands behind it or was never said."""
    item = text.phrases[last]
    tail = [
        word for word in text.words[item.core : item.last] if word.tag == "助詞" and word.surface not in KEPT
    ]
    told = item.stop and bool(tail) and tail[0].surface in ("って", "と")
    particle = bool(tail) and not told and tail[0].tags[1] in ("格助詞", "係助詞", "副助詞")
    closes = not particle and (item.role == "predicate" or item.comma or _closes_clause(text, last))
    if closes or (item.amount and item.comma):
        return False
    return any(text.leans[k] == last and not _modifies(text, k) for k in range(first, last))


def _modifies(text: Text, index: int) -> bool:
    item = text.phrases[index]
    tail = [word.surface for word in text.words[item.core : item.last] if word.tag == "助詞"]
    return item.role == "adnominal" or (
        item.role == "noun" and tail[-1:] in (["と"], ["や"], ["とか"], ["か"])
    )


def _fits(shown: str, words: Sequence[Word]) -> bool:
    if not 2 <= len(shown) <= LONGEST or re.fullmatch(r"[ぁ-ん]{1,3}|[A-Za-z]{1,2}|\d+", shown):
        return False
    stands = words[0].tag == "接尾辞" and len(words) > 1 and words[1].surface == "の"
    if (words[0].tag in ("助詞", "助動詞", "接尾辞", "補助記号") and not stands) or any(
        _is_hearsay(words, k) for k in range(len(words) - 1)
    ):
        return False
    return is_clean(shown, words) and not MODAL.search(shown) and not _CHATTER.fullmatch(shown)


def _is_hearsay(words: Sequence[Word], index: int) -> bool:
    """A topic or hearsay って inside the span; before 言う or 思う it is part of what was said."""
    word = words[index]
    if word.surface != "って" or word.tags[1] == "接続助詞":
        return False
    return words[index + 1].lemma not in ("言う", "いう", "思う", "聞く")


def _opens_clause(text: Text, first: int) -> bool:
    if first == 0 or text.phrases[first - 1].stop:
        return True
    before = text.phrases[first - 1]
    return before.role in ("predicate", "other") or before.comma


def _closes_clause(text: Text, last: int) -> bool:
    item = text.phrases[last]
    return item.stop or last == len(text.phrases) - 1 or item.role == "predicate"
