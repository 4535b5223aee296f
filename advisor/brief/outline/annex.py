"""顧客の一日: one row a scene that was told."""

import re

from advisor.brief.model import Claim, Section, Table
from advisor.brief.outline.desk import Desk, present
from advisor.brief.speech import Clause
from advisor.brief.write import said, sentence, unknown, worded

_SCENE = re.compile(
    r"((?:[一二三四五六七八九十\d]+日目|朝いちばん|朝|昼|夕方|夜中?|夜\d+時|冬|雪の(?:日|夜)|大雨の日|退院|月末|年度末|盆|正月|窓口)(?:から|に|の日)?)"
)
_NEED = re.compile(r"^([^、]{1,16}?(?:\d+[枚通件回])?)(?<!ま)で(?:往復|片道|\d+時間|\d+分|半日|一日|丸一日)")


def journey_section(desk: Desk) -> Section:
    """The customer's day: one row a scene that was told; nothing is invented for the rest."""
    rows = [row for row in (_scene(desk, each) for each in present(desk)[:4]) if row]
    rows += [
        _good_scene(each)
        for each in desk.sheet.of("strengths")
        if re.match(r"朝いちばん|朝|夜|夕方", each.text)
    ][:1]
    ask = unknown("顧客の一日(場面、困りごと、しのぎ方)", "顧客本人")
    if not rows:
        rows = [((ask,), (ask,), (ask,), (ask,))]
    table = Table(
        columns=("場面", "していること・起きていること", "困りごと", "今のしのぎ方"), rows=tuple(rows)
    )
    return Section(id="journey", title="顧客の一日", tables=(table,))


def _scene(desk: Desk, clause: Clause) -> tuple[tuple[Claim, ...], ...] | None:
    ask = unknown("顧客の一日(場面、困りごと、しのぎ方)", "顧客本人")
    ways = [each for each in desk.sheet.of("current_experience") if each.has("coping")]
    coping = (said(ways[0]),) if ways else (unknown("今のしのぎ方", "顧客本人"),)
    need = _NEED.match(clause.text)
    if need:
        rest = clause.text[len(need[1]) + 1 :]
        beside = [
            each
            for each in present(desk)
            if each is not clause and each.ending == "体" and each.turns == clause.turns
        ]
        trouble = (said(beside[0], text=beside[0].text),) if beside else (ask,)
        return ((said(clause, text=f"{need[1]}が要る日"),), (said(clause, text=rest),), trouble, coping)
    scene = _SCENE.search(clause.text)
    if scene:
        return (
            (said(clause, text=scene[1]),),
            (ask,),
            (said(clause, text=sentence(worded(clause))),),
            coping,
        )
    return None


def _good_scene(clause: Clause) -> tuple[tuple[Claim, ...], ...]:
    found = re.match(r"(朝いちばん|朝|夜|夕方)(?:の|は|に|、)?", clause.text)
    scene = found[1] if found else ""
    rest = clause.text[found.end() :] if found else clause.text
    return (
        (said(clause, text=scene),),
        (said(clause, text=sentence(rest)),),
        (unknown("顧客の一日(場面、困りごと、しのぎ方)", "顧客本人"),),
        (),
    )
