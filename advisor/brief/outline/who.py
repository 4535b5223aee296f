"""Who it is for: the noun phrase of the main customer, found among what was said."""

import re
from typing import Final

from advisor.brief.sheet import Sheet
from advisor.brief.speech import Clause
from advisor.brief.speech.heads import points_back

_AGE: Final = re.compile(
    r"(?:\d+歳(?:以上|未満|以下|台)?|[\d一二三四五六七八九十]+代(?:前半|後半)?|以上|未満)$"
)
_PERSON: Final = (
    r"人(?:たち|々)?|女性|男性|者|家族|世帯|親(?:子|たち)?|父親|母親|子(?:ども|たち|育て中の親)?|孫|夫婦|客|住民|高齢者|後継ぎ|農家|漁師|事業者"
    r"|会社|企業|店(?:主)?|生徒|児童|学生|高校生|中学生|職員|患者|妊婦|産婦|家庭|世代|組合|団体|地区|集落|若者|移住者|観光客|係|窓口|課|衆|会員|暮らし|保護者|教員|先生|シニア|Family|Families|Users?"
)
_ENDS: Final = re.compile(
    rf"(?:{_PERSON})(?:たち)?(?:\([^()]*\))?(?:、[\d一二三四五六七八九十]+(?:代|歳).*)?$"
)
_THERE_ARE: Final = re.compile(
    rf"^(?:(?:このごろ|最近|今|いま|今年|去年|昨年|近年)、?)?(?P<who>[^、]*(?:、[^、]+)?(?:{_PERSON}))(?:が|は|も)[^、]{{0,12}}(?:いる|多い|増えている|目立つ|来る|来ている|困っている)$"
)
_COUNTED: Final = re.compile(r"\d+[人件戸社世帯名軒]*(?:くらい|ほど)?$")


def named_customer(sheet: Sheet) -> Clause | None:
    """The clause that names the main customer as a noun phrase; None where nobody is named.

    First a phrase that ends in a person, then a counted one, then the reader's span, then 「〜の人が多い」.
    """
    nouns = [
        each
        for each in sheet.of("customer")
        if each.ending == "体" and _usable(each.text) and not each.private
    ]
    persons = [each for each in nouns if _ENDS.search(each.text) or _AGE.search(each.text)]
    persons = [
        each for each in persons if not _COUNTED.search(each.text) and not re.match(r"平均|\d+歳$", each.text)
    ]
    if persons:
        return _phrased(persons[0], persons[0].text)
    keys = [
        each
        for each in sheet.customer_keys
        if each.ending == "体" and _usable(each.text) and _ENDS.search(each.text)
    ]
    if keys:
        return _phrased(keys[0], keys[0].text)
    counted = [
        each
        for each in nouns
        if _COUNTED.search(each.text) and not re.search(r"昔|今\d|平均|うち", each.text)
    ]
    counted = [each for each in counted if len(_COUNTED.sub("", each.text)) > 2]
    if counted:
        return _phrased(counted[0], counted[0].text)
    for each in sheet.of("customer"):
        found = _THERE_ARE.match(each.text)
        if found and _usable(found["who"]) and not each.private:
            return _phrased(each, found["who"])
    return None


def _usable(text: str) -> bool:
    return (
        2 <= len(text) <= 60
        and not points_back(text)
        and not re.fullmatch(r"(?:約|およそ)?[\d,.]+[一-龥]{1,2}(?:くらい)?", text)
    )


def _phrased(clause: Clause, text: str) -> Clause:
    return clause.model_copy(update={"text": phrase(text), "ending": "体"})


def phrase(text: str) -> str:
    """Close a phrase that stops at an age (「75歳以上」 -> 「75歳以上の人」; 「後継ぎ、30代」 -> 「後継ぎ(30代)」)."""
    split = re.fullmatch(r"(.+[^\d、])、([\d一二三四五六七八九十]+(?:代|歳)(?:前半|後半|以上|未満)?)", text)
    if split:
        return f"{split[1]}({split[2]})"
    return f"{text}の人" if _AGE.search(text) else text
