"""How far a passage supports an answer to a question: the measure by which search abstains."""

import math
from collections.abc import Sequence
from typing import Literal

from advisor.values import Value

Serving = Literal["fused", "lexical"]


class Signs(Value):
    """What speaks for a passage and against it, comparable between questions."""

    words: float
    """Share (0 to 1) of the question's content words it holds, by idf."""
    characters: float
    """Share (0 to 1) of the question's letter pairs and kanji it holds, by idf."""
    lead: float = 0.0
    """How much nearer in meaning (cosine) it is than the nearest topic outside; 0 without vectors."""
    outside: float = 0.0
    """Share of the question's letter pairs and kanji that the best topic outside holds."""


class Weights(Value):
    """A logistic measure over signs, fitted on labelled questions."""

    words: float
    characters: float
    lead: float
    outside: float
    constant: float
    threshold: float
    """The support from which a passage counts as an answer."""


def strongest(several: Sequence[Signs]) -> Signs:
    """The best that any of the hits has of each sign: an answer may be spread over two passages."""
    return Signs(
        words=max((each.words for each in several), default=0.0),
        characters=max((each.characters for each in several), default=0.0),
        lead=max((each.lead for each in several), default=0.0),
        outside=max((each.outside for each in several), default=0.0),
    )


def support(signs: Signs, weights: Weights) -> float:
    """Return the support from 0 to 1."""
    sum_ = (
        weights.words * signs.words
        + weights.characters * signs.characters
        + weights.lead * signs.lead
        + weights.outside * signs.outside
        + weights.constant
    )
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, sum_))))


WEIGHTS: dict[Serving, Weights] = {
    "fused": Weights(words=7.13, characters=5.4, lead=5.03, outside=-7.71, constant=-3.55, threshold=0.24),
    "lexical": Weights(words=7.52, characters=5.36, lead=0.0, outside=-8.52, constant=-3.44, threshold=0.32),
}
"""Fitted by `python -m evals.retrieval.calibrate --held-out` on 192 labelled questions; the 120 others only measure."""

EXAMPLE: float = 0.2
"""The threshold for an example asked for before there is a wish: such a request seldom repeats a case's words."""
