"""ロジックモデル and 現在の見立て: from input to a changed state, and the phase the idea stands in."""

import re

from advisor.brief.model import Claim, Item, Section, Table
from advisor.brief.lexicon import as_object
from advisor.brief.notes import quoted_framework
from advisor.brief.outline import money
from advisor.brief.outline.desk import Desk, aimed, benefit, customer, main_want, stops, wants
from advisor.brief.outline.drive import leader, named, stands
from advisor.brief.outline.goals import goals
from advisor.brief.outline.offer import changes, makes
from advisor.brief.speech import Clause
from advisor.brief.speech.heads import points_back
from advisor.brief.write import drawn, fits, line, said, sentence, unknown

COLUMNS = ("投入", "活動", "産出", "行動の変化", "状態の変化")


def logic_section(desk: Desk) -> Section:
    """投入 → 活動 → 産出 → 行動の変化 → 状態の変化, one row."""
    row = (_inputs(desk), _activities(desk), _outputs(desk), _behaviour(desk), _state(desk))
    return Section(id="logic", title="ロジックモデル", tables=(Table(columns=COLUMNS, rows=(row,)),))


def _inputs(desk: Desk) -> tuple[Claim, ...]:
    claims: list[Claim] = []
    spent = [*money.sums(desk)[:2], *money.staff(desk)[:1]]
    claims += [said(each) for each in dict.fromkeys(spent)]
    head = leader(desk)
    if head is not None:
        claims.append(said(head, text=sentence(named(head))))
    helpers = [each for each in stands(desk) if each.kind == "with"]
    for each in helpers[:1]:
        claims.append(said(each.clause, public=f"協力先: {'、'.join(each.who)}。" if each.who else ""))
    return tuple(claims) or (unknown("投入(予算、人、協力先)", "財政課"),)


def _activities(desk: Desk) -> tuple[Claim, ...]:
    found = desk.sheet.of("measure")
    return tuple(said(each) for each in found[:4]) or (unknown("事業内容(仕事の何をどう変えるか)", "実務を担う係", "", True),)


def _outputs(desk: Desk) -> tuple[Claim, ...]:
    parts: list[str] = []
    used: list[Clause] = []
    for each in desk.sheet.of("measure"):
        text = _output(each.text)
        if text:
            parts.append(text)
            used.append(each)
    if not parts:
        return (unknown("産出(活動の量)の数え方", "作成課"),)
    return (drawn(sentence("、".join(parts[:3])), *used[:3]),)


def _output(text: str) -> str:
    counted = re.search(r"([一-龥ァ-ヶー]{1,8}\d+(件|本|か所|戸|世帯|校|棟|団体))", text)
    if counted:
        return f"{counted[1]}のうち済んだ{counted[2]}数"
    ends = re.search(r"(出張|訪問|相談|巡回|見学|研修|会議|講座)$", text)
    if ends:
        return f"{ends[1]}の回数"
    person = re.search(r"([^、]*人)(?:も|を)(?:置く|募る|育てる|雇う)$", text)
    if person:
        return f"{person[1]}の数"
    meeting = re.search(r"([一-龥]{2,4}|会議)を(?:\d+分)?(?:やる|開く|する)$", text)
    return f"{meeting[1]}の回数" if meeting else ""


def _behaviour(desk: Desk) -> tuple[Claim, ...]:
    claims: list[Claim] = []
    for goal in goals(desk)[:3]:
        if goal.drawn:
            claims.append(drawn(sentence(goal.what), goal.clause))
        elif not any(claim.text == sentence(goal.clause.text) for claim in claims):
            claims.append(said(goal.clause))
    return tuple(claims) or (unknown("行動の変化(だれが何をするようになるか)", "作成課"),)


def _state(desk: Desk) -> tuple[Claim, ...]:
    claims: list[Claim] = []
    gain, want = benefit(desk), main_want(desk)
    pictures = [each for each in wants(desk) if each.ending == "体"]
    if pictures and want is not None and want.ending != "体":
        return (said(pictures[0]),)
    if gain is not None:
        claims.append(said(gain))
    if want is not None:
        claims.append(said(want))
    return tuple(claims) or (unknown("状態の変化(顧客の暮らしがどうなるか)", "作成者", "", True),)


