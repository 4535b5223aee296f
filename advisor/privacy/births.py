"""Birth dates: a date counts only where the words beside it say that someone was born then."""

import re

from advisor.privacy.found import Found
from advisor.privacy.shapes import sentence_before, value_of

_D = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?:(?:明治|大正|昭和|平成|令和|[MTSHR明大昭平令])[ .]?(?:\d{1,2}|元|[一二三四五六七八九十]{1,3})|(?:19|20)\d{2})"
_DATE = (
    rf"{_YEAR}(?:[ ]?\([^)\d]{{0,2}}\d{{1,4}}年?\))?(?:年[ ]?{_D}月[ ]?{_D}日|[-./]{_D}[-./]{_D}|年{_D}月)"
)
_COMPACT = r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_BEHIND = re.compile(
    rf"(?P<value>{_DATE}|(?<![年\d]){_D}月{_D}日|(?<!\d){_COMPACT})(?:[ ]?(?:\(\d{{1,3}}歳?\)|\([月火水木金土日]\)))?"
    r"[ ]?(?:の|に)?(?:お|ご)?(?:生ま?れ|出生|生(?=$|[\s、。,)」(・まで]|の(?:男|女|方|お子|ご)))(?P<rest>[^。\n]{0,8})"
)
_BEFORE = re.compile(
    rf"(?:生年月日|誕生日|生まれた日|出生日|出生年月日|お?生まれ)[^\d。\n明大昭平令MTSHR]{{0,6}}(?P<value>{_DATE}|{_COMPACT}|{_D}月{_D}日)"
)
_COHORT = re.compile(
    r"^(?:以降|以前|から|まで|より|の(?:児童|子ども|方(?:が|を)?対象|者|世代|年代|学年)|の?対象|た(?:町|市|村|施設|制度))"
)
_SPAN = re.compile(r"(?:から|~|以降|以後|及び)$")


def births(text: str) -> list[Found]:
    """Return the birth dates of a folded text; an age group's bounds are no one's birth date."""
    found = [value_of("birth_date", match) for match in _BEFORE.finditer(text)]
    for match in _BEHIND.finditer(text):
        before = sentence_before(text, match.start("value"))
        if not _COHORT.match(match["rest"]) and not _SPAN.search(before):
            found.append(value_of("birth_date", match))
    return found
