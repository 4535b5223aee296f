"""Verbs as they are spoken and as a paper writes them: 敬語, contractions, denials of the dialects."""

from collections.abc import Sequence
from typing import Final

from advisor.brief.speech.inflect import Stem, negative, stem, voiced
from advisor.words import Word

Spelled = tuple[int, str] | None
"""How many words are taken and what is written for them; None where a rule does not apply."""

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
_HONOURED: Final = frozenset(
    {
        "来る",
        "帰る",
        "おる",
        "いく",
        "行く",
        "なる",
        "住む",
        "戻る",
        "渋る",
        "貸し渋る",
        "悩む",
        "暮らす",
        "出かける",
        "亡くなる",
        "倒れる",
    }
)
_HONOURED_NOUNS: Final = frozenset(
    {
        "転入",
        "転出",
        "移住",
        "来庁",
        "来所",
        "見学",
        "退院",
        "離職",
        "就職",
        "入院",
        "引退",
        "参加",
        "出産",
        "退職",
        "通院",
        "卒業",
    }
)
_AUXILIARY: Final[dict[str, str]] = {"てる": "て", "でる": "で", "とる": "て", "どる": "で"}


def surface_after(tokens: Sequence[Word], index: int) -> str:
    """The next word as written; empty at the end."""
    return tokens[index + 1].surface if index + 1 < len(tokens) else ""


def which_stem(tokens: Sequence[Word], index: int) -> Stem | None:
    """Which stem the form at `index` needs for what follows; None for the dictionary form."""
    form, after = tokens[index].tags[5], surface_after(tokens, index)
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
    if lemma == "いる" and which == "masu" and surface_after(tokens, index) == "、":
        return 1, "おり"
    after = surface_after(tokens, index)
    if which == "te" and voiced(lemma, kind) and after[:1] in "てた":
        return 2, spelled + {"て": "で", "た": "だ"}[after[0]] + after[1:]
    if which == "te" and not voiced(lemma, kind) and after[:1] in "でだ":
        return 2, spelled + {"で": "て", "だ": "た"}[after[0]] + after[1:]
    return 1, spelled


def inner_polite(tokens: Sequence[Word], index: int) -> Spelled:
    """「使うことになりますので」 inside a clause is 「使うことになるので」."""
    if (
        index + 2 >= len(tokens)
        or tokens[index + 1].surface != "ます"
        or tokens[index].tag not in ("動詞", "助動詞")
    ):
        return None
    if tokens[index + 2].surface not in (
        "と",
        "ので",
        "のに",
        "の",
        "し",
        "こと",
        "よう",
        "際",
        "とき",
        "ため",
        "もの",
        "人",
        "方",
    ):
        return None
    lemma = tokens[index].lemma
    return 2, _PLAIN_VERBS[lemma][0] if lemma in _PLAIN_VERBS else lemma


def honoured(tokens: Sequence[Word], index: int) -> Spelled:
    """れる and られる of respect, for listed verbs alone (「声をかけられる」 stays)."""
    if index + 1 >= len(tokens):
        return None
    verb, passive = tokens[index], tokens[index + 1]
    if (
        passive.tags[4] not in ("助動詞-レル", "下一段-ラ行")
        or passive.lemma not in ("れる", "られる")
        or verb.tag != "動詞"
    ):
        return None
    noun = tokens[index - 1].surface if index else ""
    if surface_after(tokens, index + 1) in ("ない", "なく", "なかっ", "ず", "ぬ", "ん", "ませ"):
        return None
    if noun == "を" and verb.lemma in ("亡くす", "示す", "話す", "過ごす", "探す"):
        lemma, kind = verb.lemma, verb.tags[4]
        taken, spelled = _joined(lemma, kind, which_stem(tokens, index + 1), tokens, index + 1)
        return taken + 1, spelled
    if verb.lemma not in _HONOURED and not (verb.lemma == "する" and noun in _HONOURED_NOUNS):
        return None
    lemma, kind = _PLAIN_VERBS.get(verb.lemma, (verb.lemma, verb.tags[4]))
    taken, spelled = _joined(lemma, kind, which_stem(tokens, index + 1), tokens, index + 1)
    return taken + 1, spelled


def auxiliary(tokens: Sequence[Word], index: int) -> Spelled:
    """てる, とる, ちゃう, とく and the や of the west."""
    word = tokens[index]
    if word.tag != "助動詞" or not index:
        return None
    if word.lemma in _AUXILIARY and word.tags[4].startswith(("下一段", "五段")):
        head = _AUXILIARY[word.lemma] + "い"
        return 1, head + {None: "る", "ba": "れ"}.get(which_stem(tokens, index), "")
    if word.lemma in ("ちゃう", "じゃう") and word.surface not in ("ちゃう",):
        head = "て" if word.lemma == "ちゃう" else "で"
        return 1, head + (
            stem("しまう", "五段-ワア行", which) if (which := which_stem(tokens, index)) else "しまう"
        )
    if word.lemma in ("とく", "どく"):
        head = "て" if word.lemma == "とく" else "で"
        return 1, head + (
            stem("おく", "五段-カ行", which) if (which := which_stem(tokens, index)) else "おく"
        )
    if word.tags[4] in ("助動詞-ヤ", "助動詞-ジャ"):
        return 1, {
            "や": "だ",
            "やっ": "だっ",
            "やろ": "だろ",
            "やろう": "だろう",
            "じゃ": "だ",
            "じゃっ": "だっ",
        }.get(word.surface, word.surface)
    return None


def fused(tokens: Sequence[Word], index: int) -> Spelled:
    """「見りゃ」 -> 「見れば」, 「増えん」 -> 「増えない」."""
    word = tokens[index]
    form = word.tags[5]
    if word.tag not in ("動詞", "助動詞"):
        return None
    if form == "仮定形-融合" and word.lemma not in ("ぬ", "だ", "です") and word.surface.endswith("ゃ"):
        return 1, stem(word.lemma, word.tags[4], "ba") + "ば"
    denied = (
        word.tag == "動詞"
        and form.endswith("撥音便")
        and form.startswith(("連体形", "終止形"))
        and word.surface.endswith("ん")
    )
    if denied and surface_after(tokens, index) not in ("です", "だ", "や", "じゃ", "の", "で", "でしょう"):
        return 1, negative(word.lemma, word.tags[4])
    return None


def plain_verb(tokens: Sequence[Word], index: int) -> Spelled:
    """A verb of 敬語 that stands in the list, in the same form; もらう and the like only behind て."""
    word = tokens[index]
    if word.tag != "動詞" or word.lemma not in _PLAIN_VERBS:
        return None
    if word.lemma == "おる" and surface_after(tokens, index) in ("ず", "ぬ"):
        return None
    if word.lemma in ("いただく", "頂く", "いただける") and not _after_te(tokens, index):
        return None
    lemma, kind = _PLAIN_VERBS[word.lemma]
    return _joined(lemma, kind, which_stem(tokens, index), tokens, index)


def _after_te(tokens: Sequence[Word], index: int) -> bool:
    return index > 0 and tokens[index - 1].surface in ("て", "で")


def negation(tokens: Sequence[Word], index: int) -> Spelled:
    """ん, へん and んかった behind a verb."""
    word = tokens[index]
    if word.tag != "助動詞" or not index:
        return None
    before = tokens[index - 1]
    if (
        word.surface in ("ん", "へん", "ひん")
        and word.lemma in ("ぬ", "へん", "ひん", "ん")
        and before.surface != "ませ"
    ):
        return 1, "ない"
    if word.surface in ("んかっ", "へんかっ"):
        return 1, "なかっ"
    return None
