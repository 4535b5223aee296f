"""現在の見立て: the phase the idea stands in, why, and what would carry it on."""

import re

from advisor.brief.lexicon import as_object
from advisor.brief.model import Claim, Item, Section
from advisor.brief.notes import quoted_framework
from advisor.brief.outline.desk import Desk, aimed, customer, main_want, stops, wants
from advisor.brief.outline.offer import changes, makes
from advisor.brief.speech import Clause
from advisor.brief.speech.heads import points_back
from advisor.brief.write import drawn, fits, line, sentence, unknown


def phase_section(desk: Desk) -> Section:
    """The phase with its reasons, and what would carry it to the next."""
    phase = desk.material.phase.value
    if phase is None:
        hole = unknown(
            "現在の見立て(どの段の取組か)", "作成者", "どの段の取組かは、何がしたいかが決まってから見立てる。"
        )
        return Section(id="phase", title="現在の見立て", items=(Item(claims=(hole,)),))
    first, then = {1: _first, 2: _second, 3: _third}[phase](desk)
    if desk.material.phase.corrected:
        first = (
            Claim(text=f"Phase {phase}(職員が見立て)。", origin="said", turns=desk.material.phase.turns),
            *(claim.model_copy(update={"text": re.sub(r"^Phase \d。", "", claim.text)}) for claim in first),
        )
    quote = quoted_framework(desk.material)
    if quote and desk.notes.framework:
        first = (
            *first,
            Claim(text=f"枠組みの言葉では{quote}に当たる。", origin="source", notes=(desk.notes.framework,)),
        )
    rested = tuple(_rested(desk, claim) for claim in first if claim.text)
    then = Item(label=then.label, claims=tuple(_rested(desk, claim) for claim in then.claims))
    items = (Item(claims=rested), then)
    return Section(id="phase", title="現在の見立て", items=items)


def _rested(desk: Desk, claim: Claim) -> Claim:
    """A view that names no message rests on those the phase was seen in; without any it is open."""
    if claim.origin != "inference" or claim.turns:
        return claim
    turns = desk.material.phase.turns or tuple(
        sorted({turn for each in desk.sheet.clauses for turn in each.turns})
    )
    if turns:
        return claim.model_copy(update={"turns": turns[:3]})
    return unknown("現在の見立て(どの段の取組か)", "作成者", claim.text)


def _first(desk: Desk) -> tuple[tuple[Claim, ...], Item]:
    want = main_want(desk)
    body = (
        f"Phase 1。{sentence(aimed(want))}いまの仕事の枠組みは変えない。"
        if want
        else "Phase 1。いまの仕事の枠組みは変えない。"
    )
    claims = (drawn(body, *([want] if want else [])),)
    then = unknown(
        "空いた時間でだれの何を良くするか", "所属長", "空いた時間でだれの何を良くするかを決めること。", False
    )
    return claims, line("次の段へ進む条件", then)


def _thing(clause: Clause) -> str:
    if clause.ending == "体":
        return f"{clause.text}であること"
    return f"{clause.text}とすること" if clause.ending == "形" else f"{as_object(clause.text)}こと"


def _fact(clause: Clause) -> str:
    return clause.text if clause.ending == "体" else f"{as_object(clause.text)}こと"


def _second(desk: Desk) -> tuple[tuple[Claim, ...], Item]:
    moved = [each for each in (*changes(desk), *makes(desk)) if not points_back(each.text)]
    used = [*stops(desk)[:1], *moved[:1]]
    used = [each for each in used if not each.has("considering")]
    body = "、".join(_thing(each) for each in used)
    whole = f"{body}で、仕事の枠組みが変わる。"
    if not fits(whole):
        whole = (
            f"次のことで、仕事の枠組みが変わる。{''.join(sentence(as_object(each.text)) for each in used)}"
        )
    text = f"Phase 2。{whole}" if used else "Phase 2。仕事の枠組みを変える取組。"
    who = customer(desk)
    place = (
        re.search(r"([一-龥ァ-ヶー\d]{1,10}(?:町|村|市|島|団地|地区|集落|沢|区))", who.text) if who else None
    )
    goal = f"{place[1] if place else 'この地域'}に住む・来る・関わる理由が増えることまで、目的に入れること。"
    return (drawn(text, *used),), line("次の段へ進む条件", drawn(goal, *([who] if who else [])))


def _third(desk: Desk) -> tuple[tuple[Claim, ...], Item]:
    strong, stop = desk.sheet.of("strengths")[:1], stops(desk)[:1]
    used = [*wants(desk)[:1], *strong, *stop]
    aim = f"{_chosen_by(desk)}に選ばれる地域をめざ"
    text = f"Phase 3。{aim}す。"
    if strong and stop:
        mark = "(検討中)" if stop[0].has("considering") else ""
        whole = f"{aim}し、{strong[0].text}という強みと、{stop[0].text}{mark}という選択がある。"
        apart = f"{aim}す。強みは、{_fact(strong[0])}。選択は、{_fact(stop[0])}{mark}。"
        text = f"Phase 3。{whole if fits(whole) else apart}"
    considering = [each for each in desk.sheet.of("focus") if each.has("considering")]
    if considering:
        return (drawn(text, *used),), line(
            "見立てが成り立つ条件", drawn("検討中のやめることが決まること。", *considering)
        )
    hole = unknown("選ばれる理由が本人に伝わっているか", "顧客本人", "選ばれる理由が本人に伝わっていること。")
    return (drawn(text, *used),), line("見立てが成り立つ条件", hole)


def _chosen_by(desk: Desk) -> str:
    text = " ".join(each.text for each in desk.sheet.of("customer", "aspiration"))
    if re.search(r"移住|引っ越|転入|住み|定住", text):
        return "住む人"
    return "来る人" if re.search(r"泊|旅|湯治|客|観光|訪れ", text) else "来る人・住む人・関わる人"
