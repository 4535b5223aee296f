"""Moves that bring something from the library: a case, another view, a fact, fairness."""

from advisor.adapters.writer.asking import answer_first, receive
from advisor.adapters.writer.citing import (
    answer,
    case_citation,
    case_source_line,
    citation,
    other_side,
    section_citation,
    source_line,
)
from advisor.adapters.writer.composition import Composition
from advisor.evidence.cards import CaseCard
from advisor.evidence.passages import Passage


def offer_case(reply: Composition) -> None:
    """Ask leave, show one case in three lines with its source, or say that none fits."""
    scene = reply.stage.scene
    if scene.case is None:
        reply.say("case.none")
        reply.ask(scene.decision.asks)
    elif scene.decision.offers == "case":
        receive(reply, support=False)
        reply.say("case.leave")
        reply.ask(None, group="question.case")
        reply.chips("case_offer")
    else:
        _three_lines(reply, scene.case)
        reply.ask(scene.decision.asks)


def _three_lines(reply: Composition, case: CaseCard) -> None:
    accepted = reply.stage.scene.decision.flavour == "accepted"
    reply.say("case.intro.accepted" if accepted else "case.intro.asked")
    reply.line(f"・願い:{case.lines.want}")
    reply.line(f"・起きたこと:{case.lines.happened}")
    reply.line(f"・限界:{case.lines.limit}")
    reply.line(case_source_line(case))
    reply.cite(case_citation(reply.stage.scene, case))
    reply.line("")
    reply.say("case.back")


def counter_view(reply: Composition) -> None:
    """Give the documented other side of a success story, without a verdict."""
    stage = reply.stage
    case, passage = stage.scene.case, stage.scene.passage
    if case is not None:
        reply.say("counter.intro")
    reply.say("counter.other")
    if passage is not None:
        _tell(reply, passage, most=2)
    elif case is not None:
        told = other_side(case)
        reply.line(told or f"・限界:{case.lines.limit}")
        reply.line(case_source_line(case))
        reply.cite(section_citation(case, ("限界と反対の見方",), told.split("。")[0] + "。" if told else ""))
    reply.line("")
    reply.say("counter.back")
    reply.ask(stage.scene.decision.asks)


def fairness(reply: Composition) -> None:
    """The counter-frame to 公平性 with its source, and one question about those not chosen."""
    stage = reply.stage
    if not (stage.quotes and reply.say("fairness.intro")):
        reply.say("fairness.intro.plain")
    passage = stage.scene.passage
    if passage is None:
        reply.say("fairness.frame")
    else:
        _tell(reply, passage, most=2)
    asks = stage.scene.decision.asks
    reply.ask(asks, variant="fairness")


def answer_fact(reply: Composition) -> None:
    """A grounded answer with its source, or that the material holds none; then back to the pending question."""
    stage = reply.stage
    passage = stage.scene.passage
    if stage.scene.decision.flavour == "paper" and answer_first(reply):
        reply.say("fact.back")
        reply.ask(stage.scene.decision.asks)
        return
    if passage is None:
        reply.say("fact.none")
        reply.say("fact.none.keeper")
        reply.ask(stage.scene.decision.asks)
        return
    method = passage.kind == "method" or stage.scene.decision.flavour == "method"
    reply.say("fact.intro.method" if method else "fact.intro")
    _tell(reply, passage, most=3)
    reply.say("fact.back")
    reply.ask(stage.scene.decision.asks)


def _tell(reply: Composition, passage: Passage, most: int) -> None:
    """Sentences of a passage with the line of its source; nothing where it has no whole sentence."""
    told = answer(passage, reply.stage.scene.message, reply.stage.words, most)
    reply.add(told)
    reply.line(source_line(passage))
    reply.line("")
    first = told.split("。")[0] + "。" if told else passage.text.strip()
    reply.cite(citation(passage, told if told and told in passage.text else first))
