"""What may never stand in 「」, whoever said it."""

import re
from collections.abc import Sequence
from typing import Final

from advisor.words import Word

FORMAL: Final = frozenset([
    "こと", "もの", "物", "事", "ところ", "所", "の", "ん", "わけ", "はず", "つもり", "とき", "時", "ため", "うち", "ほう",
    "方", "ふう", "感じ", "気", "話", "辺", "へん", "あたり", "点", "場合", "形", "件", "分", "まま", "たび", "中", "上",
    "人", "者", "人たち", "方々", "何", "何か", "誰か", "誰", "みんな", "全部", "ぜんぶ", "すべて", "全て", "他", "ほか", "後",
    "あと", "前", "次", "今", "いま", "先", "以上", "程度", "くらい", "ぐらい", "的", "さん", "様", "自分", "自身", "部分",
    "面", "性", "系", "問題", "状態", "意味", "理由", "本当", "結局", "今回", "今度", "併せて", "あわせて", "それから", "それと",
    "すみません", "わりい", "最近", "最初", "最後", "普段", "日", "年", "月", "週", "日々", "一つ", "ひとつ", "場", "側", "本人",
    "一人", "意見", "予定", "必要", "大丈夫", "無理", "だめ", "ダメ", "駄目", "大変", "結構", "十分",
])  # fmt: skip
"""Nouns that say nothing alone; they may end a quote only with words of their own before them."""

_POINTING: Final = re.compile(
    r"^(これ|それ|あれ|この|その|あの|ここ|そこ|あそこ|こう|そう|ああ|こんな|そんな|あんな|こっち|そっち|あっち|どっち|こちら|そちら|あちら|ああいう|こういう|そういう|"
    r"こいつ|そいつ|あいつ|彼|彼女|彼ら|こうした|そうした|あそこら|そこら|ここら|同上|例の)"
)
_HERE: Final = ("こちら", "そちら", "ここ", "そこ")
_THIS: Final = ("この", "その")
"""Point at what everybody sees or at words just before them, so they may stand inside a quote."""

_ASKING: Final = re.compile(
    r"^(何|なに|なん|誰|だれ|どれ|どの|どこ|どう|どんな|どちら|どなた|いつ|いくら|いくつ|なぜ|どうして|どういう)$"
)
_FIRST: Final = re.compile(
    r"^(私|わたし|わたくし|僕|ぼく|俺|おれ|わし|あたし|うち|我々|われわれ|私たち|僕ら|自分ら|弊|当方|小生|あなた|君|おたく|貴方|そちらさん)$"
)
_FILLERS: Final = frozenset(
    [
        "えっと",
        "えーと",
        "えー",
        "あのー",
        "うーん",
        "うん",
        "まあ",
        "まぁ",
        "なんか",
        "なんて",
        "ほら",
        "いや",
        "ええと",
        "あー",
        "うわ",
        "ああ",
        "おお",
        "へえ",
        "なるほど",
        "とりあえず",
        "ちょっと",
        "ぶっちゃけ",
        "正直",
        "やっぱり",
        "やっぱ",
        "たぶん",
        "多分",
        "みたい",
        "かも",
        "らしい",
        "すみません",
        "すいません",
        "ごめん",
        "失礼",
        "はい",
        "いいえ",
        "こんにちは",
        "よろしく",
        "お願い",
    ]
)
LEADING: Final = frozenset([
    "ちなみに", "そういえば", "ところで", "たとえば", "例えば", "とにかく", "まず", "それと", "さらに", "ただ", "特に", "要は",
    "つまり", "ついでに", "一応", "いちおう", "実は", "じつは", "まあ", "しかも", "ほんとに", "今度",
])  # fmt: skip
"""Words that lead over to something; a quote begins behind them."""
_LONG_LEADING: Final = tuple(each for each in sorted(LEADING) if len(each) > 2)

