"""Features of a whole message."""

from itertools import pairwise
from typing import Final

import numpy as np

from advisor.adapters.reader.folding import bucket, grams
from advisor.adapters.reader.linear import Floats, Sample, Whole
from advisor.adapters.reader.marks import marks
from advisor.adapters.reader.view import View, last_sentence
from advisor.framework.slots import SLOTS

BUCKETS: Final = 1 << 15
_ASKED: Final = (None, *SLOTS)
NORMS: Final = (2.0, 2.0, 1.0, 1.0)
"""How much each group of features weighs: letters, words, end, beginning."""
PLAINLY: Final = 0.6
"""How much the features that need no model weigh."""
_LETTERS: Final = 1_200
"""Letters of a message whose n-grams are counted."""
_WORDS: Final = 400
_BEGINNING: Final = 14


def spelled(view: View) -> tuple[set[str], ...]:
    """Return the named features of a message in groups: letters, words with pairs of them, its end, its beginning."""
    folded = "".join(view.folded[:_LETTERS].split())
    words = view.keys[:_WORDS]
    situation = "asked" if view.asked else "open"
    ends = {"z" + each for each in grams(last_sentence(folded)[-24:], 2, 4)}
    ends |= {"s" + "".join(view.keys[:2]), "e" + "".join(view.keys[-3:])}
    return (
        {"c" + each for each in grams(folded, 1, 4)},
        {"w" + each for each in words} | {f"p{left} {right}" for left, right in pairwise(words)},
        ends | {f"{situation}|{each}" for each in (view.keys[:1] + view.keys[-4:])},
        {"y" + each for each in grams(folded[:_BEGINNING], 2, 4)},
    )


def groups(view: View) -> list[Whole]:
    """Return the distinct buckets of each group of features."""
    return [np.array(sorted({bucket(each, BUCKETS) for each in names}), np.int32) for names in spelled(view)]


def plain(view: View) -> Floats:
    """Return the dense features that need no model: marks, the asked slot, sizes, marks by situation."""
    shown = np.array(marks(view.folded), np.float32)
    asked = np.array([view.asked == each for each in _ASKED], np.float32)
    length = len(view.folded)
    technology = sum(place == "b" for place in view.places)
    sizes = np.array(
        [
            np.log1p(length) / 4,
            float(length <= 12),
            float(length >= 120),
            (1 + max(view.sentence_of, default=0)) / 5,
            min(technology, 3) / 3,
            float(technology > 0),
        ],
        np.float32,
    )
    every = np.concatenate([shown, shown * (view.asked is not None), asked, sizes])
    return np.asarray(every * PLAINLY, np.float32)


def sample(view: View, rarity: Floats, dense: Floats) -> Sample:
    """Return the sample of a message: each group of features weighted by `rarity` (idf) to its norm, and `dense`."""
    found = groups(view)
    values = [_scaled(rarity[buckets], norm) for buckets, norm in zip(found, NORMS, strict=True)]
    return Sample(buckets=np.concatenate(found), values=np.concatenate(values), dense=dense)


def _scaled(values: Floats, norm: float) -> Floats:
    length = float(np.sqrt((values * values).sum())) or 1.0
    return np.asarray(values * (norm / length), np.float32)
