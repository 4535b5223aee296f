"""Reading: labels, names and extracts of single messages against those of a person."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from typing import Final

from advisor.adapters.embedding.e5 import open_embedding
from advisor.adapters.embedding.trial import EmbeddingUnavailable
from advisor.adapters.endpoint import open_endpoint
from advisor.adapters.model.cast import new_mark
from advisor.adapters.model.reader import ModelReader, Standings
from advisor.adapters.reader.reader import EmbeddedReader
from advisor.agent.ports import Reader
from advisor.dialogue.reading import Reading
from advisor.framework.slots import SLOT_NAMES, SLOTS
from advisor.framework.worksheet import Worksheet
from advisor.settings import NOBODY, ModelSettings
from evals.graders.grader import Graded, Miss
from evals.reading.examples import EVALUATION, Example, examples
from evals.reading.measure import MEASURES, Pairs, interval, overlap
from evals.suite.figures import Metric
from evals.suite.results import Grid
from evals.suite.setting import ADVISOR, Setting, words
from evals.suite.task import Label, Measure, Scored, Task, calibration, confusion, hit

_SOURCE: Final = "注釈の手引き(docs/evals/reading.md)の160文"
LABELS: Final = {"stance": "姿勢", "phase": "段", "intent": "意図"}
METRICS: Final = (
    Metric("stance_right", "姿勢の読みが合う", "worksheet", "人の付けた姿勢と同じ文の割合。", f"{_SOURCE}。設計 D4", .92),
    Metric("phase_right", "段の読みが合う", "worksheet", "人の付けた段(なしを含む)と同じ文の割合。", f"{_SOURCE}。設計 D3", .90),
    Metric("intent_right", "意図の読みが合う", "worksheet", "人の付けた意図と同じ文の割合。", _SOURCE, .90),
    Metric("technologies_precision", "技術の名の適合率", "worksheet", "拾った技術の名のうち、人も挙げたもの。", _SOURCE, .90),
    Metric("technologies_recall", "技術の名の再現率", "worksheet", "人の挙げた技術の名のうち、拾ったもの。", _SOURCE, .90),
    Metric("slots_precision", "項目の適合率", "worksheet", "埋めた項目のうち、人も埋めたもの。", f"{_SOURCE}。設計 D7", .90),
    Metric("slots_recall", "項目の再現率", "worksheet", "人の埋めた項目のうち、埋めたもの。", f"{_SOURCE}。設計 D7", .90),
    Metric(
        "extract_overlap", "抜き書きの重なり", "worksheet",
        "人も埋めた項目で、抜き書きの文字の重なり(F1)を文ごとに平均し、その平均。", _SOURCE, .90, kind="number",
    ),
)  # fmt: skip


@cache
def gold() -> dict[str, Example]:
    """The labelled messages by id."""
    return {each.id: each for each in examples([EVALUATION])}


def readers(setting: Setting) -> dict[str, Reader]:
    """The reader as the advisor has it, and those that it is built upon beside it."""
    letters = EmbeddedReader(words(), None)
    found: dict[str, Reader] = {ADVISOR: letters}
    with suppress(EmbeddingUnavailable):
        if setting.vectors:
            embed = open_embedding(threads=1).embed_query
            found = {ADVISOR: EmbeddedReader(words(), embed), "letters": letters}
    if setting.model is None or setting.model.model_for("reader") == NOBODY:
        return found
    return {ADVISOR: beside_a_model(found[ADVISOR], setting.model), "embedded": found[ADVISOR]}


def beside_a_model(inner: Reader, settings: ModelSettings) -> Reader:
    """The embedded reader with the model beside it, which earns its standing over the messages in their order."""
    chat = open_endpoint(settings)
    return (
        inner
        if chat is None
        else ModelReader(inner, chat, Worksheet(), new_mark, Standings(), lambda made: None)
    )


def _begin(setting: Setting) -> Measure:
    several = readers(setting)

    def measure(id: str) -> Iterator[Scored]:
        example = gold()[id]
        for name, reader in several.items():
            said = reader.read(example.text, example.asked, example.question)
            yield Scored(id, name, graded(example, said), labels(example, said), raw=(example, said))

    return measure


def labels(example: Example, said: Reading) -> tuple[Label, ...]:
    """The three labels, each beside the person's."""
    return tuple(
        Label(
            name, str(getattr(example, name)), str(getattr(said, name)), getattr(said, f"{name}_confidence")
        )
        for name in LABELS
    )


def graded(example: Example, said: Reading) -> dict[str, Graded]:
    """What each metric says of one reading."""
    found = {
        f"{each.kind}_right": hit(
            each.gold == each.said,
            example.text,
            f"正解 {each.gold}、読み {each.said}(自信 {each.confidence:.2f})",
        )
        for each in labels(example, said)
    }
    found |= _names("technologies", example.text, set(example.technologies), set(said.technologies))
    found |= _names("slots", example.text, set(example.slots), set(said.slots))
    overlaps = [
        overlap(example.text, example.slots[fill.slot], fill.text)
        for fill in said.fills
        if fill.slot in example.slots
    ]
    mean = sum(overlaps) / len(overlaps) if overlaps else None
    return found | {"extract_overlap": Graded(good=0, of=len(overlaps), value=mean)}


def _names(what: str, text: str, wanted: set[str], said: set[str]) -> dict[str, Graded]:
    """Precision and recall of a set, each with what was made up or missed."""
    both = len(wanted & said)
    made_up = tuple(Miss(turn=None, quote=text, why=f"余分: {each}") for each in sorted(said - wanted))
    missed = tuple(Miss(turn=None, quote=text, why=f"拾い落とし: {each}") for each in sorted(wanted - said))
    return {
        f"{what}_precision": Graded(good=both, of=len(said), misses=made_up),
        f"{what}_recall": Graded(good=both, of=len(wanted), misses=missed),
    }


def _grids(scored: Sequence[Scored]) -> tuple[Grid, ...]:
    ours = [each for each in scored if each.system == ADVISOR]
    pairs: Pairs = [each.raw for each in ours]
    found = [_measures(pairs), _slots(pairs)]
    for name, title in LABELS.items():
        told = [label for each in ours for label in each.labels if label.kind == name]
        found.append(confusion(f"{title}の取り違え", [(each.gold, each.said) for each in told]))
        found.append(calibration(f"{title}の自信と正しさ", told))
    return tuple(found)


def _measures(pairs: Pairs) -> Grid:
    rows = []
    for name, measure in MEASURES.items():
        low, high = interval(pairs, measure)
        rows.append((name, f"{measure(pairs):.3f}", f"{low:.3f}〜{high:.3f}"))
    note = f"読み手をほかの版と比べるときの値。{len(pairs)}文、文を引き直す bootstrap(500回)。"
    return Grid(
        title="まとめの値(macro-F1 など)", note=note, columns=("値", "いま", "区間"), rows=tuple(rows)
    )


def _slots(pairs: Pairs) -> Grid:
    rows = []
    for slot in SLOTS:
        wanted = sum(slot in gold.slots for gold, _ in pairs)
        missed = sum(slot in gold.slots and slot not in said.slots for gold, said in pairs)
        made_up = sum(slot not in gold.slots and slot in said.slots for gold, said in pairs)
        rows.append((SLOT_NAMES[slot], str(wanted), str(missed), str(made_up)))
    return Grid(title="項目ごと", columns=("項目", "正解", "拾い落とし", "余分"), rows=tuple(rows))


TASK: Final = Task(
    name="reading", title="読み取り", cases=lambda: tuple(gold()), begin=_begin,
    metrics=lambda setting: METRICS, grids=_grids,
)  # fmt: skip
