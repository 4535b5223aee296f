"""Measures the embedded reader, simulated models and their arbitration: `python -m evals.arbitration`."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any, Final, NamedTuple

import numpy as np

from advisor.adapters.model.form import ReadingForm, found
from advisor.adapters.model.reader import ModelReader, Standings
from advisor.dialogue.reading import Reading
from advisor.dialogue.turns import Made
from advisor.framework.slots import Slot
from advisor.framework.worksheet import Worksheet
from advisor.patience.limits import ModelRole
from advisor.patience.lines import Answer, Line
from advisor.patience.usage import Usage
from evals.arbitration.simulated import Model
from evals.reading.measure import MEASURES, Pairs

COUNTED: Final = ("stance", "phase", "intent", "technologies", "slots", "extracts")
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
    """The measures of the reading."""
    return {name: MEASURES[name](pairs) for name in COUNTED}


def compared(sample: Callable[[int], Pairs], model: Model, runs: int) -> dict[str, Any]:
    """Return means over the runs: the embedded alone, the model alone, arbitrated; and the worst difference of a run."""
    found_scores: dict[str, list[dict[str, float]]] = {"embedded": [], "model": [], "arbitrated": []}
    believed = []
    for seed in range(runs):
        pairs = sample(seed)
        played = run(pairs, model, seed)
        found_scores["embedded"].append(scores(pairs))
        found_scores["model"].append(scores(played.model))
        found_scores["arbitrated"].append(scores(played.arbitrated))
        believed.append(played.believed / len(pairs))
    line: dict[str, Any] = {"believed": round(float(np.mean(believed)), 2)}
    for name in COUNTED:
        table = {who: np.array([each[name] for each in rows]) for who, rows in found_scores.items()}
        gain = table["arbitrated"] - table["embedded"]
        line[name] = {who: round(float(values.mean()), 3) for who, values in table.items()}
        line[name] |= {"gain": round(float(gain.mean()), 3), "worst": round(float(gain.min()), 3)}
    return line
