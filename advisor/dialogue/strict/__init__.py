"""What a reply of a language model must pass besides what every reply must."""

from collections.abc import Iterator
from typing import Final

from advisor.dialogue.checks import Fault, faults
from advisor.dialogue.moves import Move
from advisor.dialogue.scene import Scene
from advisor.dialogue.sentences import sentences
from advisor.dialogue.strict.asking import asks_something, unfit
from advisor.dialogue.strict.ground import Ground, flat, ground
from advisor.dialogue.strict.manner import Footing, Manner, footing, unfounded
from advisor.dialogue.strict.sentence import said_faults
from advisor.dialogue.turns import Reply

_OF_THE_WHOLE: Final = frozenset({"untagged_question", "question_in_text", "question_fits_slot"})
"""Checks of the shared floor that need the whole reply."""
_LISTING: Final[frozenset[Move]] = frozenset(
    {
        "offer_case",
        "counter_view",
        "test_the_means",
        "reflect",
        "answer_fact",
        "fairness",
        "name_the_jump",
        "help_phase1",
    }
)
_USUAL: Final = 300
_LONGER: Final = 600
"""Characters of a reply: twice what a writer is asked for, so that only what runs away is stopped."""


def strict_faults(
    reply: Reply, scene: Scene, canary: str = "", secret: str = "", on: Footing | None = None
) -> tuple[Fault, ...]:
    """Return every check that a whole reply of a model fails; empty for a good one.

    `canary` is a word that stands in the prompt alone, `secret` the prompt's instructions: neither may be shown.
    `on` is what the reply may be worded with; without it words are not looked at, only what rules name.
    """
    base = ground(scene)
    parts = sentences(reply.text)
    return (
        *faults(reply, scene),
        *(fault for part in parts for fault in said_faults(part, base, canary, secret)),
        *_unfounded(parts, on),
        *_questions(parts, scene),
        *_missing(reply, scene),
        *_length(reply, scene),
    )


def sentence_faults(
    said: str, sentence: str, scene: Scene, canary: str = "", secret: str = "", on: Footing | None = None
) -> tuple[Fault, ...]:
    """Return why `sentence` may not be shown after `said`, what the reply has shown already; empty where it may.

    What only a whole reply can lack, as its question, is no fault yet.
    """
    base = ground(scene)
    before, parts = sentences(said), sentences(sentence)
    alone = (fault for fault in faults(Reply(text=sentence), scene) if fault.check not in _OF_THE_WHOLE)
    return (
        *alone,
        *(fault for part in parts for fault in said_faults(part, base, canary, secret)),
        *_unfounded(parts, on),
        *_again(before, parts),
        *_questions((*before, *parts), scene, len(before)),
    )


def _unfounded(parts: tuple[str, ...], on: Footing | None) -> Iterator[Fault]:
    for part in parts:
        if on is not None and unfounded(part, on):
            yield Fault(check="word_without_ground", where=part)


def _questions(parts: tuple[str, ...], scene: Scene, first: int = 0) -> Iterator[Fault]:
    """Faults of the questions from place `first` on: a second one, and one that the decision does not ask."""
    asked = [at for at, part in enumerate(parts) if asks_something(part)]
    for at in asked:
        if at >= first and at != asked[0]:
            yield Fault(check="one_question", where=parts[at])
        elif at >= first and unfit(parts[at], scene.decision):
            yield Fault(check="question_not_decided", where=parts[at])


def _again(before: tuple[str, ...], parts: tuple[str, ...]) -> Iterator[Fault]:
    shown = {flat(part) for part in before}
    for part in parts:
        if flat(part) in shown and len(part) > 3:
            yield Fault(check="repeated_sentence", where=part)


def _missing(reply: Reply, scene: Scene) -> Iterator[Fault]:
    if scene.decision.asks is not None and reply.question is None and scene.decision.move != "draft":
        yield Fault(check="question_missing", where="")


def _length(reply: Reply, scene: Scene) -> Iterator[Fault]:
    if len(reply.text) > (_LONGER if scene.decision.move in _LISTING else _USUAL):
        yield Fault(check="too_long", where="")


__all__ = ["Fault", "Footing", "Ground", "Manner", "footing", "sentence_faults", "strict_faults"]
