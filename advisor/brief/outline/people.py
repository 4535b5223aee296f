"""主たる顧客 and 顧客の今: who it is for, and how they fare today."""

import re

from advisor.brief.lexicon import PROCEDURE, RELATIVE_YEAR, VISITOR, as_object
from advisor.brief.model import Claim, Item, Section
from advisor.brief.notes import quoted_fairness
from advisor.brief.outline.desk import Desk, customer, headcount, is_number, present, stops
from advisor.brief.outline.keepers import keeper
from advisor.brief.speech import Clause
from advisor.brief.speech.quotes import quotation, without_quotes
from advisor.brief.write import cited, drawn, fits, line, said, sentence, unknown, worded

_PART = re.compile(r"話した|把握|聞いた|だけでも|うち|分かって")
_DECADE = re.compile(r"[一二三四五六七八九]十代|\d0代")
_GROUPS = re.compile(r"旅館組合|商工会(?:議所)?|観光協会|自治会|区長会|婦人会|老人クラブ|農協|漁協|森林組合|PTA|管理組合|[一-龥]{1,6}組合|[一-龥]{1,6}協会|[一-龥]{1,6}連合会")


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
    others = [each for each in desk.sheet.of("customer") if each.turns and not is_number(each) and not _same(each, who) and not _counts(each)]
    claims = [said(who), *(said(each) for each in others[:2])]
    decades = {tuple(_DECADE.findall(each.text)) for each in (who, *others) if _DECADE.search(each.text)}
    if len(decades) > 1:
        claims.append(unknown("主たる顧客の年代の幅", "作成者", "年代の幅は"))
    return line("状況", *claims)


def _same(clause: Clause, who: Clause) -> bool:
    return clause.source == who.source and clause.turns == who.turns


def _counts(clause: Clause) -> bool:
    return bool(re.search(r"\d[\d,]*(?:万)?(?:人|名|戸|世帯|家族|社|件|軒|組|\s?[a-z]{4,})(?!以上|以下|未満|の)", clause.text))


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
    if first.has("guess"):
        claims.append(unknown(f"規模の数({'、'.join(first.numbers[-1:])})の確かめ", keeper(desk, "customer"), "数の確かめは"))
    elif _PART.search(first.text):
        claims.append(unknown("主たる顧客の全体の人数", keeper(desk, "customer"), "全体の人数は"))
    return line("規模", *claims)


def _reason(desk: Desk) -> Item:
    """Why them: the burden and the figure that shows it, drawn by the advisor."""
    burden = present(desk)
    facts = [each for each in desk.sheet.of("evidence") if each.numbers and not each.has("reason")]
    if not burden:
        return line("選んだ理由", unknown("主たる顧客を選んだ理由", "作成課", "", False, "current_experience"))
    lead = next((each for each in burden if not desk.sheet.technical(each)), burden[0])
    tied = [each for each in burden if each.ending == "体" and each.has("hearsay") == lead.has("hearsay")] if lead.ending == "体" else [lead]
    tail = "という声があり" if lead.has("hearsay", "guess") else "という負担があり"
    flat = [each for each in facts if each.ending == "体" and not each.has("hearsay", "guess")] or facts[:1]
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
    ends = [each for each in stops(desk) if re.search(r"(?:を|は|が)?(?:やめる|止める|廃止する|なくす)$", each.text)]
    for each in ends[:1]:
        if PROCEDURE.search(each.text) and who is not None:
            claims.append(drawn(f"{each.text}ことは、年齢や地区で対象を限らない。", who, each))
    if not any("年齢や地区" in claim.text for claim in claims) and stops(desk):
        claims.append(_affected(desk, stops(desk)[0]))
    if who is not None and VISITOR.search(" ".join(each.text for each in (who, *desk.sheet.of("aspiration")))) and desk.material.phase.value == 3:
        claims.append(unknown("住民に返るもの", "作成課", "住民に返るものは"))
    elif not (stops(desk) and len(claims) == 1 and claims[0].origin == "open"):
        claims.append(unknown("主たる顧客に含めない人への手当", "作成課", "含めない人への手当は"))
    quote = quoted_fairness(desk.material)
    if quote and desk.notes.fairness:
        claims.append(cited(quote, desk.notes.fairness))
    return line("公平性", *claims)


def _affected(desk: Desk, stop: Clause) -> Claim:
    thing = re.match(r"^(.+?)(?:は|を)(?:、)?(?:やめる|取りやめる|止める|廃止する|終わりにする|中止する)$", stop.text)
    body = f"{thing[1]}をやめる" if thing else as_object(stop.text)
    groups = [found.group() for each in desk.sheet.of("focus", "stakeholders") for found in [_GROUPS.search(each.text)] if found]
    lead = f"{body}場合に影響を受ける人への手当は" if thing or stop.ending == "動" else "やめることの影響を受ける人への手当は"
    return unknown("やめることで影響を受ける人への手当", groups[0] if groups else "作成課", lead)


