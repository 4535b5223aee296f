"""The fourteen things a brief needs to know (labels: the annotation guide)."""

from typing import Final, Literal, get_args

Slot = Literal[
    "aspiration",
    "customer",
    "current_experience",
    "evidence",
    "value",
    "strengths",
    "focus",
    "measure",
    "technology_role",
    "leader",
    "stakeholders",
    "outcome",
    "resources",
    "risks",
]

SLOTS: Final[tuple[Slot, ...]] = get_args(Slot)

SHORT_PATH: Final[tuple[Slot, ...]] = (
    "aspiration",
    "customer",
    "current_experience",
    "value",
    "technology_role",
)
"""The path after which a draft is offered; test_the_means asks for the last of them."""

SLOT_NAMES: Final[dict[Slot, str]] = {
    "aspiration": "願い",
    "customer": "だれのため",
    "current_experience": "いまの暮らし",
    "evidence": "数字と声",
    "value": "届ける価値",
    "strengths": "地域の強み",
    "focus": "絞ること・やめること",
    "measure": "仕事の変え方",
    "technology_role": "技術の出番",
    "leader": "庁内の引っ張り手",
    "stakeholders": "調整先",
    "outcome": "成果の印",
    "resources": "お金と人と時期",
    "risks": "心配ごと",
}
"""How a slot is called on the page and in a reply."""

SLOT_KEEPERS: Final[dict[Slot, str]] = {
    "aspiration": "所属長",
    "customer": "窓口の担当",
    "current_experience": "顧客本人",
    "evidence": "記録を持つ係",
    "value": "顧客本人",
    "strengths": "地域をよく知る支所や現場の職員",
    "focus": "所属長と財政課",
    "measure": "実務を担う係",
    "technology_role": "情報担当課",
    "leader": "所属長",
    "stakeholders": "所属長",
    "outcome": "企画担当課",
    "resources": "財政課",
    "risks": "実務を担う係",
}
"""Who in the office could tell what a slot still lacks."""
