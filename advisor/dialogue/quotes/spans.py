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
_MODAL: Final = re.compile(
    r"かもしれ|気が(し|する)|と思|(と|たく|く)(願っ|考え|存じ)|^(願っ|考えて|存じ|思っ|申し)|存じ(ます|て)|ございます|させていただ|いただきたく|なあと|かなと|ような気|みたいな|とか、|ね、|さ、|というか|けど|けれど"
)
_POINTS: Final = re.compile(r"(その|この|あの|そんな|こんな|そういう|こういう|ああいう|いう)")
_HEDGE: Final = re.compile(r"(の|ん)?(かも|かな|かしら|らしい|みたい|だったと思|と思い|気が|でしょう|だろう|、だった|…[??]|、かな|くらいかな)|(なの|だ|です|たの|の)?かなあ?")
_CONCEDES: Final = re.compile(r"(ばっか|ばかり|だけ)?(じゃな|では?な[くい]|というより)|(って|と)(言|思|い)わ(ず|な)|のうち|中\d|(て|る|た|い|ん)?(です|ます|だ|んです|んだ)?(けど|けれど|が、|のに|くせに)|[^。]{0,8}、でも|[^。]{0,6}。でも")
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
    cut: int = 0
    """How many 文節 right before it lean into it."""
    subject: bool = False
    """Its end leads into a predicate outside of it."""
    hedged: bool = False
    asked: bool = False
    """Its sentence asks something."""
    polar: bool = False
    """も or しか follows an amount: alone it would say the opposite."""
    conceded: bool = False
    """A 「けど」 or 「でも」 follows: it is not what the sentence is about."""
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
    ending = _into(text, first, last) or _ending(text, last)
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
    torn = first > 0 and not _points(text, first - 1) and not text.phrases[first - 1].stop and text.phrases[first - 1].role == "adnominal" and text.leans[first - 1] <= last
    if torn and (is_formal(words[0]) or first == last or _POINTS.match(text.text[text.phrases[first - 1].start :])):
        return None
    cut = _cut(text, first, last)
    return Span(
        text=shown,
        start=start,
        end=end,
        kind=kind,
        first=first,
        last=last,
        whole=not cut and _opens_clause(text, first) and _closes_clause(text, last),
        torn=torn,
        cut=cut + bool(cut and not text.phrases[first].noun),
        subject=kind == "体" and not _closes_clause(text, last),
        hedged=hedged or bool(_HEDGE.match(text.text[end : end + 12])),
        polar=bool(re.match(r"(も|しか|すら|さえ)", text.text[end:])) and bool(re.search(r"\d[^\d]{0,3}$", shown)),
        conceded=bool(_CONCEDES.match(text.text[end : end + 14])),
        asked=bool(re.search(r"[??]\s*$|(ですか|ますか|でしょうか|のか|かね|かな)[。]?$", sentence)) or bool(_REQUEST.search(sentence)),
        words=words,
    )


def _into(text: Text, first: int, last: int) -> tuple[int, Kind, bool] | None:
    """「泣いてる人をゼロに。」: the verb is left out, the に stays."""
    item = text.phrases[last]
    tail = [word for word in text.words[item.core : item.last] if word.tag == "助詞"]
    if not (item.stop and item.noun and [word.surface for word in tail] == ["に"]):
        return None
    objects = [k for k in range(first, last) if text.leans[k] == last and text.text[: text.phrases[k].end].endswith("を")]
    return (tail[0].end, "文", False) if objects else None


def _cut(text: Text, first: int, last: int) -> int:
    """How many of the words right before the span belong to what it says."""
    count = 0
    for k in range(first - 1, max(first - 4, -1), -1):
        if text.phrases[k].stop or text.phrases[k].comma:
            break
        count += text.leans[k] in range(first, last + 1) and not _is_reason(text, k)
    return count


def _is_reason(text: Text, index: int) -> bool:
    """Whether a clause before the span stands by itself (〜ので, 〜けど, 〜たら)."""
    item = text.phrases[index]
    tail = [word.surface for word in text.words[item.core : item.last] if word.tag in ("助詞", "助動詞")]
    return item.role == "predicate" and tail[-1:] in (["ので"], ["から"], ["けど"], ["が"], ["し"], ["ば"], ["たら"], ["と"], ["で"])


