"""Measures the reader on labelled messages and by cross-validation: `python -m evals.reading [FILE ...]`."""

import argparse
import json
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from advisor.adapters.reader.judging import judge
from advisor.adapters.reader.reader import Embed, EmbeddedReader, reading
from advisor.adapters.reader.weights import Weights
from advisor.adapters.words import SudachiWords
from advisor.dialogue.reading import Reading
from advisor.framework.slots import SLOTS
from evals.reading.embedding import DIMENSIONS, blank, modes
from evals.reading.examples import EVALUATION, Example, examples, training
from evals.reading.fitting import folds
from evals.reading.measure import MEASURES, Pairs, calibration_error, interval
from evals.reading.table import Entry, entries
from evals.reading.train import train


def measured(reader: EmbeddedReader, gold: Sequence[Example]) -> tuple[Pairs, list[float]]:
    """Return each example with its reading, and the milliseconds each took."""
    pairs, times = [], []
    for each in gold:
        start = time.perf_counter()
        said = reader.read(each.text, each.asked, each.question)
        times.append((time.perf_counter() - start) * 1000)
        pairs.append((each, said))
    return pairs, times


def cross_validated(embed: Embed | None, parts: int) -> Pairs:
    """Return the training messages with readings by models that never saw them, whole pipeline retrained each time."""
    found = entries(training(), EmbeddedReader(SudachiWords(), embed, blank(DIMENSIONS if embed else 0)))
    pairs = []
    for held in folds(len(found), parts, seed=7):
        weights = train([found[row] for row in np.setdiff1d(np.arange(len(found)), held)])
        pairs += [(found[row].example, _read(found[row], weights)) for row in held]
    return pairs


def _read(entry: Entry, weights: Weights) -> Reading:
    return reading(entry.view, entry.whole, judge(entry.view, entry.whole, weights), weights)


def show_errors(pairs: Pairs) -> None:
    """Print how often which label was taken for which, and how often each slot was missed or made up."""
    for name in ("stance", "phase", "intent"):
        mistakes = Counter((getattr(gold, name), getattr(said, name)) for gold, said in pairs)
        wrong = {f"{gold} as {said}": count for (gold, said), count in mistakes.most_common() if gold != said}
        print(json.dumps({name: wrong}, ensure_ascii=False))
    for slot in SLOTS:
        missed = sum(slot in gold.slots and slot not in said.slots for gold, said in pairs)
        made = sum(slot not in gold.slots and slot in said.slots for gold, said in pairs)
        print(
            json.dumps(
                {
                    slot: {
                        "gold": sum(slot in gold.slots for gold, _ in pairs),
                        "missed": missed,
                        "made up": made,
                    }
                }
            )
        )


def report(system: str, source: str, pairs: Pairs, times: Sequence[float] = ()) -> None:
    """Print one JSON line: each measure with its 95 % interval, n, and the median milliseconds."""
    line: dict[str, object] = {"system": system, "source": source, "n": len(pairs)}
    for name, measure in MEASURES.items():
        low, high = interval(pairs, measure)
        line[name] = [round(measure(pairs), 3), round(low, 3), round(high, 3)]
    line |= {
        f"{name}_calibration_error": round(calibration_error(pairs, name), 3)
        for name in ("stance", "phase", "intent")
    }
    if times:
        line["ms_p50"], line["ms_p95"] = (round(float(np.quantile(times, each)), 1) for each in (0.5, 0.95))
    print(json.dumps(line, ensure_ascii=False), flush=True)


def main() -> None:
    """Measure both modes on the given files (the built-in set by default), and by cross-validation unless told not to."""
    parser = argparse.ArgumentParser(prog="python -m evals.reading", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=[EVALUATION])
    parser.add_argument("--folds", type=int, default=5, help="parts of the cross-validation; 0 leaves it out")
    parser.add_argument("--errors", action="store_true", help="show what was taken for what")
    arguments = parser.parse_args()
    words = SudachiWords()
    for system, embed in modes():
        reader = EmbeddedReader(words, embed)
        for path in arguments.files:
            pairs, times = measured(reader, examples([path]))
            report(system, path.name, pairs, times)
            if arguments.errors:
                show_errors(pairs)
        if arguments.folds:
            report(system, f"{arguments.folds}-fold", cross_validated(embed, arguments.folds))


if __name__ == "__main__":
    main()