def phase_section(desk: Desk) -> Section:
    """The phase with its reasons, and what would carry it to the next."""
    phase = desk.material.phase.value
    if phase is None:
        hole = unknown("現在の見立て(どの段の取組か)", "作成者", "どの段の取組かは、何がしたいかが決まってから見立てる。")
        return Section(id="phase", title="現在の見立て", items=(Item(claims=(hole,)),))
    first, then = {1: _first, 2: _second, 3: _third}[phase](desk)
    if desk.material.phase.corrected:
        first = (Claim(text=f"Phase {phase}。", origin="said"), *(claim.model_copy(update={"text": re.sub(r"^Phase \d。", "", claim.text)}) for claim in first))
    quote = quoted_framework(desk.material)
    if quote and desk.notes.framework:
        first = (*first, Claim(text=f"枠組みの言葉では{quote}に当たる。", origin="source", notes=(desk.notes.framework,)))
    items = (Item(claims=tuple(claim for claim in first if claim.text)), then)
    return Section(id="phase", title="現在の見立て", items=items)


def _first(desk: Desk) -> tuple[tuple[Claim, ...], Item]:
    want = main_want(desk)
    body = f"Phase 1。{sentence(aimed(want))}いまの仕事の枠組みは変えない。" if want else "Phase 1。いまの仕事の枠組みは変えない。"
    claims = (drawn(body, *([want] if want else [])),)
    then = unknown("空いた時間でだれの何を良くするか", "所属長", "空いた時間でだれの何を良くするかを決めること。", False)
    return claims, line("次の段へ進む条件", then)


def _thing(clause: Clause) -> str:
    if clause.ending == "体":
        return f"{clause.text}であること"
    return f"{clause.text}とすること" if clause.ending == "形" else f"{as_object(clause.text)}こと"


def _second(desk: Desk) -> tuple[tuple[Claim, ...], Item]:
    moved = [each for each in (*changes(desk), *makes(desk)) if not points_back(each.text)]
    used = [*stops(desk)[:1], *moved[:1]]
    used = [each for each in used if not each.has("considering")]
    body = "、".join(_thing(each) for each in used)
    whole = f"{body}で、仕事の枠組みが変わる。"
    if not fits(whole):
        whole = f"次のことで、仕事の枠組みが変わる。{''.join(sentence(as_object(each.text)) for each in used)}"
    text = f"Phase 2。{whole}" if used else "Phase 2。仕事の枠組みを変える取組。"
    who = customer(desk)
    place = re.search(r"([一-龥ァ-ヶー\d]{1,10}(?:町|村|市|島|団地|地区|集落|沢|区))", who.text) if who else None
    goal = f"{place[1] if place else '地域'}に住む・来る・関わる理由が増えることまで、目的に入れること。"
    return (drawn(text, *used),), line("次の段へ進む条件", drawn(goal, *([who] if who else [])))


def _third(desk: Desk) -> tuple[tuple[Claim, ...], Item]:
    strong, stop = desk.sheet.of("strengths")[:1], stops(desk)[:1]
    used = [*wants(desk)[:1], *strong, *stop]
    aim = f"{_chosen_by(desk)}に選ばれる地域をめざ"
    text = f"Phase 3。{aim}す。"
    if strong and stop:
        mark = "(検討中)" if stop[0].has("considering") else ""
        whole = f"{aim}し、{strong[0].text}という強みと、{stop[0].text}{mark}という選択がある。"
        apart = f"{aim}す。強みは、{strong[0].text}。選択は、{stop[0].text}{mark}。"
        text = f"Phase 3。{whole if fits(whole) else apart}"
    considering = [each for each in desk.sheet.of("focus") if each.has("considering")]
    if considering:
        return (drawn(text, *used),), line("見立てが成り立つ条件", drawn("検討中のやめることが決まること。", *considering))
    hole = unknown("選ばれる理由が本人に伝わっているか", "顧客本人", "選ばれる理由が本人に伝わっていること。")
    return (drawn(text, *used),), line("見立てが成り立つ条件", hole)


def _chosen_by(desk: Desk) -> str:
    text = " ".join(each.text for each in desk.sheet.of("customer", "aspiration"))
    if re.search(r"移住|引っ越|転入|住み|定住", text):
        return "住む人"
    return "来る人" if re.search(r"泊|旅|湯治|客|観光|訪れ", text) else "来る人・住む人・関わる人"
