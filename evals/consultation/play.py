"""A scripted counterpart that answers what is asked from an official's facts."""

from collections.abc import Iterator

from advisor.agent.drafting import Draft
from advisor.dialogue.session import Session
from advisor.dialogue.turns import Turn
from advisor.framework.slots import Slot
from advisor.values import Value
from evals.consultation.officials import Official
from evals.consultation.partner import Partner

LAST_TURN = 14
"""The counterpart takes the offered draft at this message at the latest."""


class Mishearing(Value):
    """A question whose words ask for something other than the slot it is tagged with; the words were answered."""

    turn: int
    tagged: str
    heard: str
    question: str


class Transcript(Value):
    """A played consultation."""

    official: str
    session: str
    turns: tuple[Turn, ...]
    told: tuple[Slot, ...]
    """Slots whose fact was told, in order."""
    misheard: tuple[Mishearing, ...] = ()


class Counterpart:
    """Decides what the official says next; knows only the facts and the reply."""

    def __init__(self, official: Official, last_turn: int = LAST_TURN) -> None:
        self._official = official
        self._events = {event.after_turn: event.say for event in official.events}
        self._last = last_turn
        self.told: list[Slot] = []

    def next(self, turn: Turn) -> str | None:
        """Return the answer to a reply, or None when the draft was handed over."""
        replies = turn.number
        if turn.decision.move == "draft" and replies not in self._events and self._done(turn):
            return None
        if replies in self._events:
            return self._events[replies]
        if replies + 1 >= self._last:
            return "下書きを見る"
        return self._reply(turn)

    def _done(self, turn: Turn) -> bool:
        return turn.number >= self._last - 1 or len(self.told) >= len(self._official.facts)

    def _reply(self, turn: Turn) -> str:
        question = turn.reply.question
        if question is not None and question.slot is not None:
            return self._tell(question.slot)
        if turn.decision.offers == "case":
            return "お願いします"
        if question is not None:
            return "合っています"
        return "続けてください"

    def _tell(self, slot: Slot) -> str:
        fact = self._official.facts.get(slot)
        if fact is None:
            return "まだ分からない"
        self.told.append(slot)
        return fact


def play(advisor: Partner, official: Official, last_turn: int = LAST_TURN) -> Transcript:
    """Play the whole consultation and return it."""
    session = advisor.begin()
    counterpart = Counterpart(official, last_turn)
    for _ in _messages(advisor, session, official, counterpart):
        pass
    done = advisor.session(session.id)
    return Transcript(
        official=official.id,
        session=session.id,
        turns=done.turns,
        told=tuple(dict.fromkeys(counterpart.told)),
    )


def _messages(
    advisor: Partner, session: Session, official: Official, counterpart: Counterpart
) -> Iterator[Turn]:
    said: str | None = official.opening
    limit = 40
    while said is not None and limit:
        turn = advisor.say(session.id, said)
        yield turn
        said = counterpart.next(turn)
        limit -= 1


def page(transcript: Transcript, draft: Draft | None = None) -> str:
    """The consultation as readable Markdown."""
    lines = [f"# {transcript.official}", ""]
    for turn in transcript.turns:
        decision = turn.decision
        lines += [
            f"**職員{turn.number}** {turn.message}",
            "",
            *(f"> {line}" for line in turn.reply.text.splitlines()),
            "",
            f"<sub>`{decision.move}` · {decision.rule} · about {decision.about or '―'} → asks {decision.asks or '―'}"
            f" · offers {decision.offers or '―'} · 候補:{'/'.join(turn.reply.quick_replies)}</sub>",
            "",
        ]
    return "\n".join(lines)
