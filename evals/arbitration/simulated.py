"""Simulated models: the labels of a person with mistakes of many kinds. No real model is among them."""

import re
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any, Final

from advisor.adapters.model.form import Extract, ReadingForm
from advisor.adapters.reader.reader import PHASES
from advisor.dialogue.reading import Reading
from advisor.dialogue.standing import LABELS, SURE
from advisor.framework.labels import INTENTS, STANCES
from advisor.framework.slots import SLOTS
from evals.reading.examples import Example

Model = Callable[[Example, Reading, int, Random], ReadingForm]
"""Fills the form for an example, given the embedded reading, how many messages came before, and chance."""

CHOICES: Final[Mapping[str, Sequence[Any]]] = {"stance": STANCES, "phase": PHASES, "intent": INTENTS}
_CLAUSE: Final = re.compile(r"[^、。!?!?\n]+")


def gold(example: Example) -> ReadingForm:
    """The form as a person filled it."""
    return ReadingForm(
        stance=example.stance,
        phase=example.phase,
        intent=example.intent,
        technologies=list(example.technologies),
        fills=[Extract(slot=slot, text=text) for slot, text in example.slots.items()],
    )


def accurate(accuracy: float) -> Model:
    """Every label, name and slot is right with this chance, else another one; some extracts lie beside."""

    def model(example: Example, embedded: Reading, number: int, random: Random) -> ReadingForm:
        right = gold(example)
        labels = {kind: _noisy(getattr(right, kind), CHOICES[kind], accuracy, random) for kind in LABELS}
        return ReadingForm(
            **labels,
            technologies=_noisy_names(right.technologies, example.text, accuracy, random),
            fills=_noisy_fills(right.fills, example.text, accuracy, random),
        )

    return model


def _noisy(label: Any, choices: Sequence[Any], accuracy: float, random: Random) -> Any:
    return label if random.random() < accuracy else random.choice([each for each in choices if each != label])


def _noisy_names(names: Sequence[str], text: str, accuracy: float, random: Random) -> list[str]:
    """Names left out or cut in two, and now and then a piece of text that is no name."""
    kept = []
    for name in names:
        if random.random() < accuracy:
            kept.append(name)
        elif random.random() < 0.5:
            kept.append(name[: max(1, len(name) // 2)])
    return kept + ([_piece(text, random)[:8]] if random.random() < (1 - accuracy) / 2 else [])


def _noisy_fills(fills: Sequence[Extract], text: str, accuracy: float, random: Random) -> list[Extract]:
    """Slots left out or taken for others, made-up ones, and extracts that grew by a clause or lost one."""
    kept = []
    for each in fills:
        words = each.text if random.random() < accuracy else _beside(each.text, text, random)
        if random.random() < accuracy:
            kept.append(Extract(slot=each.slot, text=words))
        elif random.random() < 0.5:
            kept.append(Extract(slot=random.choice(SLOTS), text=words))
    for _ in range(2):
        if random.random() < 1 - accuracy:
            kept.append(Extract(slot=random.choice(SLOTS), text=_piece(text, random)))
    return kept


def _piece(text: str, random: Random) -> str:
    return random.choice([each[0] for each in _CLAUSE.finditer(text)] or [text])


def _beside(words: str, text: str, random: Random) -> str:
    """The clauses that an extract touches, or its first half."""
    start, end = text.find(words), text.find(words) + len(words)
    touched = [each for each in _CLAUSE.finditer(text) if each.start() < end and each.end() > start]
    if touched and random.random() < 0.5:
        return text[touched[0].start() : touched[-1].end()]
    return words[: max(2, len(words) // 2)]


def constant(**labels: Any) -> Model:
    """A good model but for labels that are always the same."""
    return lambda example, embedded, number, random: gold(example).model_copy(update=labels)


def everything(example: Example, embedded: Reading, number: int, random: Random) -> ReadingForm:
    """Good labels, and every slot filled with some clause or other."""
    fills = [Extract(slot=slot, text=_piece(example.text, random)) for slot in SLOTS]
    return gold(example).model_copy(update={"fills": fills})


def whole(example: Example, embedded: Reading, number: int, random: Random) -> ReadingForm:
    """Good labels, and every slot filled with the whole message."""
    fills = [Extract(slot=slot, text=example.text) for slot in SLOTS]
    return gold(example).model_copy(update={"fills": fills})


def generous(example: Example, embedded: Reading, number: int, random: Random) -> ReadingForm:
    """A good model that finds two slots too many in every message."""
    right = gold(example)
    more = [Extract(slot=random.choice(SLOTS), text=_piece(example.text, random)) for _ in range(2)]
    return right.model_copy(update={"fills": right.fills + more})


def paraphrasing(example: Example, embedded: Reading, number: int, random: Random) -> ReadingForm:
    """Good labels, and extracts in the model's own words."""
    right = gold(example)
    return right.model_copy(
        update={"fills": [Extract(slot=each.slot, text=f"{each.text[:8]}という状況") for each in right.fills]}
    )


def eager(example: Example, embedded: Reading, number: int, random: Random) -> ReadingForm:
    """A good model that finds a phase where none was said, and advice sought where an answer was given."""
    right = gold(example)
    intent = "seek_advice" if right.intent == "answer" and random.random() < 0.5 else right.intent
    return right.model_copy(update={"phase": right.phase or 2, "intent": intent})


def fair_weather(example: Example, embedded: Reading, number: int, random: Random) -> ReadingForm:
    """Right wherever the embedded reader is sure, and by chance half wrong wherever it is not."""
    right = gold(example)
    return right.model_copy(
        update={
            kind: _noisy(getattr(right, kind), CHOICES[kind], 0.5, random)
            for kind in LABELS
            if getattr(embedded, f"{kind}_confidence") < SURE
        }
    )


def breaking(example: Example, embedded: Reading, number: int, random: Random) -> ReadingForm:
    """A good model that talks nonsense after eighty messages."""
    return accurate(0.95 if number < 80 else 0.0)(example, embedded, number, random)


def mending(example: Example, embedded: Reading, number: int, random: Random) -> ReadingForm:
    """Nonsense for eighty messages, then a good model."""
    return accurate(0.0 if number < 80 else 0.95)(example, embedded, number, random)


MODELS: Final[Mapping[str, Model]] = {
    "でたらめ(.0)": accurate(0.0),
    "半分(.5)": accurate(0.5),
    "並(.7)": accurate(0.7),
    "よい(.85)": accurate(0.85),
    "とてもよい(.95)": accurate(0.95),
    "人と同じ(1.0)": accurate(1.0),
    "いつも技術から": constant(stance="tech_first"),
    "いつも一番多い答え": constant(
        stance="neutral", phase=None, intent="seek_advice", technologies=[], fills=[]
    ),
    "いつも危ない頼み": constant(intent="unsafe"),
    "段と相談を読みすぎる": eager,
    "項目を二つ多く埋める": generous,
    "全項目を埋める": everything,
    "全項目に全文": whole,
    "抜き書きが言い換え": paraphrasing,
    "易しい文だけ当たる": fair_weather,
    "途中から壊れる": breaking,
    "途中から直る": mending,
}
"""The simulated models by name."""
