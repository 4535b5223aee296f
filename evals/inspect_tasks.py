"""The same tasks for inspect-ai: `inspect eval evals/inspect_tasks.py@attacks --model none` (extra `inspect`).

A sample is a case; its solver plays or measures it with the system under test, and its score holds one value for each
figure that applies. The language model under test is named by `-T model=NAME`, its endpoint by ADVISOR_MODEL_*; the
model that inspect itself is told of is never asked. Means are over cases, while our own report takes the ratio of the
sums; errors of inspect are standard errors, ours are intervals by bootstrap or Wilson.
"""

import asyncio
import math
from collections.abc import Iterable, Sequence
from typing import Any

from inspect_ai import Task, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.model import ChatMessageAssistant, ChatMessageUser, ModelOutput
from inspect_ai.scorer import Score, Scorer, Target, mean, scorer, stderr
from inspect_ai.solver import Generate, Solver, TaskState, solver

from evals.command import setting_of
from evals.graders.grader import Graded
from evals.suite.running import TASKS
from evals.suite.setting import ADVISOR
from evals.suite.task import Scored


@task
def consultation(model: str = "", system: str = ADVISOR) -> Task:
    """Whole consultations; `system` is `advisor`, `wizard`, `echo` or, with a model, `plain`."""
    return _task("consultation", model, system)


@task
def retrieval(model: str = "", system: str = ADVISOR) -> Task:
    """Questions over the built-in library."""
    return _task("retrieval", model, system)


@task
def reading(model: str = "", system: str = ADVISOR) -> Task:
    """Single messages with their labels."""
    return _task("reading", model, system)


@task
def personal_data(model: str = "", system: str = ADVISOR) -> Task:
    """Texts with and without personal data."""
    return _task("personal_data", model, system)


@task
def attacks(model: str = "", system: str = ADVISOR) -> Task:
    """Hostile messages and documents."""
    return _task("attacks", model, system)


@task
def framework(model: str = "", system: str = ADVISOR) -> Task:
    """Questions about the framework."""
    return _task("framework", model, system)


def _task(name: str, model: str, system: str) -> Task:
    cases = TASKS[name].cases()
    return Task(
        dataset=MemoryDataset([Sample(id=case, input=case) for case in cases]),
        solver=measured(name, model, system),
        scorer=figures([each.name for each in TASKS[name].metrics(setting_of(model))]),
        name=name,
        metadata={"system": system, "model_under_test": model},
    )


@solver
def measured(name: str, model: str, system: str) -> Solver:
    """Measures the case with our own task; what is slow to load is loaded at the first case."""
    held: dict[str, Any] = {}

    def scored(case: str) -> Scored:
        if "measure" not in held:
            held["measure"] = TASKS[name].begin(setting_of(model))
        found: Iterable[Scored] = held["measure"](case)
        return next(each for each in found if each.system == system)

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        # One after another: the advisor under test has one set of consultations.
        async with held.setdefault("one", asyncio.Lock()):
            found = await asyncio.to_thread(scored, str(state.sample_id))
        state.messages = _messages(found) or state.messages
        state.output = ModelOutput.from_content("advisor", state.messages[-1].text)
        state.metadata["graded"] = {key: each.model_dump() for key, each in found.graded.items()}
        return state

    return solve


def _messages(found: Scored) -> list[Any]:
    exchanges = found.conversation.exchanges if found.conversation else ()
    return [
        message
        for each in exchanges
        for message in (ChatMessageUser(content=each.message), ChatMessageAssistant(content=each.reply))
    ]


@scorer(metrics={"*": [mean(), stderr()]})
def figures(names: Sequence[str]) -> Scorer:
    """One value a figure: the case's own rate or number, or inspect's NaN for unscored; the explanation says what went wrong."""

    async def score(state: TaskState, target: Target) -> Score:
        graded = {name: Graded.model_validate(each) for name, each in state.metadata["graded"].items()}
        values = {name: _value(graded.get(name)) for name in names}
        misses = [
            f"{name}: {miss.why} 「{miss.quote}」" for name, each in graded.items() for miss in each.misses
        ]
        return Score(value=values, answer=state.output.completion[:200], explanation="\n".join(misses))

    return score


def _value(each: Graded | None) -> float:
    found = None if each is None else each.rate if each.value is None else each.value
    return math.nan if found is None else found
