"""Measures over whole consultations in plain code: each a share or a count, with what it is taken over."""

import re
from collections.abc import Sequence
from typing import Final

from advisor.brief.model import Brief, SectionId
from advisor.dialogue.checks import question_count
from advisor.dialogue.sentences import sentences
from advisor.dialogue.turns import Turn
from advisor.words import Words

_POLITE: Final = re.compile(
    r"(?:です|ます|ました|でした|ません|ください|でしょう|ましょう|ございます)(?:か|ね|よ|よね|が)?"
    r"(?:[((〔][^))〕]*[))〕]|[」』])*[。!??!]*$"
)
_DOUBLE: Final = re.compile(r"おっしゃられ|拝見させていただ|ご覧になられ|お伺いさせていただ")
_NUMBER: Final = re.compile(r"\d[\d,.]*")
_LIST: Final = ("・", "〔出典〕")
_OFFICE: Final = re.compile(r"^(?:職員|庁内|役所|市役所|町役場|システム|本市は|本町は)")


def spoken_lines(turn: Turn) -> tuple[str, ...]:
    """The sentences of a reply without its list rows and source lines."""
    lines = [line for line in turn.reply.text.splitlines() if not line.startswith(_LIST)]
    return tuple(part for line in lines for part in sentences(line))


def one_question(turns: Sequence[Turn]) -> float:
    """Share of asking replies with exactly one question (D1)."""
    asking = [turn for turn in turns if turn.reply.question is not None]
    return sum(question_count(turn.reply.text) == 1 for turn in asking) / max(1, len(asking))


def repetition(turns: Sequence[Turn]) -> float:
    """Share of replies whose trigrams overlap with an earlier reply's by more than .6 of Jaccard (D10)."""
    grams = [_trigrams("".join(spoken_lines(turn))) for turn in turns]
    alike = [any(_jaccard(each, other) > 0.6 for other in grams[:at]) for at, each in enumerate(grams)]
    return sum(alike) / max(1, len(alike))


def _trigrams(text: str) -> frozenset[str]:
    bare = re.sub(r"\s", "", text)
    return frozenset(bare[at : at + 3] for at in range(len(bare) - 2))


def _jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / max(1, len(left | right))


def filled_asked_again(turns: Sequence[Turn]) -> int:
    """Questions for a slot that was already answered and not vague (D10)."""
    answered: set[str] = set()
    again = 0
    for turn in turns:
        for change in turn.changes:
            if change.values and change.status == "answered":
                answered.add(change.slot)
        again += turn.decision.asks in answered
    return again


def unsupported_numbers(turns: Sequence[Turn], library: str) -> int:
    """Numbers of replies that stand neither in the messages nor in the library (D13)."""
    ground = set(_NUMBER.findall(library + "\n".join(turn.message for turn in turns)))
    free = {"1", "2", "3"}
    return sum(
        number.strip(",.") not in {each.strip(",.") for each in ground} | free
        for turn in turns
        for number in _NUMBER.findall(turn.reply.text)
    )


def politeness(turns: Sequence[Turn]) -> float:
    """Share of sentences that end politely, without double keigo (D15)."""
    parts = [part for turn in turns for part in spoken_lines(turn)]
    return sum(bool(_POLITE.search(part)) and not _DOUBLE.search(part) for part in parts) / max(1, len(parts))


def own_words_used(turns: Sequence[Turn], words: Words) -> float:
    """Share of asking replies that share a content word with the message, where it said something of its own (D18)."""
    asking = [
        turn for turn in turns if turn.reply.question is not None and turn.changes and len(turn.message) > 8
    ]
    shared = [bool(_content(turn.message, words) & _content(turn.reply.text, words)) for turn in asking]
    return sum(shared) / max(1, len(shared))


def _content(text: str, words: Words) -> frozenset[str]:
    return frozenset(word.normalized for word in words(text) if word.is_content and len(word.normalized) > 1)


def customer_first(brief: Brief) -> float:
    """Share of the sentences of 要旨 and 目的 that do not begin with the office or a system (D20)."""
    sections: tuple[SectionId, ...] = ("summary", "purpose")
    said = [
        claim.text
        for id in sections
        for claim in brief.section(id).claims
        if claim.origin in ("said", "inference")
    ]
    parts = [part for text in said for part in sentences(text)]
    return sum(not _OFFICE.search(part) for part in parts) / max(1, len(parts))


def products_named(turns: Sequence[Turn], lexicon: Sequence[str]) -> int:
    """Replies that name a product or technology which the official had not named before (D2)."""
    named = ""
    found = 0
    for turn in turns:
        named += turn.message
        shown = re.sub(r"『[^』]*』|〔出典〕.*|・(?:願い|起きたこと|限界):.*", "", turn.reply.text)
        found += (
            any(name in shown and name not in named for name in lexicon)
            and turn.decision.move == "turn_to_want"
        )
    return found
