"""Who wins where the embedded reader and a model read a message differently: a table that can be read aloud."""

from collections.abc import Callable
from typing import Any, Final, Literal, NamedTuple

from advisor.dialogue.cues import Cues
from advisor.dialogue.reading import Fill, Reading
from advisor.dialogue.sentences import sentences
from advisor.dialogue.standing import LABELS, SURE, Label, Standing
from advisor.framework.slots import SLOTS, Slot
from advisor.values import Value

CERTAIN: Final = 0.95
"""Two readers who agree are believed up to here: what plain code takes for certain comes from no model."""
MARGIN: Final = 0.1
"""By how much a model must be more credible than an embedded label that it overrules."""
ADDED: Final = 0.6
"""Confidence of an extract that only the model has: enough for an open slot, too little beside other answers."""
DOUBTED: Final = 0.7
"""An extract that only the embedded reader has is dropped below this confidence."""
_CROWD: Final = 3
"""A model that gives the same words to this many slots has not read them."""


class Difference(Value):
    """One label as both read it."""

    kind: Label
    embedded: str
    confidence: float
    """Of the embedded label."""
    model: str
    credit: float
    """How far the model is believed for this kind, 0 for not at all."""
    hostile: bool
    """Whether the words show hostility."""


class Rule(NamedTuple):
    """One line of the table; the first that holds decides."""

    name: str
    aloud: str
    holds: Callable[[Difference], bool]
    winner: Literal["embedded", "model"]


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "unsafe_stands",
        "内蔵の読み手が危ない頼みと読んだら、覆さない",
        lambda it: it.kind == "intent" and it.embedded == "unsafe",
        "embedded",
    ),
    Rule(
        "no_standing",
        "信用をまだ得ていない、または失ったモデルの読みは使わない",
        lambda it: it.credit == 0,
        "embedded",
    ),
    Rule("agreed", "二人が同じなら、それにする", lambda it: it.embedded == it.model, "embedded"),
    Rule("sure", "内蔵の読み手が確かなら、覆さない", lambda it: it.confidence >= SURE, "embedded"),
    Rule(
        "unsafe_without_words",
        "危ない頼みという読みは、言葉にその印がなければ使わない",
        lambda it: it.model == "unsafe" and not it.hostile,
        "embedded",
    ),
    Rule(
        "unsafe_with_words",
        "危ない頼みという読みは、言葉にその印があれば使う",
        lambda it: it.model == "unsafe",
        "model",
    ),
    Rule(
        "surer",
        "モデルの信用が内蔵の読み手の自信より.1を超えて高ければ、モデルにする",
        lambda it: it.credit > it.confidence + MARGIN,
        "model",
    ),
    Rule("embedded", "ほかは、内蔵の読み手にする", lambda it: True, "embedded"),
)
"""The order of the rules for one label."""


def ruled(difference: Difference) -> Rule:
    """Return the rule that decides about a label."""
    return next(rule for rule in RULES if rule.holds(difference))


def arbitrated(embedded: Reading, model: Reading, standing: Standing, seen: Cues) -> Reading:
    """Return one reading of a message from two.

    The model's technologies and extracts must already be exact stretches of the message; its confidences are not
    looked at. `standing` is what the model has earned with earlier messages.
    """
    if not standing.used:
        return embedded
    changes: dict[str, Any] = {}
    for kind in LABELS:
        label, confidence = _label(kind, embedded, model, standing, seen)
        changes |= {kind: label, f"{kind}_confidence": confidence}
    if standing.credit("technologies"):
        changes["technologies"] = _names(embedded.technologies, model.technologies)
    if standing.credit("slots"):
        changes["fills"] = _fills(embedded, model)
    return embedded.model_copy(update=changes)


def _label(
    kind: Label,
    embedded: Reading,
    model: Reading,
    standing: Standing,
    seen: Cues,
) -> tuple[Any, float]:
    ours, theirs = getattr(embedded, kind), getattr(model, kind)
    sure, credit = getattr(embedded, f"{kind}_confidence"), standing.credit(kind)
    rule = ruled(
        Difference(
            kind=kind,
            embedded=str(ours),
            confidence=sure,
            model=str(theirs),
            credit=credit,
            hostile="hostile" in seen,
        )
    )
    if rule.winner == "model":
        return theirs, min(_together(credit, 1 - sure), CERTAIN)
    if rule.name == "agreed":
        return ours, max(sure, min(_together(credit, sure), CERTAIN))
    return ours, sure


def _together(one: float, other: float) -> float:
    """The chance of what two independent witnesses say, each right with its chance (Bayes)."""
    both, neither = one * other, (1 - one) * (1 - other)
    return both / (both + neither) if both + neither else 0.0


def _names(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    """The names of both; where one reader's name lies within the other's, the longer."""
    kept = (name for name in ours if not any(name in each for each in theirs))
    more = (name for name in theirs if name in ours or not any(name in each for each in ours))
    return tuple(dict.fromkeys((*kept, *more)))


def _fills(embedded: Reading, model: Reading) -> tuple[Fill, ...]:
    theirs = _uncrowded(model.fills)
    found = (_fill(slot, embedded.fill(slot), theirs.get(slot)) for slot in SLOTS)
    return tuple(each for each in found if each is not None)


def _uncrowded(fills: tuple[Fill, ...]) -> dict[Slot, Fill]:
    """The first extract of each slot, without words that were given to many slots."""
    return {
        each.slot: each
        for each in reversed(fills)
        if sum(other.text == each.text for other in fills) < _CROWD
    }


def _fill(slot: Slot, ours: Fill | None, theirs: Fill | None) -> Fill | None:
    if theirs is None:
        return ours if ours is not None and ours.confidence >= DOUBTED else None
    if ours is None:
        return theirs.model_copy(update={"confidence": ADDED})
    return Fill(slot=slot, text=_words(ours, theirs), confidence=max(ours.confidence, ADDED))


def _words(ours: Fill, theirs: Fill) -> str:
    """The extract of two: where one lies within the other, the longer, unless it runs on into another sentence."""
    short, long = sorted((ours.text, theirs.text), key=len)
    if short not in long:
        return theirs.text
    return long if len(sentences(long)) == 1 else short
