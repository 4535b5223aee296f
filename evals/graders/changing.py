"""Ways of changing a case in one place; used by the mutation operators."""

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, TypeVar

from advisor.brief.model import Brief, Claim
from advisor.dialogue.turns import Question, Turn
from advisor.framework.slots import SLOTS, Slot
from advisor.framework.worksheet import SlotState
from evals.graders.grader import Case

T = TypeVar("T")


class Mutation(NamedTuple):
    """One way of spoiling a case."""

    name: str
    breaks: str
    """Name of the grader that must notice."""
    apply: Callable[[Case, int], Case | None]
    """Spoils a case at the place that a seed names; None where there is no such place."""


ASKS: Final[dict[Slot, str]] = {
    "aspiration": "どんな町にしたいとお考えですか?",
    "customer": "それで助かるのは、どんな方ですか?",
    "current_experience": "その方が困っているのは、どんな場面ですか?",
    "evidence": "それは年に何件くらいありますか?",
    "value": "その方は、何を喜んでくださるでしょうか?",
    "strengths": "地域の強みとして、何が挙げられますか?",
    "focus": "代わりに、やめられる事業はどれですか?",
    "measure": "仕事の進め方を、具体的にどう変えますか?",
    "technology_role": "システムは、どの場面で使いますか?",
    "leader": "庁内で中心になって動くのは、どなたでしょうか?",
    "stakeholders": "反対しそうな人は、だれですか?",
    "outcome": "達成できたかどうかは、何で測りますか?",
    "resources": "予算はいくらくらい見込んでいますか?",
    "risks": "いちばん心配なことは何ですか?",
}
"""A plain question for each slot, in words of our own."""


def turns(case: Case, change: Callable[[Turn], Turn]) -> Case:
    """The case with every turn changed."""
    changed = tuple(change(turn) for turn in case.transcript.turns)
    return case._replace(transcript=case.transcript.model_copy(update={"turns": changed}))


def turn(case: Case, number: int, change: Callable[[Turn], Turn]) -> Case:
    """The case with one turn changed."""
    return turns(case, lambda each: change(each) if each.number == number else each)


def saying(text: str) -> Callable[[Turn], Turn]:
    """Makes a turn's reply say something else, its question left tagged as it was."""
    return lambda each: each.model_copy(update={"reply": each.reply.model_copy(update={"text": text})})


def adding(text: str) -> Callable[[Turn], Turn]:
    """Puts a sentence before what a reply says."""
    return lambda each: saying(f"{text}{each.reply.text}")(each)


def hearing(message: str) -> Callable[[Turn], Turn]:
    """Makes the official say something else."""
    return lambda each: each.model_copy(update={"message": message})


def asking(slot: Slot | None, words: str) -> Callable[[Turn], Turn]:
    """Puts another question in place of a reply's question, with its tag."""

    def change(each: Turn) -> Turn:
        old = each.reply.question
        text = each.reply.text.replace(old.text, words) if old else f"{each.reply.text}\n{words}"
        question = Question(slot=slot, text=words)
        return each.model_copy(
            update={"reply": each.reply.model_copy(update={"text": text, "question": question})}
        )

    return change


def asking_turns(case: Case) -> list[Turn]:
    """The turns whose reply asks for a slot."""
    return [each for each in case.transcript.turns if each.reply.question and each.reply.question.slot]


def pick(items: Sequence[T], seed: int) -> T | None:
    """The item that a seed names, spread over the list; None of an empty one."""
    return items[(seed * 5) % len(items)] if items else None


def claims(case: Case, change: Callable[[Claim], Claim]) -> Case | None:
    """The case with every claim of its paper changed, title included."""
    if case.draft is None:
        return None
    brief = case.draft.brief
    changed = brief.model_copy(
        update={
            "title": tuple(map(change, brief.title)),
            "sections": tuple(each.each(change) for each in brief.sections),
        }
    )
    return with_brief(case, changed)


def claim(case: Case, old: Claim | None, **fields: object) -> Case | None:
    """The case with one claim changed wherever it stands."""
    if old is None:
        return None
    return claims(case, lambda each: each.model_copy(update=fields) if each == old else each)


def with_brief(case: Case, brief: Brief) -> Case:
    """The case with another paper."""
    assert case.draft is not None
    return case._replace(draft=case.draft._replace(brief=brief))


def with_state(case: Case, state: SlotState) -> Case:
    """The case with one line of the worksheet changed."""
    assert case.draft is not None
    material = case.draft.material
    sheet = material.worksheet.with_state(state)
    return case._replace(draft=case.draft._replace(material=material.model_copy(update={"worksheet": sheet})))


def other(slot: str, seed: int) -> Slot:
    """Another slot than `slot`."""
    rest = [each for each in SLOTS if each != slot]
    return rest[(seed * 3) % len(rest)]


def one_digit(text: str) -> str | None:
    """The text with its first figure of two or more digits changed to one that was hardly said; None without one."""
    found = re.search(r"\d[\d,]*\d", text)
    if not found:
        return None
    digits = found.group()
    return text[: found.start()] + f"7{digits[1:-1]}{(int(digits[-1]) + 3) % 10}" + text[found.end() :]
