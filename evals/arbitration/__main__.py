"""Measures the embedded reader, simulated models and their arbitration: `python -m evals.arbitration`."""

import argparse
import json
from collections.abc import Callable, Sequence
from random import Random
from typing import Any, Final, NamedTuple

import numpy as np

from advisor.adapters.model.form import ReadingForm, found
from advisor.adapters.model.reader import ModelReader, Standings
from advisor.adapters.reader.reader import EmbeddedReader
from advisor.adapters.words import SudachiWords
from advisor.dialogue.reading import Reading
from advisor.dialogue.standing import LABELS
from advisor.dialogue.turns import Made
from advisor.framework.slots import Slot
from advisor.framework.worksheet import Worksheet
from advisor.patience.limits import ModelRole
from advisor.patience.lines import Answer, Line
from advisor.patience.usage import Usage
from evals.arbitration.simulated import MODELS, Model
from evals.reading.__main__ import cross_validated, measured
from evals.reading.embedding import modes
from evals.reading.examples import EVALUATION, examples
from evals.reading.measure import MEASURES, Pairs, calibration_error

COUNTED: Final = ("stance", "phase", "intent", "technologies", "slots", "extracts")
CALIBRATED: Final = tuple(f"{name}_gap" for name in LABELS)
LENGTH: Final = 160
"""Messages of a sequence; each begins without any standing."""


class Scripted:
    """Plays the reader role of a chat with the next form of a script, and the embedded reader with the next reading."""

    def __init__(self) -> None:
        self.form: ReadingForm | None = None
        self.reading = Reading()

    def read(self, text: str, asked: Slot | None = None, question: str | None = None) -> Reading:
        """Return the stored reading."""
        return self.reading

    def fill(self, role: ModelRole, lines: Sequence[Line], form: type[Any]) -> tuple[Any, Usage]:
        """Return the form as it would come over the wire."""
        assert self.form is not None
        return form.model_validate_json(self.form.model_dump_json()), Usage()

    def say(self, role: ModelRole, lines: Sequence[Line]) -> Answer:
        """No words are asked for here."""
        raise NotImplementedError

    def stream(self, role: ModelRole, lines: Sequence[Line]) -> Any:
        """No words are asked for here."""
        raise NotImplementedError


class Run(NamedTuple):
    """One sequence as it was read, and for how many messages the model was believed in anything."""

    model: Pairs
    arbitrated: Pairs
    believed: int


def run(pairs: Pairs, model: Model, seed: int) -> Run:
    """Read the messages in a random order with a model that begins without standing."""
    random = Random(seed)
    order = random.sample(range(len(pairs)), len(pairs))
    made: list[Made] = []
    scripted = Scripted()
    reader = ModelReader(scripted, scripted, Worksheet(), lambda: "k3v9x1", Standings(), made.append)
    alone, both = [], []
    for number, row in enumerate(order):
        example, scripted.reading = pairs[row]
        scripted.form = model(example, scripted.reading, number, random)
        alone.append((example, found(scripted.form, example.text)))
        both.append((example, reader.read(example.text, example.asked, example.question)))
    return Run(alone, both, sum(each.outcome == "own" for each in made))


def scores(pairs: Pairs) -> dict[str, float]:
    """The measures of a reading, and how far its confidences lie beside the truth."""
    found_scores = {name: MEASURES[name](pairs) for name in COUNTED}
    return found_scores | {f"{name}_gap": calibration_error(pairs, name) for name in LABELS}


def compared(sample: Callable[[int], Pairs], model: Model, runs: int) -> dict[str, Any]:
    """Return means over the runs: embedded alone, model alone, arbitrated, the gain and the worst gain of a run."""
    rows: dict[str, list[dict[str, float]]] = {"embedded": [], "model": [], "arbitrated": []}
    believed = []
    for seed in range(runs):
        pairs = sample(seed)
        played = run(pairs, model, seed)
        for who, read in (("embedded", pairs), ("model", played.model), ("arbitrated", played.arbitrated)):
            rows[who].append(scores(read))
        believed.append(played.believed / len(pairs))
    line: dict[str, Any] = {"believed": round(float(np.mean(believed)), 2)}
    for name in (*COUNTED, *CALIBRATED):
        values = {who: np.array([each[name] for each in found_rows]) for who, found_rows in rows.items()}
        gain = values["arbitrated"] - values["embedded"]
        line[name] = {who: round(float(each.mean()), 3) for who, each in values.items()}
        line[name] |= {"gain": round(float(gain.mean()), 3), "worst": round(float(gain.min()), 3)}
    return line


def shown(name: str, line: dict[str, Any]) -> str:
    """One row of the table: for each measure the model alone, arbitrated, the gain and the worst run."""
    cells = [
        f"{line[each]['model']:.3f} → {line[each]['arbitrated']:.3f} ({line[each]['gain']:+.3f}、{line[each]['worst']:+.3f})"
        for each in COUNTED
    ]
    return f"| {name} | {line['believed']:.2f} | {' | '.join(cells)} |"


def _sampled(pairs: Pairs) -> Callable[[int], Pairs]:
    return lambda seed: Random(seed).sample(list(pairs), min(LENGTH, len(pairs)))


def report(source: str, pairs: Pairs, runs: int) -> None:
    """Print a table of all simulated models, and JSON lines of how far the confidences lie beside the truth."""
    print(f"\n## {source}, n {min(LENGTH, len(pairs))} x {runs}\n")
    alone = scores(pairs)
    print("| モデル | 信用 |" + " | ".join(COUNTED) + " |\n|" + " --- |" * (2 + len(COUNTED)))
    print(f"| 内蔵だけ | | {' | '.join(f'{alone[each]:.3f}' for each in COUNTED)} |", flush=True)
    gaps = {}
    for name, model in MODELS.items():
        line = compared(_sampled(pairs), model, runs)
        print(shown(name, line), flush=True)
        gaps[name] = [(line[each]["embedded"], line[each]["arbitrated"]) for each in CALIBRATED]
    print(json.dumps({"calibration errors (embedded, arbitrated)": gaps}, ensure_ascii=False))


def main() -> None:
    """Measure on the evaluation messages and, where folds are given, on cross-validated training messages."""
    parser = argparse.ArgumentParser(prog="python -m evals.arbitration", description=__doc__)
    parser.add_argument(
        "--runs", type=int, default=20, help="sequences, each in another order and with other mistakes"
    )
    parser.add_argument(
        "--folds", type=int, default=0, help="parts of a cross-validation, some minutes; 0 leaves it out"
    )
    arguments = parser.parse_args()
    words = SudachiWords()
    for system, embed in modes():
        pairs, _ = measured(EmbeddedReader(words, embed), examples([EVALUATION]))
        report(f"{system}, {EVALUATION.name}", pairs, arguments.runs)
        if arguments.folds:
            report(
                f"{system}, {arguments.folds}-fold", cross_validated(embed, arguments.folds), arguments.runs
            )


if __name__ == "__main__":
    main()
