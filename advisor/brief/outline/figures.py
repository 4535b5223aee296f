"""現状の数字と出典: every figure that was said, with what it counts, when, and who holds the original."""

import re
from typing import Final

from advisor.brief.lexicon import RELATIVE_YEAR, TIME_WORDS
from advisor.brief.model import Claim, Section, Table
from advisor.brief.outline.counts import Count, counts
from advisor.brief.outline.desk import Desk, customer, is_number, stops
from advisor.brief.outline.goals import goals, year_of
from advisor.brief.outline.keepers import keeper
from advisor.brief.outline.money import grant_keeper, grants
from advisor.brief.speech import Clause
from advisor.brief.write import said, unknown
from advisor.framework.slots import Slot

_SLOTS: Final[tuple[Slot, ...]] = (
    "customer", "current_experience", "evidence", "strengths", "focus", "measure", "resources", "risks",
)  # fmt: skip
_MOST: Final = 24
_PERSONS: Final = re.compile(r"[人名戸社件軒組]$|世帯$|家族$")


def figures_section(desk: Desk) -> Section:
    """The figures in the order of the slots; figures of one clause share a row where they count the same thing."""
    rows: list[tuple[tuple[Claim, ...], ...]] = []
    seen: set[str] = set()
    for clause in (clause for slot in _SLOTS for clause in desk.sheet.of(slot)):
        for count in counts(clause, desk.words):
            key = "、".join(count.values)
            if key not in seen and len(rows) < _MOST:
                seen.add(key)
                rows.append(_row(desk, clause, count))
    if not rows:
        hole = unknown("現状の数字", keeper(desk))
        rows = [((hole,), (hole,), (hole,), (hole,))]
    columns = ("数字", "何の数字か", "時点", "原票")
    return Section(id="figures", title="現状の数字と出典", tables=(Table(columns=columns, rows=tuple(rows)),))


def _row(desk: Desk, clause: Clause, count: Count) -> tuple[tuple[Claim, ...], ...]:
    when = [each.group() for each in TIME_WORDS.finditer(clause.text)]
    year = "、".join(when) or year_of(desk, clause)
    dated: tuple[Claim, ...] = (said(clause, text=year),) if year else (unknown("数字の時点", "作成課"),)
    relative = RELATIVE_YEAR.search(year)
    if relative:
        dated = (*dated, unknown(f"{relative.group()}がいつか", "作成課"))
    origin = (unknown("数字の原票", _holder(desk, clause)),)
    return ((said(clause, text="、".join(count.values)),), (_what(desk, clause, count),), dated, origin)


def _holder(desk: Desk, clause: Clause) -> str:
    if clause.slot == "resources":
        return grant_keeper(clause) if clause in grants(desk) else "財政課"
    if clause.slot in ("evidence", "customer") and not is_number(clause):
        return keeper(desk)
    return "財政課" if "円" in clause.text and clause.slot == "focus" else "作成課"


def _what(desk: Desk, clause: Clause, count: Count) -> Claim:
    who, ended = customer(desk), _ended(desk, clause)
    counted = _customers(who, clause, count) if who is not None else ""
    if who is not None and counted:
        return said(who, clause, text=counted)
    if clause.slot == "resources" and re.match(r"^年?[\d,.]+万?円$", clause.text):
        return said(clause, text="概算")
    if ended and count.named and len(count.what) <= 4 and count.what not in ended:
        return said(clause, text=f"{count.what}({ended})")
    return said(clause, text=_indicator(desk, clause, count.what))


def _customers(who: Clause, clause: Clause, count: Count) -> str:
    """The customer, where a figure counts customers and its clause does not name them; else nothing."""
    if is_number(clause):
        return who.text
    if clause.slot != "customer":
        return ""
    if count.what in ("平均", "の平均"):
        return f"{who.text}の平均"
    if not _PERSONS.search(count.values[0]):
        return ""
    if re.fullmatch(r"\d+(?:学年|学級|クラス|校|地区|棟)", count.what):
        return f"{who.text}({count.what})"
    return "" if count.named or who.text in clause.text else who.text


def _ended(desk: Desk, clause: Clause) -> str:
    """What is to be stopped, where a figure was said of it in the same breath."""
    stop = next((each for each in stops(desk) if each.turns == clause.turns and each is not clause), None)
    thing = (
        re.match(r"^([^、]+?)(?:は|を|も)(?:いったん)?(?:やめる|止める|廃止する|終わりにする)$", stop.text)
        if stop
        else None
    )
    return thing[1] if thing and clause.slot == "focus" else ""


def _indicator(desk: Desk, clause: Clause, part: str) -> str:
    """「うち6割が証明書だけ」 counts what the indicator is called, where their words meet."""
    rest = re.fullmatch(r"うち\d[\d.]*[割%]が(.{2,12})", clause.text)
    if rest is None:
        return part
    return next((goal.what for goal in goals(desk) if goal.what.startswith(rest[1])), rest[1])
