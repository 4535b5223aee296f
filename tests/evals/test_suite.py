"""From graded cases to figures, differences, comparisons and pages, over a small task of its own."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from advisor.errors import AdvisorError
from evals.graders.grader import Graded, Miss
from evals.report.markdown import markdown
from evals.report.page import page
from evals.report.rows import state
from evals.suite.compare import compared
from evals.suite.figures import Metric, datum, figure
from evals.suite.results import Conversation, Exchange, Run
from evals.suite.running import chosen, read_run, write_run, write_slim
from evals.suite.setting import ADVISOR, Setting
from evals.suite.task import Label, Measure, Scored, Task, calibration, confusion, done

RATE = Metric("kept", "約束を守る", "dialogue", "守った返事の割合。", "試験", 0.9)
LETTERS = Metric("letters", "文字数", "dialogue", "返事の長さ。", "試験", 100, kind="number", better="lower")
EVIL = '</script><script>alert(1)</script> | "onload=x'


def task(ours: Sequence[int], theirs: Sequence[int], replies: int = 10) -> Task:
    """A task whose cases have so many good replies of ten, of the advisor and of a wizard."""

    def measure(case: str) -> Iterator[Scored]:
        for system, goods in ((ADVISOR, ours), ("wizard", theirs)):
            good = goods[int(case)]
            misses = (Miss(turn=1, quote=EVIL, why="外れ"),) * (replies - good)
            graded = {
                "kept": Graded(good=good, of=replies, misses=misses),
                "letters": Graded(good=0, of=1, value=10.0 * (replies - good)),
            }
            talk = Conversation(
                case=case, system=system, kind="terse", profile="町", exchanges=(Exchange(number=1, message=EVIL, reply="はい"),)
            )  # fmt: skip
            yield Scored(case, system, graded, conversation=talk)

    def begin(setting: Setting) -> Measure:
        return measure

    return Task(
        "talk", "相談", lambda: [str(at) for at in range(len(ours))], begin, lambda setting: (RATE, LETTERS)
    )


def ran(ours: Sequence[int], theirs: Sequence[int] | None = None, limit: int | None = None) -> Run:
    """A run of that task."""
    result = done(task(ours, theirs or [5] * len(ours)), Setting(limit=limit))
    return Run(program="1", at="2026-11-24T09:00:00+09:00", limit=limit, tasks=(result,))


def test_a_figure_is_the_ratio_of_the_sums_with_what_it_is_taken_over() -> None:
    kept, letters = (each for each in ran([10, 8, 9]).figures if each.system == ADVISOR)
    assert (kept.estimate, kept.n, kept.cases) == (0.9, 30, 3)
    assert kept.interval is not None
    assert kept.interval.how == "bootstrap"
    assert kept.interval.low < 0.9 < kept.interval.high
    assert (letters.estimate, letters.n) == (10.0, 3)


def test_cases_that_are_all_perfect_do_not_claim_certainty() -> None:
    kept = ran([10] * 20).figures[0]
    assert kept.interval is not None
    assert (kept.interval.how, kept.interval.high) == ("wilson", 1.0)
    assert kept.interval.low == pytest.approx(0.8389, abs=1e-4)


def test_a_metric_that_applies_to_no_case_has_no_figure_to_show() -> None:
    empty = figure(RATE, "talk", ADVISOR, [datum("1", Graded(good=0, of=0), "rate")])
    assert (empty.estimate, empty.interval, empty.n) == (None, None, 0)


def test_the_advisor_is_set_against_every_other_system() -> None:
    kept, letters = ran([10, 9, 10, 9], [5, 4, 5, 4]).tasks[0].differences
    assert (kept.left, kept.right, kept.difference, kept.verdict) == ("wizard", ADVISOR, 0.5, "better")
    assert (letters.difference, letters.verdict) == (-50, "better")


def test_a_limit_takes_the_first_cases() -> None:
    assert [each.case for each in ran([10, 9, 8], limit=2).figures[0].data] == ["0", "1"]


def test_a_drop_beyond_the_interval_is_told_from_one_within() -> None:
    before = ran([9, 10, 9, 10, 9, 10, 9, 10])
    fallen = compared(before, ran([6, 7, 6, 7, 6, 7, 6, 7]))
    assert not fallen.held
    assert [each.name for each in fallen.dropped] == ["kept", "letters"]
    shaken = compared(before, ran([10, 9, 10, 9, 10, 9, 10, 8]))
    assert shaken.held
    assert compared(before, before).held


def test_a_figure_that_is_no_longer_measured_is_a_drop() -> None:
    before = ran([9, 10])
    only = before.tasks[0].model_copy(update={"figures": before.tasks[0].figures[:1]})
    assert [each.name for each in compared(before, before.model_copy(update={"tasks": (only,)})).gone] == [
        "letters"
    ]
    assert compared(before, before.model_copy(update={"tasks": ()})).gone == ()


def test_a_run_is_read_as_it_was_written_and_the_slim_one_compares_alike(tmp_path: Path) -> None:
    run = ran([9, 7, 10])
    write_run(run, tmp_path / "whole.json")
    write_slim(run, tmp_path / "slim.json")
    assert read_run(tmp_path / "whole.json") == run
    slim = read_run(tmp_path / "slim.json")
    assert slim == run.slim()
    assert "外れ" not in (tmp_path / "slim.json").read_text(encoding="utf-8")
    other = ran([5, 5, 5])
    assert compared(slim, other).differences == compared(run, other).differences


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '{"schema_version": 99, "tasks": []}', '{"schema_version": 1}']
)
def test_a_file_that_is_no_run_is_refused_in_words(text: str, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    with pytest.raises(AdvisorError) as told:
        read_run(tmp_path / "x.json")
    assert told.value.do


def test_an_unknown_task_and_a_judge_that_is_not_there_are_refused_in_words() -> None:
    with pytest.raises(AdvisorError, match="課題"):
        chosen(["nonsense"], Setting())
    with pytest.raises(AdvisorError, match="評価役"):
        chosen(["judge"], Setting())
    assert [each.name for each in chosen([], Setting())][:2] == ["consultation", "retrieval"]
    assert "judge" not in [each.name for each in chosen([], Setting())]


def test_the_page_shows_everything_and_runs_nothing_that_was_said() -> None:
    run = ran([9, 10], [5, 4])
    shown = page(run, compared(ran([10, 10]), run))
    assert EVIL not in shown
    assert "alert(1)" in shown
    assert "http" not in shown.replace('http-equiv="Content-Security-Policy"', "")
    for part in (
        '<html lang="ja">',
        "95.0%",
        "約束を守る",
        "目標 90.0%",
        "前の結果との差",
        "項目順の入力フォーム",
        'data-figures="talk-kept"',
    ):
        assert part in shown, part


def test_a_consultation_that_went_otherwise_stands_beside_the_earlier_one() -> None:
    before, now = ran([9]), ran([9])
    assert "前の結果では" not in page(now, compared(before, now), before)
    talk = before.tasks[0].conversations[0]
    other = talk.model_copy(
        update={"exchanges": (talk.exchanges[0].model_copy(update={"reply": "むかしの返事"}),)}
    )
    task = before.tasks[0].model_copy(update={"conversations": (other,)})
    shown = page(now, compared(before, now), before.model_copy(update={"tasks": (task,)}))
    assert "前と違う 1" in shown
    assert "むかしの返事" in shown


def test_the_markdown_says_the_same_and_keeps_its_cells() -> None:
    text = markdown(ran([9, 10]))
    row = next(line for line in text.splitlines() if line.startswith("| 約束を守る | 95.0%"))
    assert row.count("|") == 8
    assert "<script>" not in text
    assert "- 0・1番目: 外れ" in text


def test_a_goal_is_met_missed_or_not_yet_sure() -> None:
    def state_of(goods: Sequence[int], goal: float) -> str:
        data = [datum(str(at), Graded(good=good, of=10), "rate") for at, good in enumerate(goods)]
        return state(figure(RATE._replace(goal=goal), "talk", ADVISOR, data))

    assert state_of([9, 10] * 20, 0.9) == "met"
    assert state_of([9, 10] * 2, 0.95) == "unsure"
    assert state_of([9, 10], 0.96) == "missed"
    assert state_of([10] * 3, 1.0) == "met"


def test_what_was_taken_for_what_is_counted() -> None:
    grid = confusion("姿勢", [("a", "a"), ("a", "b"), ("b", "b")])
    assert grid.columns == ("正解", "a", "b")
    assert grid.rows == (("a", "1", "1"), ("b", "・", "1"))


def test_the_gap_between_confidence_and_truth_is_the_mean_over_tenths() -> None:
    labels = [Label("x", "a", "a", 0.95), Label("x", "a", "b", 0.95), Label("x", "a", "a", 0.55)]
    rows = calibration("自信", labels).rows
    assert rows[0] == (".5〜", "1", "0.55", "1.00")
    assert rows[1] == (".9〜", "2", "0.95", "0.50")
    assert float(rows[-1][2 + 1]) == pytest.approx((0.45 + 2 * 0.45) / 3, abs=1e-3)


def test_the_results_are_plain_json(tmp_path: Path) -> None:
    write_run(ran([9]), tmp_path / "x.json")
    found = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))
    assert found["schema_version"] == 1
    assert {"name", "estimate", "interval", "n", "definition"} <= set(found["tasks"][0]["figures"][0])
