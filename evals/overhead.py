"""`python -m evals.overhead`: what our house costs before the first words of a model are seen.

A scripted server on loopback answers in the pace of a real one: a wait before the first letter, then piece by piece.
The bare client sends the very requests that a turn sends, one after the other, and nothing else. Both run in one
process, in turns, so that the machine's mood falls on both.
"""

import argparse
import itertools
import json
import statistics
import time
from collections.abc import Callable
from typing import Any, Final

import openai

from advisor.agent.advisor import Advisor
from advisor.bootstrap import build
from advisor.dialogue.sentences import sentences
from advisor.settings import ModelSettings, Settings
from evals.consultation.officials import officials
from evals.memory import MemorySessions
from tests.fakes.drafts import draft_in
from tests.fakes.endpoint import MODEL, Exchange, ScriptedEndpoint, chunk, serving, usage

_PIECE: Final = 2
_READING: Final = json.dumps({})


def _paced(first: float, gap: float) -> Callable[[Exchange], None]:
    """Answer the draft that came with the request, or a form, at a pace in seconds."""

    def act(exchange: Exchange) -> None:
        prompt = "\n".join(str(each["content"]) for each in exchange.body["messages"])
        text = draft_in(prompt) or _READING
        exchange.head()
        time.sleep(first)
        for at in range(0, len(text), _PIECE):
            exchange.event(chunk(text[at : at + _PIECE]))
            time.sleep(gap)
        exchange.event(chunk(finish="stop"))
        exchange.event({**chunk(), "choices": [], "usage": usage()})
        exchange.event(b"[DONE]")
        exchange.end()

    return act


class _Shown(MemorySessions):
    """Notes when the first words of a reply could be seen."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[float] = []

    def show(self, id: str, live: Any) -> bool:
        """Note the time of the first words."""
        if live.text:
            self.seen.append(time.perf_counter())
        return False


def _ours(advisor: Advisor, sessions: _Shown, id: str, text: str) -> float | None:
    """Seconds to the first words shown of one turn, or None where no model's words were shown."""
    sessions.seen.clear()
    began = time.perf_counter()
    turn = advisor.say(id, text)
    if turn.reply.written_by != "model" or not sessions.seen:
        return None
    return sessions.seen[0] - began


def _bare(endpoint: ScriptedEndpoint, bodies: list[dict[str, Any]]) -> tuple[float, float]:
    """Seconds to the first letter, and to the first whole sentence, of the last of the same requests."""
    client = openai.OpenAI(base_url=endpoint.url, api_key="none", max_retries=0)
    began = time.perf_counter()
    letter = sentence = 0.0
    for body in bodies:
        text, letter, sentence = "", 0.0, 0.0
        for event in client.chat.completions.create(**body):
            piece = event.choices[0].delta.content if event.choices else None
            if not piece:
                continue
            text += piece
            letter = letter or time.perf_counter() - began
            if not sentence and len(sentences(text)) > 1:
                sentence = time.perf_counter() - began
    return letter, sentence or time.perf_counter() - began


def main() -> None:
    """Measure and print one JSON line."""
    parser = argparse.ArgumentParser(prog="python -m evals.overhead", description=__doc__)
    parser.add_argument("--first", type=float, default=0.4, help="seconds before the first letter")
    parser.add_argument("--gap", type=float, default=0.02, help="seconds between two pieces of two letters")
    parser.add_argument("--no-reader", action="store_true", help="the model writes, but does not read")
    options = parser.parse_args()
    ours, letters, whole = [], [], []
    with serving() as endpoint:
        endpoint.plays(_paced(options.first, options.gap))
        reader = "none" if options.no_reader else ""
        model = ModelSettings(name=MODEL, base_url=endpoint.url, reader=reader)
        sessions = _Shown()
        advisor = build(Settings(), sessions=sessions, model=model)
        for official in officials():
            id = advisor.begin().id
            for text in (official.opening, *itertools.islice(official.facts.values(), 3)):
                before = len(endpoint.requests)
                seconds = _ours(advisor, sessions, id, text)
                bodies = endpoint.requests[before:]
                if seconds is None:
                    continue
                letter, sentence = _bare(endpoint, bodies)
                ours.append(seconds)
                letters.append(letter)
                whole.append(sentence)
    print(json.dumps(_figures(ours, letters, whole), ensure_ascii=False))


def _figures(ours: list[float], letters: list[float], whole: list[float]) -> dict[str, float]:
    """Medians in milliseconds, and how far ours lies above 1.15 × the bare client's."""
    beyond = [mine - 1.15 * bare for mine, bare in zip(ours, letters, strict=True)]
    after = [mine - bare for mine, bare in zip(ours, whole, strict=True)]
    return {
        "n": len(ours),
        "ours_ms": round(1000 * statistics.median(ours)),
        "bare_first_letter_ms": round(1000 * statistics.median(letters)),
        "bare_first_sentence_ms": round(1000 * statistics.median(whole)),
        "beyond_1.15_of_letter_ms": round(1000 * statistics.median(beyond)),
        "after_first_sentence_ms": round(1000 * statistics.median(after)),
    }


if __name__ == "__main__":
    main()
