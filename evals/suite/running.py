"""A run: the tasks by name, one after another."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from advisor.errors import AdvisorError
from evals.suite import attacks, consultation, framework, judging, personal_data, reading, retrieval
from evals.suite.results import SCHEMA, Run, TaskResult
from evals.suite.setting import Setting
from evals.suite.task import Task, done

TASKS: Final[dict[str, Task]] = {
    task.name: task
    for task in (
        consultation.TASK, retrieval.TASK, reading.TASK, personal_data.TASK, attacks.TASK, framework.TASK, judging.TASK,
    )
}  # fmt: skip
"""All tasks by name, in the order in which they are run and shown."""

Told = Callable[[Task, int, int, str], None]
"""Hears which task is at work, how many of its cases are done, of how many, and which is next."""


def chosen(names: Sequence[str], setting: Setting) -> tuple[Task, ...]:
    """The named tasks, or all that can be run; AdvisorError for a name that is none."""
    unknown = [name for name in names if name not in TASKS]
    if unknown:
        raise AdvisorError(
            "その名の課題はありません。", "、".join(unknown), f"使える名: {'、'.join(TASKS)}、compare、accept"
        )
    if judging.TASK.name in names and setting.judge is None:
        raise AdvisorError(
            "評価役のモデルが設定されていません。", judging.TASK.name, "--judge か ADVISOR_MODEL_GRADER で名を指定してください。"
        )  # fmt: skip
    wanted = names or [name for name in TASKS if name != judging.TASK.name or setting.judge is not None]
    return tuple(TASKS[name] for name in TASKS if name in wanted)


def run(
    tasks: Sequence[Task],
    setting: Setting,
    program: str,
    at: str,
    told: Told = lambda task, number, of, case: None,
) -> Run:
    """Run the tasks and return their results; `program` and `at` stand in the record."""
    results = tuple(_done(task, setting, told) for task in tasks)
    return Run(
        program=program,
        at=at,
        model=setting.model.name if setting.model else "",
        judge=setting.judge.name if setting.judge else "",
        persona=setting.persona_name,
        limit=setting.limit,
        tasks=judging.corrected(results),
    )


def _done(task: Task, setting: Setting, told: Told) -> TaskResult:
    return done(task, setting, lambda number, of, case: told(task, number, of, case))


def read_run(path: Path) -> Run:
    """The run that a file holds; AdvisorError where it is no run, or one of another schema."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        version = found.get("schema_version") if isinstance(found, dict) else None
        if version == SCHEMA:
            return Run.model_validate(found)
    except (OSError, ValueError) as error:
        raise AdvisorError(
            "結果のファイルを読めませんでした。", str(path), "advisor eval が書いた results.json を指定してください。"
        ) from error  # fmt: skip
    raise AdvisorError(
        "結果のファイルの形がこの版と違います。", f"{path} (版 {version}、この版は {SCHEMA})", "同じ版の advisor eval で測り直してください。"
    )  # fmt: skip


def write_run(run: Run, path: Path) -> None:
    """Write a run as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(run.model_dump_json() + "\n", encoding="utf-8")


def write_slim(run: Run, path: Path, systems: frozenset[str] | None = None) -> None:
    """Write what is enough to compare with, one figure a line, its cases as [case, good, of]."""
    kept = run.slim(systems).model_dump(mode="json", exclude_defaults=True)
    tasks = [_lined(task) for task in kept.pop("tasks")]
    head = json.dumps({"schema_version": SCHEMA, **kept}, ensure_ascii=False)[:-1]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'{head}, "tasks": [\n' + ",\n".join(tasks) + "\n]}\n", encoding="utf-8")


def _lined(task: dict[str, Any]) -> str:
    figures = [_row(figure) for figure in task.pop("figures")]
    head = json.dumps(task, ensure_ascii=False)[:-1]
    return f'{head}, "figures": [\n' + ",\n".join(figures) + "\n]}"


def _row(figure: dict[str, Any]) -> str:
    data = [[each["case"], _short(each["good"]), _short(each["of"])] for each in figure.pop("data", ())]
    return json.dumps({**figure, "data": data}, ensure_ascii=False, separators=(",", ":"))


def _short(value: float) -> float:
    """A whole number without its point."""
    return int(value) if value == int(value) else value
