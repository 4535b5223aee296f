"""Moves that sum up, correct, park, stop asking, hand over the draft or decline."""

from advisor.adapters.writer.asking import (
    answer_first,
    chips_for_offer,
    confirm_meaning,
    offer_draft,
    receive,
)
from advisor.adapters.writer.composition import Composition
from advisor.adapters.writer.conditions import holds
from advisor.adapters.writer.corrections import is_unheard
from advisor.adapters.writer.rows import shown_rows, since_last
from advisor.framework.slots import Slot

_ROOM = 60
_SHORT_DRAFT = 70
_ENOUGH = 3
"""So many answers unknown of the last four: the paper is handed over without another question."""


def reflect(reply: Composition) -> None:
    """Rows in the official's words, and whether anything is off; with an offered draft a statement instead."""
    stage = reply.stage
    summary = stage.scene.decision.flavour == "summary"
    slots = since_last(stage)
    if not summary:
        answer_first(reply)
        if stage.scene.decision.about is not None:
            _receipt(reply, slots)
    if not slots:
        reply.say("reflect.empty")
        offer_draft(reply)
        reply.ask(stage.scene.decision.asks)
        chips_for_offer(reply)
        return
    rows = shown_rows(stage, slots)
    if rows:
        reply.say("reflect.summary" if summary else "reflect.lead")
    for text, quotes in rows:
        reply.line(text, *quotes)
    reply.line("")
    if stage.scene.decision.offers == "draft":
        reply.say("reflect.offer")
        reply.chips("draft_offer")
    elif stage.scene.decision.asks is not None:
        reply.ask(stage.scene.decision.asks)
    elif not summary:
        reply.ask(None, group="question.reflect")
        reply.chips("reflect")


def _receipt(reply: Composition, slots: tuple[Slot, ...]) -> None:
    """Take up what was said: without its words where a row shows them right below."""
    about = reply.stage.scene.decision.about
    confirm_meaning(reply)
    if about not in slots or holds("life", reply.stage):
        receive(reply, support=False)
    else:
        reply.say(f"receive.{about}.plain", "receive.plain")


def accept_correction(reply: Composition) -> None:
    """Confirm the change in the official's words, what else it touches, then go on."""
    stage = reply.stage
    if stage.scene.decision.flavour == "which" or not stage.scene.changes:
        reply.say("correct.which")
        reply.ask(None, group="question.which")
        return
    groups = ("correct.done", "correct.done.new", "correct.done.plain")
    reply.say(*(("correct.done.unheard", *groups) if is_unheard(stage) else groups))
    if not is_unheard(stage):
        reply.say("correct.touch", "correct.touch.one")
    reply.say("correct.back")
    offer_draft(reply)
    reply.ask(stage.scene.decision.asks)
    chips_for_offer(reply)


def park(reply: Composition) -> None:
    """Leave a row open with whom to ask, and go on to another; with nothing left to ask, how it can be found out."""
    stage = reply.stage
    about, asks = stage.scene.decision.about, stage.scene.decision.asks
    if about is None:
        reply.say("bridge" if asks else "park.hole", "park.stay")
    elif asks is None:
        reply.say("park.keeper", "park.line")
        reply.say(f"tip.{about}")
        if stage.scene.decision.offers is None:
            reply.say("park.stay", "park.hole")
    else:
        reply.say("park.line")
        reply.say("park.keeper.short", "park.keeper")
        if (stage.seed + stage.scene.number) % 2 and reply.length < _ROOM:
            reply.say(f"tip.{about}")
    offer_draft(reply)
    reply.ask(asks)
    if not reply.asked:
        reply.chips("parked")
    chips_for_offer(reply)


def hold_back(reply: Composition) -> None:
    """Stop asking; lay out what can be given now, and leave the choice to the official."""
    flavour = reply.stage.scene.decision.flavour
    known = flavour in ("suspicious", "wants_product", "hurried", "tired")
    reply.say("hold.sorry", only=f"flavour.{flavour}" if known else "flavour.none")
    reply.say("hold.have")
    reply.say("hold.give")
    reply.say("hold.leave")
    reply.chips("hold")


def draft(reply: Composition) -> None:
    """Hand over the draft: what it starts from, what is still 【要確認】 and whom to ask."""
    stage = reply.stage
    if stage.scene.decision.about is not None and stage.scene.changes:
        receive(reply, support=False)
    thin = len(stage.scene.worksheet.answered) < 5
    again = stage.scene.draft is not None and stage.scene.draft.version > 1
    reply.say("draft.again" if again else "draft.first.thin" if thin and stage.rows else "draft.first")
    if thin and stage.rows and not again:
        for text, quotes in shown_rows(stage, since_last(stage)):
            reply.line(text, *quotes)
        reply.line("")
    if stage.scene.draft is not None:
        if not thin or again or not stage.rows:
            reply.say("draft.lead", "draft.lead.long")
        if not thin:
            reply.say("draft.technology")
        if stage.scene.decision.asks is None or not thin:
            reply.say("draft.open")
    unknown = sum(turn.reading.intent == "dont_know" for turn in stage.scene.turns[-4:])
    if unknown < _ENOUGH:
        reply.ask(stage.scene.decision.asks)
    if not reply.asked:
        if reply.length < _SHORT_DRAFT:
            reply.say("draft.close")
        reply.chips("drafted")


def decline(reply: Composition) -> None:
    """One calm line, the office to ask where there is one, and the way back."""
    decision = reply.stage.scene.decision
    reply.say(f"decline.{decision.flavour or 'unsafe'}", "decline.unsafe")
    if decision.asks is None:
        reply.say("decline.back")
    reply.ask(decision.asks)
    if not reply.asked and holds("answered", reply.stage):
        reply.chips("none")
