"""Measures the reader on labelled messages and by cross-validation: `python -m evals.reading [FILE ...]`."""

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from advisor.adapters.reader.judging import judge
from advisor.adapters.reader.reader import Embed, EmbeddedReader, reading
from advisor.adapters.words import SudachiWords
from evals.reading.embedding import DIMENSIONS, blank, modes
from evals.reading.examples import EVALUATION, Example, examples, training
from evals.reading.fitting import folds
from evals.reading.measure import MEASURES, Pairs, interval
from evals.reading.table import entries
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
        pairs += [(found[row].example, read(found[row], weights)) for row in held]
    return pairs


def report(system: str, source: str, pairs: Pairs, times: Sequence[float] = ()) -> None:
    """Print one JSON line: each measure with its 95 % interval, n, and the median milliseconds."""
    line: dict[str, object] = {"system": system, "source": source, "n": len(pairs)}
    for name, measure in MEASURES.items():
        low, high = interval(pairs, measure)
        line[name] = [round(measure(pairs), 3), round(low, 3), round(high, 3)]
    if times:
        line["ms_p50"], line["ms_p95"] = (round(float(np.quantile(times, each)), 1) for each in (0.5, 0.95))
    print(json.dumps(line, ensure_ascii=False), flush=True)


def main() -> None:
    """Measure both modes on the given files (the built-in set by default), and by cross-validation unless told not to."""
    parser = argparse.ArgumentParser(prog="python -m evals.reading", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=[EVALUATION])
    parser.add_argument("--folds", type=int, default=5, help="parts of the cross-validation; 0 leaves it out")
    arguments = parser.parse_args()
    words = SudachiWords()
    for system, embed in modes():
        reader = EmbeddedReader(words, embed)
        for path in arguments.files:
            report(system, path.name, *measured(reader, examples([path])))
        if arguments.folds:
            report(system, f"{arguments.folds}-fold", cross_validated(embed, arguments.folds))


if __name__ == "__main__":
    main()
