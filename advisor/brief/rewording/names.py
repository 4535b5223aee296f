"""Names in a text: of persons, places, firms, products and technologies."""

import re
import unicodedata
from typing import Final

from advisor.brief.lexicon import LEADERS, TECHNOLOGY
from advisor.words import Words

_LATIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9.+#&'-]*")
_KATAKANA: Final = re.compile(r"[ァ-ヶー・]{4,}")
_TITLED: Final = re.compile(
    r"[一-龥々ァ-ヶー]{1,6}(?:さん|氏|様|課長|係長|主任|部長|局長|市(?![民内外場街])|町(?![民内外])|村(?![民内外])|県(?![民内外])|区(?![民内外別切]))"
)
_FIRM: Final = re.compile(
    r"[^\s、。「」はがをにの]*(?:株式会社|有限会社|合同会社|財団法人|社団法人|(?<=[ァ-ヶーA-Za-z])社)[^\s、。「」はがをにの]*"
)
_MORE: Final = re.compile(
    r"生成|人工知能|顔認証|電子\w{1,4}|遠隔\w{0,4}|無人\w{1,3}|仮想\w{1,3}|個人番号|衛星|自動化|機械化|最適化|可視化|見える化|標準化"
)
_PARTY: Final = re.compile(
    r"(?:(?!元)[一-龥]){1,3}(?:業者|事業者|者|員|係|課|会|組合|団体|会社|企業|大学|学校|病院|役場|民|士|師|長|家族|世帯)|住民|市民|家族|世帯|企業|会社|団体|組合|業者|学生"
    r"|生徒|児童|子ども|若者|専門家|大学|学校|病院|議会|政府|国(?=[がはもとのにへや、])|県(?=[がはもとのにへや、])|夫|妻|父|母|客|友人|隣人"
)
"""Who does it, or has it done: added or left out, it is another fact."""
_COUNTS: Final = re.compile(r"[\d〇一二三四五六七八九十百千万億]+代?")
_RUN: Final = re.compile(r"[一-龥々ァ-ヶー]{3,}")
_OFFICE: Final = frozenset(
    {
        "サービス", "センター", "ボランティア", "スーパー", "コンビニ", "グループ", "アンケート", "イベント", "スタッフ", "リーダー", "メンバー",
        "サポート", "スケジュール", "コミュニティ", "コミュニケーション", "ネットワーク", "ニーズ", "ノート", "リスク", "テーマ", "スペース", "メニュー",
    }
)  # fmt: skip
"""Words that every office uses and that name nobody."""


def names(text: str, words: Words) -> frozenset[str]:
    """All names of a text, by the dictionary and by their shape."""
    flat = unicodedata.normalize("NFKC", text)
    shaped = {
        match.group()
        for pattern in (_LATIN, _KATAKANA, _TITLED, _FIRM, _MORE, TECHNOLOGY, LEADERS)
        for match in pattern.finditer(flat)
    }
    told = {word.surface for word in words(flat) if word.tags[1:2] == ("固有名詞",)}
    return frozenset(each for each in shaped | told if each not in _OFFICE and not _COUNTS.fullmatch(each))


def run_together(text: str, ground: str, words: Words) -> frozenset[str]:
    """The names that stand without a gap beside letters of `ground`, where the dictionary does not see them."""
    pieces = [
        piece
        for run in _RUN.findall(unicodedata.normalize("NFKC", text))
        for piece in _left_over(run, ground)
    ]
    return frozenset(name for piece in pieces for name in names(piece, words))


def _left_over(run: str, ground: str) -> list[str]:
    """What is left of a run of letters without its stretches of two letters and more that stand in `ground`."""
    left, at = "", 0
    while at < len(run):
        end = next((end for end in range(len(run), at + 1, -1) if run[at:end] in ground), at)
        left += run[at] if end == at else "、"
        at = max(end, at + 1)
    return [piece for piece in left.split("、") if len(piece) > 1]


def parties(text: str) -> frozenset[str]:
    """The persons and bodies of a text that have no name of their own."""
    return frozenset(match.group() for match in _PARTY.finditer(unicodedata.normalize("NFKC", text)))


def stands(name: str, text: str) -> bool:
    """Whether a name stands in a text, in any width."""
    return name in unicodedata.normalize("NFKC", text)
