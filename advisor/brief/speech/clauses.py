"""Where a spoken sentence is cut into clauses."""

from collections.abc import Sequence

from advisor.brief.speech.clause import Mark, Piece
from advisor.brief.speech.quotes import quoted_spans
from advisor.words import Word, Words

_CONTRAST = frozenset({"けど", "けれど", "けれども", "けども", "が", "し"})
_BECAUSE = frozenset({"から", "ので", "もん", "けん", "けえ", "さかい", "すけ", "で"})
_POLITE = frozenset({"です", "ます", "だ", "や", "じゃ"})
_BREATH = frozenset(
    {
        "ね",
        "ねえ",
        "よ",
        "な",
        "なあ",
        "わ",
        "さ",
        "さあ",
        "の",
        "ぞ",
        "ねぇ",
        "なぁ",
        "か",
        "って",
        "けど",
        "です",
        "ます",
    }
)
Joint = tuple[int, int, tuple[Mark, ...]]
_PREDICATE = frozenset({"動詞", "形容詞", "助動詞"})


def cut(sentence: Piece, words: Words) -> tuple[Piece, ...]:
    """Cut one sentence after けど・から・です、 and the like; the joint itself is left off where it carries a mark.

    `から` and `ので` at the end of a clause mark it as a reason.
    """
    text = sentence.text
    tokens = [word for word in words(text) if not word.surface.isspace()]
    quoted = quoted_spans(text)
    pieces: list[Piece] = []
    at = 0
    for index, word in enumerate(tokens):
        if any(start < word.end <= end for start, end in quoted):
            continue
        joint = _joint(tokens, index)
        if joint is None:
            continue
        keep, skip, marks = joint
        pieces.append(_piece(sentence, at, text[at : tokens[keep].end], marks))
        at = tokens[skip].end
    pieces.append(_piece(sentence, at, text[at:], ()))
    return tuple(piece for piece in pieces if piece.text.strip("。、…!? "))


def _piece(sentence: Piece, at: int, text: str, marks: tuple[Mark, ...]) -> Piece:
    lead = len(text) - len(text.lstrip("、。 "))
    return Piece(text=text.strip("、 "), start=sentence.start + at + lead, marks=sentence.marks + marks)


def _joint(tokens: Sequence[Word], index: int) -> Joint | None:
    """Return (last token kept, last token of the joint, marks) when a clause ends at `index`."""
    if index < 2 or index + 1 >= len(tokens):
        return None
    word, before = tokens[index], tokens[index - 1]
    comma = tokens[index + 1].surface in ("、", ",", "。")
    joining = word.tags[1] == "接続助詞" and word.surface not in ("て", "で")
    if joining and before.tag in _PREDICATE | {"助詞"}:
        return _conjunction(tokens, index, comma)
    return _before_comma(tokens, index) if comma else None


def _before_comma(tokens: Sequence[Word], index: int) -> Joint | None:
    word, before = tokens[index], tokens[index - 1]
    breath = word.surface in _BREATH and word.tags[1] == "終助詞" and _ends(tokens, index - 1)
    closed = word.tag in _PREDICATE and _final(word)
    closed = closed and (word.surface in _POLITE or _starts_anew(tokens, index + 2))
    considered = word.surface == "って" and before.surface == "か"
    thought = (
        word.surface == "て"
        and before.surface in ("思っ", "考え")
        and tokens[index - 2].surface in ("と", "って")
    )
    if breath or closed or considered or thought:
        return index, index + 1, ()
    if word.surface in ("て", "で", "し") and before.surface in ("まし", "でし"):
        return index - (2 if before.surface == "でし" else 1), index + 1, ()
    return None


def _conjunction(tokens: Sequence[Word], index: int, comma: bool) -> Joint | None:
    word = tokens[index]
    after = tokens[index + 1]
    skip = index + 1 if comma else index
    if after.surface in ("ね", "さ", "な") and index + 2 < len(tokens) and tokens[index + 2].surface == "、":
        comma, skip = True, index + 2
    if word.surface in _CONTRAST and (
        comma or word.surface not in ("し", "が") or tokens[index - 1].surface in _POLITE | {"たい"}
    ):
        return index - 1, skip, ()
    if word.surface in _BECAUSE - {"で", "ので"} and after.surface not in (
        "と",
        "って",
        "こそ",
        "に",
        "です",
        "だ",
        "よ",
        "ね",
        "でしょう",
        "。",
    ):
        return index - 1, skip, ("reason",)
    return None


def _ends(tokens: Sequence[Word], index: int) -> bool:
    """Whether a predicate (not a noun or a case particle) stands at `index`: 「〜です」ね、 but not 「人が」ね、."""
    while index >= 0 and tokens[index].tags[1] == "終助詞":
        index -= 1
    if index < 0:
        return False
    word = tokens[index]
    return word.tag in ("動詞", "形容詞", "助動詞") and (_final(word) or word.surface == "で")


def _final(word: Word) -> bool:
    form = word.tags[5]
    return form.startswith(("終止形", "意志推量形")) or (
        form.startswith("連体形") and word.surface in ("ん", "とる", "てる")
    )


def _starts_anew(tokens: Sequence[Word], index: int) -> bool:
    """Whether a new clause with its own は or が follows; else a plain form before a comma modifies a noun."""
    if index < len(tokens) and tokens[index].surface in ("そういう", "そんな", "そうした", "という"):
        return False
    for word in tokens[index : index + 14]:
        if word.surface in ("、", "。"):
            return False
        if word.tag == "助詞" and word.surface in ("は", "が") and word.tags[1] in ("係助詞", "格助詞"):
            return True
    return False
