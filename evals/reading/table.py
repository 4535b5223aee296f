"""Examples turned once into what the models see, so that folds can share the work."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.adapters.reader import extracts, message, technologies
from advisor.adapters.reader.candidates import Spans, candidates
from advisor.adapters.reader.linear import Floats, Sample
from advisor.adapters.reader.reader import PHASES, EmbeddedReader
from advisor.adapters.reader.row import Row
from advisor.adapters.reader.view import View
from advisor.framework.labels import INTENTS, STANCES
from advisor.framework.slots import SLOTS
from evals.reading.examples import Example

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Entry:
    """One example with its view and the samples that do not depend on other models."""

    example: Example
    view: View
    """Its own words."""
    whole: View
    """The message with pasted matter."""
    technology: tuple[Sample, ...]
    words: tuple[Sample, ...]
    named: Flags
    """Which of the candidates for technology names is one."""
    inside: Flags
    border: Flags

    @property
    def intent(self) -> int:
        """Number of the intent."""
        return INTENTS.index(self.example.intent)

    @property
    def phase(self) -> int:
        """Number of the phase: 0 for none."""
        return PHASES.index(self.example.phase)

    @property
    def stance(self) -> int:
        """Number of the stance."""
        return STANCES.index(self.example.stance)

    @property
    def slots(self) -> Flags:
        """Which of the fourteen slots the message fills."""
        return np.array([slot in self.example.slots for slot in SLOTS])


def entries(examples: Sequence[Example], reader: EmbeddedReader) -> list[Entry]:
    """Return the entries of all examples whose text has words."""
    return [_entry(each, *reader.views(each.text, each.asked)) for each in examples]


def _entry(example: Example, view: View, whole: View) -> Entry:
    inside = np.zeros((len(view.words), len(SLOTS)), np.bool_)
    border = np.zeros((len(view.words), 2), np.bool_)
    for slot, text in example.slots.items():
        held = _words_in(view, text, 0)
        if held:
            inside[held, SLOTS.index(slot)] = True
            border[held[0], 0] = border[held[-1], 1] = True
    row = Row(whole)
    found = candidates(row)
    return Entry(
        example=example,
        view=view,
        whole=whole,
        technology=tuple(technologies.sample(row, *each) for each in found),
        words=tuple(extracts.samples(view, np.zeros(len(SLOTS), np.float32))),
        named=_named(whole, found, example.technologies),
        inside=inside,
        border=border,
    )


def _words_in(view: View, text: str, after: int) -> list[int]:
    start = view.text.find(text, after)
    if start < 0:
        return []
    return [
        index for index, word in enumerate(view.words) if word.start < start + len(text) and word.end > start
    ]


def _named(view: View, found: Spans, names: Sequence[str]) -> Flags:
    """Flag each candidate that is a mention of a name; of mentions within another only the longest counts."""
    taken = [False] * len(view.text)
    mentions = set()
    for name in sorted(names, key=len, reverse=True):
        start = view.text.find(name)
        while start >= 0:
            if not any(taken[start : start + len(name)]):
                taken[start : start + len(name)] = [True] * len(name)
                mentions.add((start, start + len(name)))
            start = view.text.find(name, start + len(name))
    return np.array(
        [(view.words[first].start, view.words[last].end) in mentions for first, last in found], np.bool_
    )


def rarity(entries: Sequence[Entry]) -> Floats:
    """Return the idf of each bucket of the message features; unseen buckets weigh nothing."""
    counts = np.zeros(message.BUCKETS, np.float64)
    for each in entries:
        counts[bucket_set(each.view)] += 1
    weight = np.log((1 + len(entries)) / (1 + counts)) / 4
    return np.where(counts > 1, weight, 0).astype(np.float32)


def bucket_set(view: View) -> NDArray[np.int32]:
    """Return the buckets of a message."""
    return np.unique(np.concatenate(message.groups(view)))


def mean_vector(entries: Sequence[Entry]) -> Floats:
    """Return the mean vector of the messages, or an empty one where there are none."""
    vectors = [each.view.vector for each in entries if each.view.vector is not None]
    return np.mean(vectors, axis=0).astype(np.float32) if vectors else np.zeros(0, np.float32)
