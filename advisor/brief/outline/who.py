"""Who it is for: the noun phrase of the main customer, found among what was said."""

import re

from advisor.brief.persons import AGE, COUNTED, ENDS, THERE_ARE
from advisor.brief.sheet import Sheet
from advisor.brief.speech import Clause
from advisor.brief.speech.heads import points_back


def named_customer(sheet: Sheet) -> Clause | None:
    """The clause that names the main customer as a noun phrase; None where nobody is named.

    First a phrase that ends in a person, then a counted one, then the reader's span, then 「〜の人が多い」.
    """
    nouns = [
        each
        for each in sheet.of("customer")
        if each.ending == "体" and _usable(each.text) and not each.private
    ]
    persons = [each for each in nouns if ENDS.search(each.text) or AGE.search(each.text)]
    persons = [
        each for each in persons if not COUNTED.search(each.text) and not re.match(r"平均|\d+歳$", each.text)
    ]
    if persons:
        return _phrased(persons[0], persons[0].text)
    keys = [
        each
        for each in sheet.customer_keys
        if each.ending == "体" and _usable(each.text) and ENDS.search(each.text) and not each.private
    ]
    if keys:
        return _phrased(keys[0], keys[0].text)
    counted = [
        each for each in nouns if COUNTED.search(each.text) and not re.search(r"昔|今\d|平均|うち", each.text)
    ]
    counted = [each for each in counted if len(COUNTED.sub("", each.text)) > 2]
    if counted:
        return _phrased(counted[0], counted[0].text)
    for each in sheet.of("customer"):
        found = THERE_ARE.match(each.text)
        if found and _usable(found["who"]) and not each.private:
            return _phrased(each, found["who"])
    spans = [
        each
        for each in sheet.customer_keys
        if each.ending == "体" and _usable(each.text) and len(each.text) > 3 and not each.private
    ]
    return _phrased(spans[0], spans[0].text) if spans else None


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
    return f"{text}の人" if AGE.search(text) else text
