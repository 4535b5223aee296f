"""What lies on the desk while a paper is written, and the choices that several sections share."""

import re
from typing import NamedTuple

from advisor.brief.lexicon import STOP, has_technology, without_means
from advisor.brief.material import Material
from advisor.brief.notes import Notes
from advisor.brief.outline.who import named_customer
from advisor.brief.sheet import Sheet
from advisor.brief.speech import Clause
from advisor.brief.speech.endings import ending, is_state
from advisor.brief.speech.heads import points_back
from advisor.words import Words

_BECOMING = re.compile(
    r"(?:なる|来る|くる|られる|[えけせてねべめれげ]る|残る|増える|減る|続く|集まる|育つ|行く|いく|通う)$"
)
_NUMBER_ONLY = re.compile(
    r"^(?:約|およそ|全部で|合わせて|計|延べ)?[\d,.]+(?:万|千)?[一-龥ァ-ヶー]{1,3}(?:くらい|ほど)?$"
)


_BARE_VERB = re.compile(r"[一-龥]{1,2}[ぁ-ん]{1,3}")
"""「減らす」 alone: what it is about was only pointed at."""


class Desk(NamedTuple):
    """The material, its clauses, the words of the language and the numbered notes."""

    material: Material
    sheet: Sheet
    words: Words
    notes: Notes


def is_number(clause: Clause) -> bool:
    """Whether a clause is a number and nothing else (「241人」)."""
    return _NUMBER_ONLY.fullmatch(clause.text) is not None


def customer(desk: Desk) -> Clause | None:
    """The clause that names the main customer, as a noun phrase."""
    return named_customer(desk.sheet)


def headcount(desk: Desk) -> Clause | None:
    """The bare number of customers."""
    return next((each for each in desk.sheet.of("customer") if is_number(each)), None)


def wants(desk: Desk) -> tuple[Clause, ...]:
    """What is wanted, free of technology, remarks and pointing words; a mere means at the head is left off."""
    return tuple(
        each for each in (_free(desk, clause) for clause in desk.sheet.of("aspiration")) if each is not None
    )


def _free(desk: Desk, clause: Clause) -> Clause | None:
    text = without_means(clause.text, desk.sheet.technologies)
    lead, _, rest = text.partition("、")
    if len(rest) > 9 and has_technology(lead, desk.sheet.technologies):
        text = rest
    done = clause.model_copy(update={"text": text})
    if (
        clause.private
        or clause.has("hearsay", "reason")
        or desk.sheet.technical(done)
        or points_back(text)
        or len(text) > 76
        or _BARE_VERB.fullmatch(text)
    ):
        return None
    return done


def main_want(desk: Desk) -> Clause | None:
    """The want that heads the paper: what is to become, rather than what is not to be or what merely is."""
    found = [each for each in wants(desk) if each.text and not _denies(each)]
    moves = [each for each in found if each.ending == "体" or not is_state(each.text)]
    return next(iter(moves or found or list(wants(desk))), None)


def _denies(clause: Clause) -> bool:
    return clause.ending == "形" and clause.text.endswith(("ない", "なくてよい"))


def present(desk: Desk) -> tuple[Clause, ...]:
    """What the customer goes through today, ways of coping apart."""
    return tuple(
        each for each in desk.sheet.of("current_experience") if not each.has("coping") and not each.private
    )


def is_background(desk: Desk, clause: Clause) -> bool:
    """Whether a fact tells of former times, beside others that tell of today."""
    return bool(re.match(r"昔|かつて|以前|全盛期", clause.text)) and any(
        each.numbers for each in desk.sheet.of("evidence") if each is not clause
    )


def benefit(desk: Desk) -> Clause | None:
    """The value for the customer that can head a frame."""
    return next(
        (
            each
            for each in desk.sheet.of("value")
            if not each.has("sign")
            and not each.private
            and not desk.sheet.technical(each)
            and not points_back(each.text)
            and len(each.text) <= 60
        ),
        None,
    )


def stops(desk: Desk) -> tuple[Clause, ...]:
    """What is to be stopped."""
    return tuple(
        each
        for each in desk.sheet.of("focus")
        if STOP.search(each.text) and not each.private and not each.has("reason")
    )


def aimed(clause: Clause) -> str:
    """A want as the end of a sentence: 体 -> をめざす, 形 and states -> 状態をめざす, what comes about -> ようにする."""
    if clause.ending == "体":
        return f"{re.sub(r'こと$', '状態', clause.text)}をめざす"
    if clause.ending == "形" or is_state(clause.text):
        return f"{clause.text}状態をめざす"
    if clause.text.endswith("になる") and "が" not in clause.text:
        return f"{clause.text.removesuffix('になる')}にする"
    if "が" in clause.text and _BECOMING.search(clause.text):
        return f"{clause.text}ようにする"
    return clause.text


def retyped(clause: Clause, text: str, words: Words) -> Clause:
    """The clause with another text and the ending that goes with it."""
    return clause.model_copy(update={"text": text, "ending": ending(text, words)})
