"""顧客の今: trouble, coping, voices, figures, the background, and words that fit no frame."""

import re

from advisor.brief.lexicon import RELATIVE_YEAR
from advisor.brief.model import Item, Section
from advisor.brief.outline.desk import Desk, customer, is_background, present
from advisor.brief.outline.keepers import keeper
from advisor.brief.speech import Clause
from advisor.brief.speech.quotes import quotation, without_quotes
from advisor.brief.write import line, said, unknown


def today_section(desk: Desk) -> Section:
    """顧客の今: trouble, coping, voices, figures, the background and words that fit no frame."""
    items = [
        _trouble(desk),
        _coping(desk),
        _voices(desk),
        _figures(desk),
        _background(desk),
        _own_words(desk),
    ]
    return Section(id="today", title="顧客の今", items=tuple(item for item in items if item is not None))


def _trouble(desk: Desk) -> Item:
    found = present(desk)
    if not found:
        return line("困りごと", unknown("顧客の困りごと", "顧客本人", "", True, "current_experience"))
    claims = [said(each) for each in found[:4]]
    fare = next(
        (each for each in found if re.search(r"(?:船賃|運賃|バス代|電車賃)[^、]*\d", each.text)), None
    )
    if fare is not None and not re.search(r"往復|片道", fare.text):
        name = re.search(r"船賃|運賃|バス代|電車賃", fare.text)
        claims.append(
            unknown(
                f"{fare.text}の往復・片道の別",
                "作成課",
                f"{name.group() if name else '運賃'}の往復・片道の別は",
            )
        )
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
    facts = [
        each
        for each in desk.sheet.of("evidence")
        if each not in heard and not _is_source(each) and not is_background(desk, each)
    ]
    if not facts:
        return line("数字", unknown("困りごとを示す数字", keeper(desk), "", False, "evidence"))
    claims = [said(each) for each in facts[:4]]
    who = customer(desk)
    if who is not None and any(each.numbers for each in facts) and not _shares_limit(who, facts):
        claims.append(unknown(f"数字のうち、{who.text}の分", keeper(desk), f"このうち{who.text}の分は"))
    return line("数字", *claims)


def _is_source(clause: Clause) -> bool:
    return not clause.numbers and re.search(r"ノートに書|記録してい|数えている", clause.text) is not None


def _shares_limit(who: Clause, facts: list[Clause]) -> bool:
    """Whether a fact speaks of the customer's own limits (age, place, kind) rather than of all."""
    limits = re.findall(
        r"\d+歳|[一二三四五六七八九]十代|\d0代|\d+人以下|初産|里帰り|一人暮らし|ひとり|[一-龥]{2,4}(?:町|村|団地|地区|集落)",
        who.text,
    )
    if not limits:
        return True
    return any(limit in each.text for limit in limits for each in facts)


def _background(desk: Desk) -> Item | None:
    back = [each for each in desk.sheet.of("evidence") if is_background(desk, each)]
    return line("背景", said(*back)) if back else None


def _own_words(desk: Desk) -> Item | None:
    """Words that fit no frame stand as they were spoken, for the author only."""
    found = [
        each
        for each in desk.sheet.quotable(
            "aspiration", "customer", "current_experience", "value", "evidence", "strengths"
        )
        if _worth(each)
    ]
    if not found:
        return None
    claims = [said(each, text=quotation(each.text), private=True, public="") for each in found[:3]]
    return line("担当者の言葉", *claims)


def _worth(clause: Clause) -> bool:
    text = clause.text
    if (
        clause.private
        or not re.fullmatch(r"[^<>\[\]{}]*", text)
        or re.search(r"https?:|www\.", text)
        or not 6 <= len(text) <= 120
        or RELATIVE_YEAR.fullmatch(text)
    ):
        return False
    return not re.match(r"(?:そういう|こういう|ああいう|それ|これ|あれ|その|えっと|うーん…?$)", text)
