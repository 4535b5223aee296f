"""Spoken forms respelled word by word: 敬語, contractions, dialect endings, お and さん."""

from collections.abc import Sequence
from typing import Final

from advisor.brief.speech.inflect import Stem, negative, stem, voiced
from advisor.words import Word, Words

_PLAIN_VERBS: Final[dict[str, tuple[str, str]]] = {
    "いらしゃる": ("いる", "上一段-ア行"),
    "いらっしゃる": ("いる", "上一段-ア行"),
    "おる": ("いる", "上一段-ア行"),
    "おっしゃる": ("言う", "五段-ワア行"),
    "くださる": ("くれる", "下一段-ラ行"),
    "下さる": ("くれる", "下一段-ラ行"),
    "いただく": ("もらう", "五段-ワア行"),
    "頂く": ("もらう", "五段-ワア行"),
    "いただける": ("もらえる", "下一段-ア行"),
    "なさる": ("する", "サ行変格"),
    "申す": ("言う", "五段-ワア行"),
    "申し上げる": ("言う", "五段-ワア行"),
    "召し上がる": ("食べる", "下一段-バ行"),
    "ござる": ("ある", "五段-ラ行"),
    "おる・いる": ("いる", "上一段-ア行"),
}
_HONOURED: Final = frozenset({"来る", "帰る", "おる", "いく", "行く", "なる", "住む", "戻る", "渋る", "貸し渋る", "悩む", "暮らす", "出かける", "亡くなる", "倒れる"})
_HONOURED_NOUNS: Final = frozenset({"転入", "転出", "移住", "来庁", "来所", "見学", "退院", "入院", "引退", "参加", "出産", "退職", "通院", "卒業"})
_KEPT_HONORIFIC: Final = frozenset(["金", "茶", "米", "湯", "盆", "礼", "祭り", "祭", "寺", "宮", "昼", "彼岸", "互い", "菓子", "酒", "正月", "願い", "しまい", "にぎり", "むつ", "世話", "かげ", "下がり", "ばあ", "じい", "ばあちゃん", "じいちゃん", "かみ", "かず", "にぎり", "でん", "つり"])
_KEPT_GO: Final = frozenset({"飯", "み", "当地", "縁", "褒美"})
_AUXILIARY: Final[dict[str, str]] = {"てる": "て", "でる": "で", "とる": "て", "どる": "で"}


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
    for rule in (_inner_polite, _honoured, _auxiliary, _verb, _negation, _person, _prefix):
        done = rule(tokens, index)
        if done is not None:
            return done
    word = tokens[index]
    if word.surface == "ちゃう" and word.tag == "助動詞" and index:
        parts[-2] = tokens[index - 1].lemma
        return 1, ""
    return 1, word.surface


def _next(tokens: Sequence[Word], index: int) -> str:
    return tokens[index + 1].surface if index + 1 < len(tokens) else ""


def _which(tokens: Sequence[Word], index: int) -> Stem | None:
    """Which stem the form at `index` needs for what follows; None for the dictionary form."""
    form, after = tokens[index].tags[5], _next(tokens, index)
    if form.startswith("未然形"):
        return "nai"
    if form.startswith("仮定形"):
        return "ba"
    if form.startswith("連用形"):
        return "te" if after[:1] in ("て", "た", "で", "だ") and after not in ("たい", "だけ") else "masu"
    return None


def _joined(lemma: str, kind: str, which: Stem | None, tokens: Sequence[Word], index: int) -> tuple[int, str]:
    """Spell a verb and, after a voiced stem, the て or た behind it."""
    if which is None:
        return 1, lemma
    spelled = stem(lemma, kind, which)
    after = _next(tokens, index)
    if which == "te" and voiced(lemma, kind) and after[:1] in "てた":
        return 2, spelled + {"て": "で", "た": "だ"}[after[0]] + after[1:]
    if which == "te" and not voiced(lemma, kind) and after[:1] in "でだ":
        return 2, spelled + {"で": "て", "だ": "た"}[after[0]] + after[1:]
    return 1, spelled


def _inner_polite(tokens: Sequence[Word], index: int) -> tuple[int, str] | None:
    """「使うことになりますので」 inside a clause is 「使うことになるので」."""
    if index + 2 >= len(tokens) or tokens[index + 1].surface != "ます" or tokens[index].tag not in ("動詞", "助動詞"):
        return None
    if tokens[index + 2].surface not in ("と", "ので", "のに", "の", "し", "こと", "よう", "際", "とき", "ため", "もの", "人", "方"):
        return None
    lemma = tokens[index].lemma
    return 2, _PLAIN_VERBS[lemma][0] if lemma in _PLAIN_VERBS else lemma


def _honoured(tokens: Sequence[Word], index: int) -> tuple[int, str] | None:
    if index + 1 >= len(tokens):
        return None
    verb, passive = tokens[index], tokens[index + 1]
    if passive.tags[4] not in ("助動詞-レル", "下一段-ラ行") or passive.lemma not in ("れる", "られる") or verb.tag != "動詞":
        return None
    noun = tokens[index - 1].surface if index else ""
    if _next(tokens, index + 1) in ("ない", "なく", "なかっ", "ず", "ぬ", "ん", "ませ"):
        return None
    if noun == "を" and verb.lemma in ("亡くす", "示す", "話す", "過ごす", "探す"):
        lemma, kind = verb.lemma, verb.tags[4]
        taken, spelled = _joined(lemma, kind, _which(tokens, index + 1), tokens, index + 1)
        return taken + 1, spelled
    if verb.lemma not in _HONOURED and not (verb.lemma == "する" and noun in _HONOURED_NOUNS):
        return None
    lemma, kind = _PLAIN_VERBS.get(verb.lemma, (verb.lemma, verb.tags[4]))
    taken, spelled = _joined(lemma, kind, _which(tokens, index + 1), tokens, index + 1)
    return taken + 1, spelled


