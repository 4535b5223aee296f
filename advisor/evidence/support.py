"""How far a passage supports an answer to a question: the measure by which search abstains."""

import math
from collections.abc import Sequence
from typing import Literal

from advisor.values import Value

Serving = Literal["fused", "lexical"]


class Signs(Value):
    """What speaks for a passage, each from 0 to 1 and comparable between questions."""

    words: float
    """Share of the question's content words it holds, by idf."""
    characters: float
    """Share of the question's letter pairs and kanji it holds, by idf."""
    cosine: float | None = None
    """Nearness in meaning; None where the vector view does not serve."""
    length: float = 0.0
    """Letters of the question over forty, at most 1: the more is said, the smaller the shares that an answer holds."""


class Weights(Value):
    """A logistic measure over signs, fitted on labelled questions."""

    words: float
    characters: float
    cosine: float
    length: float
    constant: float
    threshold: float
    """The support from which a passage counts as an answer."""


def strongest(several: Sequence[Signs]) -> Signs:
    """The best that any of the hits has of each sign: an answer may be spread over two passages."""
    cosines = [each.cosine for each in several if each.cosine is not None]
    return Signs(
        words=max((each.words for each in several), default=0.0),
        characters=max((each.characters for each in several), default=0.0),
        cosine=max(cosines) if cosines else None,
        length=max((each.length for each in several), default=0.0),
    )


def support(signs: Signs, weights: Weights) -> float:
    """Return the support from 0 to 1."""
    sum_ = (
        weights.words * signs.words
        + weights.characters * signs.characters
        + weights.cosine * (signs.cosine or 0.0)
        + weights.length * signs.length
        + weights.constant
    )
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, sum_))))


WEIGHTS: dict[Serving, Weights] = {
    "fused": Weights(
        words=10.89, characters=7.43, cosine=3.57, length=13.09, constant=-17.07, threshold=0.38
    ),
    "lexical": Weights(
        words=11.18, characters=7.66, cosine=0.0, length=13.16, constant=-14.24, threshold=0.38
    ),
}
"""Fitted on the 240 labelled questions over the corpus (both files of evals/data), thresholds by five-fold validation."""
