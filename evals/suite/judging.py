"""The judge on excerpts labelled by hand, and its verdicts on whole consultations; only where a judge is configured."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from advisor.errors import AdvisorError
from evals.graders.grader import Graded, Miss
from evals.judge.agreement import Agreement, agreement
from evals.judge.judging import Judge, Verdict
from evals.judge.labelled import Labelled, labelled
from evals.judge.rubrics import RUBRICS, SUBJECT_NAMES, Rubric, points
from evals.suite.figures import Metric
from evals.suite.results import Figure, Grid, TaskResult
from evals.suite.setting import Setting
from evals.suite.statistics import rogan_gladen
from evals.suite.task import Measure, Scored, Task, hit

_SOURCE: Final = "設計 J1〜J10(HealthBench の符号つき点、GOV.UK Chat の coherence)。評価役のモデルの判断で、コードの値ではない"
_LABELLED: Final = "人が印を付けた抜粋(evals/data/judged.jsonl)"
UNSCORED: Final = Metric(
    "judge_unscored", "評価役の判断がない割合", "judge", "読めない返事、unknown、抜き書きが本文にないものの割合。", _LABELLED, .05,
    better="lower", gates=False,
)  # fmt: skip


def agreeing() -> tuple[Metric, ...]:
    """TPR and TNR of each criterion, and how much is unscored."""
    each = (
        Metric(f"{name}_{rubric.name}", f"{rubric.name} {rubric.title}: {title}", "judge", text, _LABELLED, 0.9, gates=False)
        for rubric in RUBRICS
        for name, title, text in (
            ("tpr", "当たりを当てた(TPR)", "人が「当てはまる」とした抜粋のうち、評価役も yes としたもの。判断なしは除く。"),
            ("tnr", "外れを外した(TNR)", "人が「当てはまらない」とした抜粋のうち、評価役も no としたもの。判断なしは除く。"),
        )
    )  # fmt: skip
    return (*each, UNSCORED)


def metrics() -> tuple[Metric, ...]:
    """The judge's criteria as figures of a consultation, and the points they come to."""
    each = tuple(
        Metric(
            f"judge_{rubric.name}", rubric.title, "judge", f"{SUBJECT_NAMES[rubric.subject]}のうち、評価役が yes としたものの割合。判断なしは除く。",
            _SOURCE, better="higher" if rubric.points > 0 else "lower", gates=False,
        )
        for rubric in RUBRICS
    )  # fmt: skip
    text = "当てはまった基準の点の合計を、よい基準の点の合計で割り、0から1に収めた値の平均。"
    return (*each, Metric("judge_points", "評価役の点", "judge", text, _SOURCE, kind="number", gates=False))


def verdicts(judge: Judge, talk: str, paper: str) -> dict[str, Graded]:
    """What the judge says of one consultation; criteria of a paper that there is none of do not apply."""
    subjects = {"dialogue": talk, "brief": paper}
    found = {
        rubric.name: judge.verdict(rubric, subjects[rubric.subject])
        for rubric in RUBRICS
        if subjects[rubric.subject]
    }
    met = {name: each.met for name, each in found.items() if each.met is not None}
    graded = {f"judge_{r.name}": _graded(r, found[r.name]) for r in RUBRICS if r.name in found}
    return graded | {"judge_points": Graded(good=0, of=len(met), value=points(met))}


def _graded(rubric: Rubric, verdict: Verdict) -> Graded:
    if verdict.met is None:
        return Graded(good=0, of=0)
    fine = verdict.met == (rubric.points > 0)
    misses = () if fine else (Miss(turn=None, quote=verdict.quote, why=verdict.why),)
    return Graded(good=int(verdict.met), of=1, misses=misses)


def _begin(setting: Setting) -> Measure:
    judge = setting.judge
    if judge is None:
        raise AdvisorError(
            "評価役のモデルが設定されていません。", "judge", "--judge で名を指定してください。"
        )

    def measure(id: str) -> Iterator[Scored]:
        excerpt = labelled()[id]
        rubrics = [rubric for rubric in RUBRICS if rubric.name in excerpt.labels]
        found = {rubric.name: judge.verdict(rubric, excerpt.text) for rubric in rubrics}
        yield Scored(id, judge.name, _agreed(excerpt, found), raw=(excerpt, found))

    return measure


def _agreed(excerpt: Labelled, found: Mapping[str, Verdict]) -> dict[str, Graded]:
    missing = sum(each.met is None for each in found.values())
    graded = {"judge_unscored": Graded(good=missing, of=len(found))}
    for name, verdict in found.items():
        if verdict.met is not None:
            label = excerpt.labels[name]
            why = f"人は{'yes' if label else 'no'}。評価役の理由: {verdict.why}"
            graded[f"{'tpr' if label else 'tnr'}_{name}"] = hit(verdict.met == label, verdict.quote, why)
    return graded


def agreements(pairs: Sequence[tuple[Labelled, Mapping[str, Verdict]]]) -> dict[str, Agreement]:
    """The agreement of each criterion over excerpts with their verdicts."""
    return {
        rubric.name: agreement(
            [
                (one.labels[rubric.name], found[rubric.name].met)
                for one, found in pairs
                if rubric.name in found
            ]
        )
        for rubric in RUBRICS
    }


def _grids(scored: Sequence[Scored]) -> tuple[Grid, ...]:
    found = agreements([each.raw for each in scored])
    rows = tuple(
        (
            f"{rubric.name} {rubric.title}", str(each.positives), _share(each.tpr), str(each.negatives), _share(each.tnr),
            _share(each.kappa), str(each.unscored),
        )
        for rubric in RUBRICS
        for each in [found[rubric.name]]
    )  # fmt: skip
    columns = ("基準", "当たり", "TPR", "外れ", "TNR", "κ", "判断なし")
    return (Grid(title="基準ごとの一致", note=_LABELLED, columns=columns, rows=rows),)


def _share(value: float | None) -> str:
    return "―" if value is None else f"{value:.2f}"


def corrected(results: Sequence[TaskResult]) -> tuple[TaskResult, ...]:
    """The results, with the shares that the judge saw corrected for its errors, where both were measured in this run."""
    judge = next((each for each in results if each.name == TASK.name), None)
    seen = [figure for each in results for figure in each.figures if figure.name.startswith("judge_j")]
    if judge is None or not seen:
        return tuple(results)
    known = {figure.name: figure.estimate for figure in judge.figures}
    rows = tuple(
        (figure.title, figure.system, _share(figure.estimate), _share(_true(figure, known)))
        for figure in seen
    )
    note = "評価役の見た割合を、TPR と TNR で補正した値(Rogan と Gladen)。"
    grid = Grid(title="補正した割合", note=note, columns=("基準", "しくみ", "見た割合", "補正後"), rows=rows)
    done = judge.model_copy(update={"grids": (*judge.grids, grid)})
    return tuple(done if each is judge else each for each in results)


def _true(figure: Figure, known: Mapping[str, float | None]) -> float | None:
    rubric = figure.name.removeprefix("judge_")
    tpr, tnr = known.get(f"tpr_{rubric}"), known.get(f"tnr_{rubric}")
    if figure.estimate is None or tpr is None or tnr is None:
        return None
    return rogan_gladen(figure.estimate, tpr, tnr)


TASK: Final = Task(
    name="judge", title="評価役のモデル", cases=lambda: tuple(labelled()), begin=_begin,
    metrics=lambda setting: agreeing(), grids=_grids, compares=False,
)  # fmt: skip