def _auxiliary(tokens: Sequence[Word], index: int) -> tuple[int, str] | None:
    word = tokens[index]
    if word.tag != "助動詞" or not index:
        return None
    if word.lemma in _AUXILIARY and word.tags[4].startswith(("下一段", "五段")):
        head = _AUXILIARY[word.lemma] + "い"
        return 1, head + {None: "る", "ba": "れ"}.get(_which(tokens, index), "")
    if word.lemma in ("ちゃう", "じゃう") and word.surface not in ("ちゃう",):
        head = "て" if word.lemma == "ちゃう" else "で"
        return 1, head + (stem("しまう", "五段-ワア行", which) if (which := _which(tokens, index)) else "しまう")
    if word.lemma in ("とく", "どく"):
        head = "て" if word.lemma == "とく" else "で"
        return 1, head + (stem("おく", "五段-カ行", which) if (which := _which(tokens, index)) else "おく")
    if word.tags[4] in ("助動詞-ヤ", "助動詞-ジャ"):
        return 1, {"や": "だ", "やっ": "だっ", "やろ": "だろ", "やろう": "だろう", "じゃ": "だ", "じゃっ": "だっ"}.get(word.surface, word.surface)
    return None


def _verb(tokens: Sequence[Word], index: int) -> tuple[int, str] | None:
    word = tokens[index]
    if word.tag != "動詞":
        return None
    if word.tags[5] == "仮定形-融合" and word.surface.endswith("ゃ"):
        return 1, stem(word.lemma, word.tags[4], "ba") + "ば"
    if word.tags[5].endswith("撥音便") and word.tags[5].startswith(("連体形", "終止形")) and word.surface.endswith("ん"):
        if _next(tokens, index) in ("です", "だ", "や", "じゃ", "の", "で", "でしょう"):
            return None
        return 1, negative(word.lemma, word.tags[4])
    if word.lemma == "おる" and _next(tokens, index) in ("ず", "ぬ"):
        return None
    if word.lemma in _PLAIN_VERBS and not (word.lemma in ("いただく", "頂く", "いただける") and not _after_te(tokens, index)):
        lemma, kind = _PLAIN_VERBS[word.lemma]
        return _joined(lemma, kind, _which(tokens, index), tokens, index)
    return None


def _after_te(tokens: Sequence[Word], index: int) -> bool:
    return index > 0 and tokens[index - 1].surface in ("て", "で")


def _negation(tokens: Sequence[Word], index: int) -> tuple[int, str] | None:
    word = tokens[index]
    if word.tag != "助動詞" or not index:
        return None
    before = tokens[index - 1]
    if word.surface in ("ん", "へん", "ひん") and word.lemma in ("ぬ", "へん", "ひん", "ん") and before.surface != "ませ":
        return 1, "ない"
    if word.surface in ("んかっ", "へんかっ"):
        return 1, "なかっ"
    return None


def _person(tokens: Sequence[Word], index: int) -> tuple[int, str] | None:
    word = tokens[index]
    before = tokens[index - 1] if index else None
    if before is None:
        return None
    if word.tag == "接尾辞" and word.surface in ("さん", "様", "さま", "氏", "くん") and before.surface not in ("皆", "みな", "たく"):
        return 1, ""
    if word.surface in ("方", "方々") and word.tag == "名詞" and before.tag in ("動詞", "助動詞", "形容詞") and _means_person(tokens, index):
        return 1, "人" if word.surface == "方" else "人々"
    if word.surface in ("方", "方々") and before.surface == "の" and index > 1 and _counted(tokens[index - 2]):
        return 1, "人" if word.surface == "方" else "人々"
    if word.tag == "助詞" and word.surface in ("って", "なんて", "なんか") and _next(tokens, index) == "、" and before.tag in ("名詞", "接尾辞", "代名詞"):
        return 1, "は"
    if word.tag == "助詞" and word.surface in ("ね", "ねえ", "さ", "さあ", "な", "よ") and _next(tokens, index) == "、":
        return 1, ""
    return None


def _counted(word: Word) -> bool:
    return word.surface in ("以上", "未満", "以下", "歳", "代", "暮らし", "在住", "地元", "持ち主", "家族", "高齢", "希望", "近所", "多く")


def _means_person(tokens: Sequence[Word], index: int) -> bool:
    after = _next(tokens, index)
    if after not in ("が", "は", "も", "に", "を", "と", "の", "、", "たち", "々", "で", "です", "だ", ""):
        return False
    if after == "が" and index + 2 < len(tokens):
        return tokens[index + 2].surface not in ("いい", "よい", "良い", "楽", "早い", "速い", "安い", "高い", "まし", "大切", "得", "効率")
    return True


def _prefix(tokens: Sequence[Word], index: int) -> tuple[int, str] | None:
    word = tokens[index]
    if word.tag != "接頭辞" or word.surface not in ("お", "ご", "御") or index + 1 >= len(tokens):
        return None
    noun = tokens[index + 1]
    kept = _KEPT_HONORIFIC if word.surface == "お" else _KEPT_GO
    return (1, "") if noun.tag == "名詞" and noun.surface not in kept else None
