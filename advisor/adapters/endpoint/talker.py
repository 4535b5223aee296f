"""One model at an endpoint: what is sent to it, and what it was found to understand."""

from collections.abc import Callable, Generator, Iterator, Sequence
from typing import Any, Final

import httpx2
import openai
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk
from langsmith import tracing_context

from advisor.adapters.endpoint.call import Monotonic, Piece, pieces
from advisor.adapters.endpoint.wire import Wire
from advisor.patience.failures import ModelFailure
from advisor.patience.limits import Limits
from advisor.patience.lines import Line, Way
from advisor.patience.usage import Usage

Sleep = Callable[[float], None]
"""Waits for some seconds."""

_ROOMS: Final = ("max_model_len", "context_length", "context_window", "max_context_length")
"""Under which names endpoints tell how much a model takes at once; llama.cpp tells it in `meta`."""


class Talker:
    """Speaks to one model; remembers what the endpoint refused, so that it is not asked for again."""

    def __init__(
        self,
        model: BaseChatModel,
        client: openai.OpenAI,
        *,
        reasoning: bool,
        streams: bool,
        monotonic: Monotonic,
        sleep: Sleep,
    ) -> None:
        self._model = model
        self._client = client
        self._monotonic = monotonic
        self._sleep = sleep
        self.reasoning = reasoning
        self.streams = streams
        self.counts = True
        """Whether the endpoint is asked to tell the tokens of a stream."""
        self.rooms: dict[str, int] = {}
        """How many tokens a listed model takes at once, where the endpoint has told."""
        self.way: Way | None = None
        """How structured answers are asked for, once one way has worked."""

    def talk(
        self,
        lines: Sequence[Line],
        limits: Limits,
        deadline: float,
        temperature: float,
        form: dict[str, Any] | None = None,
    ) -> Generator[Piece, None, None]:
        """Yield the pieces of an answer; raise ModelFailure.

        `form` is the request's `response_format`. Before the first piece, a refused option is left out and a short
        pause that was asked for is kept, each once.
        """
        paused = False
        while True:
            wire = Wire(limits.size, self.streams)
            began = False
            try:
                options = self._options(limits, temperature, form)
                for piece in pieces(self._producer(lines, options), wire, limits, self._monotonic, deadline):
                    began = True
                    yield piece
                return
            except ModelFailure as error:
                if began or self._monotonic() >= deadline:
                    raise
                if not paused and self._pauses(error, limits, deadline):
                    paused = True
                elif not self._learns(error, wire):
                    raise

    def names(self, limits: Limits, deadline: float) -> list[str]:
        """Return the models that the endpoint lists; raise ModelFailure."""
        timeout = httpx2.Timeout(limits.first, connect=limits.connect)

        def produce() -> Iterator[Piece]:
            for each in self._client.models.list(timeout=timeout).data:
                self._note_room(each)
                yield Piece(text=each.id)

        wire = Wire(limits.size, streaming=False)
        return [piece.text for piece in pieces(produce, wire, limits, self._monotonic, deadline)]

    def _note_room(self, model: openai.types.Model) -> None:
        more = model.model_extra or {}
        meta = more.get("meta") if isinstance(more.get("meta"), dict) else {}
        told = [more.get(name) for name in _ROOMS] + [(meta or {}).get("n_ctx_train")]
        room = next((each for each in told if isinstance(each, int) and each > 0), None)
        if room is not None:
            self.rooms[model.id] = room

    def _pauses(self, error: ModelFailure, limits: Limits, deadline: float) -> bool:
        seconds = error.retry_after
        if error.kind != "limited" or seconds is None or seconds > limits.pause:
            return False
        if self._monotonic() + seconds >= deadline:
            return False
        self._sleep(seconds)
        return True

    def _learns(self, error: ModelFailure, wire: Wire) -> bool:
        """Leave out what was refused; False where nothing can be left out."""
        if wire.plain_json and self.streams:
            self.streams = False
            return True
        if error.kind != "rejected":
            return False
        if "stream_options" in error.where and self.counts:
            self.counts = False
            return True
        if not self.reasoning and any(word in error.where for word in ("temperature", "max_")):
            self.reasoning = True
            return True
        return False

    def _options(self, limits: Limits, temperature: float, form: dict[str, Any] | None) -> dict[str, Any]:
        body: dict[str, Any] = {} if form is None else {"response_format": form}
        if self.reasoning:
            body["max_completion_tokens"] = limits.tokens
        else:
            body.update(max_tokens=limits.tokens, temperature=temperature)
        if self.streams and self.counts:
            body["stream_options"] = {"include_usage": True}
        wait = max(limits.first, limits.idle) if self.streams else limits.total
        return {
            "extra_body": body,
            "timeout": httpx2.Timeout(wait + 1.0, connect=limits.connect, pool=limits.connect),
        }

    def _producer(self, lines: Sequence[Line], options: dict[str, Any]) -> Callable[[], Iterator[Piece]]:
        said = [(line.speaker, line.text) for line in lines]
        streams = self.streams

        def produce() -> Iterator[Piece]:
            with tracing_context(enabled=False):
                if not streams:
                    yield _piece(self._model.invoke(said, **options))
                    return
                for chunk in self._model.stream(said, **options):
                    yield _piece(chunk)

        return produce


def _piece(message: AIMessage) -> Piece:
    chunked = message.tool_call_chunks if isinstance(message, AIMessageChunk) else ()
    counted = message.usage_metadata
    return Piece(
        text=str(message.text).encode("utf-8", "replace").decode("utf-8"),
        finish=str(message.response_metadata.get("finish_reason") or ""),
        tools=bool(chunked or message.tool_calls or message.invalid_tool_calls),
        usage=None
        if not counted
        else Usage(prompt=max(counted["input_tokens"], 0), completion=max(counted["output_tokens"], 0)),
    )
