"""The names of everything that may be filled into a phrasing."""

from typing import Final

from advisor.framework.slots import Slot

ROWS: Final[dict[str, Slot]] = {
    "願い": "aspiration",
    "だれ": "customer",
    "いま": "current_experience",
    "数字": "evidence",
    "価値": "value",
    "強み": "strengths",
    "絞り": "focus",
    "施策": "measure",
    "出番": "technology_role",
    "担い手": "leader",
    "調整": "stakeholders",
    "成果": "outcome",
    "資源": "resources",
    "心配": "risks",
}
"""Words of the worksheet."""

QUOTES: Final = (
    "引用",
    "引用2",
    "引用3",
    "体",
    "体2",
    "文",
    "数",
    "数2",
    "数3",
    "量",
    "量2",
    "量3",
    "人",
    "金",
    "金2",
    "期限",
    "気持ち",
)
"""Words of the message: of any kind, ending in a noun, ending a clause, with a number, naming persons, money, a date, a feeling."""

FACTS: Final = (
    "左", "右", "名", "既出", "技術", "今の技術", "挙1", "挙2", "挙3", "技術2", "技術3", "得意", "苦手", "助言", "得意2", "札なし",
    "項目", "次項目", "聞く相手", "聞く相手2", "地域", "相手", "所", "旧", "新", "行", "行2", "版", "行数", "済",
    "要旨", "届ける価値", "穴", "浮き", "既数",
)  # fmt: skip
"""Words of the scene: contrasts, technologies and their cards, rows of the worksheet, the case, the correction, the draft."""

PLACEHOLDERS: Final = frozenset((*ROWS, *QUOTES, *FACTS))
