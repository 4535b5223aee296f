"""Title, header, 要旨 and 目的: for whom, what state, how it changes."""

import re

from advisor.brief.model import Claim, Item, Section
from advisor.brief.outline.desk import Desk, aimed, benefit, customer, headcount, main_want, present, wants
from advisor.brief.outline.money import costs
from advisor.brief.speech import Clause
from advisor.brief.speech.heads import points_back
from advisor.brief.write import fits, line, said, sentence, unknown

_OFFICE = re.compile(
    r"(?:^|[、。,\s]|月から)(?P<name>[一-龥ァ-ヶーA-Za-z]{1,14}(?:課|室|局|センター|係|部|事務局|委員会|支所))(?:の[^、。]{1,14})?(?:です|で、|だ[。わ]|に(?:い|お)る|でやって)|(?:の町|の市|の村)で(?P<work>[一-龥ァ-ヶー]{2,8})をやって"
)


def title(desk: Desk) -> tuple[Claim, ...]:
    """The subject of the paper: the want as a 取組(案)."""
    given = desk.material.header.subject
    if given:
        return (Claim(text=given, origin="said"),)
    want = main_want(desk)
    if want is None:
        return (unknown("件名(何がしたいか)", "作成者", urgent=True),)
    if want.ending == "体":
        return (said(want, text=f"{want.text}をめざす取組(案)"),)
    if want.ending == "動" and want.text.endswith("になる") and "が" not in want.text:
        return (said(want, text=f"{aimed(want)}取組(案)"),)
    return (said(want, text=f"{want.text}{'状態をめざす' if want.ending == '形' else ''}取組(案)"),)


def fields(desk: Desk) -> tuple[Item, ...]:
    """The header rows; what was typed there counts as said, the rest is to be confirmed."""
    header = desk.material.header
    return (
        line("作成課", *([Claim(text=header.section, origin="said")] if header.section else _office(desk))),
        line("提出先・場・期日", _typed(header.addressee, "提出先・場・期日", "作成者")),
        line("求める判断", _typed(header.decision, "求める判断", "作成者")),
        line("総合計画との関係", _typed(header.plan, "総合計画の該当箇所", "企画担当課")),
    )


def _typed(text: str, about: str, ask: str) -> Claim:
    return Claim(text=text, origin="said") if text else unknown(about, ask, urgent=ask == "作成者")


def _office(desk: Desk) -> list[Claim]:
    for utterance in desk.material.utterances[:2]:
        found = _OFFICE.search(utterance.text)
        if found and (found["name"] or found["work"]):
            named = Claim(text=found["name"] or found["work"], origin="said", turns=(utterance.turn,))
            place = named.model_copy(update={"text": f"{named.text}。"})
            return [named] if found["name"] else [place, unknown("課の名", "作成者", lead="課の名は")]
    return [unknown("作成課", "作成者", urgent=True)]


def summary(desk: Desk) -> Section:
    """要旨: the one sentence a reader needs, what is to be decided, the cost."""
    decision = desk.material.header.decision
    asked = (
        Claim(text=f"求める判断は、{decision}。", origin="said")
        if decision
        else unknown("求める判断", "作成者", "求める判断は", True)
    )
    return Section(
        id="summary", title="要旨", items=(Item(claims=_gist(desk)), Item(claims=(asked,)), Item(claims=costs(desk)))
    )  # fmt: skip


def _gist(desk: Desk) -> tuple[Claim, ...]:
    who, number, want = customer(desk), headcount(desk), main_want(desk)
    today = tuple(each for each in present(desk) if not desk.sheet.technical(each))
    if who is not None and want is not None and who.text in want.text:
        lead = (said(today[0], text=f"今は、{_now(today[0])}。"),) if today else ()
        return *lead, said(want, text=sentence(aimed(want)))
    if who is not None and want is not None and today and who.text in today[0].text:
        return _split_change(today[0], want)
    if who is not None and want is not None and today:
        return _whole(who, number, today, want)
    claims: list[Claim] = []
    claims.append(
        said(*_with(who, number), text=f"主たる顧客は、{_counted(who, number)}。") if who else _no_customer()
    )
    if today and want is not None:
        claims.append(_change(today[0], want))
    elif today:
        claims.append(said(today[0], text=f"今は、{_now(today[0])}。"))
    if want is None:
        claims.append(unknown("何がしたいか(技術の名を使わずに)", "作成者", "めざす姿は", True, "aspiration"))
    elif not today:
        claims.append(said(want, text=sentence(aimed(want))))
    return tuple(claims)


def _no_customer() -> Claim:
    return unknown("主たる顧客(だれのためか)", "窓口の担当", "主たる顧客は", True, "customer")


def _with(who: Clause | None, number: Clause | None) -> tuple[Clause, ...]:
    return tuple(each for each in (who, number) if each is not None)


def _counted(who: Clause, number: Clause | None) -> str:
    return f"{who.text}({number.text})" if number is not None else who.text


