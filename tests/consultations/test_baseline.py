"""The advice is no worse than the accepted baseline: the same cases, paired, beyond the interval."""

from itertools import islice

import pytest

from evals.command import BASELINE
from evals.suite import consultation, reading, retrieval
from evals.suite.compare import compared
from evals.suite.results import Figure, Run, TaskResult
from evals.suite.running import read_run
from evals.suite.setting import Setting
from evals.suite.task import Measure, Task, done


def bare(task: Task) -> Task:
    """The task without what a comparison does not need: tables, and other systems than the advisor."""

    def begin(setting: Setting) -> Measure:
        measure = task.begin(setting)
        return lambda id: islice(measure(id), 1)

    return task._replace(begin=begin, grids=lambda scored: (), compares=False)


def fallen(*results: TaskResult) -> list[str]:
    """What fell beyond the interval, or is gone."""
    now = Run(program="", at="", tasks=results)
    found = compared(read_run(BASELINE), now)
    return [
        *(f"{each.name}: {each.difference} ({each.low}..{each.high})" for each in found.dropped),
        *(f"{each.name}: no longer measured" for each in found.gone),
    ]


def test_the_consultations_are_no_worse_than_accepted() -> None:
    """Every third scenario here, so that it stays quick; `make eval` plays all of them and the officials."""
    every = list(consultation.cases())[::3][:9]
    some = bare(consultation.TASK)._replace(cases=lambda: every)
    assert fallen(done(some, Setting())) == []


@pytest.fixture(scope="module")
def readings() -> TaskResult:
    """The reading task, without its tables."""
    return done(bare(reading.TASK), Setting())


def test_reading_is_no_worse_than_accepted(readings: TaskResult) -> None:
    assert fallen(readings) == []


def test_retrieval_is_no_worse_than_accepted() -> None:
    assert fallen(done(bare(retrieval.TASK), Setting())) == []


def test_a_worse_reader_would_be_noticed(readings: TaskResult) -> None:
    """Every tenth reading spoiled is told from the accepted ones."""
    worse = readings.model_copy(update={"figures": tuple(map(spoiled, readings.figures))})
    assert any(each.startswith("stance_right") for each in fallen(worse))


def spoiled(figure: Figure) -> Figure:
    """The figure with nothing good in every tenth case."""
    data = tuple(
        each.model_copy(update={"good": 0.0}) if at % 10 == 0 else each for at, each in enumerate(figure.data)
    )
    return figure.model_copy(update={"data": data})
