"""What a turn lets be seen of itself: spans with counts, ids and kinds; never words, unless they are quoted."""

import hashlib
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Final, Protocol

from advisor.dialogue.events import MessageReceived
from advisor.dialogue.moves import Decision
from advisor.dialogue.reading import Reading
from advisor.dialogue.turns import Made, Reply, Turn
from advisor.patience.limits import ModelRole

Told = str | int | float | bool | tuple[str, ...]
"""A fact of a span; a text is an id, a kind or a digest, never what somebody said."""
Facts = dict[str, Told]


class Span(Protocol):
    """A stretch of time with facts about what was done in it."""

    def note(self, **facts: Told) -> None:
        """Add facts that hold no content; a name's underscore separates a group from its fact."""
        ...

    def quote(self, **texts: str) -> None:
        """Offer masked texts, which are kept only where that was switched on."""
        ...


class Trace(Protocol):
    """Takes spans; nothing of it may slow or break what it looks at."""

    def span(self, name: str, **facts: Told) -> AbstractContextManager[Span]:
        """Return a span that lasts as long as its block, inside the span that is open around it."""
        ...


class Unseen:
    """A span nobody looks at."""

    def note(self, **facts: Told) -> None:
        """Let it pass."""

    def quote(self, **texts: str) -> None:
        """Let it pass."""


_UNSEEN: Final = Unseen()


class Silent:
    """Nobody looks."""

    def span(self, name: str, **facts: Told) -> AbstractContextManager[Span]:
        """Return the span nobody looks at."""
        return nullcontext(_UNSEEN)


SILENT: Final = Silent()


def received_facts(session: str, received: MessageReceived) -> Facts:
    """The facts of a message: which consultation and turn, and how much came.

    The id of a consultation opens it, so a digest stands for it.
    """
    return {
        "session_digest": hashlib.sha256(session.encode()).hexdigest()[:16],
        "turn_number": received.turn,
        "message_letters": len(received.text),
        "message_documents": len(received.documents),
        "message_masked": len(received.masked),
    }


def reading_facts(reading: Reading) -> Facts:
    """The labels of a reading, and how much it found."""
    return {
        "reading_stance": reading.stance,
        "reading_phase": reading.phase or 0,
        "reading_intent": reading.intent,
        "reading_technologies": len(reading.technologies),
        "reading_slots": reading.slots,
    }


def decision_facts(decision: Decision) -> Facts:
    """The move, the rule that chose it, and the ids it rests on."""
    return {
        "decision_move": decision.move,
        "decision_rule": decision.rule,
        "decision_asks": decision.asks or "",
        "decision_case": decision.case or "",
        "decision_passage": decision.passage or "",
    }


def checked_facts(written: Reply, kept: Reply) -> Facts:
    """Whether the check changed the reply, and how long it is now."""
    return {"check_changed": written != kept, "reply_letters": len(kept.text)}


def made_facts(made: Sequence[Made], *roles: ModelRole) -> Facts:
    """What models did for the roles, for all where none is named: outcomes, failures and tokens; empty without any."""
    seen = [each for each in made if not roles or each.role in roles]
    if not seen:
        return {}
    return {
        "model_outcomes": tuple(f"{each.role}:{each.outcome}" for each in seen),
        "model_failures": tuple(each.why for each in seen if each.why),
        "model_names": tuple(dict.fromkeys(each.model for each in seen if each.model)),
        "tokens_prompt": sum(each.usage.prompt for each in seen),
        "tokens_completion": sum(each.usage.completion for each in seen),
        "tokens_estimated": any(each.usage.estimated for each in seen),
    }


def turn_facts(turn: Turn) -> Facts:
    """The facts of a whole turn: its move, the passages it found, the prompts it played from, what models did."""
    return {
        "decision_move": turn.decision.move,
        "turn_changes": len(turn.changes),
        "turn_passages": turn.passages,
        "turn_prompts": tuple(f"{name}@{digest}" for name, digest in turn.digests),
        **made_facts(turn.made),
    }
