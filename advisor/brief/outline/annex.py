"""顧客の一日 and 現状の数字と出典: the scenes and every figure with where it stands."""

import re
from typing import Final

from advisor.brief.lexicon import RELATIVE_YEAR, TIME_WORDS
from advisor.brief.model import Claim, Section, Table
from advisor.brief.outline.desk import Desk, customer, is_number, present
from advisor.brief.outline.goals import QUANTITY, goals, year_of
from advisor.brief.outline.keepers import keeper
from advisor.brief.outline.money import grant_keeper, grants
from advisor.brief.speech import Clause
from advisor.brief.write import said, sentence, unknown, worded

_SCENE = re.compile(
    r"((?:[一二三四五六七八九十\d]+日目|朝いちばん|朝|昼|夕方|夜中?|夜\d+時|冬|雪の(?:日|夜)|大雨の日|退院|月末|年度末|盆|正月|窓口)(?:から|に|の日)?)"
)
_NEED = re.compile(r"^([^、]{1,16}?(?:\d+[枚通件回])?)で(?:往復|片道|\d+時間|\d+分|半日|一日|丸一日)")
_SKIPPED: Final = re.compile(r"(?:以上|以下|未満|以内|から|目|度|年|月|島|期|年生|時|番|代|過|万|学)$")
_ASIDE: Final = re.compile(
    r"(?:(?:市|町|村|区|県|島)?内に|まだ|一日|半径|計|全部で|(?:\d+[期年回])?合計で?|[合あ]わせて|毎日|年に?|月に?|開館前に|ほぼ|約|全体で?|だけでも|だけで|が|は|を|に|で|も|の|から)+$"
)


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


def figures_section(desk: Desk) -> Section:
    """Every figure that was said, in the order of the slots, with what it counts, when, and who holds the original."""
    rows: list[tuple[tuple[Claim, ...], ...]] = []
    seen: set[str] = set()
    for slot in (
        "customer",
        "current_experience",
        "evidence",
        "strengths",
        "focus",
        "measure",
        "resources",
        "risks",
    ):
        for clause in desk.sheet.of(slot):
            found = figures(clause)
            if found and "、".join(found) not in seen and len(rows) < 24:
                seen.add("、".join(found))
                rows.append(_figure(desk, clause, found))
    if not rows:
        hole = unknown("現状の数字", keeper(desk))
        rows = [((hole,), (hole,), (hole,), (hole,))]
    columns = ("数字", "何の数字か", "時点", "原票")
    return Section(id="figures", title="現状の数字と出典", tables=(Table(columns=columns, rows=tuple(rows)),))


def figures(clause: Clause) -> list[str]:
    """The quantities of a clause verbatim; limits, dates and frequencies are no figures."""
    text = TIME_WORDS.sub(lambda match: "　" * len(match.group()), clause.text)
    found = []
    for match in re.finditer(rf"(?:\d+分の\d+|\d+/\d+|{QUANTITY.pattern})(?:円)?", text):
        value = clause.text[match.start() : match.end()]
        after = clause.text[match.end() : match.end() + 2]
        before = clause.text[max(0, match.start() - 2) : match.start()]
        if _SKIPPED.search(value[-2:]) or after.startswith(("以上", "以下", "未満", "から", "目", "後")):
            continue
        if after.startswith("の") and after != "のう" and not value.endswith("円"):
            continue
        if value.endswith("歳") and "平均" not in clause.text:
            continue
        if (
            clause.slot == "measure"
            and re.search(r"[月年週]に?$|(?:月|年|週)\d", before + value[:1])
            and value.endswith("回")
        ):
            continue
        if value.endswith("枚") and after.startswith("で"):
            continue
        found.append(value)
    return found


def _figure(desk: Desk, clause: Clause, found: list[str]) -> tuple[tuple[Claim, ...], ...]:
    when = [each.group() for each in TIME_WORDS.finditer(clause.text)]
    year = "、".join(when) or year_of(desk, clause)
    dated: tuple[Claim, ...] = (said(clause, text=year),) if year else (unknown("数字の時点", "作成課"),)
    relative = RELATIVE_YEAR.search(year)
    if relative:
        dated = (*dated, unknown(f"{relative.group()}がいつか", "作成課"))
    origin = (unknown("数字の原票", _holder(desk, clause)),)
    return ((said(clause, text="、".join(found)),), (_what(desk, clause, found),), dated, origin)


def _holder(desk: Desk, clause: Clause) -> str:
    if clause.slot == "resources":
        return grant_keeper(clause) if clause in grants(desk) else "財政課"
    if clause.slot in ("evidence", "customer") and not is_number(clause):
        return keeper(desk)
    return "財政課" if "円" in clause.text and clause.slot == "focus" else "作成課"


def _what(desk: Desk, clause: Clause, found: list[str]) -> Claim:
    who = customer(desk)
    if is_number(clause) and who is not None:
        return said(who, clause, text=who.text)
    if clause.slot == "resources" and re.match(r"^年?[\d,.]+万?円$", clause.text):
        return said(clause, text="概算")
    at = clause.text.find(found[0])
    before = clause.text[:at]
    if re.search(r"平均(?:で)?$", before) or found[0].startswith("平均"):
        before = f"{re.sub(r'(?:は|の)?平均(?:で)?$', '', before)}の平均"
    part = TIME_WORDS.sub("", before.split("、")[-1])
    part = _ASIDE.sub("", part)
    part = re.sub(r"^.*(?:は|が)(?=.{2})", "", part) if "「" not in part else part
    kept = re.match(r"(?:あった|いた|だった)([^がは、]{1,10})[がは]", clause.text[at + len(found[0]) :])
    part = kept[1] if kept and not part else part
    part = re.sub(r"^(?:あった|から|の|合わせて|は|が|で|[市町村区県]に)+", "", part)
    if part.endswith("た") and found[0].endswith("人"):
        part += "人"
    last = desk.words(part)[-1] if part else None
    if part.endswith("あたり") or last is None or last.tag not in ("名詞", "接尾辞", "形状詞", "代名詞"):
        part = clause.text if len(clause.text) <= 40 else clause.text.split("、")[0]
    if who is not None and clause.slot == "customer" and part in ("平均", "の平均"):
        return said(who, clause, text=f"{who.text}の平均")
    return said(clause, text=_indicator(desk, clause, part))


def _indicator(desk: Desk, clause: Clause, part: str) -> str:
    """「うち6割が証明書だけ」 counts what the indicator is called, where their words meet."""
    rest = re.fullmatch(r"うち\d[\d.]*[割%]が(.{2,12})", clause.text)
    if rest is None:
        return part
    return next((goal.what for goal in goals(desk) if goal.what.startswith(rest[1])), rest[1])
