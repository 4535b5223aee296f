"""Moves that turn from technology to the want, and set means side by side."""

from advisor.adapters.writer.asking import answer_first, chips_for_offer, offer_draft, receive
from advisor.adapters.writer.citing import answer, citation, source_line
from advisor.adapters.writer.composition import Composition
from advisor.adapters.writer.conditions import holds
from advisor.adapters.writer.rows import means_rows
from advisor.dialogue.quotes import Quote

_ASKED = ("asks_cost", "asks_effect", "asks_trend", "asks_adoption")
_DOORS = ("from_above", "copying", "grant", "vendor")


def turn_to_want(reply: Composition) -> None:
    """Answer the literal question from the cards in a line or two, then ask for a scene, a person or the day after."""
    stage = reply.stage
    flavour = stage.scene.decision.flavour
    answered = answer_first(reply)
    asked = next((each for each in _ASKED if holds(each, stage)), "")
    if answered:
        pass
    elif asked:
        reply.say("want.cost", only=asked)
    elif flavour in _DOORS:
        reply.say("want.door", only=f"flavour.{flavour}")
    elif holds("hurried", stage):
        reply.say("want.door", only="hurried")
    elif len(stage.new_technologies) > 1 or (
        stage.new_technologies and any(_opens(each) for each in stage.quotes)
    ):
        reply.say("want.door")
    if flavour == "wants_product":
        reply.say("want.product")
    _technology(reply, room=not asked, advise=not answered)
    reply.ask(stage.scene.decision.asks)


def _opens(quote: Quote) -> bool:
    """Words other than the technology's name that are worth picking up first."""
    denied = quote.text.endswith(("ない", "ません", "ございません", "なく"))
    return "technology" not in quote.marks and quote.kind == "文" and quote.score >= 3 and not denied


def _technology(reply: Composition, room: bool = True, advise: bool = True) -> None:
    stage = reply.stage
    if not stage.new_technologies:
        reply.say("want.no_technology")
    elif holds("experienced", stage) and reply.say("want.experienced"):
        return
    elif stage.carded and any(
        _named_before(stage.carded[0].name, turn.reply.text) for turn in stage.scene.turns
    ):
        reply.say("want.again")
    elif stage.carded:
        reply.say("want.card", only="pressed_for_time" if holds("pressed_for_time", stage) else "")
        if len(stage.carded) > 1 and len(stage.new_technologies) == 2:
            reply.say("want.both")
        if stage.uncarded:
            reply.say("want.others")
        elif advise and (holds("asks_how", stage) or (room and len(stage.carded) == 1 and reply.length < 90)):
            reply.say("want.advice")
    else:
        reply.say("want.no_card")


def _named_before(name: str, text: str) -> bool:
    return f"「{name}」" in text


def test_the_means(reply: Composition) -> None:
    """Three ways side by side in the official's words, one yardstick, one question."""
    stage = reply.stage
    flavour = stage.scene.decision.flavour
    if not stage.names and flavour not in ("pressed", "from_above", "explain"):
        receive(reply)
        offer_draft(reply)
        reply.ask(stage.scene.decision.asks)
        chips_for_offer(reply)
        return
    if flavour == "pressed":
        known = stage.technology is not None and stage.technology.card is not None
        reply.say("means.card" if known else "means.no_card")
        reply.say("means.lead", only="flavour.pressed")
    elif flavour in ("from_above", "explain"):
        reply.say("means.lead", only=f"flavour.{flavour}")
    else:
        receive(reply, support=False)
        reply.say("means.lead")
    for text, quotes in means_rows(stage):
        reply.line(text, *quotes)
    reply.line("")
    if flavour in ("from_above", "explain"):
        reply.say("means.yardstick")
        reply.say("means.after", only=f"flavour.{flavour}")
    elif stage.scene.decision.offers == "draft":
        offer_draft(reply)
    elif stage.scene.decision.asks != "value":
        reply.say("means.yardstick")
    reply.ask(stage.scene.decision.asks)
    chips_for_offer(reply)


def help_phase1(reply: Composition) -> None:
    """Real help with doing the same work faster, and one question on what the freed time is for."""
    stage = reply.stage
    answered = answer_first(reply)
    if not (stage.quotes and reply.say("phase1.intro")):
        reply.say("phase1.intro.plain")
    passage = stage.scene.passage
    if answered:
        pass
    elif passage is not None:
        told = answer(passage, stage.scene.message, stage.words, most=2)
        reply.add(told)
        reply.line(source_line(passage))
        reply.cite(citation(passage, told))
    elif stage.technology is not None and stage.technology.card is not None and stage.technology.card.advice:
        reply.say("want.card")
        reply.say("want.advice")
    else:
        reply.say("phase1.help")
    reply.ask(stage.scene.decision.asks, variant="freed")


def name_the_jump(reply: Composition) -> None:
    """Say once what changes when the aim moves from efficiency to reform or to the place itself."""
    stage = reply.stage
    if stage.scene.decision.about is not None and stage.scene.changes:
        receive(reply, support=False)
    reply.say("jump.three" if stage.scene.phase == 3 else "jump.two")
    if not holds("pressed_for_time", stage):
        reply.say("jump.mend")
    asks = stage.scene.decision.asks
    if asks:
        reply.say(f"jump.{asks}")
    reply.ask(asks, variant="jump")
