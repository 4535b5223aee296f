"""How far a model's reading is believed: its agreement with the embedded reader where that one is sure.

A model begins without any standing and earns it message by message, for each kind of label apart. Agreement is
counted beyond chance (Cohen's kappa), so that a model that always says the commonest label earns nothing. Where the
embedded reader is unsure, its confidence tells how often a model that is right would agree with it; a model that
agrees less often is believed less.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple, get_args

from pydantic import Field

from advisor.dialogue.reading import Reading
from advisor.values import Value

Kind = Literal["stance", "phase", "intent", "technologies", "slots"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
Label = Literal["stance", "phase", "intent"]
LABELS: Final[tuple[Label, ...]] = get_args(Label)

SURE: Final = 0.9
"""An embedded label this confident is a touchstone, and is never overruled."""
WINDOW: Final = 24
"""Comparisons that are remembered of each sort; older ones are forgotten, so trust can fall and come back."""
LEAST: Final = 8
"""Sure comparisons before a kind of label has any standing."""
LEVEL: Final = 0.6
"""Kappa below which a model's labels are not used."""
START: Final = 0.6
WEIGHT: Final = 8.0
"""A model's worth on hard messages until it has shown it, and how many hard messages that guess is worth."""
CAP: Final = 0.9
"""No model is believed more than this."""
SETS_WINDOW: Final = 20
SETS_LEAST: Final = 8
"""Messages with names or extracts that are remembered, and that make a standing."""
SLOTS_LEVEL: Final = 0.6
NAMES_LEVEL: Final = 0.85
"""F1 against the embedded reader below which a model's extracts and names are not used."""
PROBATION: Final = 24
"""Messages after which a model that has no standing is asked less often."""
PAUSE: Final = 3
"""Messages that such a model is spared before it is asked again."""

Counts = tuple[int, int, int]
"""Shared by both readers, said by the embedded one, said by the model."""


class Pair(NamedTuple):
    """One label as both read it, and how confident the embedded reader was."""

    embedded: str
    model: str
    confidence: float


class Standing(Value):
    """The last comparisons of a model with the embedded reader, oldest first."""

    stance: tuple[Pair, ...] = ()
    phase: tuple[Pair, ...] = ()
    intent: tuple[Pair, ...] = ()
    technologies: tuple[Counts, ...] = ()
    slots: tuple[Counts, ...] = ()
    """Of messages where either said anything."""
    heard: int = Field(default=0, ge=0)
    """Messages that both have read."""
    spared: int = Field(default=0, ge=0)
    """Messages since the model was last asked."""

    def credit(self, kind: Kind) -> float:
        """How likely the model's word is right where the embedded reader is unsure, rather too low; 0: not used."""
        if kind == "technologies":
            return _set_credit(self.technologies, NAMES_LEVEL)
        if kind == "slots":
            return _set_credit(self.slots, SLOTS_LEVEL)
        return _label_credit({"stance": self.stance, "phase": self.phase, "intent": self.intent}[kind])

    @property
    def used(self) -> bool:
        """Whether anything of the model is used."""
        return any(self.credit(kind) for kind in KINDS)

    @property
    def asks(self) -> bool:
        """Whether the model is worth waiting for at the next message; one without standing is, now and then."""
        return self.used or self.heard < PROBATION or self.spared >= PAUSE


def spared(standing: Standing) -> Standing:
    """Return the standing after a message for which the model was not asked."""
    return standing.model_copy(update={"spared": standing.spared + 1})


def learned(standing: Standing, embedded: Reading, model: Reading) -> Standing:
    """Return the standing after one more message that both have read."""
    return Standing(
        stance=_with(standing.stance, Pair(embedded.stance, model.stance, embedded.stance_confidence)),
        phase=_with(standing.phase, Pair(str(embedded.phase), str(model.phase), embedded.phase_confidence)),
        intent=_with(standing.intent, Pair(embedded.intent, model.intent, embedded.intent_confidence)),
        technologies=_counted(standing.technologies, embedded.technologies, model.technologies),
        slots=_counted(standing.slots, embedded.slots, model.slots),
        heard=standing.heard + 1,
    )


def _with(pairs: tuple[Pair, ...], pair: Pair) -> tuple[Pair, ...]:
    """The pairs with one more; the oldest of its sort, sure or unsure, is forgotten where there are too many."""
    sort = [each for each in pairs if (each.confidence >= SURE) == (pair.confidence >= SURE)]
    if len(sort) < WINDOW:
        return (*pairs, pair)
    oldest = next(at for at, each in enumerate(pairs) if each is sort[0])
    return (*pairs[:oldest], *pairs[oldest + 1 :], pair)


def _counted(
    counts: tuple[Counts, ...], ours: tuple[str, ...], theirs: tuple[str, ...]
) -> tuple[Counts, ...]:
    more = (len(set(ours) & set(theirs)), len(set(ours)), len(set(theirs)))
    return (*counts, more)[-SETS_WINDOW:] if any(more) else counts


def _label_credit(pairs: tuple[Pair, ...]) -> float:
    sure = tuple(pair for pair in pairs if pair.confidence >= SURE)
    if len(sure) < LEAST or kappa(sure) < LEVEL:
        return 0.0
    easy = sum(pair.embedded == pair.model for pair in sure) / (len(sure) + 2)
    return min(easy, _on_hard(tuple(pair for pair in pairs if pair.confidence < SURE)), CAP)


def _on_hard(pairs: tuple[Pair, ...]) -> float:
    """Agreement where the embedded reader is unsure, beside what its confidence lets expect of a model that is right."""
    agreed = sum(pair.embedded == pair.model for pair in pairs)
    return (agreed + START * WEIGHT) / (sum(pair.confidence for pair in pairs) + WEIGHT)


def _set_credit(counts: tuple[Counts, ...], level: float) -> float:
    if len(counts) < SETS_LEAST:
        return 0.0
    shared, ours, theirs = (sum(each[at] for each in counts) for at in range(3))
    f1 = 2 * shared / (ours + theirs)
    return min(f1, CAP) if f1 >= level else 0.0


def kappa(pairs: Sequence[Pair]) -> float:
    """Cohen's kappa of two readers: 1 for full agreement, 0 for chance and where only one label occurs."""
    count = len(pairs)
    ours, theirs = Counter(pair.embedded for pair in pairs), Counter(pair.model for pair in pairs)
    chance = sum(ours[label] * theirs[label] for label in ours) / count**2 if count else 1.0
    agreed = sum(pair.embedded == pair.model for pair in pairs) / count if count else 0.0
    return (agreed - chance) / (1 - chance) if chance < 1 else 0.0
