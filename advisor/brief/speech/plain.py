"""Bring the end of a clause to plain style (常体 or 体言止め), keeping what its spoken ending meant as marks."""

import re
from collections.abc import Sequence

from advisor.brief.speech.clause import Mark, Piece
from advisor.brief.speech.inflect import negative, past
from advisor.brief.speech.tails import TAILS
from advisor.words import Word, Words

_TRAILING = re.compile(r"[、。…!?\uff01\uff1f〜~・\s]+$")
Peeled = tuple[str, tuple[Mark, ...]] | None
"""A shorter text and what its ending meant; None where nothing was peeled off."""
_BOUND = frozenset(["だけ", "くらい", "の", "など", "から", "まで", "ほど"])
_ROUNDS = 14
_DROPPED = frozenset(
    [
        "よ",
        "ね",
        "ねえ",
        "ねぇ",
        "な",
        "なあ",
        "なぁ",
        "わ",
        "ぞ",
        "ぜ",
        "さ",
        "さあ",
        "の",
        "べ",
        "ばい",
        "っけ",
        "ねん",
        "わい",
        "のう",
        "かい",
    ]
)
_SURE = re.compile(
    r"^(.+?)(?:が|は)([^がは]+?)(?:なの|であるの)は(?:確か|たしか|間違いない|間違いありません)(?:です|だ)?$"
)


def settled(piece: Piece, words: Words) -> Piece:
    """Return the piece with its ending in plain style; at most a fixed number of spoken endings are peeled off."""
    sure = _SURE.match(piece.text)
    if sure:
        piece = piece.marked(f"{sure[1]}は{sure[2]}", "sure")
    for _ in range(_ROUNDS):
        after = _peel(piece, words)
        if after.text == piece.text:
            break
        piece = after
    return piece


def _peel(piece: Piece, words: Words) -> Piece:
    text = _TRAILING.sub("", piece.text)
    tokens = list(words(text))
    if text != piece.text or len(tokens) < 2:
        return piece.marked(text)
    if tokens[-1].tags[1] == "終助詞" and tokens[-1].surface in _DROPPED and tokens[-2].surface != "か":
        return piece.marked(text[: tokens[-1].start])
    changes = (change(text, tokens) for change in (_intended, _wished, _sou, _polite, _copula, _hanging))
    done = next((each for each in changes if each is not None), None) or _listed(text, words)
    return piece if done is None else piece.marked(done[0], *done[1])


def _listed(text: str, words: Words) -> Peeled:
    for pattern, left, marks in TAILS:
        match = pattern.search(text)
        if match and match.start() > 0:
            bare = text[: match.start()]
            return (_present(bare, words) if left == "た★" else bare + left), marks
    return None


def _present(bare: str, words: Words) -> str:
    """Turn a text that ends in a て stem into the dictionary form (「行ってしまっ」 -> 「行ってしまう」)."""
    last = words(bare)[-1]
    return bare[: last.start] + (last.lemma if last.tag in ("動詞", "助動詞") else last.surface)


def _intended(text: str, tokens: Sequence[Word]) -> Peeled:
    """「やめよう」 is decided, 「やめようか」 is being considered; both become 「やめる」."""
    for index in range(len(tokens) - 1, max(-1, len(tokens) - 9), -1):
        word = tokens[index]
        if (
            word.tags[5].startswith("意志推量形")
            and word.tag in ("動詞", "助動詞")
            and word.lemma not in ("だ", "です", "た")
        ):
            rest = text[word.end :]
            nouns = (each for each in tokens[index + 1 :] if each.tag == "名詞")
            if any(each.surface not in ("検討", "相談", "考え", "中") for each in nouns):
                return None
            if not re.fullmatch(
                r"(か)?(と|って|かと|な|かな|な?と)?(は)?(思|考え|検討|話し|相談)?[^、。]{0,10}", rest
            ):
                return None
            start, lemma = word.start, word.lemma
            if word.lemma == "ます":
                start, lemma = tokens[index - 1].start, tokens[index - 1].lemma
            return text[:start] + lemma, ("considering",) if rest.startswith("か") else ()
    return None


