"""The level of today that a target starts from: a figure of the same kind that counts the same thing."""

import re
from typing import Final

from advisor.brief.outline.desk import Desk
from advisor.brief.speech import Clause

_LIMIT: Final = r"以上|以下|未満|以内"
_KEY: Final = re.compile(r"[一-龥]{2,}|[ァ-ヶー]{2,}|\d+[一-龥]")
_DEED: Final = re.compile(r"([一-龥]{1,4})(?!の)[ぁ-ん]{1,4}(?:人|家族|世帯|者|会社|もの|こと)$")
"""「就職した人」, 「誰かと食べる人」: those who do a thing are counted where the thing itself is named."""
_KINDS: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"時間$|残業$"), r"(?:時間|分)"),
    (re.compile(r"日数$|待ち$"), r"(?:日|週間|か月)"),
    (re.compile(r"(?:費用|経費|費|額|料|代)$"), r"(?:億|千|万)?円"),
    (re.compile(r"(?:人数|人|者|客|生徒|児童)$"), r"[人名]"),
    (re.compile(r"(?:率|割合)$"), r"[割%]"),
)
_ANY: Final = r"(?:[割%]|[人件戸社軒回本台冊名]|世帯|家族|時間)"


def present_value(desk: Desk, what: str, target: str) -> tuple[Clause | None, str]:
    """The figure of today for an indicator `what` and its `target`; (None, "") where none is of the same kind.

    A target with a unit asks for the same unit; one without (「半分」, 「ゼロ」) for a figure that counts the very thing.
    """
    keys = _KEY.findall(re.sub(_LIMIT, "", what))
    unit = re.sub(r"^[^\d]*[\d,.]+", "", re.sub(rf"(?:{_LIMIT})$", "", target))
    if unit and re.search(r"\d", target):
        return _same_unit(desk, what, keys, re.escape(unit))
    return _same_thing(desk, what, keys)


def _same_unit(desk: Desk, what: str, keys: list[str], unit: str) -> tuple[Clause | None, str]:
    deed = _DEED.search(what)
    best: tuple[int, Clause | None, str] = (0, None, "")
    for clause in desk.sheet.of("evidence", "current_experience"):
        if deed and deed[1] not in clause.text:
            continue
        for part in clause.text.split("、"):
            for figure in re.finditer(rf"\d[\d,.]*{unit}(?![\d時])", part):
                score = sum(2 if key in part else 1 if key in clause.text else 0 for key in keys)
                score -= "全体" in part and "全体" not in what
                if score > best[0]:
                    best = (score, clause, figure.group())
    return best[1], best[2]


def _same_thing(desk: Desk, what: str, keys: list[str]) -> tuple[Clause | None, str]:
    """A figure of a clause that names all of the indicator, beside the word that narrows it most."""
    unit = next((kind for name, kind in _KINDS if name.search(what)), _ANY)
    for clause in desk.sheet.of("evidence", "current_experience"):
        if not keys or any(key not in clause.text for key in keys):
            continue
        figures = list(re.finditer(rf"\d[\d,.]*(?:万)?{unit}(?![\d時])", clause.text))
        after = [each for each in figures if each.start() > clause.text.find(keys[0])]
        if after or len(figures) == 1:
            return clause, (after or figures)[0].group()
    return None, ""
