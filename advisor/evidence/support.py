"""How far a passage supports an answer to a question: the measure by which search abstains."""

import math
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


class Weights(Value):
    """A logistic measure over signs, fitted on labelled questions."""

    words: float
    characters: float
    cosine: float
    constant: float
    threshold: float
    """The support from which a passage counts as an answer."""


def support(signs: Signs, weights: Weights) -> float:
    """Return the support from 0 to 1."""
    sum_ = (
        weights.words * signs.words
        + weights.characters * signs.characters
        + weights.cosine * (signs.cosine or 0.0)
        + weights.constant
    )
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, sum_))))


WEIGHTS: dict[Serving, Weights] = {
    "fused": Weights(words=4.0, characters=4.0, cosine=10.0, constant=-12.0, threshold=0.5),
    "lexical": Weights(words=6.0, characters=6.0, cosine=0.0, constant=-5.0, threshold=0.5),
}
