"""推進: the leader in the office, people, money, dates, partners and risks."""

import re

from advisor.brief.lexicon import MOVING_YEAR, PERSONAL
from advisor.brief.model import Claim, Item, Section
from advisor.brief.outline import money
from advisor.brief.outline.desk import Desk
from advisor.brief.outline.goals import deadline
from advisor.brief.outline.leaders import leader_line
from advisor.brief.outline.partners import Stand, stand
from advisor.brief.speech import Clause
from advisor.brief.speech.quotes import quotation
from advisor.brief.write import drawn, line, said, sentence, unknown, worded


def drive_section(desk: Desk) -> Section:
    """推進, line by line."""
    items = (leader_line(desk), _staff(desk), _money(desk), _dates(desk), _partners(desk), _risks(desk))
    return Section(id="drive", title="推進", items=items)


def _staff(desk: Desk) -> Item:
    claims: list[Claim] = [said(each) for each in money.staff(desk)[:2]]
    measures = " ".join(each.text for each in desk.sheet.of("measure"))
    if re.search(r"出張|出向|訪問", measures):
        claims.append(
            unknown(
                "出向く日の窓口の体制",
                "所属長",
                "出張する日の窓口は" if "出張" in measures else "出向く日の窓口は",
            )
        )
    shared = re.search(r"([一-龥]{2,6}\d+[軒社店戸か所]{1,2})", measures)
    if not claims and shared:
        claims.append(unknown(f"{shared[1]}との分担", "作成課", f"{shared[1]}との分担は"))
    return line("体制", *(claims or [unknown("担う人と体制", "所属長", "", False, "resources")]))


def _money(desk: Desk) -> Item:
    found = money.others(desk)
    if not found:
        return line("財源", unknown("財源と内訳。何年続けるか", "財政課", "", True, "resources"))
    claims: list[Claim] = [said(each) for each in found[:3]]
    grant = next(iter(money.grants(desk)), None)
    if grant is not None and grant in found:
        ask = money.grant_keeper(grant)
        lead = "率と上限、6の内容に使えるかは" if grant.has("guess") else "6の内容に使えるかは"
        claims.append(unknown(f"補助の{lead.removesuffix('は')}", ask, lead, True))
    else:
        claims.append(unknown("財源と内訳。何年続けるか", "財政課", "財源と内訳は", True))
    return line("財源", *claims)


def _dates(desk: Desk) -> Item:
    claims: list[Claim] = [said(each) for each in money.dates(desk)[:2]]
    by = deadline(desk)
    if by:
        claims.append(said(by[1], text=f"期限は{by[0]}。"))
        if MOVING_YEAR.match(by[0]):
            claims.append(unknown(f"期限の年({by[0].removesuffix('まで')}がいつか)", "作成者", "その年は"))
    if any(
        re.search(r"規則|条例|要綱|改正", each.text)
        for each in desk.sheet.of("stakeholders", "risks", "measure")
    ):
        law = "法規" if any("法規" in each.text for each in desk.sheet.of("stakeholders")) else "法規の担当"
        claims.append(unknown("規則改正の対象と時期", law, "規則改正の時期は"))
    return line("日程", *(claims or [unknown("日程", "作成課", "", False, "resources")]))


def stands(desk: Desk) -> tuple[Stand, ...]:
    """All clauses on stakeholders, read."""
    return tuple(each for clause in desk.sheet.of("stakeholders") for each in stand(clause))


def _partners(desk: Desk) -> Item:
    clauses = desk.sheet.of("stakeholders")
    if not clauses:
        held = desk.sheet.quotable("stakeholders")
        who = re.match(r"^([一-龥ァ-ヶー]{2,10})(?:が|は)", held[0].text) if held else None
        lead = f"{who[1]}の考えは" if who else ""
        return line(
            "調整先と懸念",
            unknown("調整先と、その懸念", who[1] if who else "所属長", lead, False, "stakeholders"),
        )
    claims = [said(*clauses, public=public_partners(desk))]
    for name in _grumblers(desk)[:1]:
        claims.append(unknown(f"{name}の懸念", name, "懸念は"))
    held = desk.sheet.quotable("stakeholders")
    for each in held[:1]:
        who = re.match(r"^([一-龥ァ-ヶー]{2,10})(?:が|は|も)", each.text)
        if who and who[1] not in claims[0].text:
            claims.append(unknown(f"{who[1]}の考え", who[1], f"{who[1]}の考えは"))
    return line("調整先と懸念", *claims)


