"""What is looked up before the decision: retrieval steers."""

import re
import unicodedata

from advisor.agent.ports import Library
from advisor.dialogue.cues import Cues
from advisor.dialogue.policy import Found
from advisor.dialogue.reading import Reading
from advisor.evidence.cards import CardKind, CaseCard
from advisor.evidence.passages import Hit
from advisor.evidence.query import Query
from advisor.framework.labels import Phase
from advisor.framework.slots import Slot
from advisor.framework.worksheet import Worksheet

FAIRNESS_CARD = "method-fairness"
SILENT_CARD = "frame-not-said"
DIFFERENCE = "frame-three-phases#3つのPhaseは、何が違うのですか"
"""The passage that sets the three phases beside each other."""
_NEAR = 0.9
_PLAIN = 3.0
"""Standard deviations, summed over the views, by which the best passage must stand out."""
_FEW = 3
"""Fewer cases of the same phase than this are filled up with others."""
_WANT: tuple[Slot, ...] = ("aspiration", "customer", "current_experience", "value", "measure", "focus")
_WISH: tuple[Slot, ...] = ("aspiration", "customer", "current_experience")
_LONGEST = 300
"""As much as is compared by meaning."""
_FACTS: tuple[CardKind, ...] = ("framework", "technology", "method", "case")


def look_up(
    library: Library,
    message: str,
    reading: Reading,
    cues: Cues,
    sheet: Worksheet,
    phase: Phase | None = None,
) -> tuple[Found, tuple[Hit, ...]]:
    """Return what the policy may use, and the hits it came from."""
    fact = _first(library, message, _FACTS) if _asks(reading, cues) else ()
    method = _first(library, message, ("method",)) if _asks(reading, cues) or reading.phase == 1 else ()
    cases = (
        _asked_for(library, sheet, message, phase) if "wants_case" in cues else fitting_hits(library, sheet)
    )
    cited = library.place(message)
    fact = _difference(library, message) or _telling(fact or _plainly(library, message, cues))
    return (
        Found(
            case=_card(cases),
            fits=bool(fitting_hits(library, sheet)) or bool(library.place(message)),
            cited=cited.id if cited and cited.counter_view else None,
            fact=fact[0].passage.id if fact else None,
            method=method[0].passage.id if method else None,
            fairness=_fairness(library),
            query=want_words(sheet) or message[:80],
        ),
        (*fact, *method, *cases),
    )


def _asks(reading: Reading, cues: Cues) -> bool:
    return (
        reading.intent in ("ask_fact", "seek_advice", "pushback", "off_topic")
        or "wants_method" in cues
        or "wants_advice" in cues
    )


def _first(library: Library, text: str, kinds: tuple[CardKind, ...]) -> tuple[Hit, ...]:
    return tuple(library.search(Query(text=text, k=3, kinds=kinds)))


def _difference(library: Library, message: str) -> tuple[Hit, ...]:
    """How the phases differ is told of all three, unless only the second and third are set against each other."""
    named = set(
        re.findall(r"(?:Phase|フェーズ|フェイズ|段階)\s*([123])", unicodedata.normalize("NFKC", message))
    )
    asked = re.search(r"違い|違う|違って|異な|区別|どう違", message)
    passage = library.passage(DIFFERENCE) if asked and len(named) > 1 and named != {"2", "3"} else None
    return (Hit(passage=passage, score=1.0),) if passage else ()


def _plainly(library: Library, message: str, cues: Cues) -> tuple[Hit, ...]:
    """A question that names the framework may be asked in many words beside the matter: its cards are near all the same."""
    if "framework" not in cues:
        return ()
    hits = tuple(library.search(Query(text=message, k=3, kinds=("framework",), threshold=False)))
    return hits if hits and hits[0].score >= _PLAIN else ()


def _telling(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """A passage that says something stands before one that says the page is silent, where both fit about as well."""
    if len(hits) > 1 and hits[0].passage.card == SILENT_CARD and hits[1].score >= _NEAR * hits[0].score:
        return (hits[1], hits[0], *hits[2:])
    return hits


def want_words(sheet: Worksheet) -> str:
    """The want in the official's words: what a fitting case is searched by."""
    words = [value.key or value.text for slot in _WANT for value in sheet[slot].values[:2]]
    return " ".join(words)[:400]


def wish_words(sheet: Worksheet) -> str:
    """The wish, the person and the scene: what a case nobody asked for is compared with."""
    states = [sheet[slot] for slot in _WISH if sheet[slot].status == "answered"]
    return " ".join(value.key or value.text for state in states for value in state.values[:2])[:_LONGEST]


def fitting_hits(library: Library, sheet: Worksheet) -> tuple[Hit, ...]:
    """The cases that fit so well that they may be offered unasked, each by its first section."""
    words = wish_words(sheet)
    cards = [library.card(id) for id in library.fitting(words)] if words else []
    ids = [f"{card.id}#{card.sections[0].heading}" for card in cards if card and card.sections]
    passages = [library.passage(id) for id in ids]
    return tuple(Hit(passage=passage, score=1.0) for passage in passages if passage)


def _asked_for(library: Library, sheet: Worksheet, message: str, phase: Phase | None) -> tuple[Hit, ...]:
    """What fits, then what is near: someone who asks is shown the best there is."""
    near = case_hits(library, sheet, message, sure=not want_words(sheet), phase=phase)
    return (*fitting_hits(library, sheet), *near)


def case_hits(
    library: Library, sheet: Worksheet, request: str = "", sure: bool = False, phase: Phase | None = None
) -> tuple[Hit, ...]:
    """Cases near the want, counter-example included; none before a want exists unless one is asked for.

    `sure` keeps only what passes the search's threshold. With a phase, cases of that phase come first.
    """
    words = want_words(sheet)
    if not words and not request:
        return ()
    text = f"{words} {request}".strip()
    query = Query(text=text, k=6, kinds=("case",), counter=True, threshold=sure)
    same = library.search(query.model_copy(update={"phase": phase})) if phase else ()
    return (*same, *library.search(query)) if len({hit.passage.card for hit in same}) < _FEW else tuple(same)


def _card(hits: tuple[Hit, ...]) -> str | None:
    return next((hit.passage.card for hit in hits if not hit.passage.caution), None)


def _fairness(library: Library) -> str | None:
    card = library.card(FAIRNESS_CARD)
    return f"{card.id}#{card.sections[0].heading}" if card and card.sections else None


def chosen_cases(library: Library, sheet: Worksheet, phase: Phase | None) -> tuple[CaseCard, ...]:
    """Up to two fitting cases, else near ones, and one cautionary one, for the paper."""
    seen: dict[str, CaseCard] = {}
    for hit in (*fitting_hits(library, sheet), *case_hits(library, sheet, phase=phase)):
        card = library.card(hit.passage.card)
        if card is not None and card.kind == "case":
            seen.setdefault(card.id, card)
    fitting = [card for card in seen.values() if card.shelf != "caution"][:2]
    cautions = [card for card in seen.values() if card.shelf == "caution"][:1]
    return (*fitting, *cautions)


_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]{2,}")


def recognised(reading: Reading, text: str, library: Library) -> Reading:
    """The reading with technologies that it missed because they are written in Latin letters and have a card."""
    found = (name for name in _LATIN.findall(text) if library.technology(name) is not None)
    new = tuple(
        name for name in dict.fromkeys(found) if not any(name in each for each in reading.technologies)
    )
    return reading.model_copy(update={"technologies": reading.technologies + new}) if new else reading
