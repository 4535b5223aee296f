"""From a view to a judgement: the stages of models, each fed by those before it."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from advisor.adapters.reader import extracts, message, technologies
from advisor.adapters.reader.folding import bucketed
from advisor.adapters.reader.linear import Floats, Sample, sigmoid, softmax
from advisor.adapters.reader.view import View
from advisor.adapters.reader.weights import Weights
from advisor.framework.slots import SLOTS

SPOKEN: Final = 2.0
VECTOR_SCALE: Final = 8.0
OWN: Final = 9
"""Figures of the slot's presence that each slot also weighs on its own, besides the weights that all share."""
OWNED: Final = 0.7
PRESENCE_BUCKETS: Final = len(SLOTS) * (1 + OWN)
Spans = list[tuple[int, int]]


@dataclass(frozen=True)
class Judgement:
    """Probabilities of intent, phase (none, 1, 2, 3) and stance, of each slot, with stretches and technologies."""

    intent: Floats
    phase: Floats
    stance: Floats
    slots: Floats
    stretches: tuple[extracts.Stretch, ...]
    technologies: Spans


def first_dense(view: View, mean: Floats) -> Floats:
    """Return the dense features of the first stage: plain ones and, where there is one, the centred vector."""
    plain = message.plain(view)
    if not mean.size:
        return plain
    vector = np.zeros_like(mean) if view.vector is None else (view.vector - mean) * VECTOR_SCALE
    return np.concatenate([plain, vector.astype(np.float32)])


def presence_samples(
    view: View, mention: Floats, intent: Floats, scores: extracts.Scores, found: tuple[extracts.Stretch, ...]
) -> list[Sample]:
    """Return one small sample for each slot: dense weights shared by all, and in buckets those that are its own."""
    figures = extracts.evidence(scores, found)
    samples = []
    for index, slot in enumerate(SLOTS):
        asked = view.asked == slot
        answered = float(intent[1])
        other = float(view.asked is not None and not asked)
        dense = np.array(
            [
                mention[index] / 4,
                *figures[index],
                float(asked),
                other,
                answered * asked,
                answered * other,
                *(intent * 0.5),
            ],
            np.float32,
        )
        buckets = np.array(
            [index, *range(len(SLOTS) + index * OWN, len(SLOTS) + (index + 1) * OWN)], np.int32
        )
        samples.append(Sample(buckets, np.array([1.0, *(dense[:OWN] * OWNED)], np.float32), dense))
    return samples


def last_dense(view: View, first: Floats, intent: Floats, slots: Floats, found: Spans) -> Floats:
    """Return the dense features of stance and phase: the first stage's, and what the other stages found."""
    covered = sum(end - start for start, end in found) / max(1, len(view.text))
    wishes = float(slots[0] + slots[4])
    people = float(max(slots[1], slots[2]))
    named = float(bool(found))
    shape = [
        named,
        min(len(found), 3) / 3,
        covered,
        named * people,
        named * wishes,
        (1 - named) * people,
        (1 - named) * wishes,
    ]
    return np.concatenate([first, np.array(shape, np.float32), intent, slots]).astype(np.float32)


def last_sample(view: View, whole: Sample, dense: Floats, found: Spans) -> Sample:
    """Return the sample of stance and phase: that of the message, with how each technology is spoken of."""
    spoken = np.array(bucketed(technologies.settings(view, found), message.BUCKETS), np.int32)
    values = np.full(spoken.size, SPOKEN / max(1.0, spoken.size**0.5), np.float32)
    return Sample(np.concatenate([whole.buckets, spoken]), np.concatenate([whole.values, values]), dense)


def judge(view: View, whole_view: View, weights: Weights) -> Judgement:
    """Return the judgement of one message of at least one word; `whole_view` shows pasted matter as well."""
    models, settings = weights.models, weights.settings
    first = first_dense(view, weights.mean)
    whole = message.sample(view, weights.rarity, first)
    intent = softmax(models["intent"].logits(whole), settings["temperature"]["intent"])
    mention = models["mention"].logits(whole)
    scores = extracts.score(extracts.samples(view, mention), models["inside"], models["border"])
    found = extracts.stretches(scores, settings["bonus"], settings["edge"])
    slots = sigmoid(
        models["presence"].all_logits(presence_samples(view, mention, intent, scores, found))[:, 0]
    )
    named = technologies.spans(whole_view, models["technology"], settings["caution"])
    last = last_sample(whole_view, whole, last_dense(view, first, intent, slots, named), named)
    return Judgement(
        intent=intent,
        phase=softmax(models["phase"].logits(last), settings["temperature"]["phase"]),
        stance=softmax(models["stance"].logits(last), settings["temperature"]["stance"]),
        slots=slots,
        stretches=found,
        technologies=named,
    )
