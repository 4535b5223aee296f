"""Retrieval: questions of our own over the built-in library, at three distances, some without an answer."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from advisor.adapters.library import CardLibrary
from advisor.evidence.query import Query
from evals.graders.grader import Graded
from evals.retrieval.library import DISTANCES, Asked, questions
from evals.suite.figures import Metric
from evals.suite.results import Grid
from evals.suite.setting import ADVISOR, Setting, library
from evals.suite.task import Measure, Scored, Task, hit

DEPTH: Final = 5
_SOURCE: Final = "自作の120問(同じ言葉・言い換え・話し言葉、答えのないものを含む)。docs/evals/retrieval.md"
DISTANCE_NAMES: Final = {"same": "同じ言葉", "synonym": "言い換え", "colloquial": "話し言葉"}
METRICS: Final = (
    Metric("recall_at_5", "答えが上位5件にある", "evidence", "答えのある問いのうち、正しい節が上位5件にあるものの割合。", f"{_SOURCE}。R@5", .90),
    Metric(
        "reciprocal_rank", "答えの順位の逆数", "evidence", "答えのある問いの、はじめの正しい節の順位の逆数(6位より下は0)の平均。", f"{_SOURCE}。MRR@5", .75,
        kind="number",
    ),
    Metric("answered", "答えのある問いで黙らなかった", "evidence", "答えのある問いのうち、何かを示したものの割合。", f"{_SOURCE}。D14", .90),
    Metric("abstained", "答えのない問いで黙った", "evidence", "資料に答えのない問いのうち、何も示さなかったものの割合。", f"{_SOURCE}。D14", .90),
)  # fmt: skip


@cache
def asked() -> dict[str, Asked]:
    """The questions by id."""
    return {each.id: each for each in questions()}


def _begin(setting: Setting) -> Measure:
    several = {ADVISOR: library(setting.vectors)}
    if setting.vectors and library(True).serving != library(False).serving:
        several["lexical"] = library(False)

    def measure(id: str) -> Iterator[Scored]:
        each = asked()[id]
        for name, searched in several.items():
            yield Scored(id, name, graded(searched, each), raw=each)

    return measure


def graded(searched: CardLibrary, each: Asked) -> dict[str, Graded]:
    """What a search makes of one question."""
    silent = not searched.search(Query(text=each.question, k=DEPTH))
    if not each.passages:
        return {"abstained": hit(silent, each.question, "答えがないのに、資料を示した")}
    found = [hit.passage.id for hit in searched.search(Query(text=each.question, k=DEPTH, threshold=False))]
    place = next((at for at, id in enumerate(found, 1) if id in each.passages), None)
    why = f"欲しい節: {'、'.join(each.passages)} / 見つけた節: {'、'.join(found)}"
    return {
        "recall_at_5": hit(place is not None, each.question, why),
        "reciprocal_rank": Graded(good=0, of=1, value=1 / place if place else 0.0),
        "answered": hit(not silent, each.question, "答えがあるのに、何も示さなかった"),
    }


def _grids(scored: Sequence[Scored]) -> tuple[Grid, ...]:
    rows = []
    for system in dict.fromkeys(each.system for each in scored):
        for distance in DISTANCES:
            held = [
                each.graded["recall_at_5"].good
                for each in scored
                if each.system == system and each.raw.distance == distance and each.raw.passages
            ]
            rows.append((system, DISTANCE_NAMES[distance], str(len(held)), str(sum(held))))
    columns = ("しくみ", "問いの言葉", "問い", "上位5件にある")
    return (Grid(title="問いの言葉の遠さごと", columns=columns, rows=tuple(rows)),)


TASK: Final = Task(
    name="retrieval", title="資料の検索", cases=lambda: tuple(asked()), begin=_begin,
    metrics=lambda setting: METRICS, grids=_grids,
)  # fmt: skip