def _wished(text: str, tokens: Sequence[Word]) -> Peeled:
    """「戻したい」, 「置きたくて」 and 「なればと思います」 become the dictionary form."""
    asked = re.search(r"ない(?:もの)?か(?:と|な|なと|なあ|なあと)?$", text)
    if asked:
        verbs = [word for word in tokens if word.end == asked.start()]
        return (
            (text[: verbs[0].start] + verbs[0].lemma, ("wish",)) if verbs and verbs[0].tag == "動詞" else None
        )
    hope = re.search(r"ばと(?:思い?(?:う|ます|っている|っています)|願っている|願っています)$", text)
    if hope:
        verbs = [word for word in tokens if word.end <= hope.start() and word.tags[5].startswith("仮定形")]
        if verbs and verbs[-1].end == hope.start():
            return text[: verbs[-1].start] + verbs[-1].lemma, ("wish",)
    for index in range(len(tokens) - 1, max(0, len(tokens) - 7), -1):
        word = tokens[index]
        if word.tags[4] == "助動詞-タイ" and re.fullmatch(
            r"(て|なあ?|ね|んです|のです|です|んだ|と(思|考え).{1,8}|ところ(です|だ)?|もの(です|だ)?|よね?|な)*",
            text[word.end :],
        ):
            verb = tokens[index - 1]
            if verb.lemma == "ある" and tokens[index - 2].surface == "で":
                return text[: tokens[index - 2].start], ("wish",)
            return text[: verb.start] + verb.lemma, ("wish",)
    return None


def _sou(text: str, tokens: Sequence[Word]) -> Peeled:
    for index in range(len(tokens) - 1, max(0, len(tokens) - 3), -1):
        word = tokens[index]
        if word.surface == "そう" and word.tags[1] == "助動詞語幹" and word.tag == "名詞":
            return text[: word.start], ("hearsay",)
        if (
            word.surface == "そう"
            and word.tags[1] == "助動詞語幹"
            and index
            and tokens[index - 1].tag in ("動詞", "助動詞", "形容詞")
        ):
            before = tokens[index - 1]
            return text[: before.start] + before.lemma, ("guess",)
    return None


def _polite(text: str, tokens: Sequence[Word]) -> Peeled:
    """ます, ました, ません, ませんでした, まして and ましょう behind a verb."""
    for index in range(len(tokens) - 1, max(0, len(tokens) - 5), -1):
        if tokens[index].lemma != "ます" or tokens[index].tag != "助動詞":
            continue
        verb, rest = tokens[index - 1], text[tokens[index].start :]
        head = text[: verb.start]
        if verb.tag not in ("動詞", "助動詞"):
            return None
        lemma, kind = verb.lemma, verb.tags[4]
        forms = {
            "ます": lemma, "まし": lemma, "ましょう": lemma, "まして": _connected(lemma, kind), "ました": past(lemma, kind),
            "ません": negative(lemma, kind), "ませんでした": negative(lemma, kind)[:-1] + "かった",
        }  # fmt: skip
        return (head + forms[rest], ()) if rest in forms else None
    return None


def _connected(lemma: str, kind: str) -> str:
    return past(lemma, kind) if lemma not in ("いる", "ある") else lemma


def _copula(text: str, tokens: Sequence[Word]) -> Peeled:
    """だ, で and でした behind a noun, and a hanging くらい."""
    last, before = tokens[-1], tokens[-2]
    noun = before.tag in ("名詞", "接尾辞", "代名詞")
    nominal = noun or before.tag in ("形状詞", "副詞") or before.surface in _BOUND
    stated = last.surface == "だ" and last.tag == "助動詞" and nominal
    joined = last.surface == "で" and noun and len(tokens) > 2
    hedged = last.surface == "くらい" and before.tag == "名詞" and before.tags[1] != "数詞"
    if stated or joined or hedged or (last.surface == "は" and before.surface == "まで"):
        return text[: last.start], ()
    if last.surface == "た" and before.surface == "でし":
        return text[: before.start] + "だった", ()
    return None


def _hanging(text: str, tokens: Sequence[Word]) -> Peeled:
    """What hangs on is closed: 「遠くて」 -> 「遠い」, 「見ないと」 -> 「見なければならない」, 「決め」 -> 「決める」."""
    last, before = tokens[-1], tokens[-2]
    if last.surface == "て" and before.tags[4] == "形容詞":
        return text[: before.start] + before.lemma, ()
    if last.surface == "と" and before.surface == "ない" and before.tag == "助動詞":
        return text[: before.start] + "なければならない", ()
    inflected = (
        last.tags[4].startswith(("五段", "上一段", "下一段", "サ行", "カ行"))
        and last.tags[5] == "連用形-一般"
    )
    if inflected and before.tag in ("助詞", "名詞", "動詞") and len(tokens) > 3:
        return text[: last.start] + last.lemma, ()
    return None
