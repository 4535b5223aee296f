"""A Chat that says what it is told to: texts, forms and failures, in order."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from advisor.agent.ports import Form, whole
from advisor.patience.failures import ModelFailure
from advisor.patience.limits import ModelRole
from advisor.patience.lines import Answer, Line
from advisor.patience.usage import Usage, estimated

Said = str | ModelFailure | Any


class FakeSpeech(Iterator[str]):
    """One scripted answer, a letter at a time, taken from the script when its first letter is asked for."""

    def __init__(self, take: Callable[[], Said], prompt: str) -> None:
        self._take = take
        self._prompt = prompt
        self._said: str | None = None
        self._at = 0
        self._closed = False

    def __next__(self) -> str:
        if self._closed:
            raise StopIteration
        if self._said is None:
            said = self._take()
            self._said = said if isinstance(said, str) else ""
            if isinstance(said, ModelFailure):
                raise said
        if self._at >= len(self._said):
            raise StopIteration
        self._at += 1
        return self._said[self._at - 1]

    @property
    def usage(self) -> Usage:
        return estimated(self._prompt, (self._said or "")[: self._at])

    def close(self) -> None:
        self._closed = True


class FakeChat:
    """Plays a script; what it was asked is kept in `asked`."""

    def __init__(self, *script: Said) -> None:
        self.script = list(script)
        self.asked: list[tuple[ModelRole, tuple[Line, ...]]] = []

    def say(self, role: ModelRole, lines: Sequence[Line]) -> Answer:
        return whole(self.stream(role, lines))

    def stream(self, role: ModelRole, lines: Sequence[Line]) -> FakeSpeech:
        return FakeSpeech(lambda: self._next(role, lines), "\n".join(line.text for line in lines))

    def fill(self, role: ModelRole, lines: Sequence[Line], form: type[Form]) -> tuple[Form, Usage]:
        said = self._next(role, lines)
        if isinstance(said, ModelFailure):
            raise said
        return form.model_validate(said), estimated("".join(line.text for line in lines), str(said))

    def _next(self, role: ModelRole, lines: Sequence[Line]) -> Said:
        self.asked.append((role, tuple(lines)))
        return self.script.pop(0)