_ROUGH: Final = re.compile(
    r"馬鹿|バカ|ばか(?!り)|アホ|あほ|阿呆|くそ|クソ|糞|ふざけ|死ね|殺|黙れ|うるさ|うるせ|奴|やつ|ヤツ|連中|あいつ|こいつ|そいつ|てめ|じじい|ババア|ばばあ|ジジイ|老害|無能|"
    r"税金泥棒|給料泥棒|泥棒|クレーマー|モンスター|ゴミ|クズ|屑|うざ|ウザ|きも[いく]|キモ|最低|ぼけ|ボケ|障害者のくせ|乞食|ナマポ|知るか|いい加減に|回し者|講釈|嘘つき|詐欺|"
    r"ハゲ|デブ|ブス|くたば|ぶっ|クソ|ちくしょう|畜生|腐っ|アイツ|邪魔者"
)
_LIVE: Final = re.compile(
    r"[((]\d[))]|https?:|www\.|://|[<>{}\[\]`|\\*_#$^=@;〔〕【】]|//|[A-Za-z]+-\d{2,}|[::]|&\w+|\d{7,}"
)
_HUMMING: Final = re.compile(r"(?:^|[、。がはをにでも])(?:えー|えーと|えっと|あの|その|ええと|まあ|うーん)、")
"""A filler in the middle of a saying: it is not repeated."""
_COMMANDING: Final = re.compile(
    r"これまでの(指示|ルール|設定|会話)|(指示|命令|ルール|制約|設定|制限)(を|は|に)?(すべて|全て|全部|一切|いったん)?(無視|無効|忘れ|解除|破棄|上書き|更新|変更し)|プロンプト|設定文|システム(管理者|メッセージ)|"
    r"(内部|最初)の(分類|設定|指示|ルール)|あなた(は|の役割)|開発者モード|管理者モード|復唱|書き出しは|末尾に|先頭に.{0,8}(書|付|入れ)|コードブロック|そのまま(出力|貼|書)|出力し|"
    r"(とだけ|と必ず|と一字一句)|推奨[::]|system|ignore|instruction|prompt|ロールプレイ|なりきって|演じて|base64|翻訳して|和訳|英訳"
)
_VENDOR: Final = re.compile(
    r"株式会社|有限会社|合同会社|㈱|\(株\)|(株)|Inc\.?|Corp|Ltd|[A-Za-zァ-ヶー一-龥]{2,}社(さん|の製品|のサービス|製)"
)


def commands(sentence: str) -> bool:
    """Whether a sentence tries to steer the program; nothing of it is repeated."""
    return bool(_COMMANDING.search(sentence))


def is_repeatable(sentence: str) -> bool:
    """Whether a whole sentence may be shown as it was said: nobody insulted, nothing live, no firm, no order."""
    barred = (_ROUGH, _LIVE, _VENDOR)
    return (
        not commands(sentence)
        and not _unbalanced(sentence)
        and not any(each.search(sentence) for each in barred)
    )


def is_clean(text: str, words: Sequence[Word]) -> bool:
    """Whether a span (its text and its words) may be repeated at all."""
    if (
        _ROUGH.search(text)
        or _HUMMING.search(text)
        or _LIVE.search(text)
        or _VENDOR.search(text)
        or _unbalanced(text)
    ):
        return False
    if re.search(r"[??!!…。\n「」『』~〜]|^.{2,10}(?:かん|かね|かい)$", text):
        return False
    if words and (
        words[0].surface.startswith("いう") or words[0].surface in LEADING or text.startswith(_LONG_LEADING)
    ):
        return False
    if len(words) > 1 and words[0].surface == "あと" and words[1].tags[1] != "数詞":
        return False
    return not any(_is_barred(word, index, words) for index, word in enumerate(words))


def _is_barred(word: Word, index: int, words: Sequence[Word]) -> bool:
    surface = word.surface
    told = index > 2 and (surface in _HERE or _sums_up(words, index))
    if _points(word) and not told and not (index and word.tag == "連体詞" and surface in _THIS):
        return True
    if _FIRST.match(surface):
        return not (surface == "うち" and index > 0)
    if surface in _FILLERS or word.tag in ("感動詞", "接続詞"):
        return True
    following = words[index + 1].surface if index + 1 < len(words) else ""
    after = words[index + 2].surface if index + 2 < len(words) else ""
    nobody = following in ("と", "に", "へ", "から") and after in ("も", "か")
    return (
        bool(_ASKING.match(surface))
        and not nobody
        and following not in ("も", "か", "人", "度", "回", "にも", "とも", "とか", "でも")
        and word.tag in ("代名詞", "副詞", "連体詞", "名詞")
    )


def _sums_up(words: Sequence[Word], index: int) -> bool:
    """「…つくってられりゃそれでいい」: points back inside the quote itself."""
    following = words[index + 1].surface if index + 1 < len(words) else ""
    return words[index].surface in ("それ", "これ") and following == "で"


def _points(word: Word) -> bool:
    tags = ("代名詞", "連体詞", "副詞", "名詞", "感動詞", "接続詞")
    return bool(_POINTING.match(word.surface)) and word.tag in tags


def _unbalanced(text: str) -> bool:
    return any(text.count(left) != text.count(right) for left, right in ("()", "()", "[]", "“”"))


def is_formal(word: Word) -> bool:
    """Whether a noun says nothing alone."""
    return word.surface in FORMAL or word.tag == "代名詞"
