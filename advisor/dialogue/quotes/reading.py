"""From one message to its quotes: spans are found, judged, and freed of overlaps."""

import re
from collections.abc import Iterable, Sequence

from advisor.dialogue.quotes.answers import Aim, Place, answers
from advisor.dialogue.quotes.clean import is_clean
from advisor.dialogue.quotes.contrasts import contrasts
from advisor.dialogue.quotes.features import features
from advisor.dialogue.quotes.fitting import fitness
from advisor.dialogue.quotes.framing import heard_out, unframed
from advisor.dialogue.quotes.leaning import cut
from advisor.dialogue.quotes.marking import SUPERIOR, has_number, marks, score
from advisor.dialogue.quotes.model import LONGEST, Quote, Quoted
from advisor.dialogue.quotes.phrases import Text
from advisor.dialogue.quotes.sayings import marked_alone, whole_sayings
from advisor.dialogue.quotes.spans import EMBEDS, Span, spans
from advisor.framework.slots import Slot
from advisor.words import Words

_WORTH = 0.7
_FIRST = 1.5
"""An answer begins with what answers; reasons and examples follow."""
_ANSWERED_FIRST: frozenset[Slot] = frozenset(
    ("aspiration", "customer", "value", "focus", "measure", "strengths", "leader", "resources")
)
_WHOLE_SENTENCE = 0.8
"""A short sentence is repeated whole rather than only the part of it that the reader took."""
_TURNS: dict[Slot, re.Pattern[str]] = {
    "aspiration": re.compile(
        r"(?<![^、。…\s])([一-龥ぁ-んァ-ヶー]{6,20}だったら(?:いい|良い|よい|うれしい|嬉しい))"
    ),
    "focus": re.compile(r"(?<![^、。…\s])([一-龥ぁ-んァ-ヶー]{4,14}のは、?もう(?:いい|いらない|やめよう))"),
}
"""What is wished or let go in half a sentence: 「夕方がもうちょっとにぎやか」だったらいい, 「増やすのは、もういい」."""


_UNSURE = re.compile(r"(?:の|ん)?(?:かも|かな|かしら|でしょうか)")
_INNER = re.compile(rf"[「『]([^「」『』]{{2,{LONGEST}}})[」』]")
_OWN = re.compile(r"(?<=[。、])(?:私|僕|わたし|わたくし|わし|自分)(?:は|としては)[、]?")
_OTHERS = re.compile(r"(?:長|議員|議会|国|県|上司|上)(?:は|が|から)")


def quoted(
    text: str, words: Words, aims: Iterable[Aim] = (), technologies: Sequence[str] = (), turn: int = 0
) -> Quoted:
    """Return what can be quoted from a message; quotes inside an aim carry its slot and rank by its key."""
    parsed = cut(text, words(text))
    places = [Place(aim, *_place(text, aim.text), _key(text, aim)) for aim in aims]
    found = [_quote(span, places, technologies, turn) for span in spans(parsed)]
    found += _inner(text, words, places, technologies, turn)
    found += _taken(parsed, places, technologies, turn)
    found += whole_sayings(parsed, places, technologies, turn)
    found += _half_said(text, places, turn)
    found = marked_alone(
        parsed, places, _own_first(text, [heard_out(text, unframed(each)) for each in found])
    )
    best = sorted(
        (quote for quote in found if quote.score >= _WORTH),
        key=lambda quote: (-quote.score, quote.start, quote.end),
    )
    return Quoted(
        quotes=tuple(best), contrasts=contrasts(parsed, technologies, turn), features=features(text)
    )


def _own_first(text: str, found: list[Quote]) -> list[Quote]:
    """「市長は…と言っています。私は…」: what the official wishes goes before what a superior wishes."""
    own = _OWN.search(text)
    if own is None or not _OTHERS.search(text[: own.start()]):
        return found
    return [
        each.model_copy(update={"score": round(each.score + (3.0 if each.start >= own.start() else -4.0), 2)})
        if each.slot == "aspiration"
        else each
        for each in found
    ]


