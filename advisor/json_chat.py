"""The advisor as one JSON object a line in, one a line out; it never dies on bad input."""

import json
from collections.abc import Callable, Iterator
from typing import Any, TextIO

from advisor.agent.advisor import Advisor
from advisor.brief.markdown import markdown
from advisor.brief.shown import brief_shown, finding_shown
from advisor.dialogue.reading import Reading
from advisor.dialogue.session import Session
from advisor.dialogue.turns import Turn
from advisor.errors import AdvisorError
from advisor.evidence.query import Query
from advisor.framework.slots import SLOTS, Slot
from advisor.framework.worksheet import Worksheet

Json = dict[str, Any]
_LONGEST_LINE = 4_000_000


class JsonChat:
    """One consultation at a time over lines of JSON; `new` and `open` change it."""

    def __init__(self, advisor: Advisor) -> None:
        self._advisor = advisor
        self._id: str | None = None
        self._commands: dict[str, Callable[[Json], Json]] = {
            "new": self._new,
            "open": self._open,
            "say": self._say,
            "read": self._read,
            "search": self._search,
            "draft": self._draft,
        }

    def answers(self, lines: Iterator[str]) -> Iterator[str]:
        """Yield one line of JSON for every line that is not empty."""
        for line in lines:
            if line.strip():
                yield (
                    json.dumps(self.answer(line), ensure_ascii=False)
                    .encode("utf-8", "replace")
                    .decode("utf-8")
                )

    def answer(self, line: str) -> Json:
        """Return the answer to one line, an error object where it cannot be done."""
        try:
            return self._run(_request(line))
        except AdvisorError as error:
            return {"error": {"what": error.what, "where": error.where, "do": error.do}}
        except Exception as error:  # the process must answer every line, whatever happens inside
            return {
                "error": {
                    "what": "内部の誤りで処理できませんでした",
                    "where": type(error).__name__,
                    "do": "同じ行をもう一度送るか、新しい相談を始めてください",
                }
            }

    def _run(self, request: Json) -> Json:
        for name, command in self._commands.items():
            if name in request:
                return command(request)
        raise AdvisorError(
            "知らない指示です", "、".join(map(str, request))[:80], f"使える指示: {'、'.join(self._commands)}"
        )

    def _new(self, request: Json) -> Json:
        session = self._advisor.begin()
        self._id = session.id
        return {"session": session.id, "turn": 0, "reply": session.greeting}

    def _open(self, request: Json) -> Json:
        session = self._advisor.resume(_text(request, "open"))
        self._id = session.id
        last = session.turns[-1].reply.text if session.turns else session.greeting
        return {"session": session.id, "turn": len(session.turns), "reply": last}

    def _current(self) -> str:
        if self._id is None:
            self._new({})
        assert self._id is not None
        return self._id

    def _say(self, request: Json) -> Json:
        text = _text(request, "say")
        documents = [_document(each) for each in _list(request.get("documents"))]
        id = self._current()
        turn = self._advisor.say(id, text, documents)
        return said(self._advisor, self._advisor.session(id), turn)

    def _read(self, request: Json) -> Json:
        asked = request.get("asked")
        if asked is not None and asked not in SLOTS:
            raise AdvisorError("知らない項目です", str(asked)[:40], f"使える項目: {'、'.join(SLOTS)}")
        question = request.get("question")
        return {
            "reading": read(
                self._advisor.read(_text(request, "read"), asked, question and str(question)), True
            )
        }

    def _search(self, request: Json) -> Json:
        k = request.get("k", 5)
        if not isinstance(k, int) or isinstance(k, bool) or not 1 <= k <= 50:
            raise AdvisorError("k は 1 から 50 の整数にしてください", str(k)[:20], "")
        hits = self._advisor.library.search(Query(text=_text(request, "search"), k=k))
        return {
            "passages": [
                {
                    "id": hit.passage.id,
                    "title": hit.passage.title,
                    "text": hit.passage.text,
                    "score": round(hit.score, 4),
                }
                for hit in hits
            ]
        }

    def _draft(self, request: Json) -> Json:
        draft = self._advisor.draft(self._current())
        brief = draft.brief
        return {
            "brief": brief_shown(brief),
            "markdown": markdown(brief, private=bool(request.get("private"))),
            "findings": [finding_shown(each) for each in draft.findings],
        }


def said(advisor: Advisor, session: Session, turn: Turn) -> Json:
    """One answered message as the public interface shows it."""
    phase = advisor.phase(session)
    question = turn.reply.question
    return {
        "session": session.id,
        "turn": turn.number,
        "reply": turn.reply.text,
        "question": {"slot": question.slot, "text": question.text} if question else None,
        "quick_replies": list(turn.reply.quick_replies),
        "move": turn.decision.move,
        "because": turn.decision.because,
        "offers": turn.decision.offers,
        "reading": read(turn.reading),
        "citations": [
            {
                "mark": each.mark,
                "passage": each.passage,
                "title": each.title,
                "url": each.url,
                "quote": each.quote,
            }
            for each in turn.reply.citations
        ],
        "worksheet": sheet(session.worksheet),
        "phase": {"value": phase.value, "because": phase.because},
        "masked": [{"type": each.type} for each in turn.masked],
    }


def read(reading: Reading, confidence: bool = True) -> Json:
    """A reading as JSON; slots are exact substrings of the message."""
    body: Json = {
        "stance": reading.stance,
        "phase": reading.phase,
        "intent": reading.intent,
        "technologies": list(reading.technologies),
        "slots": {fill.slot: fill.text for fill in reading.fills},
    }
    if confidence:
        body["confidence"] = {
            "stance": round(reading.stance_confidence, 3),
            "phase": round(reading.phase_confidence, 3),
            "intent": round(reading.intent_confidence, 3),
            "slots": {fill.slot: round(fill.confidence, 3) for fill in reading.fills},
        }
    return body


def sheet(worksheet: Worksheet) -> dict[Slot, Json]:
    """The worksheet as JSON."""
    return {
        state.slot: {
            "status": state.status,
            "locked": state.locked,
            "asked": state.asked,
            "values": [{"text": value.text, "turn": value.turn} for value in state.values],
        }
        for state in worksheet.states
    }


def serve(advisor: Advisor, lines: TextIO, out: TextIO) -> None:
    """Answer lines until they end, flushing each answer."""
    for answer in JsonChat(advisor).answers(iter(lines)):
        out.write(answer + "\n")
        out.flush()


def _request(line: str) -> Json:
    if len(line) > _LONGEST_LINE:
        raise AdvisorError("一行が長すぎます", f"{len(line)}字", f"{_LONGEST_LINE}字以内に分けてください")
    try:
        request = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise AdvisorError(
            "JSONとして読めません", line[:40], "一行に一つのJSONオブジェクトを送ってください"
        ) from error
    if not isinstance(request, dict) or not request:
        raise AdvisorError("JSONオブジェクトではありません", line[:40], '{"say":"…"} のように送ってください')
    return request


def _text(request: Json, key: str) -> str:
    value = request[key]
    if not isinstance(value, str):
        raise AdvisorError("文字列ではありません", key, "文字列で送ってください")
    return value


def _list(value: object) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise AdvisorError("documents は配列にしてください", "documents", '[{"name":"…","text":"…"}]')
    return value


def _document(value: object) -> tuple[str, str]:
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        raise AdvisorError(
            "資料は name と text を持つオブジェクトにしてください", "documents", '{"name":"…","text":"…"}'
        )
    return str(value.get("name") or "資料"), value["text"]
