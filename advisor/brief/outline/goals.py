"""Indicators read from what was said: what is measured, from where, to where, by when."""

import re
from typing import Final, NamedTuple

from advisor.brief.lexicon import DEADLINE, MEASURED, TIME_WORDS
from advisor.brief.outline.desk import Desk
from advisor.brief.outline.levels import present_value
from advisor.brief.speech import Clause

QUANTITY: Final = re.compile(
    r"(?:約|延べ|年間?|平均|上限|全体|計|往復|片道|合計)?\d[\d,.]*(?:万|億|千)?(?:\d[\d,.]*千?)?(?:立方メートル|平方メートル|\s?households|\s?people|時間\d+分|ヘクタール|ポイント|家族|世帯|か所|カ所|箇所|時間|メートル|キロ|ミリ|か月|週間|種類|パーセント|%|%|[一-龥つ])(?:以上|以下|未満|以内|すべて)?"
)


class Goal(NamedTuple):
    """One row of the indicators; parts that were not said are empty."""

    what: str
    target: str
    now: Clause | None
    now_text: str
    clause: Clause
    drawn: bool = False
    """Whether the indicator is only a candidate taken from facts or signs."""


def deadline(desk: Desk) -> tuple[str, Clause] | None:
    """The date by which it is to be reached, verbatim, with its clause."""
    for clause in desk.sheet.of("outcome"):
        found = DEADLINE.search(clause.text)
        if found:
            return found[1] + ("まで" if (found[2] or "").startswith("まで") else ""), clause
    return None


def goals(desk: Desk) -> tuple[Goal, ...]:
    """Targets the official set; without any, candidates from the evidence and the signs of value."""
    found: list[Goal] = []
    for clause in desk.sheet.of("outcome"):
        if DEADLINE.fullmatch(clause.text) or (MEASURED.search(clause.text) and not clause.numbers):
            continue
        found += _set(desk, clause)
    return tuple(found[:5]) or _candidates(desk)


_ARROW = re.compile(
    r"(.+?)(?:を|は|が|、)?((?:一?[月年週日]|毎日|1日|約|延べ)?\d[^→をがは]*?)(?:→|から)((?:一?[月年週日]|毎日|1日|約)?\d[^→をがは]*?)"
    r"(?:に|へ|と)?(?:する|減らす|増やす|下げる|上げる|抑える|伸ばす|短縮する)?"
)
_AIMED = re.compile(r"(.+?)(?:は|が)((?:年間?|月)?\d[^をはが]*?)を(?:Target|目標|目安)に(?:する)?")
_MADE = re.compile(
    r"(.+?)を([^をは]{1,14}?)(?:に|へ|と)(?:する|減らす|増やす|抑える|下げる|上げる|伸ばす)(?:こと)?"
)
_BECOME = re.compile(
    r"(.+?)(?:が|は)([^がは]{0,4}\d[\d,.]*[一-龥%]{1,3}(?:以上|以下|未満)?)(?:に(?:なって(?:い)?る|なる)|ある|いる|生まれる)(?:こと)?"
)
_PAIRS = re.compile(r"([^、がは]+?)(?:が|は)(\d[\d,.]*(?:万|千)?[一-龥つ%]{1,2}(?:以上|以下|未満)?)(?=、|$)")


def _set(desk: Desk, clause: Clause) -> list[Goal]:
    """The indicators of one clause: 「AをBにする」, 「24日→5日」, 「Aが60件」, else the clause as a whole."""
    text = _undated(clause.text)
    if not text:
        return []
    arrow = _ARROW.fullmatch(text)
    if arrow:
        return [Goal(re.sub(r"(?:を|は|が)$", "", arrow[1]), arrow[3], clause, arrow[2], clause)]
    aimed = _AIMED.fullmatch(text)
    made = None if aimed else _MADE.fullmatch(text)
    counted = _counted(desk, made[1]) if made else None
    if made and counted:
        return [Goal(counted[1], made[2], counted[0], counted[2], clause)]
    found = aimed or made or _BECOME.fullmatch(text)
    pairs = [(found[1], found[2])] if found else _PAIRS.findall(text)
    return [_against_today(desk, clause, what, target) for what, target in pairs] or [_whole(clause, text)]


def _against_today(desk: Desk, clause: Clause, what: str, target: str) -> Goal:
    now, value = present_value(desk, what, target)
    return Goal(re.sub(r"(?<=[うくすつぬむるたい])の$", "もの", what), target, now, value, clause)


def _counted(desk: Desk, value: str) -> tuple[Clause, str, str] | None:
    """What a bare figure (「52名」) counted when it was said before."""
    tail = re.fullmatch(r"(.*?)(?:の|が|は)?(\d[\d,.]*(?:[割%]|[一-龥]{1,2}))", value)
    if tail is None:
        return None
    named, value = tail[1], tail[2]
    for clause in desk.sheet.of("evidence", "current_experience", "customer"):
        at = clause.text.find(value)
        if at > 0:
            part = re.sub(r"(?:が|は|を|に|で|も|の)+$", "", clause.text[:at].split("、")[-1])
            return (clause, named or part, value) if len(named or part) > 1 else None
    return None


def _whole(clause: Clause, text: str) -> Goal:
    number = next(
        (each for each in QUANTITY.finditer(text) if not text[each.end() :].startswith(("後", "目", "前"))),
        None,
    )
    if clause.has("sign"):
        every = re.search(r"全員|全戸|すべて", text)
        return Goal(f"{text}こと", every.group() if every else "", None, "", clause)
    return Goal(text, number.group() if number else "", None, "", clause)


def _undated(text: str) -> str:
    found = DEADLINE.search(text)
    if not found:
        return text
    rest = re.sub(r"(?i)\bby\s*$", "", text[: found.start()]) + re.sub(
        r"^(?:までに|まで|に|には|、|中に|の|で)+", "", text[found.end() :]
    )
    return re.sub(r"^[、にはの]+", "", rest)


def year_of(desk: Desk, clause: Clause) -> str:
    """The year a figure belongs to: said in its clause, or in one of the same message."""
    found = TIME_WORDS.search(clause.text)
    if found:
        return found.group()
    for each in desk.sheet.of(clause.slot):
        if each.turns == clause.turns and (found := re.match(TIME_WORDS, each.text)):
            return found.group()
    return ""


def _candidates(desk: Desk) -> tuple[Goal, ...]:
    rows: list[Goal] = []
    for clause in desk.sheet.of("evidence"):
        pair = re.fullmatch(
            r"(.+?)(?:が|は)((?:令和|平成)?\d+年度?)は(\d[^、]*)、((?:令和|平成)?\d+年度?)は(\d.*)",
            clause.text,
        )
        if pair:
            rows.append(Goal(f"{pair[1]}の数", "", clause, f"{pair[4]}は{pair[5]}", clause, True))
    for clause in desk.sheet.of("value"):
        if clause.has("sign") and clause.text.endswith(("た", "だ")):
            rows.append(Goal(f"{clause.text}人の数", "", None, "", clause, True))
    return tuple(rows[:3])
