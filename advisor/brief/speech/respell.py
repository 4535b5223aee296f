"""Spoken forms respelled word by word: verbs, お and さん, 方 as a person, breaths between words."""

from collections.abc import Sequence
from typing import Final

from advisor.brief.speech import verbs
from advisor.brief.speech.verbs import Spelled, surface_after
from advisor.words import Word, Words

_KEPT_O: Final = frozenset(
    [
        "金",
        "茶",
        "米",
        "湯",
        "盆",
        "礼",
        "祭り",
        "祭",
        "寺",
        "宮",
        "昼",
        "彼岸",
        "互い",
        "菓子",
        "酒",
        "正月",
        "願い",
        "しまい",
        "にぎり",
        "むつ",
        "世話",
        "かげ",
        "下がり",
        "ばあ",
        "じい",
        "ばあちゃん",
        "じいちゃん",
        "かみ",
        "かず",
        "でん",
        "つり",
    ]
)
_KEPT_GO: Final = frozenset(["飯", "み", "当地", "縁", "褒美"])
_HEADS: Final = frozenset(
    [
        "人事",
        "経験",
        "専門",
        "退職",
        "現役",
        "親",
        "以上",
        "未満",
        "以下",
        "歳",
        "代",
        "暮らし",
        "在住",
        "地元",
        "持ち主",
        "家族",
        "高齢",
        "希望",
        "近所",
        "多く",
    ]
)
_COMPARED: Final = frozenset(
    ["いい", "よい", "良い", "楽", "早い", "速い", "安い", "高い", "まし", "大切", "得", "効率"]
)
_AFTER_PERSON: Final = frozenset(
    ("が", "は", "も", "に", "を", "と", "の", "、", "たち", "々", "で", "です", "だ", "")
)
_TITLES: Final = frozenset(["さん", "様", "さま", "氏", "くん"])
_TELLINGS: Final = frozenset(
    [
        "話",
        "気持ち",
        "思い",
        "声",
        "決まり",
        "人",
        "噂",
        "うわさ",
        "意見",
        "考え",
        "事情",
        "状態",
        "悩み",
        "感じ",
        "言葉",
    ]
)
_SAYINGS: Final = frozenset(
    [
        "言う",
        "いう",
        "思う",
        "聞く",
        "おっしゃる",
        "考える",
        "書く",
        "伝える",
        "呼ぶ",
        "頼む",
        "怒る",
        "叱る",
        "断る",
        "答える",
        "決める",
        "分ける",
        "感じる",
        "嘆く",
    ]
)
_BREATHS: Final = frozenset(["ね", "ねえ", "さ", "さあ", "な", "よ"])


def respelled(text: str, words: Words) -> str:
    """Return a text (no quotation in it) with spoken forms respelled; numbers and other words stay as they are."""
    tokens = list(words(text))
    parts: list[str] = []
    at = 0
    index = 0
    while index < len(tokens):
        parts.append(text[at : tokens[index].start])
        taken, spelled = _one(tokens, index, parts)
        parts.append(spelled)
        index += taken
        at = tokens[index - 1].end
    return "".join(parts) + text[at:]


def _one(tokens: Sequence[Word], index: int, parts: list[str]) -> tuple[int, str]:
    rules = (
        verbs.inner_polite, verbs.honoured, verbs.auxiliary, verbs.fused, verbs.plain_verb, verbs.negation,
        _title, _person, _quoting, _topic, _breath, _prefix,
    )  # fmt: skip
    for rule in rules:
        done = rule(tokens, index)
        if done is not None:
            return done
    word = tokens[index]
    if word.surface == "ちゃう" and word.tag == "助動詞" and index:
        parts[-2] = tokens[index - 1].lemma
        return 1, ""
    return 1, word.surface


def _title(tokens: Sequence[Word], index: int) -> Spelled:
    word = tokens[index]
    if not index or word.tag != "接尾辞" or word.surface not in _TITLES:
        return None
    return None if tokens[index - 1].surface in ("皆", "みな", "たく") else (1, "")


def _person(tokens: Sequence[Word], index: int) -> Spelled:
    """方 is 人 behind a verb or a listed word, never in 「した方がよい」 or 「やり方」."""
    word = tokens[index]
    if not index or word.surface not in ("方", "方々") or word.tag != "名詞":
        return None
    before = tokens[index - 1]
    described = before.tag in ("動詞", "助動詞", "形容詞") and _means_person(tokens, index)
    listed = before.surface == "の" and index > 1 and tokens[index - 2].surface in _HEADS
    return (1, "人" if word.surface == "方" else "人々") if described or listed else None


def _means_person(tokens: Sequence[Word], index: int) -> bool:
    following = surface_after(tokens, index)
    if following == "が" and index + 2 < len(tokens):
        return tokens[index + 2].surface not in _COMPARED
    return following in _AFTER_PERSON


def _quoting(tokens: Sequence[Word], index: int) -> Spelled:
    """って behind a finished predicate quotes: という before a noun of saying, と before a verb."""
    word = tokens[index]
    if not index or word.surface != "って" or word.tag != "助詞" or index + 1 >= len(tokens):
        return None
    following = tokens[index + 1]
    if following.surface in _TELLINGS or following.surface == "こと":
        return 1, "という"
    predicate = tokens[index - 1].tag in ("動詞", "形容詞", "助動詞") or tokens[index - 1].surface in (
        "か",
        "に",
        "だけ",
        "て",
    )
    saying = following.lemma in _SAYINGS
    return (1, "と") if saying or (predicate and following.tag in ("名詞", "代名詞")) else None


def _topic(tokens: Sequence[Word], index: int) -> Spelled:
    word = tokens[index]
    if not index or word.tag != "助詞" or word.surface not in ("って", "なんて", "なんか"):
        return None
    noun = tokens[index - 1].tag in ("名詞", "接尾辞", "代名詞")
    return (1, "は") if noun and surface_after(tokens, index) == "、" else None


def _breath(tokens: Sequence[Word], index: int) -> Spelled:
    word = tokens[index]
    breath = (
        index and word.tag == "助詞" and word.surface in _BREATHS and surface_after(tokens, index) == "、"
    )
    return (1, "") if breath else None


def _prefix(tokens: Sequence[Word], index: int) -> Spelled:
    word = tokens[index]
    if word.tag != "接頭辞" or word.surface not in ("お", "ご", "御") or index + 1 >= len(tokens):
        return None
    noun = tokens[index + 1]
    kept = _KEPT_O if word.surface == "お" else _KEPT_GO
    return (1, "") if noun.tag == "名詞" and noun.surface not in kept else None
