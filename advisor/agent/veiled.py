"""A Chat that names nobody: names leave the machine as placeholders and come back as names."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from pydantic import BaseModel

from advisor.agent.book import NAMES_KEPT
from advisor.agent.ports import Chat, Form, Speech
from advisor.dialogue.events import MessageReceived
from advisor.dialogue.session import Session
from advisor.patience.failures import ModelFailure
from advisor.patience.limits import ModelRole
from advisor.patience.lines import Answer, Line
from advisor.patience.usage import Usage
from advisor.privacy.kept import kept_names
from advisor.privacy.masking import mask
from advisor.privacy.veil import Uncovering, Veil, veil_over
from advisor.words import Words


def names_of(session: Session, words: Words) -> tuple[str, ...]:
    """Return the names that the masks left in a consultation: in its messages, its worksheet, its paper's header."""
    sheet, asked = session.worksheet, _asked(session)
    found: list[str] = []
    for event in session.events:
        if isinstance(event, MessageReceived):
            found += kept_names(event.text, words, about_people=event.turn in asked)
    rows = [value.text for slot in NAMES_KEPT for value in sheet[slot].values + sheet[slot].history]
    for text in (*rows, *session.header.values()):
        found += kept_names(text, words, about_people=True)
    return tuple(dict.fromkeys(found))


def _asked(session: Session) -> frozenset[int]:
    """The numbers of messages that answer who leads or takes part."""
    return frozenset(
        turn.number + 1 for turn in (*session.left, *session.turns) if turn.decision.asks in NAMES_KEPT
    )


def hidden(text: str, names: Sequence[str], words: Words) -> str:
    """Return `text` as it may leave the machine: masked once more, its names as placeholders."""
    masked = mask(text, words, keep_names=True).text
    return veil_over([*names, *kept_names(masked, words)], (masked,)).covered(masked)


class VeiledChat:
    """A Chat in front of which all that is personal is taken away.

    Every line is masked once more as at the door; then `names`, and names that the masks leave in the lines, become
    placeholders. They are put back into answers, streams, forms and the partial text of failures, and nowhere else.
    """

    def __init__(self, chat: Chat, names: Sequence[str], words: Words) -> None:
        self._chat = chat
        self._names = tuple(names)
        self._words = words

    def say(self, role: ModelRole, lines: Sequence[Line]) -> Answer:
        """Return a whole Japanese answer in words."""
        veil, sent = self._veiled(lines)
        with _uncovering(veil):
            answer = self._chat.say(role, sent)
        return answer.model_copy(update={"text": veil.uncovered(answer.text)})

    def stream(self, role: ModelRole, lines: Sequence[Line]) -> Speech:
        """Return a Japanese answer as it comes; only what may become a placeholder is held back."""
        veil, sent = self._veiled(lines)
        return VeiledSpeech(self._chat.stream(role, sent), veil)

    def fill(self, role: ModelRole, lines: Sequence[Line], form: type[Form]) -> tuple[Form, Usage]:
        """Return a filled form, the names back in every string of it, and its cost."""
        veil, sent = self._veiled(lines)
        with _uncovering(veil):
            value, usage = self._chat.fill(role, sent, form)
        filled: Form = with_texts(value, veil.uncovered)
        return filled, usage

    def _veiled(self, lines: Sequence[Line]) -> tuple[Veil, list[Line]]:
        masked = [mask(line.text, self._words, keep_names=True).text for line in lines]
        names = [*self._names, *(name for text in masked for name in kept_names(text, self._words))]
        veil = veil_over(names, masked)
        pairs = zip(lines, masked, strict=True)
        return veil, [line.model_copy(update={"text": veil.covered(text)}) for line, text in pairs]


class VeiledSpeech(Iterator[str]):
    """A Speech in which placeholders become names again, also where one comes in pieces."""

    def __init__(self, speech: Speech, veil: Veil) -> None:
        self._speech = speech
        self._veil = veil
        self._pieces = Uncovering(veil)
        self._over = False

    def __next__(self) -> str:
        """Return the next text; raise StopIteration at a good end and ModelFailure at any other."""
        while not self._over:
            text = self._piece()
            if text:
                return text
        raise StopIteration

    def _piece(self) -> str:
        try:
            return self._pieces.feed(next(self._speech))
        except StopIteration:
            self._over = True
            return self._pieces.end()
        except ModelFailure as error:
            self._over = True
            error.partial = self._veil.uncovered(error.partial)
            raise

    @property
    def usage(self) -> Usage:
        """What the answer has cost so far."""
        return self._speech.usage

    def close(self) -> None:
        """Stop the answer."""
        self._over = True
        self._speech.close()


@contextmanager
def _uncovering(veil: Veil) -> Iterator[None]:
    try:
        yield
    except ModelFailure as error:
        error.partial = veil.uncovered(error.partial)
        raise


def with_texts(value: Any, change: Callable[[str], str]) -> Any:
    """Return a form, or any part of one, with every string in it changed; all else is the same, also its types."""
    if type(value) is str:
        return change(value)
    if isinstance(value, BaseModel):
        parts = {name: (each, with_texts(each, change)) for name, each in value}
        return value.model_copy(update={name: new for name, (old, new) in parts.items() if new != old})
    if isinstance(value, dict):
        return {with_texts(key, change): with_texts(each, change) for key, each in value.items()}
    if type(value) in (list, tuple, set, frozenset):
        return type(value)(with_texts(each, change) for each in value)
    return value
