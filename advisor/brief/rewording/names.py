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
_COUNTS: Final = re.compile(r"[\d〇一二三四五六七八九十百千万億]+代?")
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


def stands(name: str, text: str) -> bool:
    """Whether a name stands in a text, in any width."""
    return name in unicodedata.normalize("NFKC", text)
