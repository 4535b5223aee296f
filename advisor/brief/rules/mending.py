"""What mends a finding: a question whose answer fills the gap, or a change that one press can make."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from advisor.brief.dates import era_year
from advisor.brief.lexicon import has_technology
from advisor.brief.material import Material
from advisor.brief.model import Ask, Brief, Finding, Fix, SlotFix
from advisor.brief.sheet import technologies
from advisor.framework.slots import SLOTS, Slot

_ASKS: Final[Mapping[str, tuple[str, Slot | None, str]]] = {
    "要旨に技術名がない": ("技術の名を消すと、だれの何が変わる話ですか?", "aspiration", "作成者"),
    "件名に技術名がない": ("めざす姿を一言で言うと、どんな件名になりますか?", "aspiration", "作成者"),
    "主語が住民である文がある": ("「その人が」で始めると、何がどうなりますか?", "aspiration", "作成者"),
    "顧客が「住民」「市民」だけでない": (
        "いちばん先に顔が浮かぶのは、どんな状況の、何人くらいの方ですか?",
        "customer",
        "窓口の担当",
    ),
    "やめることが書いてある": ("これが始まったら、やめてよい仕事は何ですか?", "focus", "所属長と財政課"),
    "庁内リーダーが首長・議員でない": ("庁内でこの案を引っ張る職員は、どなたですか?", "leader", "所属長"),
    "公平性に触れている": ("今回は待っていただく方に、何と説明しますか?", "focus", "作成課"),
    "他市名に差し替えても成り立たない": (
        "隣の町にはなくて、ここにあるものは何ですか?",
        "strengths",
        "地域をよく知る支所や現場の職員",
    ),
    "顧客が来訪者なら、住民に返るものがある": (
        "来る人が増えると、住んでいる人に何が返りますか?",
        "value",
        "作成課",
    ),
    "声が本人のものである": (
        "ご本人は何と言っていましたか。いつ、何人に聞きましたか?",
        "current_experience",
        "顧客本人",
    ),
    "補助の使い道と事業内容が合う": ("この補助は、6の内容にも使えますか?", "resources", "補助の担当"),
    "入れると言った技術の始末がついている": (
        "その技術は取り下げますか。残すなら、どの場面のためですか?",
        "technology_role",
        "作成者",
    ),
    "推量の数を言い切っていない": ("その数は、どの書類で確かめられますか?", "evidence", "記録を持つ係"),
    "伝聞が要旨の土台になっていない": ("だれに、いつ、何人から聞いた話ですか?", "evidence", "記録を持つ係"),
    "同じ項目の言い方が二つない": ("二通りの言い方の、どちらが合っていますか?", "customer", "作成者"),
    "金額に負担者がある": ("その費用は、だれが負担していますか?", "resources", "財政課"),
    "相手が一人に決まらない": ("団体や職の名で書いても、話は通じますか?", "stakeholders", "作成者"),
    "現状値のない目標がない": ("同じ数え方で、いまはいくつですか?", "evidence", "記録を持つ係"),
    "利用件数を成果と呼んでいない": (
        "使われたあと、その人の暮らしの何が変わりますか?",
        "outcome",
        "作成課",
    ),
    "技術なしの案が比較にある": ("停電の日にもできるやり方は、何ですか?", "measure", "実務を担う係"),
    "中止条件がある": ("1年後、どうなっていたら「やめる」と言えますか?", "outcome", "作成課と財政課"),
    "四つが見える": ("始めたあと、だれが何を数え、いつ振り返りますか?", "outcome", "作成課"),
    "数字の範囲が顧客と合う": ("そのうち、この方たちの分はいくつですか?", "evidence", "記録を持つ係"),
    "料金・回数に単位の別がある": (
        "往復ですか、片道ですか。一か所の回数ですか、合計ですか?",
        "current_experience",
        "作成課",
    ),
    "減らす目標に、対の確かめがある": (
        "あきらめた人が増えただけではないと、何で分かりますか?",
        "outcome",
        "作成課",
    ),
    "割合の目標に件数を添える": ("割合のほかに、件数ではいくつですか?", "outcome", "記録を持つ係"),
    "相対の年が残っていない": ("それは何年のことですか?", "evidence", "記録を持つ係"),
}
_RELATIVE: Final = re.compile(r"一昨年度?|おととし|昨年度?|去年|今年度?|来年度?")
_YEARS: Final = {"一昨年": -2, "おととし": -2, "昨年": -1, "去年": -1, "今年": 0, "来年": 1}


def mended(finding: Finding, brief: Brief, material: Material) -> Finding:
    """Return the finding with the question to ask, and the change that mends it where there is one."""
    asked = _ASKS.get(finding.rule)
    question = Ask(text=asked[0], slot=asked[1], who=asked[2]) if asked else None
    made = _FIXES.get(finding.rule)
    fix = made(brief, material) if made else None
    return finding.model_copy(update={"question": question, "fix": fix})


def _name_the_want(brief: Brief, material: Material) -> Fix | None:
    """A subject typed by hand that names a technology gives way to the one drawn from the want."""
    names = tuple(mention.name for mention in technologies(material))
    if not has_technology(material.header.subject, names):
        return None
    return Fix(label="手で入れた件名を消し、願いから付け直す", header=("subject", ""))


def _date_the_years(brief: Brief, material: Material) -> Fix | None:
    """Years that move become years that stand, counted from the date of the paper."""
    found = re.fullmatch(r"(\d{4})-(\d{2})-\d{2}", material.header.date)
    if found is None:
        return None
    year, month = int(found[1]), int(found[2])
    changes = [
        SlotFix(slot=slot, old=word, new=_dated(word, year, month))
        for slot in SLOTS
        if not _corrected(slot, material)
        for word in _words_of(slot, material)
    ]
    if not changes:
        return None
    told = dict.fromkeys(f"「{each.old}」を「{each.new}」" for each in changes)
    return Fix(label=f"{'、'.join(told)}と書く", slots=tuple(changes))


def _words_of(slot: Slot, material: Material) -> list[str]:
    """The moving years of a line, longer words first, so that none is read as part of another."""
    said = "\n".join(value.text for value in material.worksheet[slot].values)
    return sorted(set(_RELATIVE.findall(said)), key=lambda word: (-len(word), word))


def _corrected(slot: Slot, material: Material) -> bool:
    """Whether a message corrects the line: its words are read together with what they correct."""
    return any(each.correction and slot in each.slots for each in material.utterances)


def _dated(word: str, year: int, month: int) -> str:
    if word.endswith("年度"):
        fiscal = year if month >= 4 else year - 1
        return era_year(fiscal + _YEARS[word.removesuffix("度")]) + "度"
    return era_year(year + _YEARS[word])


_FIXES: Final[Mapping[str, Callable[[Brief, Material], Fix | None]]] = {
    "件名に技術名がない": _name_the_want,
    "相対の年が残っていない": _date_the_years,
}
