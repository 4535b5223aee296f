"""Phrases that name persons: how they end, how they are counted, how it is said that there are such."""

import re
from typing import Final

from advisor.brief.speech import Clause

AGE: Final = re.compile(
    r"(?:\d+歳(?:以上|未満|以下|台)?|[\d一二三四五六七八九十]+代(?:前半|後半)?|以上|未満)$"
)
_PERSON: Final = (
    r"人(?:たち|々)?|女性|男性|者|家族|世帯|親(?:子|たち)?|父親|母親|子(?:ども|たち|育て中の親)?|孫|夫婦|客|住民|高齢者|後継ぎ|農家|漁師|事業者"
    r"|会社|企業|店(?:主)?|生徒|児童|学生|高校生|中学生|職員|患者|妊婦|産婦|家庭|世代|組合|団体|地区|集落|若者|移住者|観光客|係|窓口|課|衆|会員|暮らし|保護者|教員|先生|シニア|Family|Families|Users?"
)
ENDS: Final = re.compile(
    rf"(?:{_PERSON})(?:たち)?(?:\([^()]*\))?(?:、[\d一二三四五六七八九十]+(?:代|歳).*)?$"
)
THERE_ARE: Final = re.compile(
    rf"^(?:(?:このごろ|最近|今|いま|今年|去年|昨年|近年)、?)?(?P<who>[^、]*(?:、[^、]+)?(?:{_PERSON}))(?:が|は|も)[^、]{{0,12}}(?:いる|多い|増えている|目立つ|来る|来ている|困っている)$"
)
COUNTED: Final = re.compile(r"\d+[人件戸社世帯名軒]*(?:くらい|ほど)?$")


def names_persons(clause: Clause) -> bool:
    """Whether a clause is a phrase for persons, or says that there are such."""
    if THERE_ARE.match(clause.text):
        return True
    return clause.ending == "体" and bool(ENDS.search(clause.text) or AGE.search(clause.text))
