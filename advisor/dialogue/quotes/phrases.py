"""文節: the smallest stretches a quote may begin and end with."""

from collections.abc import Sequence
from typing import Final

from advisor.dialogue.quotes.roles import Role, is_mark, role_of
from advisor.values import Value
from advisor.words import Word

_STOPS: Final = frozenset("。!?!?\n…‥")
_OPENING: Final = frozenset("「『(([【〔")
_CLOSING: Final = frozenset("」』))]】〕")
_NOUNISH: Final = frozenset({"名詞", "接頭辞", "接尾辞", "代名詞", "形状詞"})
_LIGHT: Final = frozenset({"する", "できる", "いたす", "致す", "なさる", "出来る"})
_APART: Final = frozenset(
    [
        "うち",
        "とき",
        "時",
        "ため",
        "今",
        "昔",
        "毎日",
        "毎週",
        "毎年",
        "毎朝",
        "毎月",
        "現在",
        "ところ",
        "こと",
        "もの",
    ]
)
_JOINING: Final = frozenset(["・", "/", "/", "-", "→", "%", "〜", "~", "."])
_OWN_HEAD: Final = frozenset(["とき", "時", "ため", "こと", "もの", "うち", "ほう"])
_AFTER_TE: Final = frozenset([
    "いる", "おる", "ある", "くる", "いく", "しまう", "みる", "おく", "もらう",
    "くれる", "くださる", "いただく", "ほしい", "いい", "よい", "欲しい", "良い", "下さる",
    "頂く", "ゆく", "やる", "あげる", "いらっしゃる", "ない", "ゆける", "いける", "いたす",
])  # fmt: skip


class Phrase(Value):
    """One 文節: `words[first:last]`; `core` words carry the meaning, the rest is its tail of particles and marks."""

    first: int
    last: int
    start: int
    end: int
    core: int
    """Index of the first word of the tail."""
    role: Role
    noun: bool
    """Whether its core ends in a noun (a predicate noun included)."""
    comma: bool
    stop: bool
    """Whether the sentence ends with it."""
    amount: bool
    """Whether it is a bare amount without a particle."""


class Text(Value):
    """A text cut into words and 文節, with who leans on whom (-1: nobody, its sentence ends there)."""

    text: str
    words: tuple[Word, ...]
    phrases: tuple[Phrase, ...]
    leans: tuple[int, ...]


def phrases(words: Sequence[Word]) -> tuple[Phrase, ...]:
    """Cut the words of a text into 文節 in order; brackets stand alone and belong to none."""
    cuts: list[tuple[int, int]] = []
    begin = 0
    for index in range(len(words)):
        if index > begin and _begins(words, index):
            cuts.append((begin, index))
            begin = index
    cuts.append((begin, len(words)))
    depth = _depths(words)
    loose = not any(word.surface == "。" for word in words)
    return tuple(
        _phrase(words, first, last, depth, loose) for first, last in cuts if _holds(words, first, last)
    )


def _depths(words: Sequence[Word]) -> tuple[int, ...]:
    """How many 「 stand open before each word, where 」 follows: a stop in somebody's words ends no sentence."""
    closings = sum(word.surface == "」" for word in words)
    depth, depths = 0, []
    for word in words:
        depth -= depth > 0 and word.surface == "」"
        closings -= word.surface == "」"
        depths.append(depth if closings > 0 else 0)
        depth += word.surface == "「"
    return tuple(depths)


def _holds(words: Sequence[Word], first: int, last: int) -> bool:
    return any(not is_mark(words[index]) for index in range(first, last))


def _begins(words: Sequence[Word], index: int) -> bool:
    """Whether a new 文節 starts at `index`."""
    word, before = words[index], words[index - 1]
    if word.surface in _CLOSING:
        return False
    stopped = before.tags[1] in ("読点", "句点") and not is_mark(word)
    if stopped or word.surface in _OPENING or before.surface in _OPENING:
        return True
    if is_mark(word) or word.tag in ("助詞", "助動詞", "接尾辞"):
        return (
            word.tag == "接尾辞" and before.tag in ("助詞", "補助記号") and before.surface not in ("・", "/")
        )
    if before.tag == "補助記号":
        return before.surface not in _JOINING
    return before.tag != "接頭辞" and not _continues(words, index)