def _whole(who: Clause, number: Clause | None, today: tuple[Clause, ...], want: Clause) -> tuple[Claim, ...]:
    """One sentence if it keeps 80 characters, else two, else three."""
    lead = today[0]
    heard = "という声を受け、" if lead.has("hearsay", "guess") else "という現状を改め、"
    nouns = [each for each in today if each.ending == "体" and each.has("hearsay") == lead.has("hearsay")]
    for count in range(len(nouns) if lead.ending == "体" else 0, 1, -1):
        text = f"{_counted(who, number)}について、{'、'.join(each.text for each in nouns[:count])}{heard}{aimed(want)}。"
        if fits(text):
            return (said(*_with(who, number), *nouns[:count], want, text=text),)
    text = f"{_counted(who, number)}について、{lead.text}{heard}{aimed(want)}。"
    if fits(text):
        return (said(*_with(who, number), lead, want, text=text),)
    first = said(*_with(who, number), text=f"主たる顧客は、{_counted(who, number)}。")
    return first, *_split_change(lead, want)


def _split_change(lead: Clause, want: Clause) -> tuple[Claim, ...]:
    change = _change(lead, want)
    if fits(change.text):
        return (change,)
    return said(lead, text=f"今は、{_now(lead)}。"), said(want, text=sentence(aimed(want)))


def _change(lead: Clause, want: Clause) -> Claim:
    heard = "という声を受け、" if lead.has("hearsay", "guess") else "という現状を改め、"
    return said(lead, want, text=f"{lead.text}{heard}{aimed(want)}。")


def _now(lead: Clause) -> str:
    return (
        lead.text + ("であるとのこと" if lead.ending == "体" else "とのこと")
        if lead.has("hearsay")
        else lead.text
    )


def purpose(desk: Desk) -> Section:
    """目的: who, what state, what end, in one sentence; further pictures of the want follow."""
    who, worth, want = customer(desk), benefit(desk), main_want(desk)
    items = [Item(claims=_aim(who, worth, want))]
    used = {want.text} if want else set()
    others = [each for each in wants(desk) if each.text not in used and each.ending != "形"]
    if others:
        items.append(line("ありたい姿", said(others[0], *_goes_on(desk, others[0]))))
    if desk.material.phase.value == 1 and who is None and want is not None:
        items.append(
            line(
                "先にあるもの",
                unknown(
                    "空いた時間でだれの何を良くするか",
                    "所属長",
                    "空いた時間で良くする相手と場面は",
                    False,
                    "customer",
                ),
            )
        )
    return Section(id="purpose", title="目的", items=tuple(items))


def _goes_on(desk: Desk, picture: Clause) -> tuple[Clause, ...]:
    """What was said next and points back at the picture (「その景色が…」)."""
    found = desk.sheet.of("aspiration")
    at = next((index for index, each in enumerate(found) if each.source == picture.source), len(found)) + 1
    return (
        found[at : at + 1]
        if at < len(found) and points_back(found[at].text) and found[at].turns == picture.turns
        else ()
    )


def _aim(who: Clause | None, worth: Clause | None, want: Clause | None) -> tuple[Claim, ...]:
    if want is None:
        return (unknown("何がしたいか(技術の名を使わずに)", "作成者", "めざす姿は", True, "aspiration"),)
    if who is None:
        return said(want, text=sentence(aimed(want))), unknown(
            "対象になる人", "窓口の担当", "対象になる人は", False, "customer"
        )
    if worth is not None and who.text in want.text:
        return said(want, text=sentence(aimed(want))), said(worth)
    if worth is None:
        about = f"{who.text}について、{aimed(want)}。"
        parts = (
            (said(who, want, text=about),)
            if fits(about) and not re.search(r"[がは]、", want.text)
            else (said(who, text=f"対象は、{who.text}。"), said(want, text=sentence(aimed(want))))
        )
        return *parts, unknown(
            "顧客にとって何がどう変わるか", "顧客本人", "顧客にとっての変化は", False, "value"
        )
    return _aim_with_value(who, worth, want)


def _aim_with_value(who: Clause, worth: Clause, want: Clause) -> tuple[Claim, ...]:
    if worth.ending == "体" and worth.text.endswith("こと"):
        head = f"{who.text}について、{worth.text.removesuffix('こと')}状態にし"
    elif worth.ending == "体":
        head = f"{who.text}が、{worth.text}を得られるようにし"
    elif re.search(r"[がは]", worth.text):
        head = f"{who.text}について、{worth.text}状態にし"
    else:
        head = f"{who.text}が{worth.text}状態にし"
    text = f"{head}、{aimed(want)}。"
    if fits(text):
        return (said(who, worth, want, text=text),)
    if fits(f"{head}、次をめざす。"):
        return said(who, worth, text=sentence(re.sub(r"にし$", "にする", head))), said(
            want, text=sentence(aimed(want))
        )
    return said(who, text=f"対象は、{who.text}。"), said(worth), said(want, text=sentence(aimed(want)))
