"""What a consultation promises every official, each promise as a function that tells how it was broken."""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from advisor.agent.drafting import Draft
from advisor.brief.markdown import markdown
from advisor.dialogue.checks import fits, question_count
from advisor.dialogue.sentences import sentences
from advisor.dialogue.turns import Turn
from advisor.framework.slots import SLOTS
from evals.consultation.officials import Official
from evals.consultation.play import Transcript


class Played(NamedTuple):
    """An official with the consultation and the paper it came to."""

    official: Official
    transcript: Transcript
    draft: Draft


Promise = Callable[[Played], list[str]]
"""Returns what broke the promise; empty where it was kept."""


def paper_by_the_fourteenth_message(case: Played) -> list[str]:
    """The draft is handed over, at the fourteenth message at the latest."""
    drafts = [turn.number for turn in case.transcript.turns if turn.decision.move == "draft"]
    if not drafts:
        return ["no draft"]
    return [f"draft at {number}" for number in drafts if number > 14]


def want_within_eight_messages(case: Played) -> list[str]:
    """A want is stated within eight messages."""
    said = [value.turn for value in case.draft.material.worksheet["aspiration"].values]
    return [] if said and min(said) <= 8 else [f"want at {said}"]


def eight_slots_reached(case: Played) -> list[str]:
    """At least eight slots are asked or volunteered, where the official can answer them."""
    sheet = case.draft.material.worksheet
    facts = case.official.facts
    reached = [slot for slot in SLOTS if slot in facts and (sheet[slot].values or sheet[slot].asked)]
    return [] if len(reached) >= min(8, len(facts)) else [f"reached only {reached}"]


def details_kept(case: Played) -> list[str]:
    """Every detail that was said stands in the paper."""
    said = "\n".join(turn.message for turn in case.transcript.turns)
    paper = _plain("\n".join(claim.text for claim in case.draft.brief.claims))
    return [each for each in case.official.details if each in said and _plain(each) not in paper]


def nothing_unsaid_is_claimed(case: Played) -> list[str]:
    """No distractor stands in a claim of our own."""
    own = "\n".join(claim.text for claim in case.draft.brief.claims if claim.origin != "source")
    return [word for word in case.official.distractors if word in own]


def every_claim_has_its_origin(case: Played) -> list[str]:
    """Every claim names what it rests on, or is open."""
    return [claim.text for claim in case.draft.brief.claims if not claim.refs and claim.origin != "open"]


def one_question_that_fits(case: Played) -> list[str]:
    """One question a reply, and its words ask for its slot."""
    return [turn.reply.text for turn in case.transcript.turns if not _asks_well(turn)]


def _asks_well(turn: Turn) -> bool:
    question = turn.reply.question
    if question_count(turn.reply.text) > 1:
        return False
    return question is None or (fits(question) and question.slot == turn.decision.asks)


def no_slot_a_third_time(case: Played) -> list[str]:
    """No slot is asked a third time."""
    asked = [turn.decision.asks for turn in case.transcript.turns if turn.decision.asks]
    return [slot for slot in SLOTS if asked.count(slot) > 2]


def no_sentence_twice(case: Played) -> list[str]:
    """No sentence is said twice."""
    parts = [
        _plain(part)
        for turn in case.transcript.turns
        for line in turn.reply.text.splitlines()
        if not line.startswith(("・", "〔出典〕"))
        for part in sentences(line)
    ]
    return [part for part in dict.fromkeys(parts) if parts.count(part) > 1]


def no_reply_mended(case: Played) -> list[str]:
    """No reply had to be replaced by a plain line."""
    return [turn.reply.text for turn in case.transcript.turns if "plain" in turn.reply.used]


def summary_without_technology(case: Played) -> list[str]:
    """The summary names no technology."""
    summary = "".join(claim.text for claim in case.draft.brief.section("summary").claims)
    return [name for name in case.official.expect.technologies if name in summary]


def both_renderings(case: Played) -> list[str]:
    """Only the author's own copy names the origins in the text."""
    public = "〔職員" in markdown(case.draft.brief, private=False)
    private = "〔職員" in markdown(case.draft.brief, private=True)
    return ["origins in public"] * public + ["no origins in private"] * (not private)


PROMISES: Final[tuple[Promise, ...]] = (
    paper_by_the_fourteenth_message,
    want_within_eight_messages,
    eight_slots_reached,
    details_kept,
    nothing_unsaid_is_claimed,
    every_claim_has_its_origin,
    one_question_that_fits,
    no_slot_a_third_time,
    no_sentence_twice,
    no_reply_mended,
    summary_without_technology,
    both_renderings,
)


def broken(case: Played) -> dict[str, list[str]]:
    """The promises that were broken, by name, each with how."""
    found = {promise.__name__: promise(case) for promise in PROMISES}
    return {name: how for name, how in found.items() if how}


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text)
