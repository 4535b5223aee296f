"""Features of a whole message."""

from typing import Final

import numpy as np

from advisor.adapters.reader.folding import bucket, grams
from advisor.adapters.reader.linear import Floats, Sample
from advisor.adapters.reader.marks import marks
from advisor.adapters.reader.view import View, last_sentence
from advisor.framework.slots import SLOTS

BUCKETS: Final = 1 << 15
_ASKED: Final = (None, *SLOTS)
_LETTERS: Final = 1_200
"""Letters of a message whose n-grams are counted."""


def spelled(view: View) -> set[str]:
    """Return the letter n-grams, words and word pairs of a message as named features."""
    folded = "".join(view.folded[:_LETTERS].split())
    found = {"c" + each for each in grams(folded, 1, 4)}
    found |= {"z" + each for each in grams(last_sentence(folded)[-24:], 2, 4)}
    found |= {"w" + each for each in view.keys[:400]}
    found |= {f"p{left} {right}" for left, right in zip(view.keys[:400], view.keys[1:400], strict=False)}
    found |= {"s" + "".join(view.keys[:2]), "e" + "".join(view.keys[-3:])}
    situation = "asked" if view.asked else "open"
    found |= {f"{situation}|{each}" for each in (view.keys[:1] + view.keys[-4:])}
    return found


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
    return np.concatenate([shown, shown * (view.asked is not None), asked, sizes])


def sample(view: View, rarity: Floats, dense: Floats) -> Sample:
    """Return the sample of a message: spelled features weighted by `rarity` (idf) with norm 1, and `dense`."""
    buckets = np.array(sorted({bucket(each, BUCKETS) for each in spelled(view)}), np.int32)
    values = rarity[buckets]
    norm = float(np.sqrt((values * values).sum())) or 1.0
    return Sample(buckets=buckets, values=np.asarray(values / norm, np.float32), dense=dense)
