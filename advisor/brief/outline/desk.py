"""What lies on the desk while a paper is written, and the choices that several sections share."""

import re
from typing import NamedTuple

from advisor.brief.lexicon import STOP, has_technology, without_means
from advisor.brief.material import Material
from advisor.brief.notes import Notes
from advisor.brief.sheet import Sheet
from advisor.brief.speech import Clause
from advisor.brief.speech.endings import ending, is_state
from advisor.brief.speech.heads import points_back
from advisor.words import Words

_BECOMING = re.compile(
    r"(?:なる|来る|くる|られる|[えけせてねべめれげ]る|残る|増える|減る|続く|集まる|育つ|行く|いく|通う)$"
)
_AGE = re.compile(r"(?:\d+歳(?:以上|未満|以下|台)?|[\d一二三四五六七八九十]+代(?:前半|後半)?|以上|未満)$")
_NUMBER_ONLY = re.compile(
    r"^(?:約|およそ|全部で|合わせて|計|延べ)?[\d,.]+(?:万|千)?[一-龥ァ-ヶー]{1,3}(?:くらい|ほど)?$"
)
_PERSON = re.compile(
    r"人|女性|男性|者|家族|世帯|親|子|孫|母|父|夫婦|客|住民|高齢|後継ぎ|農家|事業|会社|企業|店|生徒|児童|学生|職員|患者|妊|産|家庭|さん|世代|代|歳|組合|団体|地区|集落|戸|若|移住|観光|農|漁|係|窓口|課|軒|棟|衆|会員|利用|暮らし"
)


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
    """The clause that names the main customer, as a noun phrase; the newest age or number wins by order of talk."""
    nouns = [
        each
        for each in desk.sheet.of("customer")
        if each.ending == "体" and not is_number(each) and not each.private
    ]
    nouns = [
        each
        for each in nouns
        if _PERSON.search(each.text) and not points_back(each.text) and len(each.text) <= 60
    ]
    nouns = [each for each in nouns if not re.match(r"平均|\d+歳$", each.text)] or nouns
    plain = [
        each for each in nouns if not re.search(r"\d+[人件戸社世帯名軒]*(?:くらい|ほど)?$", each.text)
    ] or nouns
    if not plain:
        return None
    first = plain[0]
    return first.model_copy(update={"text": customer_phrase(first.text)})


def customer_phrase(text: str) -> str:
    """Close a phrase that stops at an age with a person (「75歳以上」 -> 「75歳以上の人」; 「後継ぎ、30代」 -> 「後継ぎ(30代)」)."""
    split = re.fullmatch(r"(.+[^\d、])、([\d一二三四五六七八九十]+(?:代|歳)(?:前半|後半|以上|未満)?)", text)
    if split:
        return f"{split[1]}({split[2]})"
    return f"{text}の人" if _AGE.search(text) else text


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
