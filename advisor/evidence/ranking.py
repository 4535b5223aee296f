"""One order out of several views: standardised scores over each view's best, weighted and added."""

from collections.abc import Container, Mapping, Sequence

TOP = 100
"""How many of its best a view brings to the fusion."""

Scores = Mapping[int, float]
"""Score by the position of a document; higher is better."""


def best(scores: Scores, count: int = TOP, among: Container[int] | None = None) -> dict[int, float]:
    """Return the `count` best of a view, in order; equal scores stand in order of position."""
    kept = (
        scores.items() if among is None else ((key, score) for key, score in scores.items() if key in among)
    )
    return dict(sorted(kept, key=lambda pair: (-pair[1], pair[0]))[:count])


def fused(views: Sequence[tuple[Scores, float]]) -> dict[int, float]:
    """Add the views' standardised scores, each times its weight; who is absent takes the view's lowest."""
    standard = [(standardised(scores), weight) for scores, weight in views if scores]
    lowest = [min(scores.values()) for scores, _ in standard]
    found = sorted({position for scores, _ in standard for position in scores})
    sums = {
        position: sum(
            weight * scores.get(position, low) for (scores, weight), low in zip(standard, lowest, strict=True)
        )
        for position in found
    }
    return best(sums, len(sums))


def standardised(scores: Scores) -> dict[int, float]:
    """Scores as distances from their mean in standard deviations; equal scores are all zero."""
    mean = sum(scores.values()) / len(scores)
    spread = (sum((score - mean) ** 2 for score in scores.values()) / len(scores)) ** 0.5
    return {
        position: (score - mean) / spread if spread > 1e-12 else 0.0 for position, score in scores.items()
    }
