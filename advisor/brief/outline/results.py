"""成果指標: what is measured, its value today, its target, by when, how, and when to stop."""

import re

from advisor.brief.lexicon import MEASURED
from advisor.brief.model import Claim, Section, Table
from advisor.brief.outline.desk import Desk, customer
from advisor.brief.outline.goals import Goal, deadline, goals, year_of
from advisor.brief.outline.keepers import keeper
from advisor.brief.speech import Clause
from advisor.brief.write import drawn, line, said, unknown

_INDICATOR = "成果指標(何を、いまいくつから、いくつに、いつまでに、どう測るか)"
_STOPPING = "中止条件(いつ、だれが、何を見て止めるか)"


def outcome_section(desk: Desk) -> Section:
    """The table of indicators and the four checks an auditor looks for."""
    found = goals(desk)
    rows = tuple(_row(desk, goal) for goal in found) or (_empty(desk),)
    first = "指標(候補)" if found and all(goal.drawn for goal in found) else "指標"
    table = Table(columns=(first, "現状値", "目標", "期限", "測り方", "中止条件"), rows=rows)
    return Section(
        id="outcome", title="成果指標", tables=(table,), items=(line("四つの確認", *_four(desk, found)),)
    )


def _row(desk: Desk, goal: Goal) -> tuple[tuple[Claim, ...], ...]:
    what = drawn(goal.what, goal.clause) if goal.drawn else said(goal.clause, text=goal.what)
    return (
        (what,),
        _now(desk, goal),
        (said(goal.clause, text=goal.target),)
        if goal.target and not goal.drawn
        else (unknown("成果指標の目標", "作成課"),),
        _until(desk),
        _method(desk, _counter(desk, goal), goal),
        (unknown(_STOPPING, "作成課と財政課", "", True),),
    )


def _counter(desk: Desk, goal: Goal) -> str:
    """Who would count it: the keeper of the figures where the goal rests on them."""
    return (
        keeper(desk) if goal.drawn or goal.now is not None or re.search(r"来庁|窓口", goal.what) else "作成課"
    )


def _now(desk: Desk, goal: Goal) -> tuple[Claim, ...]:
    if goal.now is None:
        return (unknown("成果指標の現状値", _counter(desk, goal)),)
    year = year_of(desk, goal.now) if "年" not in goal.now_text and goal.now.slot != "outcome" else ""
    beside = [goal.now]
    if year and year not in goal.now.text:
        beside += [each for each in desk.sheet.of(goal.now.slot) if each.text.startswith(year)][:1]
    return (said(*beside, text=f"{goal.now_text}({year})" if year else goal.now_text),)


def _until(desk: Desk) -> tuple[Claim, ...]:
    found = deadline(desk)
    return (said(found[1], text=found[0]),) if found else (unknown("成果の期限", "作成課"),)


def methods(desk: Desk) -> tuple[Clause, ...]:
    """Clauses that say how something is counted today or is to be counted."""
    return tuple(
        each
        for each in desk.sheet.of("outcome", "evidence")
        if MEASURED.search(each.text) and len(each.text) <= 44 and not each.has("reason")
    )


def _method(desk: Desk, ask: str, goal: Goal) -> tuple[Claim, ...]:
    """How it is counted: as was said of the very figures the goal rests on, or with the aim itself."""
    rests = {*goal.clause.turns, *(goal.now.turns if goal.now else ())}
    found = [
        each
        for each in methods(desk)
        if not (each.slot == "evidence" and each.numbers)
        and (each.slot == "outcome" or rests & {*each.turns})
    ]
    return (said(found[0], text=found[0].text),) if found else (unknown("成果指標の測り方", ask),)


def _four(desk: Desk, found: tuple[Goal, ...]) -> list[Claim]:
    """ニーズ調査, 事業目標, 利用状況の把握, 事後評価: what there is, and what is missing."""
    claims, missing = [], []
    facts = [each for each in desk.sheet.of("evidence") if each.numbers]
    if facts and customer(desk) is not None:
        claims.append(drawn("ニーズ調査に当たるのは4の数字。", facts[0]))
    else:
        missing.append("ニーズ調査")
    targets = [goal for goal in found if goal.target and not goal.drawn]
    if targets:
        claims.append(said(targets[0].clause, text="事業目標は上の表。"))
    else:
        missing.append("事業目標")
    counted = [each for each in methods(desk) if each.slot == "evidence"]
    if counted:
        claims.append(
            said(
                counted[0],
                text="利用状況の把握は上の測り方。"
                if not counted[0].numbers
                else "利用状況の把握は4の数字と同じ数え方。",
            )
        )
    else:
        missing.append("利用状況の把握")
    missing.append("事後評価")
    text = "と".join(["、".join(missing[:-1]), missing[-1]]) if len(missing) > 1 else missing[0]
    return [*claims, unknown(f"{text}のやり方", "作成課", f"{text}は")]


def _empty(desk: Desk) -> tuple[tuple[Claim, ...], ...]:
    hole = (unknown(_INDICATOR, "作成課", "", True, "outcome"),)
    ways = [each for each in methods(desk) if each.slot == "outcome"]
    return (
        hole,
        hole,
        hole,
        _until(desk) if deadline(desk) else hole,
        (said(ways[0], text=ways[0].text),) if ways else hole,
        (unknown(_STOPPING, "作成課と財政課", "", True),),
    )
