"""Pairs the official set against each other: 「AではなくB」, 「AからBへ」, 「AをBに変える」."""

from collections.abc import Sequence
from typing import Literal

from advisor.dialogue.quotes.clean import is_clean, is_formal
from advisor.dialogue.quotes.marking import has_number, marks
from advisor.dialogue.quotes.model import LONGEST, Contrast, Quote
from advisor.dialogue.quotes.phrases import Text
from advisor.dialogue.quotes.spans import Span, span_of, words_between

_CHANGES = (
    "変え",
    "改め",
    "切り替え",
    "替え",
    "直す",
    "Pivot",
    "移す",
    "転換",
    "移行",
    "変更",
    "振り向け",
    "回す",
    "広げ",
    "縮め",
    "置き換え",
)


def contrasts(text: Text, technologies: Sequence[str] = (), turn: int = 0) -> tuple[Contrast, ...]:
    """Return the contrasts of a message in order."""
    found = []
    for index in range(len(text.phrases) - 1):
        kind = _kind(text, index)
        if kind is None or text.phrases[index].stop:
            continue
        left, right = _before(text, index), _after(text, index, kind)
        if left is not None and right is not None and left.text != right.text:
            found.append(
                Contrast(
                    left=_quote(left, technologies, turn), right=_quote(right, technologies, turn), kind=kind
                )
            )
    return tuple(found)


def _kind(text: Text, index: int) -> Literal["not_but", "from_to", "into"] | None:
    item = text.phrases[index]
    if not item.noun:
        return None
    tail = "".join(
        word.surface for word in text.words[item.core : item.last] if word.tag in ("助詞", "助動詞", "形容詞")
    )
    if tail in (
        "じゃなく",
        "じゃなくて",
        "ではなく",
        "ではなくて",
        "でなく",
        "でなくて",
        "やのうて",
        "よりも",
        "というより",
    ):
        return "not_but"
    if tail == "から" and _leads(text, index, ("へ", "に")):
        return "from_to"
    if tail == "を" and not _is_second(text, index) and _leads(text, index, ("に", "へ")):
        return "into"
    return None


def _is_second(text: Text, index: int) -> bool:
    """Whether it is the last of several things joined by と or や."""
    return any(
        text.leans[k] == index and text.phrases[k].role == "noun" for k in range(max(0, index - 4), index)
    )


def _leads(text: Text, index: int, particles: tuple[str, ...]) -> bool:
    """Whether within four 文節 a noun with one of the particles stands right before a verb of change."""
    for k in range(index + 1, min(index + 5, len(text.phrases) - 1)):
        item = text.phrases[k]
        tail = [word.surface for word in text.words[item.core : item.last]]
        if item.stop:
            return False
        if item.noun and tail and tail[-1] in particles:
            verb = text.text[text.phrases[k + 1].start : text.phrases[k + 1].end]
            return verb.startswith(_CHANGES) and text.leans[index] in (k, k + 1)
    return False


def _before(text: Text, index: int) -> Span | None:
    best: Span | None = None
    for first in range(index, max(index - 5, -1), -1):
        if first < index and text.phrases[first].stop:
            break
        span = _noun_span(text, first, index)
        if span is not None and not span.torn:
            best = span
            if not (first > 0 and text.phrases[first - 1].role == "adnominal"):
                break
    return best


def _noun_span(text: Text, first: int, last: int) -> Span | None:
    """A noun span although a negated copula follows it."""
    span = span_of(text, first, last)
    if span is not None and span.kind == "体":
        return span
    start, end = text.phrases[first].start, text.words[text.phrases[last].core - 1].end
    if any(not first < text.leans[k] <= last for k in range(first, last)) or not 2 <= end - start <= LONGEST:
        return None
    words = words_between(text, first, last, end)
    if not words or not is_clean(text.text[start:end], words) or (first == last and is_formal(words[-1])):
        return None
    torn = first > 0 and text.phrases[first - 1].role == "adnominal" and not text.phrases[first - 1].stop
    return Span(text=text.text[start:end], start=start, end=end, kind="体", torn=torn, words=words)


def _after(text: Text, index: int, kind: str) -> Span | None:
    best: Span | None = None
    for last in range(index + 1, min(index + 7, len(text.phrases))):
        span = span_of(text, index + 1, last)
        if span is not None and span.kind == "体":
            if kind != "not_but" and not _marked(text, last):
                continue
            best = span
            if kind != "not_but":
                break
        if text.phrases[last].stop:
            break
    return best


def _marked(text: Text, last: int) -> bool:
    item = text.phrases[last]
    return [word.surface for word in text.words[item.core : item.last]][:1] in (["に"], ["へ"])


def _quote(span: Span, technologies: Sequence[str], turn: int) -> Quote:
    return Quote(
        text=span.text,
        start=span.start,
        end=span.end,
        kind="体",
        score=5.0,
        turn=turn,
        has_number=has_number(span.text),
        marks=marks(span.text, technologies),
    )
