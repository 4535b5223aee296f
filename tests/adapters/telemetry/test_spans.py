"""What a turn lets be seen: a tree of spans with facts, and no word of what was said."""

import json

import pytest
from opentelemetry import trace as others
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from advisor.adapters.telemetry.spans import Spans, over
from advisor.agent.casting import Players
from advisor.agent.tracing import made_facts
from advisor.dialogue.turns import Made
from advisor.errors import AdvisorError
from advisor.patience.usage import Usage
from tests.adapters.telemetry.conftest import Seen

SAYS = "生成AIを導入して窓口の待ち時間を減らしたいのですが、どこから考えればよいでしょうか。"
STEPS = ["turn", "read", "search", "decide", "write", "check"]


@pytest.fixture
def kept() -> InMemorySpanExporter:
    return InMemorySpanExporter()


def _trace(kept: InMemorySpanExporter, content: bool = False) -> Spans:
    return over(SimpleSpanProcessor(kept), content)


def _named(kept: InMemorySpanExporter) -> dict[str, ReadableSpan]:
    return {span.name.removeprefix("nanishitai."): span for span in kept.get_finished_spans()}


def _told(kept: InMemorySpanExporter, ids: tuple[str, ...] = ()) -> str:
    """All that leaves, but for the ids of the corpus' own passages."""
    told = "\n".join(
        json.dumps(json.loads(span.to_json()), ensure_ascii=False) for span in kept.get_finished_spans()
    )
    for id in ids:
        told = told.replace(id, "")
    return told


def test_a_turn_is_a_tree_of_its_steps_in_order(seen: Seen, kept: InMemorySpanExporter) -> None:
    advisor = seen(_trace(kept))
    turn = advisor.say(advisor.begin().id, SAYS)
    spans = _named(kept)
    whole = spans["turn"]
    assert whole.parent is None
    assert sorted(spans) == sorted(STEPS)
    assert len(kept.get_finished_spans()) == len(STEPS)
    starts = [spans[name].start_time or 0 for name in STEPS]
    assert starts == sorted(starts)
    assert all(spans[name].parent == whole.context for name in STEPS[1:])
    facts = whole.attributes or {}
    assert facts["nanishitai.decision.move"] == turn.decision.move
    assert facts["nanishitai.message.letters"] == len(SAYS)
    assert facts["nanishitai.turn.passages"] == turn.passages
    assert (spans["decide"].attributes or {})["nanishitai.decision.rule"] == turn.decision.rule


def test_every_turn_is_a_tree_of_its_own(seen: Seen, kept: InMemorySpanExporter) -> None:
    advisor = seen(_trace(kept))
    id = advisor.begin().id
    advisor.say(id, SAYS)
    advisor.say(id, "申請者が何度も来庁せずに済むようにしたいです。")
    assert len({span.context.trace_id for span in kept.get_finished_spans() if span.context}) == 2


def test_no_word_of_what_was_said_is_told(seen: Seen, kept: InMemorySpanExporter) -> None:
    advisor = seen(_trace(kept))
    session = advisor.begin()
    turn = advisor.say(session.id, SAYS, [("困りごと.txt", "待合席が足りない")])
    told = _told(kept, turn.passages)
    assert len(told) > 500
    assert turn.passages
    for text in (SAYS, turn.reply.text, turn.decision.because, "生成AI", "待合席", "困りごと", session.id):
        pieces = {text[at : at + 6] for at in range(max(1, len(text) - 5))}
        assert not [piece for piece in pieces if piece in told]


def test_message_and_reply_are_told_masked_where_content_is_switched_on(
    seen: Seen, kept: InMemorySpanExporter
) -> None:
    advisor = seen(_trace(kept, content=True))
    turn = advisor.say(advisor.begin().id, f"{SAYS}連絡は090-1234-5678へ。")
    facts = _named(kept)["turn"].attributes or {}
    assert facts["nanishitai.content.message"] == turn.message
    assert facts["nanishitai.content.reply"] == turn.reply.text
    assert "090-1234-5678" not in str(facts)


def test_an_error_is_told_by_its_class_alone(
    seen: Seen, players: Players, kept: InMemorySpanExporter
) -> None:
    trace = _trace(kept)
    with pytest.raises(AdvisorError), trace.span("turn"), trace.span("read"):
        raise AdvisorError("secret words", "secret place")
    assert [(span.attributes or {}).get("error.type") for span in kept.get_finished_spans()] == [
        "AdvisorError",
        "AdvisorError",
    ]
    assert "secret" not in _told(kept)
    with trace.span("turn"):
        pass
    assert kept.get_finished_spans()[-1].parent is None


def test_what_models_did_is_told_in_tokens_and_kinds() -> None:
    made = (
        Made(role="reader", outcome="own", model="m", usage=Usage(prompt=10, completion=2)),
        Made(role="writer", outcome="fell_back", why="slow_first", model="m", usage=Usage(prompt=30)),
    )
    facts = made_facts(made)
    assert (facts["tokens_prompt"], facts["tokens_completion"]) == (40, 2)
    assert facts["model_failures"] == ("slow_first",)
    assert made_facts(made, "reader")["model_outcomes"] == ("reader:own",)
    assert made_facts((), "reader") == {}


def test_other_libraries_neither_see_nor_feed_it(kept: InMemorySpanExporter) -> None:
    with _trace(kept).span("turn"):
        assert not others.get_current_span().get_span_context().is_valid
        with others.get_tracer("chromadb").start_as_current_span("theirs"):
            pass
    assert [span.name for span in kept.get_finished_spans()] == ["nanishitai.turn"]


def test_of_a_consultation_that_stays_inside_nobody_sees_anything(
    seen: Seen, kept: InMemorySpanExporter
) -> None:
    advisor = seen(_trace(kept, content=True))
    id = advisor.begin().id
    advisor.keep_inside(id, True)
    advisor.say(id, SAYS)
    assert kept.get_finished_spans() == ()
    advisor.keep_inside(id, False)
    advisor.say(id, SAYS)
    assert "turn" in _named(kept)
