"""The judge: asks a model one criterion at a time and believes nothing that it cannot quote."""

import secrets
from collections.abc import Callable
from typing import Final, Literal

from pydantic import BaseModel

from advisor.adapters.endpoint import open_endpoint
from advisor.adapters.model.prompts import fenced
from advisor.agent.ports import Chat
from advisor.errors import AdvisorError
from advisor.patience.failures import ModelFailure
from advisor.patience.lines import Line
from advisor.settings import NOBODY, ModelSettings
from advisor.values import Value
from evals.judge.rubrics import SUBJECT_NAMES, Rubric, judge_prompt

SHORTEST: Final = 5
"""Letters of a quotation that counts."""
LONGEST: Final = 12_000
"""Letters of a subject that are shown to the judge: the end of a talk, the beginning of a paper."""

Unscored = Literal["", "unknown", "unquoted", "unanswered"]
"""Why there is no verdict: it could not tell, its words do not stand in the text, or nothing usable came back."""


class VerdictForm(BaseModel):
    """What the judge fills in; the quotation comes first, so that the verdict follows from it."""

    quote: str
    verdict: Literal["yes", "no", "unknown"]
    why: str = ""


class Verdict(Value):
    """One verdict on one criterion."""

    rubric: str
    met: bool | None
    """None where it is unscored."""
    quote: str = ""
    why: str = ""
    unscored: Unscored = ""


class Judge:
    """Plays the `grader` role with the model called `name`."""

    def __init__(self, chat: Chat, name: str, mark: Callable[[], str] = lambda: secrets.token_hex(6)) -> None:
        self._chat = chat
        self._mark = mark
        self.name = name

    def verdict(self, rubric: Rubric, text: str) -> Verdict:
        """Judge one text by one criterion; whatever goes wrong leaves it unscored."""
        shown = text[-LONGEST:] if rubric.subject == "dialogue" else text[:LONGEST]
        lines = (
            Line(speaker="system", text=judge_prompt("judging").filled()),
            Line(speaker="user", text=self._asked(rubric, shown)),
        )
        try:
            form, _ = self._chat.fill("grader", lines, VerdictForm)
        except ModelFailure as error:
            return Verdict(rubric=rubric.name, met=None, why=error.what, unscored="unanswered")
        return judged(rubric, form, shown)

    def _asked(self, rubric: Rubric, shown: str) -> str:
        data = fenced(f"点検するもの({SUBJECT_NAMES[rubric.subject]})", shown, self._mark())
        return f"{rubric.prompt.filled()}\n\n{data}"


def judged(rubric: Rubric, form: VerdictForm, text: str) -> Verdict:
    """The verdict that a form amounts to; words that do not stand in the text make it unscored."""
    kept = {"rubric": rubric.name, "quote": form.quote, "why": form.why}
    if form.verdict == "unknown":
        return Verdict(**kept, met=None, unscored="unknown")
    if len(_bare(form.quote)) < SHORTEST or _bare(form.quote) not in _bare(text):
        return Verdict(**kept, met=None, unscored="unquoted")
    return Verdict(**kept, met=form.verdict == "yes")


def _bare(text: str) -> str:
    """Letters alone: line breaks and spaces are the rendering's, not the speaker's."""
    return "".join(text.split())


def open_judge(settings: ModelSettings, name: str, under_test: ModelSettings | None) -> Judge:
    """The judge called `name` at the endpoint of `settings`; AdvisorError where it is the model under test."""
    tested = under_test.plays if under_test else ()
    if plain_name(name) in {plain_name(each) for each in tested} or name == NOBODY:
        raise AdvisorError(
            "評価役に、測る相手と同じモデルは使えません。", name, "--judge か ADVISOR_MODEL_GRADER に、別の(できれば別の系統の)モデルを指定してください。"
        )  # fmt: skip
    seated = settings.model_copy(update={"name": settings.name or name, "grader": name})
    chat = open_endpoint(seated)
    if chat is None:
        raise AdvisorError(
            "評価役のモデルを開けませんでした。", name, "ADVISOR_MODEL_BASE_URL を確かめてください。"
        )
    return Judge(chat, name)


def plain_name(model: str) -> str:
    """A model's name without its provider and in small letters, so that `openai/GPT-x` is `gpt-x`."""
    return model.strip().rsplit("/", 1)[-1].casefold()
