"""Who hesitates, what worries them, who helps: the clauses on stakeholders read for both copies."""

import re
from typing import Final, NamedTuple

from advisor.brief.lexicon import LEADERS, NEEDED, PERSON_NOUNS, RESIST, SUPPORT
from advisor.brief.speech import Clause

_SUBJECT: Final = re.compile(
    r"^(?P<lead>[^、]{1,24}?(?:と聞いたら|と聞けば|と言うと|と言えば|と言ったら|になると|と知ったら))?、?(?P<who>[^、がはも]{1,30}?)(?:が|は|も)、?(?P<rest>.*)$"
)


class Stand(NamedTuple):
    """How a clause on stakeholders reads in the copy to hand up."""

    kind: str
    """`against`, `with`, `needed` or `other`."""
    who: tuple[str, ...]
    worry: str
    clause: Clause


def stand(clause: Clause) -> tuple[Stand, ...]:
    """Read one clause; a clause joined by 「、」 with a subject of its own on each side is read twice."""
    parts = _parts(clause.text)
    return tuple(_one(clause, part) for part in parts)


def _parts(text: str) -> list[str]:
    pieces = text.split("、")
    if len(pieces) == 2 and all(
        RESIST.search(piece) or NEEDED.search(piece) or SUPPORT.search(piece) for piece in pieces
    ):
        return pieces
    return [text]


def _one(clause: Clause, text: str) -> Stand:
    grumbles = clause.has("hearsay") and "「" in text and not SUPPORT.search(text)
    kind = (
        "against"
        if RESIST.search(text) or grumbles
        else "with"
        if SUPPORT.search(text)
        else "needed"
        if NEEDED.search(text)
        else "other"
    )
    found = _SUBJECT.match(text)
    if kind == "other" or found is None:
        return Stand(kind, (), "", clause)
    who, lead, rest = found["who"], found["lead"] or "", found["rest"]
    if kind == "needed":
        return Stand(
            kind, _names(re.sub(r"の(?:同意|口添え|了解|理解|協力|許可|合意|承諾)$", "", who)), "", clause
        )
    worry = _worry(lead, rest) if kind == "against" else ""
    return Stand(kind, _names(who), worry, clause)


def _names(who: str) -> tuple[str, ...]:
    """Split 「会計と法規」 and leave persons out (「いちばん大きい宿の大旦那」 -> 「いちばん大きい宿」)."""
    names = [
        _body(name.removesuffix("に").removesuffix("から")) for name in re.split(r"と(?![っい])|、", who)
    ]
    return tuple(
        name for name in names if name and name not in ("片方", "一方", "もう一方", "向こう", "上", "あの人")
    )


def _body(name: str) -> str:
    if LEADERS.search(name) or re.search(r"(?:上司|上の人|幹部|上層部)", name):
        return ""
    boss = re.fullmatch(r"(.*[課局部室])長", name)
    if boss:
        return boss[1]
    chaired = re.fullmatch(r"(.*(?:組合|自治会|町内会|協会|連合会|商工会|協議会))長", name)
    return chaired[1] if chaired else PERSON_NOUNS.sub("", name).removesuffix("の")


def _worry(lead: str, rest: str) -> str:
    thing = re.match(r"^(?P<what>.{2,40}?)(?:の|こと)(?:を|に|は)(?:嫌が|渋|反対|警戒|慎重)", rest)
    if thing:
        return f"{thing['what']}こと"
    stated = re.match(r"^(?P<what>.{3,40}?)(?:から|ため|ので)?と(?:言って)?(?:貸し渋|渋|反対|嫌が)", rest)
    if stated:
        return re.sub(r"(?:から|ので)$", "", stated["what"])
    noun = re.match(
        r"^(?P<what>[^、]{2,20}?)(?:で|に|には|を)(?:必ず)?(?:突いて|反対|渋|難色|慎重|反発|警戒|心配|懸念)",
        rest,
    )
    if noun:
        return noun["what"]
    heard = re.match(r"^(?P<what>.{2,20}?)と(?:聞いたら|言うと|言えば)$", lead)
    return heard["what"] if heard else ""