def _left_hanging(text: Text, first: int, last: int) -> bool:
    """Whether something in the span waits for a predicate that stands behind it or was never said."""
    item = text.phrases[last]
    tail = [word for word in text.words[item.core : item.last] if word.tag == "助詞" and word.surface not in _KEPT]
    particle = bool(tail) and tail[0].tags[1] in ("格助詞", "係助詞", "副助詞")
    if (item.amount and item.comma) or not particle and (item.stop or item.role == "predicate" or last == len(text.phrases) - 1 or item.comma):
        return False
    return any(text.leans[k] == last and not _modifies(text, k) for k in range(first, last))


def _modifies(text: Text, index: int) -> bool:
    item = text.phrases[index]
    tail = [word.surface for word in text.words[item.core : item.last] if word.tag == "助詞"]
    return item.role == "adnominal" or (item.role == "noun" and tail[-1:] in (["と"], ["や"], ["とか"], ["か"]))


def _points(text: Text, index: int) -> bool:
    """Whether a modifier is itself only pointed at (「その日の」)."""
    before = index - 1
    return before >= 0 and text.leans[before] == index and bool(_POINTS.match(text.text[text.phrases[before].start :]))


def _fits(shown: str, words: Sequence[Word]) -> bool:
    if not 2 <= len(shown) <= LONGEST or "\n" in shown:
        return False
    if re.fullmatch(r"[ぁ-ん]{1,3}|[A-Za-z]{1,2}|\d+", shown):
        return False
    if words[0].tag in ("助詞", "助動詞", "接尾辞", "補助記号"):
        return False
    for index, word in enumerate(words[:-1]):
        if word.surface == "って" and word.tags[1] != "接続助詞" and words[index + 1].lemma not in ("言う", "いう", "思う", "聞く"):
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
        return _noun_ending(head, tail, text.words[item.last].surface if item.last < len(text.words) else "")
    return _clause_ending(text, last, head, tail)


def _noun_ending(head: Word, tail: list[Word], following: str) -> tuple[int, Kind, bool] | None:
    if head.surface in ("うち", "おかげ", "せい", "ため", "まま"):
        return None
    if head.surface == "先" and [word.surface for word in tail] == ["に"]:
        return tail[0].end, "文", False
    if head.tag == "形状詞" and (not tail or tail[0].surface in ("に", "な")):
        return None
    end, position = head.end, 0
    while position < len(tail) and tail[position].surface in _KEPT:
        end = tail[position].end
        position += 1
    rest = tail[position:]
    if rest and rest[0].surface == "しか":
        return None
    if rest and rest[0].surface == "の" and len(rest) == 1:
        return (end, "体", False) if following in ("うち", "中") else None
    negated = [index for index, word in enumerate(rest) if index and word.surface in ("ない", "なく", "なかっ", "ん") and word.tag in ("助動詞", "形容詞")]
    if rest and rest[-1].surface == "の":
        return None
    if negated and any(word.surface == "か" for word in rest):
        return None
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
        if tail[position].surface in ("っす", "す"):
            break
        if tail[position].surface in ("です", "だ") and chain[-1].tags[5].startswith("終止形"):
            break
        if tail[position].lemma in ("だろう", "う") or _GUESS.match(tail[position].surface):
            break
        chain.append(tail[position])
        position += 1
    rest = tail[position:]
    if rest and rest[0].surface == "まで" and chain[-1].tags[5].startswith(("連体形", "終止形")):
        return rest[0].end, "体", True
    if not _is_final(chain[-1], rest, text.phrases[last], _before_modal(text, last)):
        return None
    if any(word.surface == "か" for word in rest[:2]) and not any(word.surface in ("な", "なあ", "も") for word in rest):
        return None
    hedged = any(word.surface in ("か", "かな", "って", "かしら", "と") for word in rest)
    hedged = hedged or bool(rest and _GUESS.match(rest[0].surface))
    if any(word.surface == "かも" for word in rest) or (rest and rest[0].surface == "の" and "か" in {w.surface for w in rest}):
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
        return bool(re.match(r"こと(です|だ|かな|かも|では|じゃ|でしょう|。|、|$)", text.text[item.start :]))
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
    if rest and rest[0].tags[1] == "接続助詞" and rest[0].surface in ("と", "ば"):
        return False
    if rest and (_GUESS.match(rest[0].surface) or rest[0].surface in ("っす", "す")):
        return form.startswith(("終止形", "連体形"))
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
