"""A scripted official who hears the words of a question, tires, is vague, throws questions back and does not know."""

import re
from typing import Final, Protocol

from advisor.dialogue.turns import Turn
from advisor.framework.slots import SLOTS, Slot
from evals.consultation.partner import Partner
from evals.consultation.play import LAST_TURN, Counterpart, Mishearing, Transcript
from evals.scenarios.heard import Heard, contradicts, heard
from evals.scenarios.scenario import Scenario

LIMIT: Final = 40
"""Messages after which a consultation that finds no end is broken off."""

_UNKNOWN: Final = ("まだ分からない", "ちょっと分かりません", "うーん、そこは分からないです", "わからない")
_AGAIN: Final = ("それはさっきお話ししたとおりです", "前に言ったのと同じです", "もう話しました")
_SENTENCE: Final = re.compile(r"[^。!?!?]*[。!?!?]?")
_QUESTION: Final = re.compile(r"[^。\n!!]*(?:[??]|か。)")


class Speaker(Protocol):
    """Whoever speaks for an official."""

    told: list[Slot]
    misheard: list[Mishearing]

    def next(self, turn: Turn) -> str | None:
        """What the official says to a reply, or None at the end."""
        ...


class Official(Counterpart):
    """Answers from a scenario's facts what the words of the question ask for."""

    def __init__(self, scenario: Scenario, last_turn: int = LAST_TURN) -> None:
        super().__init__(scenario, last_turn)
        self._scenario = scenario
        self._asked: list[Slot] = []
        self._thrown = 0
        self._questions = 0
        self.misheard: list[Mishearing] = []

    def _reply(self, turn: Turn) -> str:
        kind = self._kind(turn)
        if kind in SLOTS:
            return self._answer(kind, turn.number)
        if kind == "leave" or turn.decision.offers == "case":
            return "お願いします"
        return "合っています" if kind == "confirm" or turn.reply.question is not None else "続けてください"

    def _kind(self, turn: Turn) -> Heard | None:
        """What is asked: the tagged slot, unless the words plainly ask for another; the words alone without a tag."""
        question = turn.reply.question
        if question is None:
            last = _QUESTION.findall(turn.reply.text)
            return heard(last[-1]) if last else None
        if question.slot is None:
            return "leave" if turn.decision.offers == "case" else "confirm"
        other = contradicts(question.text, question.slot)
        if other is not None:
            self.misheard.append(
                Mishearing(turn=turn.number, tagged=question.slot, heard=other, question=question.text)
            )
        return other or question.slot

    def _answer(self, slot: Slot, number: int) -> str:
        self._questions += 1
        if self._scenario.backs and self._questions % 2 == 0:
            self._thrown += 1
            return self._scenario.backs[(self._thrown - 1) % len(self._scenario.backs)]
        before = self._asked.count(slot)
        self._asked.append(slot)
        if slot not in self._scenario.facts:
            return _UNKNOWN[len(self._asked) % len(_UNKNOWN)]
        if slot in self._scenario.vague and not before:
            return self._scenario.vague[slot]
        if slot in self.told:
            return _AGAIN[(before - 1) % len(_AGAIN)]
        return self._tired(self._tell(slot), number)

    def _tired(self, fact: str, number: int) -> str:
        tires = self._scenario.tires_after
        if tires is None or number < tires:
            return fact
        first = _SENTENCE.match(fact)
        return first.group() if first else fact


def play_scenario(
    advisor: Partner, scenario: Scenario, last_turn: int = LAST_TURN, played_by: Speaker | None = None
) -> Transcript:
    """Play the whole consultation and return it; `played_by` speaks for the official, else the script does."""
    id = advisor.begin().id
    official = played_by or Official(scenario, last_turn)
    said: str | None = scenario.opening
    for _ in range(LIMIT):
        if said is None:
            break
        said = official.next(advisor.say(id, said))
    return Transcript(
        official=scenario.id,
        session=id,
        turns=advisor.session(id).turns,
        told=tuple(dict.fromkeys(official.told)),
        misheard=tuple(official.misheard),
    )
