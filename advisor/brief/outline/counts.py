"""What the figures of a clause count: 「34軒あった宿が今12軒」 -> 34軒 and 12軒 count 宿."""

import re
from typing import Final, NamedTuple

from advisor.brief.lexicon import TIME_WORDS
from advisor.brief.outline.goals import QUANTITY
from advisor.brief.speech import Clause
from advisor.words import Words

_SKIPPED: Final = re.compile(r"(?:以上|以下|未満|以内|から|目|度|年|月|島|期|年生|時|番|代|過|万|学)$")
_ASIDE: Final = re.compile(
    r"(?:(?:市|町|村|区|県|島)?内に|まだ|一日|半径|計|全部で|(?:\d+[期年回])?合計で?|[合あ]わせて|毎日|(?<!学)年に?|月に?|開館前に|ほぼ|約|全体で?|だけでも|だけで|が|は|を|に|で|も|の|から)+$"
)
_FIGURE: Final = re.compile(rf"(?:\d+分の\d+|\d+/\d+|{QUANTITY.pattern})(?:円)?")
_LIMITS: Final = ("以上", "以下", "未満", "から", "目", "後")
_NOUNS: Final = ("名詞", "接尾辞", "形状詞", "代名詞")


class Count(NamedTuple):
    """Figures that count one thing."""

    values: tuple[str, ...]
    """The quantities verbatim."""
    what: str
    named: bool
    """Whether the clause names the thing by a noun; else `what` is the clause itself."""


def counts(clause: Clause, words: Words) -> tuple[Count, ...]:
    """The figures of a clause, each with what it counts; one that names no thing of its own joins the one before."""
    found = _figures(clause)
    rows: list[Count] = []
    for at, (start, end) in enumerate(found):
        value = clause.text[start:end]
        if not rows:
            rows.append(_first(clause, value, start, words))
            continue
        own = _own(clause.text[found[at - 1][1] : start], value, rows[-1].what, words)
        if own and rows[0].named and own != rows[-1].what:
            rows.append(Count((value,), own, True))
        else:
            rows[-1] = rows[-1]._replace(values=(*rows[-1].values, value))
    return tuple(rows)


def _figures(clause: Clause) -> list[tuple[int, int]]:
    """Where the quantities of a clause stand; limits, dates and frequencies are no figures."""
    text = TIME_WORDS.sub(lambda match: "　" * len(match.group()), clause.text)
    return [match.span() for match in _FIGURE.finditer(text) if _is_figure(clause, *match.span())]


def _is_figure(clause: Clause, start: int, end: int) -> bool:
    value = clause.text[start:end]
    before, after = clause.text[max(0, start - 2) : start], clause.text[end : end + 2]
    if _SKIPPED.search(value[-2:]) or after.startswith(_LIMITS):
        return False
    if after.startswith("の") and after != "のう" and not value.endswith("円"):
        return False
    if value.endswith("歳") and "平均" not in clause.text:
        return False
    often = re.search(r"[月年週]に?$|(?:月|年|週)\d", before + value[:1])
    if clause.slot == "measure" and often and value.endswith("回"):
        return False
    return not (value.endswith("枚") and after.startswith("で"))


def _first(clause: Clause, value: str, start: int, words: Words) -> Count:
    before, after = clause.text[:start], clause.text[start + len(value) :]
    if re.search(r"平均(?:で)?$", before) or value.startswith("平均"):
        before = f"{re.sub(r'(?:は|が|の)?平均(?:で)?$', '', before)}の平均"
    part = _bare(before.split("、")[-1], words)
    kept = re.match(r"(?:あった|いた|だった)([^がは、]{1,10})[がは]", after)
    part = kept[1] if kept and not part else part
    if part.endswith("た") and value.endswith("人"):
        part += "人"
    becomes = before.endswith("で") and after.startswith(("にな", "に増", "に減"))
    if becomes or part.endswith("あたり") or not _is_noun(part, words):
        return Count((value,), clause.text if len(clause.text) <= 40 else clause.text.split("、")[0], False)
    return Count((value,), part, True)


def _own(between: str, value: str, whole: str, words: Words) -> str:
    """What a further figure counts by its own name (「うち八十代が430件」 -> a part of the whole); else nothing."""
    dated = TIME_WORDS.sub("", between + value).removesuffix(value)
    text = re.sub(r"^(?:の|で|、|あり|そ)*うち|^.*、(?:その)?うち", "うち", dated)
    of_it = text.startswith("うち")
    part = _bare(text.removeprefix("うち").split("、")[-1], words)
    if part.endswith(("た", "いる")) and re.search(r"[人名]$", value):
        part += "人"
    part = re.sub(r"^(?:どこも|どれも|それぞれ|各)", "", part)
    if len(part) < 2 or not _is_noun(part, words):
        return ""
    return f"{whole}のうち{part}" if of_it and len(part) <= 6 else part


def _bare(text: str, words: Words) -> str:
    """A stretch before a figure without times, asides and particles, from its last subject on."""
    part = _ASIDE.sub("", TIME_WORDS.sub("", text))
    last = re.match(r"^(.*(?:は|が))(?=.{2})", part) if "「" not in part else None
    if last and words(part[last.end() :])[0].tag in _NOUNS:
        part = part[last.end() :]
    return re.sub(r"^(?:あった|から|の|合わせて|は|が|で(?!き)|[市町村区県]に)+", "", part)


def _is_noun(part: str, words: Words) -> bool:
    return bool(part) and words(part)[-1].tag in _NOUNS
