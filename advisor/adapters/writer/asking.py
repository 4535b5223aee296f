"""Moves that take up what was said and go on with one question."""

from advisor.adapters.writer.composition import Composition
from advisor.adapters.writer.conditions import holds
from advisor.dialogue.asked import own_questions
from advisor.dialogue.counter import asked_back

_ROOM = 95


def receive(reply: Composition, support: bool = True) -> None:
    """Take up what was said: in the official's words where they can be quoted, with one more sentence where there is room."""
    stage = reply.stage
    about = stage.scene.decision.about
    if stage.scene.changes:
        confirm_meaning(reply)
    if holds("life", stage) and (
        reply.say(f"receive.{about}", only="life") or reply.say("receive.plain", only="life")
    ):
        return
    if not holds("filled", stage) and holds("superior_now", stage) and reply.say("receive.superior"):
        return
    said = bool(about) and reply.say(f"receive.{about}")
    if not said:
        plain = bool(about) and holds("filled", stage) and reply.say(f"receive.{about}.plain")
        if not plain and not (stage.quotes and reply.say("receive.any")):
            reply.say("receive.plain")
        if plain and support and holds("own_feeling", stage):
            reply.say("support", only="own_feeling")
        return
    if support and reply.length < _ROOM:
        _support(reply)


def confirm_meaning(reply: Composition) -> bool:
    """What our question meant is confirmed in a sentence, where the official asked back."""
    scene = reply.stage.scene
    told = bool(scene.changes)
    how = asked_back(scene.message, scene.pending)
    return bool(how) and reply.say(f"meaning.{how}" if told else f"meaning.{how}.open")


def _support(reply: Composition) -> None:
    """One more sentence where a condition asks for it, or where strong words are still left."""
    stage = reply.stage
    for condition in (
        "own_feeling",
        "wish_with_technology",
        "later_technology",
        "narrowed_customer",
        "superior_now",
        "target_alone",
    ):
        felt = condition == "own_feeling" and {"r-cur-feeling", "r-foc-brave"} & set(reply.used)
        if not felt and holds(condition, stage) and reply.say("support", only=condition):
            return
    left = [
        each
        for each in stage.quotes
        if each.score >= 5.0
        and "whole" in each.marks
        and (each.kind == "文" or each.has_number)
        and not any(each.overlaps(other) for other in reply.taken)
    ]
    if left and (stage.seed + stage.scene.number) % 3 == 0:
        reply.say("support")


def answer_first(reply: Composition) -> bool:
    """What the official asks of the advisor is answered before anything else, in a sentence or two."""
    scene = reply.stage.scene
    asked = [
        f"cue.{name}" for name in own_questions(scene.message, scene.reading.technologies, scene.cues.found)
    ]
    return any(reply.say("answer", only=name) for name in asked)


def bridge(reply: Composition) -> None:
    """Go on after a message that fills nothing: a confirmation, a refusal, 「続けて」, or talk that can be quoted."""
    stage = reply.stage
    for condition in ("confirms", "declines", "continues"):
        if holds(condition, stage):
            reply.say("bridge", only=condition)
            return
    if stage.quotes and reply.say("receive.any"):
        return
    reply.say("bridge")


def ask_slot(reply: Composition) -> None:
    """Take up the slot that was filled and ask for the next; a draft is offered in a statement before the question."""
    decision = reply.stage.scene.decision
    if decision.flavour in ("document", "hurried", "left_to_superior"):
        reply.say(decision.flavour)
    else:
        answered = answer_first(reply)
        if decision.about is not None:
            beside = not answered and holds("asks_beside", reply.stage)
            receive(reply, support=decision.offers is None and not answered and not beside)
            if beside:
                reply.say("answer", only="asks_beside")
        elif not answered and not reply.say("answer", only="open_question"):
            bridge(reply)
    offer_draft(reply)
    reply.ask(decision.asks)
    chips_for_offer(reply)


def sharpen(reply: Composition) -> None:
    """Mirror a slogan and ask for one person, one day, one number."""
    decision = reply.stage.scene.decision
    if not reply.say("sharpen.mirror"):
        reply.say("sharpen.plain")
    reply.ask(decision.asks or decision.about, variant="sharpen")


def welcome(reply: Composition) -> None:
    """Say what this is for and ask for a scene, never for a purpose."""
    scene = reply.stage.scene
    if scene.number == 0:
        reply.say("welcome.greeting")
        reply.ask(scene.decision.asks or "current_experience", group="welcome.greeting.question")
        return
    reply.say("welcome.reply")
    reply.ask(scene.decision.asks or "current_experience", group="welcome.question")


def small_talk(reply: Composition) -> None:
    """One line, then the pending question."""
    decision = reply.stage.scene.decision
    if decision.flavour == "farewell":
        reply.say("talk.farewell")
        return
    if not confirm_meaning(reply):
        reply.say("talk.thanks")
    reply.ask(decision.asks)


def offer_draft(reply: Composition) -> None:
    """Offer the draft in a statement where the decision offers it."""
    if reply.stage.scene.decision.offers == "draft":
        again = holds("drafted", reply.stage)
        reply.say("offer.redraft" if again else "offer.draft")


def chips_for_offer(reply: Composition) -> None:
    """「下書きを見る」 stands first where the draft is offered."""
    if reply.stage.scene.decision.offers == "draft":
        if reply.asked:
            reply.chips_before("下書きを見る")
        else:
            reply.chips("draft_offer")