def _grumblers(desk: Desk) -> list[str]:
    """Who is quoted with a grumble and without a worry that a paper could name."""
    return [
        name
        for each in stands(desk)
        if each.kind == "against" and "「" in each.clause.text and not each.worry
        for name in each.who
    ]


def public_partners(desk: Desk) -> str:
    """The same in the words of the copy to hand up: 調整先, 懸念, 協力先; resistance itself is left out."""
    read = tuple(each for each in stands(desk) if not each.clause.private or each.who)
    against = [name for each in read if each.kind == "against" for name in each.who]
    helpers = [name for each in read if each.kind == "with" for name in _resolved(each, read)]
    worries = [each.worry for each in read if each.kind == "against" and each.worry]
    if against:
        worries += [each.text for each in desk.sheet.of("stakeholders") if _explains(each)]
    plain = [
        each.clause
        for each in read
        if each.kind in ("needed", "other")
        and not each.clause.has("reason")
        and not (against and each.kind == "other" and each.clause.has("hearsay"))
        and not each.clause.private
    ]
    parts = []
    if against:
        parts.append(f"調整先: {'、'.join(dict.fromkeys(against))}。")
    if worries:
        parts.append(f"懸念: {'。'.join(dict.fromkeys(worries))}。")
    if helpers:
        parts.append(f"協力先: {'、'.join(dict.fromkeys(helpers))}。")
    parts += [sentence(_needed(each)) for each in dict.fromkeys(plain)]
    return "".join(dict.fromkeys(parts))


def _resolved(each: Stand, read: tuple[Stand, ...]) -> tuple[str, ...]:
    """「その人たち」 are those whom the clause before speaks to (「先に消防団に話す」)."""
    if not any(re.match(r"その|あの|この", name) for name in each.who):
        return each.who
    at = read.index(each)
    found = (
        re.search(
            r"([^、]{2,12}?)に(?:話|相談|頼|声)", re.sub(r"^(?:まず|先に)", "", read[at - 1].clause.text)
        )
        if at
        else None
    )
    return (found[1],) if found else ()


def _explains(clause: Clause) -> bool:
    """Whether a clause gives the worry behind a resistance: a reason, or what was heard of it."""
    kind = stand(clause)[0].kind
    return (clause.has("reason") and kind != "against") or (clause.has("hearsay") and kind == "other")


def _needed(clause: Clause) -> str:
    """The part of a clause that speaks of consent, without a part that speaks of resistance."""
    pieces = [piece for piece in stand(clause) if piece.kind != "against"]
    if len(stand(clause)) == 1:
        return worded(clause)
    return (
        clause.text.split("、")[0]
        if pieces and stand(clause)[0].kind != "against"
        else clause.text.split("、")[-1]
    )


def _risks(desk: Desk) -> Item:
    claims: list[Claim] = [said(each) for each in desk.sheet.of("risks")[:4]]
    if not claims and desk.sheet.quotable("risks"):
        claims += [
            said(each, text=quotation(each.text), private=True, public="")
            for each in desk.sheet.quotable("risks")[:2]
            if len(each.text) < 80
        ]
    held = [
        each
        for each in desk.sheet.of("technology_role", "focus", "measure", "evidence")
        if PERSONAL.search(each.text)
    ]
    if held:
        claims.append(drawn(f"{_handled(held)}について、個人情報の扱いを決める必要がある。", *held))
    if not desk.sheet.of("risks"):
        claims.append(
            unknown(
                "個人情報の扱いと、ほかのリスク",
                "個人情報の担当",
                "ほかのリスクは" if claims else "",
                False,
                "risks",
            )
        )
    return line("リスク・個人情報", *claims)


def _handled(held: list[Clause]) -> str:
    """What is done with personal data: 「庁内で見ること」, 「案内所のノート」."""
    things: list[str] = []
    for each in held:
        if re.search(r"庁内で見", each.text):
            things.append("庁内で見ること")
            continue
        seen = re.search(r"((?:[一-龥]+で)?(?:台帳|名簿)を見)る", each.text)
        noun = re.search(r"([一-龥ァ-ヶー]{0,8}の?)(ノート|台帳|名簿|カルテ|リスト|Matching記録)", each.text)
        if seen:
            things.append(f"{seen[1]}ること")
        elif noun:
            things.append(noun.group().removeprefix("の"))
    things = list(dict.fromkeys(things))[:2]
    return "と、".join(things)
