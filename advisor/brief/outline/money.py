"""What it costs, who does it and when: the clauses on resources sorted."""

import re

from advisor.brief.model import Claim
from advisor.brief.outline.desk import Desk
from advisor.brief.speech import Clause
from advisor.brief.write import said, sentence, unknown, worded

MONEY = re.compile(r"\d[\d,.]*(?:億|万|千)?円|\d+分の\d+|\d+/\d+|補助|交付金|予算|財源|調整費|委託")
_GRANT = re.compile(r"補助|交付金|助成")
_STAFF = re.compile(r"人(?:は|が|も|を)|人手|職員|体制|Headcount|増えない|増やせ|兼務|担当者")
_POSTING = re.compile(r"\d+月から[一-龥ァ-ヶーA-Za-z]{1,14}(?:課|室|局|係|部|支所)$")
"""Where the official works since when is no date of the work."""
_TIME = re.compile(r"締切|締め切り|補正|当初|要望|月|年度|期限|スケジュール|いつ")


def resources(desk: Desk) -> tuple[Clause, ...]:
    """The clauses on resources, without those that only tell where the official works."""
    return tuple(each for each in desk.sheet.of("resources") if not _POSTING.search(each.text))


def grants(desk: Desk) -> tuple[Clause, ...]:
    """Clauses on a subsidy."""
    return tuple(
        each
        for each in resources(desk)
        if _GRANT.search(each.text) and not each.text.endswith(("なし", "ない"))
    )


def grant_keeper(clause: Clause) -> str:
    """Who could confirm a subsidy (「県の補助」 -> 「県の補助の担当」)."""
    found = re.search(r"(?:国|県|都|府|道|市|町|村)の(?:補助|交付金|助成)", clause.text)
    return f"{found.group()}の担当" if found else "財政課"


def sums(desk: Desk) -> tuple[Clause, ...]:
    """Clauses that name a sum of the work itself."""
    return tuple(each for each in resources(desk) if re.search(r"\d[\d,.]*(?:億|万|千)?円", each.text))


def staff(desk: Desk) -> tuple[Clause, ...]:
    """Clauses on people."""
    return tuple(each for each in resources(desk) if _STAFF.search(each.text) and not MONEY.search(each.text))


def dates(desk: Desk) -> tuple[Clause, ...]:
    """Clauses on time that name no sum."""
    return tuple(
        each for each in resources(desk)
        if _TIME.search(each.text) and not re.search(r"\d円|万円|億円", each.text) and each not in staff(desk)
    )  # fmt: skip


def others(desk: Desk) -> tuple[Clause, ...]:
    """Clauses on money, and those that are neither people nor time."""
    taken = {*staff(desk), *dates(desk)}
    return tuple(each for each in resources(desk) if each not in taken)


def costs(desk: Desk) -> tuple[Claim, ...]:
    """概算 for the summary: a sum of the work itself, not a mere subsidy; who pays stays open elsewhere."""
    own = [each for each in sums(desk) if not (_GRANT.search(each.text) and each.has("guess"))]
    own = [
        each
        for each in own
        if not desk.sheet.technical(each) and not re.fullmatch(r"[^、]*(?:補助|交付金)[^、]*", each.text)
    ]
    if not own:
        about = "概算"
        return (unknown(about, "作成課", "概算は", True, "resources"), *_people(desk))
    first = own[0]
    body = re.sub(r"^(?:橋の|事業の|この)?(?:予算|概算|費用)は", "", first.text)
    text = (
        f"概算は{body}。"
        if first.ending == "体" and not re.search(r"[がはも]", body)
        else sentence(worded(first))
    )
    return (said(first, text=text), *_people(desk))


def _people(desk: Desk) -> tuple[Claim, ...]:
    found = staff(desk)
    return (said(found[0]),) if found else ()
