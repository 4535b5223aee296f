"""A case as exchanges, and what officials say in them: a want, a question, a refusal."""

import re
from typing import Final, NamedTuple

from evals.graders.grader import Case, Graded, Miss
from evals.graders.texts import asks, contained, parts, questions
from evals.graders.wordlists import PERSON, TECHNOLOGY, WISH
from evals.scenarios.heard import Heard, heard


class Exchange(NamedTuple):
    """One message with its reply, by text; the tag only where the system has one."""

    number: int
    message: str
    reply: str
    slot: str | None
    """The slot the reply's question is tagged with."""

    @property
    def question(self) -> str | None:
        """The last question of the reply."""
        found = questions(self.reply)
        return found[-1] if found else None

    @property
    def asked(self) -> Heard | str | None:
        """What the question is for: by its tag, else by its words."""
        if self.slot is not None:
            return self.slot
        return heard(self.question) if self.question else None


def exchanges(case: Case) -> tuple[Exchange, ...]:
    """The exchanges of a case in order."""
    return tuple(
        Exchange(
            number=turn.number,
            message=turn.message,
            reply=turn.reply.text,
            slot=turn.reply.question.slot if turn.reply.question else None,
        )
        for turn in case.transcript.turns
    )


def is_want(sentence: str) -> bool:
    """A person and a changed state, and no technology word (want-talk; after change talk in motivational interviewing)."""
    return bool(PERSON.search(sentence) and WISH.search(sentence)) and not TECHNOLOGY.search(sentence)


def wants(case: Case, message: str) -> bool:
    """Whether a message states the want: the scenario's own aspiration, or else a sentence that reads as one."""
    fact = case.scenario.facts.get("aspiration")
    if fact is not None and _tells(message, fact):
        return True
    return any(is_want(part) and not asks(part) for part in parts(message))


def _tells(message: str, fact: str) -> bool:
    first = parts(fact)[0]
    return contained(first, (message,)) > 0.8


def first_want(case: Case) -> int | None:
    """The number of the first message that states a want, or None."""
    return next((each.number for each in exchanges(case) if wants(case, each.message)), None)


def rated(misses: list[Miss], of: int) -> Graded:
    """The rate that is left when each miss costs one."""
    return Graded(good=max(0, of - len(misses)), of=of, misses=tuple(misses))


def counted(value: float | None, good: bool, misses: list[Miss] | None = None) -> Graded:
    """A number for one case, and whether it keeps within its limit."""
    return Graded(good=int(good), of=1, value=value, misses=tuple(misses or ()))


NOTHING: Final = Graded(good=0, of=0)
"""The grader does not apply to the case."""

MATTER: Final = re.compile(r"[??]|(?:です|ます|でしょう|ません)か[。、]?")