def _continues(words: Sequence[Word], index: int) -> bool:
    word, before = words[index], words[index - 1]
    if before.surface in _APART and word.tag != "接尾辞":
        return False
    if word.tag in ("名詞", "接頭辞"):
        return _continues_noun(word, before)
    if word.tag == "形状詞":
        return word.tags[1] == "助動詞語幹"
    if word.tag == "動詞":
        return _continues_verb(words, index)
    attached = word.tag == "形容詞" and word.tags[1] == "非自立可能"
    return attached and (before.tag in ("助動詞", "形容詞") or _after_linking(words, index))


def _continues_noun(word: Word, before: Word) -> bool:
    """Nouns join nouns (「往復」「2」「時間」) and the stems of verbs (「戻り」「道」)."""
    if before.tag == "動詞":
        return before.tags[5] == "連用形-一般" and word.tags[1] == "普通名詞" and word.tags[2] != "副詞可能"
    if before.tag not in _NOUNISH or before.tags[1] == "助動詞語幹":
        return False
    return word.lemma not in _OWN_HEAD or before.tags[1] == "数詞"


def _continues_verb(words: Sequence[Word], index: int) -> bool:
    word, before = words[index], words[index - 1]
    if word.lemma in _LIGHT and before.tag in ("名詞", "接尾辞", "形状詞"):
        return True
    if before.tag == "動詞" and before.tags[5] == "連用形-一般":
        return True
    if before.surface in ("の", "も", "は") and word.lemma in ("しれる",):
        return True
    return word.lemma in _AFTER_TE and _after_linking(words, index)


def _after_linking(words: Sequence[Word], index: int) -> bool:
    """After て/で, also with も/は between (「なくてもいい」)."""
    before = words[index - 1]
    if before.surface in ("も", "は") and index > 1:
        before = words[index - 2]
    return before.tags[1] == "接続助詞" and before.surface in ("て", "で", "ば", "ちゃ")


def _phrase(words: Sequence[Word], first: int, last: int, depth: Sequence[int], loose: bool) -> Phrase:
    core = _core(words, first, last)
    solid = [words[index] for index in range(first, last) if not is_mark(words[index])]
    marks = [words[index].surface for index in range(core, last) if is_mark(words[index])]
    outside = [words[k].surface for k in range(core, last) if is_mark(words[k]) and not depth[k]]
    comma = any(mark in ("、", ",", ",") for mark in marks)
    noun = (
        words[core - 1].tag in ("名詞", "接尾辞", "代名詞", "形状詞", "記号", "接頭辞")
        and words[core - 1].tags[1] != "動詞的"
    )
    return Phrase(
        first=first,
        last=last,
        start=words[first].start,
        end=solid[-1].end,
        core=core,
        role=role_of(words, first, core, last, noun),
        noun=noun,
        comma=comma,
        stop=any(mark[:1] in _STOPS for mark in outside)
        or (comma and not depth[last - 1] and _takes_leave(words, core, last))
        or (loose and last < len(words) and _is_apart(words[last - 1], words[last])),
        amount=noun
        and [word.surface for word in solid[core - first :]] in ([], ["で"])
        and any(word.tags[1] == "数詞" for word in solid),
    )


def _is_apart(word: Word, following: Word) -> bool:
    """Whether a space stands between, behind a kana: where a message sets no full stop, it ends a sentence."""
    return following.start > word.end and "ぁ" <= word.surface[-1] <= "ん"


def _takes_leave(words: Sequence[Word], core: int, last: int) -> bool:
    """Whether a comma stands where a full stop could (「確かです、赤丸を…」「嫌ですよねえ、札を…」)."""
    tail = [words[index] for index in range(core, last) if not is_mark(words[index])]
    if not tail:
        return False
    polite = tail[-1].surface in ("です", "ます", "でした", "ました", "ません")
    return polite or (tail[-1].tags[1] == "終助詞" and tail[-1].surface not in ("か", "の"))


def _core(words: Sequence[Word], first: int, last: int) -> int:
    """Index after the words that carry the meaning: up to the first particle, auxiliary or closing mark."""
    core = first
    while core < last and (words[core].surface in _OPENING or is_mark(words[core])):
        core += 1
    core += 1
    while core < last and words[core].tag not in ("助詞", "助動詞") and not _ends_core(words[core]):
        core += 1
    return min(core, last)


def _ends_core(word: Word) -> bool:
    return is_mark(word) and word.surface not in _JOINING
