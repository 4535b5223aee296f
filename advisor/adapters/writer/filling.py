"""Filling a phrasing: every placeholder gets words that exist, or the phrasing is not used."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from advisor.adapters.writer.baselines import counted_before
from advisor.adapters.writer.facts import PLAIN
from advisor.adapters.writer.phrasings import Phrasing
from advisor.adapters.writer.placeholders import QUOTES, ROWS
from advisor.adapters.writer.signs import SAID, TROUBLE
from advisor.adapters.writer.stage import Stage
from advisor.dialogue.quotes import Quote
from advisor.dialogue.quotes.features import features
from advisor.values import Value

_FIRST_WORTH: Final = 3.0
_SECOND_WORTH: Final = 3.8
_NEARLY: Final = 2.5
_MOST_OF: Final = 0.8
_FEELING: Final = re.compile(
    r"つら|辛い|悲し|悔し|怖|こわ|嬉し|うれし|情けな|もどかし|歯がゆ|やるせな|切な|苦し|寂し|さびし|不安|心配"
)

_AT_HAND: Final = re.compile(r"空[いきっ]|残って|建物|部屋|集会所|会議室|校舎|眠って|寝て")
_POLITE: Final = re.compile(r"(?:ます|です|ません|ました|でした)$")


class Filled(Value):
    """A phrasing with its words in place."""

    phrasing: Phrasing
    text: str
    quotes: tuple[Quote, ...] = ()


def fill(phrasing: Phrasing, stage: Stage, taken: Iterable[Quote] = ()) -> Filled | None:
    """Return the phrasing with all placeholders filled, or None where one of them has nothing clean to say."""
    used: list[Quote] = list(taken)
    chosen: dict[str, Quote] = {}
    shown: dict[str, str] = {}
    for name in dict.fromkeys(phrasing.placeholders):
        text, quote = _words(name, phrasing, stage, used, first=not chosen)
        if not text:
            return None
        shown[name] = text
        if quote is not None:
            used.append(quote)
            chosen[name] = quote
    if chosen and not _weighty(phrasing, stage, tuple(chosen.values())):
        return None
    for name, quote in _in_order(chosen).items():
        shown[name] = quote.shown
    text = phrasing.text
    if "名" in chosen and _with_san(chosen["名"], stage.scene.message):
        text, shown["名"] = text.replace("{名}さん", "{名}"), chosen["名"].shown[:-1] + "さん」"
    for name, each in shown.items():
        text = text.replace(f"{{{name}}}", each)
    return Filled(phrasing=phrasing, text=text, quotes=tuple(chosen.values()))


def _with_san(quote: Quote, message: str) -> bool:
    """Whether the official said さん with the name: it then stands inside the marks."""
    return message[quote.end : quote.end + 2] == "さん" and message[quote.start : quote.end] == quote.text


def _weighty(phrasing: Phrasing, stage: Stage, chosen: tuple[Quote, ...]) -> bool:
    """Whether a receipt repeats the words that say most, or words nearly as good."""
    contrasted = "左" in phrasing.placeholders
    if not phrasing.group.startswith("receive.") or "leader" in phrasing.group or contrasted:
        return True
    best = next(iter(stage.quotes_for(phrasing.group)), None)
    spoken = [each for each in chosen if each.turn == stage.scene.number]
    if best is None or not spoken:
        return True
    if sum(_shared(each, best) for each in spoken) >= _MOST_OF * len(best.text):
        return True
    return any(each.score >= best.score - _NEARLY and each.slot == best.slot for each in spoken)


def _shared(quote: Quote, other: Quote) -> int:
    return max(0, min(quote.end, other.end) - max(quote.start, other.start))


def _words(
    name: str, phrasing: Phrasing, stage: Stage, used: list[Quote], first: bool
) -> tuple[str, Quote | None]:
    """The words for one placeholder and the quote they are, or "" where there are none."""
    if name not in QUOTES:
        return _fact(name, phrasing.text, stage, used)
    bound = [each for each in phrasing.when if each in BOUND] if first else []
    quotes = tuple(each for each in stage.quotes_for(phrasing.group) if joins(each, phrasing.text, name))
    quote = _pick(name, quotes, stage.scene.message, used, first, bound)
    return (quote.shown, quote) if quote else ("", None)


def joins(quote: Quote, text: str, name: str) -> bool:
    """Whether what follows the placeholder can follow these words (a clause takes no に, a polite one no は)."""
    behind = text.partition(f"{{{name}}}")[2]
    if quote.kind == "体" or behind.startswith(("と", "、", "。")):
        return not (quote.kind == "途" and behind.startswith(("という", "とい", "と決")))
    plain = quote.kind == "文" and not _POLITE.search(quote.text)
    return plain and behind.startswith(("は", "を", "の", "も", "なら"))


def _free(quote: Quote, used: Iterable[Quote]) -> bool:
    return not any(
        quote.overlaps(other) or quote.text in other.text or other.text in quote.text for other in used
    )


def _pick(
    name: str, quotes: tuple[Quote, ...], message: str, used: list[Quote], first: bool, bound: list[str]
) -> Quote | None:
    """The best free quote of the sort asked for; a condition about words binds the first quote to those words."""
    least = (
        _FIRST_WORTH
        if first and not bound and name != "気持ち"
        else 0.0
        if first or name == "気持ち"
        else _SECOND_WORTH
    )
    if first and quotes and max(each.score for each in quotes) < _FIRST_WORTH:
        least = 2.0
    for quote in quotes:
        fits = quote.score >= least and _suits(name.rstrip("23"), quote) and _free(quote, used)
        if fits and all(BOUND[each](quote, message) for each in bound):
            return quote
    return None


def _has(feature: str) -> Callable[[Quote, str], bool]:
    return lambda quote, message: feature in features(quote.text)


BOUND: Final[dict[str, Callable[[Quote, str], bool]]] = {
    **{
        name: _has(name)
        for name in (
            "without",
            "one_point",
            "worry",
            "stops",
            "allies",
            "against",
            "bonds",
            "walks",
            "feeling",
            "narrowed",
        )
    },
    "order": lambda quote, message: bool(
        re.search(r"(先に|前に|してから)$|先に.{1,8}(する|す|く|ぐ|る)$", quote.text)
    ),
    "reason": lambda quote, message: bool(
        re.match(r"(んです|です|だ)?(から|ので|ため|けん|もので)", message[quote.end : quote.end + 6])
    ),
    "hedging": lambda quote, message: "hedged" in quote.marks,
    "own_role": lambda quote, message: bool(
        re.search(r"(私|僕|わし|俺|自分|わたし)", message[max(0, quote.start - 14) : quote.start])
    ),
    "at_hand": lambda quote, message: bool(_AT_HAND.search(quote.text)),
    "trouble": lambda quote, message: bool(TROUBLE.search(quote.text)),
    "people_target": lambda quote, message: bool(
        re.search(r"人|世帯|家族|子|方|名|戸|団体|軒", quote.text)
        and not re.search(r"人で|電子|率", quote.text)
    ),
    "same_work": lambda quote, message: bool(SAID["same_work"].search(quote.text)),
    "usage": lambda quote, message: bool(re.search(r"数|率|利用|登録", quote.text)),
}
"""Conditions that speak about the words quoted: the quote itself must show them."""


def _suits(name: str, quote: Quote) -> bool:
    if name == "引用":
        return True
    if name == "文":
        return quote.kind == "文"
    if name == "気持ち":
        return bool(_FEELING.search(quote.text))
    if quote.kind != "体":
        return False
    wanted = {
        "数": quote.has_number,
        "量": "amount" in quote.marks,
        "人": "person" in quote.marks or (quote.slot == "customer" and not _is_count(quote)),
        "金": "money" in quote.marks and quote.has_number,
    }
    wanted["期限"] = "deadline" in quote.marks
    return wanted.get(name, True)


def _in_order(chosen: dict[str, Quote]) -> dict[str, Quote]:
    """Quotes of one sort stand in the order in which they were said."""
    ordered: dict[str, Quote] = dict(chosen)
    for sort in {name.rstrip("23") for name in chosen}:
        names = [name for name in chosen if name.rstrip("23") == sort]
        for name, quote in zip(
            names, sorted((chosen[name] for name in names), key=lambda each: each.start), strict=True
        ):
            ordered[name] = quote
    return ordered


def _fact(name: str, text: str, stage: Stage, used: list[Quote]) -> tuple[str, Quote | None]:
    if name in ROWS:
        quote = row_quote(name, stage, used)
        return (quote.shown, quote) if quote and joins(quote, text, name) else ("", None)
    if name == "既出":
        return (stage.best.shown, stage.best) if stage.best and _free(stage.best, used) else ("", None)
    if name in ("左", "右"):
        return _contrast(name, stage)
    if name == "既数":
        told = counted_before(stage)
        return (told.shown, told) if told else ("", None)
    if name == "名":
        return (stage.person.shown, stage.person) if stage.person else ("", None)
    return PLAIN[name](stage), None


def row_quote(name: str, stage: Stage, used: Iterable[Quote] = ()) -> Quote | None:
    """The words of a worksheet row for {願い}, {だれ} ..., or None."""
    row = stage.row(ROWS[name])
    if name == "願い":
        row = tuple(quote for quote in row if "person" not in quote.marks)
    if name == "だれ":
        row = tuple(
            quote for quote in row if quote.kind == "体" and "person" in quote.marks and not _is_count(quote)
        )
    best = row[0] if row else None
    free = [quote for quote in row if _free(quote, used)]
    return free[0] if free and free[0] is best else None


def _is_count(quote: Quote) -> bool:
    """A bare count (「186戸」) names nobody."""
    return "amount" in quote.marks and bool(
        re.fullmatch(r".{0,8}|.*でいうと.*|.*\d(?:人|世帯|戸|名)", quote.text)
    )


def _contrast(name: str, stage: Stage) -> tuple[str, Quote | None]:
    if not stage.contrasts:
        return "", None
    pair = stage.contrasts[0]
    quote = pair.left if name == "左" else pair.right
    return quote.shown, quote
