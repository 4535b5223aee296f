"""ロジックモデル: from input to a changed state."""

import re

from advisor.brief.model import Claim, Section, Table
from advisor.brief.outline import money
from advisor.brief.outline.desk import Desk, benefit, main_want, wants
from advisor.brief.outline.drive import stands
from advisor.brief.outline.goals import goals
from advisor.brief.outline.leaders import leader, leader_claim
from advisor.brief.speech import Clause
from advisor.brief.write import drawn, said, sentence, unknown

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
        claims.append(leader_claim(desk, head))
    helpers = [each for each in stands(desk) if each.kind == "with"]
    for each in helpers[:1]:
        claims.append(said(each.clause, public=f"協力先: {'、'.join(each.who)}。" if each.who else ""))
    return tuple(claims) or (unknown("投入(予算、人、協力先)", "財政課"),)


def _activities(desk: Desk) -> tuple[Claim, ...]:
    found = desk.sheet.of("measure")
    return tuple(said(each) for each in found[:4]) or (
        unknown("事業内容(仕事の何をどう変えるか)", "実務を担う係", "", True),
    )


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
            past = goal.clause.has("sign") or goal.clause.text.endswith(("た", "だ"))
            claims.append(said(goal.clause, text=sentence(goal.what) if past else None))
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
