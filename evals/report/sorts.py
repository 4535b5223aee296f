"""What the kinds of officials are called in the report."""

from typing import Final

SORTS: Final = {
    "brief_only": "企画書だけ", "busy": "忙しい", "careless": "個人の情報を書いてしまう", "casual": "くだけた", "casual_many_facts": "くだけて盛りだくさん",
    "changes_customer": "途中で相手が変わる", "copying": "隣の町のまね", "cynical": "斜に構える", "dont_know": "分からないばかり", "efficient": "手短",
    "engineer_jargon": "技術者の言葉", "english_mixed": "英語まじり", "formal": "改まった", "formal_letter": "手紙のよう", "grant_driven": "補助金ありき",
    "hostile": "敵対的", "hurried_fragments": "急ぎの断片", "jargon": "専門語", "kyushu_dialect": "九州の言葉", "legitimate_phase1": "業務改善でよい",
    "neighbour_copy": "隣の町のまね", "off_topic": "話がそれる", "ordered": "首長の指示", "plain_chat": "ふだんの話し方", "plain_polite": "ふつうに丁寧",
    "polite": "丁寧", "purpose_first": "願いから", "purposeful": "はじめから願いがある", "purposeful_quotes": "願いと声がある", "question_back": "問いで返す",
    "questions_back": "問いで返す", "rambling": "話が長い", "reconsidering": "考え直す", "reference_interview": "調べもの", "sardonic": "皮肉",
    "talkative": "話し好き", "tech_obsessed": "技術に夢中", "technology_struck": "技術に打たれた", "terse": "言葉少な", "tohoku_dialect": "東北の言葉",
    "tosa_dialect": "土佐の言葉", "vague": "あいまい", "western_dialect": "西の言葉",
}  # fmt: skip
"""By the `kind` of a scenario, or the `manner` of an official; one that is new is shown as it stands."""


def sort_name(kind: str) -> str:
    """How a kind of official is called."""
    return SORTS.get(kind, kind)