def today_section(desk: Desk) -> Section:
    """顧客の今: trouble, coping, voices, figures, the background and words that fit no frame."""
    items = [_trouble(desk), _coping(desk), _voices(desk), _figures(desk), _background(desk), _own_words(desk)]
    return Section(id="today", title="顧客の今", items=tuple(item for item in items if item is not None))


def _trouble(desk: Desk) -> Item:
    found = present(desk)
    if not found:
        return line("困りごと", unknown("顧客の困りごと", "顧客本人", "", True, "current_experience"))
    claims = [said(each) for each in found[:4]]
    fare = next((each for each in found if re.search(r"(?:船賃|運賃|バス代|電車賃)[^、]*\d", each.text)), None)
    if fare is not None and not re.search(r"往復|片道", fare.text):
        name = re.search(r"船賃|運賃|バス代|電車賃", fare.text)
        claims.append(unknown(f"{fare.text}の往復・片道の別", "作成課", f"{name.group() if name else '運賃'}の往復・片道の別は"))
    return line("困りごと", *claims)


def _coping(desk: Desk) -> Item:
    ways = [each for each in desk.sheet.of("current_experience") if each.has("coping")]
    return line("今のしのぎ方", *([said(*ways[:2])] if ways else [unknown("今のしのぎ方", "顧客本人")]))


def voices(desk: Desk) -> list[Clause]:
    """Clauses that carry a customer's own words in 「」."""
    return [
        each for each in desk.sheet.of("evidence", "current_experience")
        if "「" in each.text and re.search(r"理由|声|と言|と書|手紙|だった|アンケート", without_quotes(each.text)) and not each.private
    ]  # fmt: skip


def _voices(desk: Desk) -> Item:
    heard, hearsay = voices(desk), [each for each in present(desk) if each.has("hearsay")]
    if heard:
        return line("声", said(*heard[:2]))
    if hearsay:
        claims = [unknown("聞いた日と人数", keeper(desk), "聞いた日と人数は")]
        named = re.match(r"^([一-龥ァ-ヶー]{1,8})(?:の|が|は)", hearsay[0].text)
        if named and re.search(r"宿|店|会社|病院|学校|施設|組合|所$|園$|館$", named[1]):
            claims.append(unknown(f"{named[1]}の側の事情", named[1], f"{named[1]}の側の事情は"))
        return line("声", *claims)
    return line("声", unknown("顧客本人の声", "顧客本人"))


def _figures(desk: Desk) -> Item:
    heard = voices(desk)
    facts = [each for each in desk.sheet.of("evidence") if each not in heard and not _is_source(each) and not _is_background(desk, each)]
    if not facts:
        return line("数字", unknown("困りごとを示す数字", keeper(desk), "", False, "evidence"))
    claims = [said(each) for each in facts[:4]]
    who = customer(desk)
    if who is not None and any(each.numbers for each in facts) and not _shares_limit(who, facts):
        claims.append(unknown(f"数字のうち、{who.text}の分", keeper(desk), f"このうち{who.text}の分は"))
    return line("数字", *claims)


def _is_source(clause: Clause) -> bool:
    return not clause.numbers and re.search(r"ノートに書|記録してい|数えている", clause.text) is not None


def _is_background(desk: Desk, clause: Clause) -> bool:
    return bool(re.match(r"昔|かつて|以前|全盛期", clause.text)) and any(
        each.numbers for each in desk.sheet.of("evidence") if each is not clause
    )


def _shares_limit(who: Clause, facts: list[Clause]) -> bool:
    """Whether a fact speaks of the customer's own limits (age, place, kind) rather than of all."""
    limits = re.findall(r"\d+歳|[一二三四五六七八九]十代|\d0代|\d+人以下|初産|里帰り|一人暮らし|ひとり|[一-龥]{2,4}(?:町|村|団地|地区|集落)", who.text)
    if not limits:
        return True
    return any(limit in each.text for limit in limits for each in facts)


def _background(desk: Desk) -> Item | None:
    back = [each for each in desk.sheet.of("evidence") if _is_background(desk, each)]
    return line("背景", said(*back)) if back else None


def _own_words(desk: Desk) -> Item | None:
    """Words that fit no frame stand as they were spoken, for the author only."""
    found = [each for each in desk.sheet.quotable("aspiration", "customer", "current_experience", "value", "evidence", "strengths") if _worth(each)]
    if not found:
        return None
    claims = [said(each, text=quotation(each.text), private=True, public="") for each in found[:3]]
    return line("担当者の言葉", *claims)


def _worth(clause: Clause) -> bool:
    text = clause.text
    if clause.private or not 6 <= len(text) <= 120 or RELATIVE_YEAR.fullmatch(text):
        return False
    return not re.match(r"(?:そういう|こういう|ああいう|それ|これ|あれ|その|えっと|うーん…?$)", text)
