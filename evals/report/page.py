"""A run as one HTML page that needs nothing else: charts, figures, misses and every consultation to read."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from jinja2 import Environment, FileSystemLoader, Template, select_autoescape

from evals.report.markdown import DIFFERENCE_COLUMNS, facts
from evals.report.rows import GOALS, areas, difference_rows, kinds, system_name
from evals.report.sorts import sort_name
from evals.suite.compare import Comparison
from evals.suite.results import Conversation, Exchange, Run
from evals.suite.setting import ADVISOR

_FOLDER: Final = Path(__file__).resolve().parent / "templates"


class Found(NamedTuple):
    """A miss as it stands in a consultation."""

    figure: str
    title: str
    turn: int | None
    quote: str
    why: str


class Talk(NamedTuple):
    """A consultation with what was found in it."""

    conversation: Conversation
    found: tuple[Found, ...]
    before: Conversation | None = None
    """The same consultation in the last run."""

    @property
    def keys(self) -> str:
        """The figures that found something, for the filter."""
        return " ".join(dict.fromkeys(each.figure for each in self.found))

    @property
    def earlier(self) -> dict[int, Exchange]:
        """The exchanges of the last run that went otherwise, by their number."""
        now = {each.number: (each.message, each.reply) for each in self.conversation.exchanges}
        known = self.before.exchanges if self.before else ()
        return {each.number: each for each in known if now.get(each.number) != (each.message, each.reply)}


class Listed(NamedTuple):
    """The misses of one figure whose cases are no consultations."""

    title: str
    misses: tuple[tuple[str, str, str], ...]


def page(run: Run, comparison: Comparison | None = None, before: Run | None = None) -> str:
    """The page; `comparison` is that with the last run, `before`, whose consultations stand beside these."""
    talks = tuple(_talks(run, before))
    figures = {each.figure: each.title for talk in talks for each in talk.found}
    return _template().render(
        run=run,
        facts=facts(run),
        areas=areas(run),
        goals=GOALS,
        columns=DIFFERENCE_COLUMNS,
        differences=difference_rows([each for task in run.tasks for each in task.differences], kinds(run)),
        comparison=comparison,
        changes=difference_rows(comparison.differences, kinds(run)) if comparison else (),
        talks=talks,
        figures=figures,
        systems=dict.fromkeys(talk.conversation.system for talk in talks),
        sorts=dict.fromkeys(sort_name(talk.conversation.kind) for talk in talks),
        sort=sort_name,
        listed=tuple(_listed(run)),
        named=system_name,
        css=_text("page.css"),
        script=_text("page.js"),
    )


def _talks(run: Run, before: Run | None) -> Iterator[Talk]:
    earlier = {
        (each.system, each.case): each
        for task in (before.tasks if before else ())
        for each in task.conversations
    }
    for task in run.tasks:
        found: dict[tuple[str, str], list[Found]] = {}
        for figure in task.figures:
            for each in figure.data:
                held = found.setdefault((figure.system, each.case), [])
                name = f"{task.name}-{figure.name}"
                held += [Found(name, figure.title, miss.turn, miss.quote, miss.why) for miss in each.misses]
        for conversation in task.conversations:
            key = (conversation.system, conversation.case)
            yield Talk(conversation, tuple(found.get(key, ())), earlier.get(key))


def _listed(run: Run) -> Iterator[Listed]:
    for task in run.tasks:
        if task.conversations:
            continue
        for figure in task.figures:
            misses = tuple((each.case, miss.why, miss.quote) for each in figure.data for miss in each.misses)
            if misses and figure.system not in ("letters", "lexical", "echo", "embedded"):
                yield Listed(f"{task.title}: {figure.title}", misses)


@cache
def _template() -> Template:
    kept = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=select_autoescape(default=True), trim_blocks=True, lstrip_blocks=True
    )  # fmt: skip
    kept.globals["advisor"] = ADVISOR
    return kept.get_template("page.html.j2")


def _text(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
