"""Scores readings against labels."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from advisor.dialogue.reading import Reading
from evals.reading.examples import Example

Pairs = Sequence[tuple[Example, Reading]]


def f1(right: int, said: int, wanted: int) -> float:
    """Return F1 from counts; 1.0 where nothing was said and nothing wanted."""
    return 2 * right / (said + wanted) if said + wanted else 1.0


def macro_f1(gold: Sequence[Any], said: Sequence[Any]) -> float:
    """Return the mean F1 over the labels that occur in `gold`."""
    scores = []
    for label in sorted(set(gold), key=str):
        right = sum(a == label and b == label for a, b in zip(gold, said, strict=True))
        scores.append(f1(right, sum(b == label for b in said), sum(a == label for a in gold)))
    return float(np.mean(scores)) if scores else 0.0


def stance(pairs: Pairs) -> float:
    """Macro-F1 of the stance."""
    return macro_f1([gold.stance for gold, _ in pairs], [said.stance for _, said in pairs])


def intent(pairs: Pairs) -> float:
    """Macro-F1 of the intent."""
    return macro_f1([gold.intent for gold, _ in pairs], [said.intent for _, said in pairs])


def phase(pairs: Pairs) -> float:
    """Macro-F1 of the phase, none being the fourth class."""
    return macro_f1([gold.phase for gold, _ in pairs], [said.phase for _, said in pairs])


def phase_accuracy(pairs: Pairs) -> float:
    """Accuracy of the phase."""
    return sum(gold.phase == said.phase for gold, said in pairs) / max(1, len(pairs))


def technologies(pairs: Pairs) -> float:
    """Micro-F1 of the names of technologies, exact strings."""
    right = sum(len(set(gold.technologies) & set(said.technologies)) for gold, said in pairs)
    return f1(
        right,
        sum(len(set(said.technologies)) for _, said in pairs),
        sum(len(set(gold.technologies)) for gold, _ in pairs),
    )


def slots(pairs: Pairs) -> float:
    """Micro-F1 over (message, slot) pairs."""
    right = sum(len(set(gold.slots) & set(said.slots)) for gold, said in pairs)
    return f1(right, sum(len(said.fills) for _, said in pairs), sum(len(gold.slots) for gold, _ in pairs))


def extracts(pairs: Pairs) -> float:
    """Mean character F1 of the extracts over the slots that both fill."""
    scores = [
        overlap(gold.text, gold.slots[fill.slot], fill.text)
        for gold, said in pairs
        for fill in said.fills
        if fill.slot in gold.slots
    ]
    return float(np.mean(scores)) if scores else 0.0


def overlap(text: str, wanted: str, said: str) -> float:
    """Return the character F1 of two stretches of a text."""
    left = set(range(text.find(wanted), text.find(wanted) + len(wanted)))
    right = set(range(text.find(said), text.find(said) + len(said)))
    return f1(len(left & right), len(left), len(right))


MEASURES: dict[str, Callable[[Pairs], float]] = {
    "stance": stance,
    "phase": phase,
    "phase_accuracy": phase_accuracy,
    "intent": intent,
    "technologies": technologies,
    "slots": slots,
    "extracts": extracts,
}


def calibration_error(pairs: Pairs, name: str) -> float:
    """Return how far confidence and accuracy of a label (stance, phase, intent) lie apart, over tenths of confidence."""
    sure = np.array([getattr(said, f"{name}_confidence") for _, said in pairs])
    right = np.array([getattr(gold, name) == getattr(said, name) for gold, said in pairs], float)
    tenth = np.minimum((sure * 10).astype(int), 9)
    gaps = [abs(float((sure - right)[tenth == each].sum())) for each in range(10)]
    return sum(gaps) / max(1, len(pairs))


def interval(pairs: Pairs, measure: Callable[[Pairs], float], rounds: int = 500) -> tuple[float, float]:
    """Return the 95 % bootstrap interval over messages."""
    random = np.random.default_rng(0)
    values = [
        measure([pairs[index] for index in random.integers(0, len(pairs), len(pairs))]) for _ in range(rounds)
    ]
    return float(np.quantile(values, 0.025)), float(np.quantile(values, 0.975))
