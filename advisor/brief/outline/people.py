"""主たる顧客: who it is for, how many, why them, and what of the others."""

import re

from advisor.brief.lexicon import PROCEDURE, VISITOR, as_object
from advisor.brief.model import Claim, Item, Section
from advisor.brief.notes import quoted_fairness
from advisor.brief.outline.desk import Desk, customer, headcount, is_background, is_number, present, stops
from advisor.brief.outline.keepers import keeper
from advisor.brief.persons import COUNTED
from advisor.brief.speech import Clause
from advisor.brief.write import cited, drawn, fits, line, said, sentence, unknown, worded

_PART = re.compile(r"話した|把握|聞いた|だけでも|うち|分かって")
_DECADE = re.compile(r"[一二三四五六七八九]十代|\d0代")
_GROUPS = re.compile(
    r"旅館組合|商工会(?:議所)?|観光協会|自治会|区長会|婦人会|老人クラブ|農協|漁協|森林組合|PTA|管理組合|[一-龥]{1,6}組合|[一-龥]{1,6}協会|[一-龥]{1,6}連合会"
)


def customer_section(desk: Desk) -> Section:
    """主たる顧客: the person, how many, why them, and what of the others."""
    return Section(
        id="customer", title="主たる顧客", items=(_situation(desk), _size(desk), _reason(desk), _fairness(desk))
    )  # fmt: skip


def _situation(desk: Desk) -> Item:
    who = customer(desk)
    if who is None:
        rest = [each for each in desk.sheet.of("customer") if not is_number(each)]
        hole = unknown("主たる顧客(だれのためか)", "窓口の担当", "", True, "customer")
        return line("状況", *([said(*rest[:2])] if rest else []), hole)
    others = [
        each
        for each in desk.sheet.of("customer")
        if each.turns
        and not is_number(each)
        and not _same(each, who)
        and not _counts(each)
        and who.text not in each.text
    ]
    claims = [said(who), *(said(each) for each in others[:2])]
    decades = {tuple(_DECADE.findall(each.text)) for each in (who, *others) if _DECADE.search(each.text)}
    if len(decades) > 1:
        claims.append(unknown("主たる顧客の年代の幅", "作成者", "年代の幅は"))
    return line("状況", *claims)


def _same(clause: Clause, who: Clause) -> bool:
    return clause.source == who.source and clause.turns == who.turns


def _counts(clause: Clause) -> bool:
    return bool(
        re.search(
            r"\d[\d,]*(?:万)?(?:人|名|戸|世帯|家族|社|件|軒|組|\s?[a-z]{4,})(?!以上|以下|未満|の)",
            clause.text,
        )
    )


def _size(desk: Desk) -> Item:
    who, bare = customer(desk), headcount(desk)
    counted = [each for each in desk.sheet.of("customer") if _counts(each) and not (who and _same(each, who))]
    if not counted and who is not None and _counts(who):
        counted = [who]
    if bare is not None:
        counted = [each for each in desk.sheet.of("customer") if is_number(each)]
    if not counted:
        return line("規模", unknown("主たる顧客の人数", keeper(desk, "customer"), "", False, "customer"))
    first = counted[0]
    claims = [said(each) for each in counted[:2]]
    if who is not None and counted == [who] and (number := COUNTED.search(who.text)):
        claims = [said(who, text=sentence(number.group()))]
    if first.has("guess"):
        claims.append(
            unknown(
                f"規模の数({'、'.join(first.numbers[-1:])})の確かめ", keeper(desk, "customer"), "数の確かめは"
            )
        )
    elif _PART.search(first.text):
        claims.append(unknown("主たる顧客の全体の人数", keeper(desk, "customer"), "全体の人数は"))
    return line("規模", *claims)


def _reason(desk: Desk) -> Item:
    """Why them: the burden and the figure that shows it, drawn by the advisor."""
    burden = present(desk)
    facts = [
        each
        for each in desk.sheet.of("evidence")
        if each.numbers and not each.has("reason") and not is_background(desk, each)
    ]
    if not burden:
        return line(
            "選んだ理由", unknown("主たる顧客を選んだ理由", "作成課", "", False, "current_experience")
        )
    lead = next((each for each in burden if not desk.sheet.technical(each)), burden[0])
    tied = (
        [each for each in burden if each.ending == "体" and each.has("hearsay") == lead.has("hearsay")]
        if lead.ending == "体"
        else [lead]
    )
    tail = "という声があり" if lead.has("hearsay", "guess") else "という負担があり"
    flat = [each for each in facts if each.ending == "体" and not each.has("hearsay", "guess")]
    flat = flat if flat and flat[0] is facts[0] else facts[:1]
    for many, more in ((tied, flat), (tied, flat[:1]), ([lead], flat[:1]), ([lead], [])):
        text = f"{'、'.join(each.text for each in many)}{tail}"
        if more and not more[0].has("hearsay", "guess"):
            text = f"{text}、{'、'.join(each.text for each in more)}{'である' if more[0].ending == '体' else ''}ことによる。"
        else:
            text = re.sub("があり$", "があることによる。", text)
        if fits(text):
            return line("選んだ理由", drawn(text, *many, *more))
    return line("選んだ理由", drawn(f"次の今があることによる。{sentence(worded(lead))}", lead))


def _fairness(desk: Desk) -> Item:
    who = customer(desk)
    claims: list[Claim] = []
    if who is not None and re.search(r"\d+歳以上", who.text):
        claims.append(drawn(f"{who.text.replace('以上', '未満')}は、主たる顧客に含めない。", who))
    ends = [
        each
        for each in stops(desk)
        if re.search(r"(?:を|は|が)?(?:やめる|止める|廃止する|なくす)$", each.text)
    ]
    for each in ends[:1]:
        if PROCEDURE.search(each.text) and who is not None:
            claims.append(drawn(f"{each.text}ことは、年齢や地区で対象を限らない。", who, each))
    if not any("年齢や地区" in claim.text for claim in claims) and stops(desk):
        claims.append(_affected(desk, stops(desk)[0]))
    if (
        who is not None
        and VISITOR.search(" ".join(each.text for each in (who, *desk.sheet.of("aspiration"))))
        and desk.material.phase.value == 3
    ):
        claims.append(unknown("住民に返るもの", "作成課", "住民に返るものは"))
    elif not (stops(desk) and len(claims) == 1 and claims[0].origin == "open"):
        claims.append(unknown("主たる顧客に含めない人への手当", "作成課", "含めない人への手当は"))
    quote = quoted_fairness(desk.material)
    if quote and desk.notes.fairness:
        claims.append(cited(quote, desk.notes.fairness))
    return line("公平性", *claims)


def _affected(desk: Desk, stop: Clause) -> Claim:
    thing = re.match(
        r"^(.+?)(?:は|を)(?:、)?(?:やめる|取りやめる|止める|廃止する|終わりにする|中止する)$", stop.text
    )
    body = f"{thing[1]}をやめる" if thing else as_object(stop.text)
    whole = thing or (stop.ending == "動" and "、" not in body)
    groups = [
        found.group()
        for each in desk.sheet.of("focus", "stakeholders")
        for found in [_GROUPS.search(each.text)]
        if found
    ]
    lead = f"{body}場合に影響を受ける人への手当は" if whole else "やめることの影響を受ける人への手当は"
    return unknown("やめることで影響を受ける人への手当", groups[0] if groups else "作成課", lead)
