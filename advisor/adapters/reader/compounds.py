"""Compound nouns that may be a technology's name: runs of nouns around a known name, a modifier or a head."""

from collections.abc import Sequence
from typing import Final

from advisor.adapters.reader.lexicon import MODIFIERS, STRONG_HEADS
from advisor.words import Word

_TAIL_WORDS: Final = """
活用 利活用 市場 導入 事業 計画 特区 実証 実験 選定 更新 整備 推進 率 数 係 室 課 部 局 担当 研修 講座 人材 補助 補助金 交付金 予算 費 費用 関連 系 企業 会社
製品 業者 技術 社会 時代 構想 戦略 政策 施策 協議 会 対応 環境 利用 普及 促進 検討 提案 調査 競争 依存 登録 登録者 利用者 友だち 職員数 件数 公開 構築 開発 運用
設置 増設 購入 契約 料金 料 代 者 側 上 中 内 用 等 など 以外 以上 全般 自体 頼み 任せ 先行 先進 自治体 団体 関係 関連 担当者 作業 業務 案 仕様 仕様書 標準 標準化 リプレース
向け 的 なし っぽい みたい 疲れ 映え 化 型 アカウント ライセンス 指針 ガイドライン メニュー 月額 ありき 前提 目的 操作 教育 産業 分野 領域 施設 特集 大会 展 展示 展示会 フェア セミナー 勉強 室長 室 長 補佐 責任者 一覧 一式
"""
_FRONT_WORDS: Final = """
来年度 今年度 次年度 来年 今年 昨年 去年 令和 平成 最新 流行り 話題 今 当市 本市 弊市 当町 本町 当村 本県 当県 全国 県内 市内 町内 村内 全庁 庁内 国 県 市 町 村 区 市長 町長 村長
住民 市民 町民 村民 職員 利用 活用 導入 整備 全部 全戸 各課 各 全 新 次 毎日 毎月 今後 将来 結局 一応 正直 たとえば 例えば 検討 専用 単なる 例 件 目玉 対象 手段 課題 担当
"""
TAILS: Final = frozenset(_TAIL_WORDS.split())
_FRONTS: Final = frozenset(_FRONT_WORDS.split())
_BREAKS: Final = frozenset(
    {"×", "x", "・", "/", "+", "&", "や", "と", "「", "」", "『", "』", "(", ")", "、", "。"}
)
_RUN_TAGS: Final = frozenset({"名詞", "接頭辞", "接尾辞", "形状詞", "記号"})


def compounds(surfaces: Sequence[str], words: Sequence[Word], places: Sequence[str]) -> list[str]:
    """Return for each word its place (b, i, o) in a compound that may name a technology; `places` are known names."""
    tags = ["o"] * len(words)
    index = 0
    while index < len(words):
        if not continues(surfaces, words, places, index):
            index += 1
            continue
        end = index
        while (
            end + 1 < len(words)
            and words[end + 1].start == words[end].end
            and continues(surfaces, words, places, end + 1)
        ):
            end += 1
        _mark(tags, surfaces, words, places, index, end)
        index = end + 1
    return tags


def joints(surfaces: Sequence[str], words: Sequence[Word], compound: Sequence[str]) -> list[str]:
    """Return for each word its place in two runs of nouns joined by の of which the second is a compound that ends in a head."""
    tags = ["o"] * len(words)
    for middle in range(1, len(words) - 1):
        if surfaces[middle] != "の" or compound[middle + 1] != "b":
            continue
        end = middle + 1
        while end + 1 < len(words) and compound[end + 1] == "i":
            end += 1
        start = middle
        while start > 0 and continues(surfaces, words, compound, start - 1):
            start -= 1
        while start < middle and _front(surfaces[start], words[start]):
            start += 1
        if start < middle and (surfaces[end] in STRONG_HEADS or compound[start] != "o"):
            tags[start : end + 1] = ["b"] + ["i"] * (end - start)
    return tags


def continues(surfaces: Sequence[str], words: Sequence[Word], places: Sequence[str], at: int) -> bool:
    """Whether the word may stand in a compound: a noun, part of a known name, or a verb's stem before a noun."""
    if places[at] != "o":
        return True
    if surfaces[at] in _BREAKS:
        return False
    word = words[at]
    if word.tag == "動詞" and word.tags[-1].startswith("連用形") and at + 1 < len(words):
        following = words[at + 1]
        joined = following.tag in ("名詞", "接尾辞") or continues(surfaces, words, places, at + 1)
        return following.start == word.end and joined
    return word.tag in _RUN_TAGS or surfaces[at] in ("-", "ー")


def _mark(
    tags: list[str],
    surfaces: Sequence[str],
    words: Sequence[Word],
    places: Sequence[str],
    first: int,
    last: int,
) -> None:
    """Mark the part of the run first..last that may be a name."""
    start = first
    while start < last and places[start] == "o" and _front(surfaces[start], words[start]):
        start += 1
    kernels = [at for at in range(start, last + 1) if _kernel(surfaces, places, at, start, last)]
    if not kernels:
        return
    end = kernels[-1]
    while end < last and surfaces[end + 1] not in TAILS and words[end + 1].tags[1] != "数詞":
        end += 1
    if surfaces[end] in ("-", "ー"):
        end -= 1
    tags[start : end + 1] = ["b"] + ["i"] * (end - start)


def _front(surface: str, word: Word) -> bool:
    return (
        surface in _FRONTS
        or word.tags[1] == "数詞"
        or word.tags[1:3] == ("普通名詞", "副詞可能")
        or word.tags[2:3] == ("助数詞可能",)
    )


def _kernel(surfaces: Sequence[str], places: Sequence[str], at: int, start: int, last: int) -> bool:
    """Whether the word is part of a known name, a modifier with a noun after it, or a head with a noun before it."""
    if places[at] != "o":
        return True
    if surfaces[at] in MODIFIERS:
        return at < last and surfaces[at + 1] not in TAILS
    return surfaces[at] in STRONG_HEADS and at > start
