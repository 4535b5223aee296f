"""Runs every system over the questions of a file and reports one line a system."""

import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from advisor.adapters.views import SHARES, Shares
from advisor.evidence.ranking import fused
from advisor.words import Words
from evals.retrieval.scores import gain, is_among
from evals.retrieval.squad import Question, Task
from evals.retrieval.systems import DEPTH, Bench, System, open_model

STEPS = range(20, 65, 5)
"""Hundredths of weight that the fit tries for the vectors; the two lexical views share the rest."""


class Outcome(NamedTuple):
    """What one system found for one question, and in how many milliseconds."""

    question: Question
    gain: float
    among: bool
    milliseconds: float


def measured(task: Task, words: Words, halves: bool = False) -> Iterator[dict[str, Any]]:
    """Yield the lines of a file; with `halves`, weights are fitted on one half of the articles and shown."""
    bench = Bench(task.paragraphs, words, open_model())
    if task.skipped:
        sys.stderr.write(f"{task.name}: {task.skipped} questions without text or paragraph left out\n")
    shares = fitted(bench, [each for each in task.questions if is_fit(each)]) if halves else SHARES
    systems = [bench.ours(shares), *bench.parts(), *bench.ensembles()]
    if halves:
        sys.stderr.write(
            f"{task.name}: weights fitted on {len(set(_fit_articles(task)))} articles: {shares}\n"
        )
    for system in systems:
        outcomes = run(bench, system, task.questions)
        yield line(system.name, task.name, outcomes)
        if halves:
            yield line(system.name, f"{task.name}#fit", [each for each in outcomes if is_fit(each.question)])
            yield line(
                system.name, f"{task.name}#unseen", [each for each in outcomes if not is_fit(each.question)]
            )


def run(bench: Bench, system: System, questions: Sequence[Question]) -> list[Outcome]:
    """Ask a system every question."""
    outcomes = []
    for question in questions:
        if bench.embeddings:
            bench.embeddings.owed = 0.0
        begun = time.perf_counter()
        found = system.search(question.text)
        seconds = time.perf_counter() - begun + (bench.embeddings.owed if bench.embeddings else 0.0)
        outcomes.append(
            Outcome(
                question, gain(found, question.paragraph), is_among(found, question.paragraph), 1000 * seconds
            )
        )
    return outcomes


def line(system: str, file: str, outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Return one line of the report; figures of no question are null."""
    count = len(outcomes)
    return {
        "system": system,
        "file": file,
        "n": count,
        "ndcg@10": round(sum(each.gain for each in outcomes) / count, 4) if count else None,
        "recall@5": round(sum(each.among for each in outcomes) / count, 4) if count else None,
        "ms_p50": round(statistics.median(each.milliseconds for each in outcomes), 2) if count else None,
    }


def fitted(bench: Bench, questions: Sequence[Question]) -> Shares:
    """Return the weights with the best mean nDCG@10 on these questions."""
    seen = [(bench.views(question.text), question.paragraph) for question in questions]
    tried = [
        Shares(v / 100, (100 - v) * w / 10000, (100 - v) * (100 - w) / 10000)
        for v in STEPS
        for w in (40, 50, 60)
    ]

    def quality(shares: Shares) -> float:
        found = (list(fused(tuple(zip(views, shares, strict=True))))[:DEPTH] for views, _ in seen)
        return sum(gain(each, wanted) for each, (_, wanted) in zip(found, seen, strict=True))

    return max(tried, key=quality) if seen else SHARES


def is_fit(question: Question) -> bool:
    """Whether a question belongs to the half that weights are fitted on: every second article."""
    return question.article % 2 == 0


def _fit_articles(task: Task) -> Iterator[int]:
    return (question.article for question in task.questions if is_fit(question))