def alone(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """The quotes that stand by themselves, each stretch once, best first."""
    kept: dict[tuple[int, int, int], Quote] = {}
    for each in sorted(quotes, key=lambda quote: -quote.score):
        if "alone" in each.marks:
            kept.setdefault((each.turn, each.start, each.end), each)
    return tuple(kept.values())


def apart(quotes: Iterable[Quote], count: int) -> tuple[Quote, ...]:
    """Return the best `count` quotes that share no words."""
    kept: list[Quote] = []
    for quote in quotes:
        if len(kept) < count and not any(
            quote.overlaps(other) or quote.text in other.text or other.text in quote.text for other in kept
        ):
            kept.append(quote)
    return tuple(kept)


def _place(text: str, part: str) -> tuple[int, int]:
    start = text.find(part) if part else -1
    return (start, start + len(part)) if start >= 0 else (-1, -1)


def _key(text: str, aim: Aim) -> tuple[int, int] | None:
    start, end = _place(text, aim.key)
    return (start, end) if start >= 0 else None


def _around(places: Sequence[Place], start: int, end: int) -> Place | None:
    """The answer that a stretch lies in."""
    return next((each for each in places if each.start <= start and end <= each.end), None)


def _quote(
    span: Span,
    places: Sequence[Place],
    technologies: Sequence[str],
    turn: int,
) -> Quote:
    place = _around(places, span.start, span.end)
    slot = place.aim.slot if place else None
    seen = marks(span.text, technologies) | {name for name in ("whole", "hedged") if getattr(span, name)}
    return Quote(
        text=span.text,
        start=span.start,
        end=span.end,
        kind=span.kind,
        score=round(score(span, place.key if place else None, technologies) + fitness(span.text, slot), 2),
        slot=slot,
        turn=turn,
        has_number=has_number(span.text),
        marks=seen,
    )


def _inner(
    text: str,
    words: Words,
    places: Sequence[Place],
    technologies: Sequence[str],
    turn: int,
) -> list[Quote]:
    """Somebody's words inside 「」 may be repeated whole."""
    quotes: list[Quote] = []
    for match in _INNER.finditer(text):
        inner = match[1].rstrip("。")
        tokens = words(inner)
        if not is_clean(inner, tokens) or not tokens:
            continue
        place = _around(places, match.start(1), match.end(1))
        noun = tokens[-1].tag in ("名詞", "接尾辞")
        quotes.append(
            Quote(
                text=inner,
                start=match.start(1),
                end=match.start(1) + len(inner),
                kind="体" if noun else "文",
                score=_inner_score(text, match.start(), inner),
                slot=place.aim.slot if place else None,
                turn=turn,
                has_number=has_number(inner),
                marks=marks(inner, technologies) | {"inner"},
            )
        )
    return quotes


def _taken(
    text: Text,
    places: Sequence[Place],
    technologies: Sequence[str],
    turn: int,
) -> list[Quote]:
    """What the reader took for the answer, where it can stand as it is."""
    quotes: list[Quote] = []
    for place, key, found in answers(text, places):
        aim, begin = place.aim, max(0, place.start)
        span = Span(
            text=found.text, start=found.start, end=found.end, kind=found.kind, words=found.words, whole=True
        )
        weight = score(span, key, technologies) + fitness(found.text, aim.slot)
        weight += _WHOLE_SENTENCE * (found.text not in aim.key)
        weight -= 3.5 * bool(EMBEDS.match(text.text[found.end :]))
        weight += _FIRST * (aim.slot in _ANSWERED_FIRST and not text.text[begin : found.start].strip("「"))
        quotes.append(
            Quote(
                text=found.text,
                start=found.start,
                end=found.end,
                kind=found.kind,
                score=round(weight - 1.0 * (found.kind == "途"), 2),
                slot=aim.slot,
                turn=turn,
                has_number=has_number(found.text),
                marks=marks(found.text, technologies) | {"whole"},
            )
        )
    return quotes


def _inner_score(text: str, start: int, inner: str) -> float:
    """Somebody's words weigh less where they are short, a question, or a superior's."""
    score = 2.0 if len(inner) < 4 else 1.0 if inner.endswith("か") else 5.0
    return score - 2.5 * bool(SUPERIOR.search(text[max(0, start - 6) : start]))


def _half_said(text: str, places: Sequence[Place], turn: int) -> list[Quote]:
    """A wish or a farewell said by halves may be repeated up to where it trails off."""
    return [
        Quote(
            text=match[1],
            start=match.start(1),
            end=match.end(1),
            kind="文",
            score=14.0,
            slot=aim.slot,
            turn=turn,
            marks=frozenset({"whole", "alone"})
            | ({"hedged"} if _UNSURE.match(text[match.end(1) :]) else set()),
        )
        for aim, start, end, _ in places
        if aim.slot in _TURNS and start >= 0
        for match in _TURNS[aim.slot].finditer(text, start, end)
    ]
