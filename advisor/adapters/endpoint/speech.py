"""A spoken answer: the text of a stream piece by piece, stopped at the first tell that it is worthless."""

from collections.abc import Generator, Iterator
from typing import Final

from advisor.adapters.endpoint.call import Piece
from advisor.patience.failures import Kind, ModelFailure, failure
from advisor.patience.limits import Limits
from advisor.patience.shapes import thinking, thought_through
from advisor.patience.tells import doubled, foreign, loops
from advisor.patience.usage import Usage, estimated

_LOOKED: Final = 40
"""Letters after which a stream is looked at again."""
_JUDGED: Final = 120
"""Letters after which its language is judged while it still runs."""
_FIRST: Final = 8
_THOUGHTS: Final = 100_000
"""Letters of thinking said aloud that are taken and dropped."""
_FINISHES: Final[dict[str, Kind]] = {
    "": "cut", "length": "truncated", "max_tokens": "truncated", "content_filter": "filtered", "safety": "filtered",
    "tool_calls": "tools", "function_call": "tools",
}  # fmt: skip


class EndpointSpeech(Iterator[str]):
    """An answer as it comes; `usage` holds once it has ended, by an end, a failure or `close`."""

    def __init__(
        self, pieces: Generator[Piece, None, None], prompt: str, limits: Limits, japanese: bool = True
    ) -> None:
        self._pieces = pieces
        self._prompt = prompt
        self._limits = limits
        self._japanese = japanese
        self._raw = ""
        self._spoken = ""
        self._looked = 0
        self._counted: Usage | None = None
        self._finish = ""
        self._texts = self._run()

    def __next__(self) -> str:
        """Return the next text, never empty; raise StopIteration at a good end and ModelFailure at any other."""
        try:
            return next(self._texts)
        except ModelFailure as error:
            error.partial = self._spoken
            error.usage = self.usage
            raise

    @property
    def usage(self) -> Usage:
        """What the call has cost so far, estimated where the endpoint did not tell."""
        return self._counted or estimated(self._prompt, self._raw)

    def close(self) -> None:
        """Stop the answer and let go of the connection."""
        self._texts.close()
        self._pieces.close()

    def _run(self) -> Generator[str, None, None]:
        try:
            yield from self._listen()
        finally:
            self._pieces.close()
        self._judge()

    def _listen(self) -> Iterator[str]:
        first: list[str] = []
        aloud = True
        for piece in self._pieces:
            self._note(piece)
            if piece.text and len(first) < _FIRST:
                first.append(piece.text)
                if doubled(first):
                    raise failure("garbled", "doubled")
            if not piece.text or (aloud and thinking(self._raw)):
                continue
            text = thought_through(self._raw).lstrip() if aloud else piece.text
            if text:
                aloud = False
                self._spoken += text
                self._look()
                yield text

    def _note(self, piece: Piece) -> None:
        self._raw += piece.text
        self._counted = piece.usage or self._counted
        self._finish = piece.finish or self._finish
        if piece.tools:
            raise failure("tools")
        if len(self._raw) > self._limits.letters + _THOUGHTS:
            raise failure("huge", f"{self._limits.letters} letters")

    def _look(self) -> None:
        """Look at what was said so far, now and then."""
        if len(self._spoken) > self._limits.letters:
            raise failure("huge", f"{self._limits.letters} letters")
        if len(self._spoken) - self._looked < _LOOKED:
            return
        self._looked = len(self._spoken)
        if loops(self._spoken):
            raise failure("repeating")
        if self._japanese and self._looked > _JUDGED and foreign(self._spoken):
            raise failure("foreign")

    def _judge(self) -> None:
        """Judge the whole answer once it has ended."""
        kind = _FINISHES.get(self._finish.lower())
        if kind is not None:
            raise failure(kind, f"finish_reason {self._finish}" if self._finish else "no finish_reason")
        if not self._spoken.strip():
            raise failure("empty")
        if loops(self._spoken):
            raise failure("repeating")
        if self._japanese and foreign(self._spoken):
            raise failure("foreign")
