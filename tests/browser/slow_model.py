"""A language model that speaks one sentence at a time, each when the test lets it."""

import json
import re
import threading
from typing import Final

from tests.fakes.drafts import draft_in
from tests.fakes.endpoint import Exchange, chunk, says

_SENTENCE: Final = re.compile(r"[^。?\n]*[。?\n]+|[^。?\n]+$")
_NUMBERED: Final = re.compile(r"^(\d+)\. (.+)$", re.MULTILINE)
BETTER: Final = ("窓口は一日に120人来て", "窓口には一日に120人が来て")
"""Words of a paper, and how this model would have them."""


class SlowModel:
    """Says the draft of its prompt once more; a sentence goes out for every `let`, all of them after `let_all`.

    Where a section of a paper is to be worded anew, one `let` lets its answer go: `BETTER` of every sentence.
    """

    def __init__(self) -> None:
        self.replies = 0
        """Replies that were asked for."""
        self._going = threading.Semaphore(0)
        self._open = threading.Event()

    def let(self, sentences: int = 1) -> None:
        """Let so many sentences go out."""
        self._going.release(sentences)

    def let_all(self) -> None:
        """Let everything go out from now on."""
        self._open.set()

    def hold(self) -> None:
        """Let nothing more go out."""
        self._open.clear()
        while self._going.acquire(blocking=False):
            pass

    def __call__(self, exchange: Exchange) -> None:
        """Answer one request."""
        prompt = "\n".join(str(each["content"]) for each in exchange.body["messages"])
        if draft := draft_in(prompt):
            self.replies += 1
            self._speak(exchange, draft)
        elif "企画書の「" in prompt:
            self._wait(exchange)
            says(json.dumps({"sentences": _worded(prompt)}, ensure_ascii=False))(exchange)
        else:
            says("{}")(exchange)

    def _speak(self, exchange: Exchange, draft: str) -> None:
        exchange.head()
        for sentence in _SENTENCE.findall(draft):
            self._wait(exchange)
            exchange.event(chunk(sentence))
        exchange.event(chunk(finish="stop"))
        exchange.event(b"[DONE]")
        exchange.end()

    def _wait(self, exchange: Exchange) -> None:
        for _ in range(2000):
            if self._open.is_set() or self._going.acquire(blocking=False):
                return
            exchange.wait(0.02)


def _worded(prompt: str) -> list[dict[str, object]]:
    sentences = prompt.split("<<もとの発言", maxsplit=1)[0]
    found = ((int(number), text) for number, text in _NUMBERED.findall(sentences))
    return [{"number": number, "text": text.replace(*BETTER)} for number, text in found]
