"""Trains the reader from the hand-written messages: `python -m evals.reading.train` writes both sets of weights."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from advisor.adapters.reader import extracts, message, technologies
from advisor.adapters.reader.judging import (
    PRESENCE_BUCKETS,
    first_dense,
    last_dense,
    last_sample,
    presence_samples,
)
from advisor.adapters.reader.linear import Floats, Linear, Sample, sigmoid, softmax
from advisor.adapters.reader.reader import WEIGHTS, EmbeddedReader
from advisor.adapters.reader.weights import Weights, save
from advisor.adapters.words import SudachiWords
from advisor.framework.labels import INTENTS, STANCES
from advisor.framework.slots import SLOTS
from evals.reading.embedding import DIMENSIONS, blank, modes
from evals.reading.examples import training
from evals.reading.fitting import Numbers, fit_classes, fit_flags, out_of_fold, temperature
from evals.reading.table import Entry, Flags, entries, mean_vector, rarity

PARTS: Final = 5
EVENING: Final = {"intent": 1.0, "phase": 0.75, "stance": 0.5}
STRENGTHS: Final = {
    "technology": 2.0,
    "intent": 2.0,
    "mention": 0.4,
    "inside": 1.0,
    "border": 0.3,
    "presence": 1.0,
    "phase": 0.3,
    "stance": 0.5,
}
SETTINGS: Final[dict[str, Any]] = {"bonus": 1.0, "edge": 2.0, "caution": 0.0}
ELSEWHERE: Final = 0.02
"""Weight of a word for a slot that its message does not fill."""
USUAL: Final = 0.36
EXAMPLES: Final = 150
"""The threshold of a slot before it is fitted, and how many examples that is worth."""


def _evened(labels: Sequence[int], classes: int, power: float) -> Floats:
    """Return a weight for each example: rare classes weigh more, as often as even at power 1."""
    counts = np.bincount(labels, minlength=classes)
    return np.asarray((counts.max() / counts[np.array(labels)]) ** power, np.float32)


def train(found: Sequence[Entry], strengths: dict[str, float] | None = None) -> Weights:
    """Return the weights learned from the entries."""
    strengths = {**STRENGTHS, **(strengths or {})}
    return _Training(found, strengths).weights()


class _Training:
    """The stages of one training in order; each stage sees the out-of-fold predictions of the earlier ones."""

    def __init__(self, found: Sequence[Entry], strengths: dict[str, float]) -> None:
        self.entries = list(found)
        self.count = len(self.entries)
        self.strengths = strengths
        self.evening = EVENING
        self.rarity = rarity(self.entries)
        self.mean = mean_vector(self.entries)
        self.firsts = [first_dense(each.view, self.mean) for each in self.entries]
        self.wholes = [
            message.sample(each.view, self.rarity, first)
            for each, first in zip(self.entries, self.firsts, strict=True)
        ]
        self.settings: dict[str, Any] = {**SETTINGS, "temperature": {}, "threshold": {}}
        self.models: dict[str, Linear] = {}

    def weights(self) -> Weights:
        """Run all stages."""
        intent = self._classes("intent", self.wholes, [each.intent for each in self.entries], len(INTENTS))
        mention = self._mention()
        named = self._technologies()
        scores = self._words(mention)
        slots, _ = self._presence(mention, intent, scores)
        lasts = [
            last_sample(
                each.whole,
                whole,
                last_dense(each.view, first, intent[index], slots[index], named[index]),
                named[index],
            )
            for index, (each, whole, first) in enumerate(
                zip(self.entries, self.wholes, self.firsts, strict=True)
            )
        ]
        self._classes("phase", lasts, [each.phase for each in self.entries], 4)
        self._classes("stance", lasts, [each.stance for each in self.entries], len(STANCES))
        return Weights(models=self.models, rarity=self.rarity, mean=self.mean, settings=self.settings)

    def _classes(self, name: str, samples: list[Sample], labels: list[int], classes: int) -> Floats:
        """Fit a classifier and its temperature; return its calibrated out-of-fold probabilities."""

        weights = _evened(labels, classes, self.evening[name])

        def fit(rows: Numbers) -> Linear:
            return fit_classes(
                [samples[row] for row in rows],
                [labels[row] for row in rows],
                classes,
                message.BUCKETS,
                self.strengths[name],
                weights[rows],
            )

        logits = out_of_fold(
            self.count, PARTS, lambda kept, held: fit(kept).all_logits([samples[row] for row in held])
        )
        self.models[name] = fit(np.arange(self.count))
        self.settings["temperature"][name] = round(temperature(logits, np.array(labels)), 3)
        return softmax(logits, self.settings["temperature"][name])

    def _mention(self) -> Floats:
        flags = np.array([each.slots for each in self.entries])

        def fit(rows: Numbers) -> Linear:
            return fit_flags(
                [self.wholes[row] for row in rows], flags[rows], message.BUCKETS, self.strengths["mention"]
            )

        logits = out_of_fold(
            self.count, PARTS, lambda kept, held: fit(kept).all_logits([self.wholes[row] for row in held])
        )
        self.models["mention"] = fit(np.arange(self.count))
        return logits

    def _technologies(self) -> list[list[tuple[int, int]]]:
        found: list[list[tuple[int, int]]] = [[] for _ in self.entries]

        def fit(rows: Numbers) -> Linear:
            samples = [sample for row in rows for sample in self.entries[row].technology]
            named = np.concatenate([self.entries[row].named for row in rows])[:, None]
            return fit_flags(samples, named, technologies.BUCKETS, self.strengths["technology"], lbfgs=False)

        def predict(kept: Numbers, held: Numbers) -> Floats:
            model = fit(kept)
            for row in held:
                found[row] = technologies.spans(self.entries[row].whole, model, self.settings["caution"])
            return np.zeros(len(held), np.float32)

        out_of_fold(self.count, PARTS, predict)
        self.models["technology"] = fit(np.arange(self.count))
        return found

    def _words(self, mention: Floats) -> list[extracts.Scores]:
        dense = np.tanh(mention / 4).astype(np.float32)
        words = [
            [replace(word, dense=dense[row]) for word in each.words] for row, each in enumerate(self.entries)
        ]
        scores: list[extracts.Scores | None] = [None] * self.count

        def fit(rows: Numbers) -> tuple[Linear, Linear]:
            samples = [word for row in rows for word in words[row]]
            inside = np.concatenate([self.entries[row].inside for row in rows])
            border = np.concatenate([self.entries[row].border for row in rows])
            heeded = np.concatenate([np.tile(self._heeded(row), (len(words[row]), 1)) for row in rows])
            return (
                fit_flags(
                    samples, inside, extracts.BUCKETS, self.strengths["inside"], lbfgs=False, weights=heeded
                ),
                fit_flags(samples, border, extracts.BUCKETS, self.strengths["border"], lbfgs=False),
            )

        def predict(kept: Numbers, held: Numbers) -> Floats:
            inside, border = fit(kept)
            for row in held:
                scores[row] = extracts.score(words[row], inside, border)
            return np.zeros(len(held), np.float32)

        out_of_fold(self.count, PARTS, predict)
        self.models["inside"], self.models["border"] = fit(np.arange(self.count))
        return [each for each in scores if each is not None]

    def _heeded(self, row: int) -> Floats:
        """How much the words of a message count for each slot: where it is not filled, hardly."""
        return np.where(self.entries[row].slots, 1.0, ELSEWHERE).astype(np.float32)

    def _presence(
        self, mention: Floats, intent: Floats, scores: list[extracts.Scores]
    ) -> tuple[Floats, Floats]:
        flags = np.array([each.slots for each in self.entries])
        bonus, edge = self.settings["bonus"], self.settings["edge"]
        samples = [
            presence_samples(
                each.view,
                mention[row],
                intent[row],
                scores[row],
                extracts.stretches(scores[row], bonus, edge),
            )
            for row, each in enumerate(self.entries)
        ]

        def fit(rows: Numbers) -> Linear:
            return fit_flags(
                [one for row in rows for one in samples[row]],
                flags[rows].reshape(-1, 1),
                PRESENCE_BUCKETS,
                self.strengths["presence"],
            )

        def predict(kept: Numbers, held: Numbers) -> Floats:
            return (
                fit(kept)
                .all_logits([one for row in held for one in samples[row]])
                .reshape(len(held), len(SLOTS))
            )

        logits = out_of_fold(self.count, PARTS, predict)
        self.models["presence"] = fit(np.arange(self.count))
        chances = sigmoid(logits)
        self.settings["threshold"] = {
            slot: _threshold(chances[:, index], flags[:, index]) for index, slot in enumerate(SLOTS)
        }
        self.oof = {"mention": mention, "intent": intent, "scores": scores, "slots": chances}
        return chances, logits


def _threshold(chances: Floats, flags: Flags) -> float:
    """Return the threshold of best F1, drawn to the usual one the more, the fewer examples decide it."""
    grid = np.arange(0.15, 0.7, 0.025)
    said = chances[None, :] >= grid[:, None]
    scores = 2 * (said & flags).sum(axis=1) / np.maximum(1, said.sum(axis=1) + flags.sum())
    count = int(flags.sum())
    return round(float((count * grid[int(np.argmax(scores))] + EXAMPLES * USUAL) / (count + EXAMPLES)), 3)


def main() -> None:
    """Train both modes from all training messages and write the weights into the reader's package."""
    words = SudachiWords()
    for name, embed in modes():
        found = entries(training(), EmbeddedReader(words, embed, blank(DIMENSIONS if embed else 0)))
        save(train(found), WEIGHTS / name)
        print(f"{name}: {len(found)} messages")


if __name__ == "__main__":
    main()
