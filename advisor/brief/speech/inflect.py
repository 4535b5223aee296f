"""Japanese verbs in the few forms a paper needs: stems, dictionary form, past and ない."""

from typing import Final, Literal

Stem = Literal["nai", "masu", "te", "ba"]

_ROWS: Final[dict[str, tuple[str, str, str, str]]] = {
    "カ": ("か", "き", "い", "け"),
    "ガ": ("が", "ぎ", "い", "げ"),
    "サ": ("さ", "し", "し", "せ"),
    "タ": ("た", "ち", "っ", "て"),
    "ナ": ("な", "に", "ん", "ね"),
    "バ": ("ば", "び", "ん", "べ"),
    "マ": ("ま", "み", "ん", "め"),
    "ラ": ("ら", "り", "っ", "れ"),
    "ワ": ("わ", "い", "っ", "え"),
}
_ORDER: Final[tuple[Stem, ...]] = ("nai", "masu", "te", "ba")


def stem(lemma: str, kind: str, which: Stem) -> str:
    """Return a stem of a verb with its UniDic conjugation type (「帰る」, 「五段-ラ行」, te -> 「帰っ」)."""
    if lemma.endswith(("行く", "いく", "ゆく")) and which == "te":
        return lemma[:-1] + "っ"
    if kind.startswith("五段"):
        return lemma[:-1] + _ROWS[kind[3]][_ORDER.index(which)]
    if kind.startswith("サ行変格"):
        return lemma[:-2] + ("すれ" if which == "ba" else "し")
    if kind.startswith("カ行変格"):
        kanji = lemma.endswith("来る")
        return lemma[:-2] + (
            ("来れ" if kanji else "くれ")
            if which == "ba"
            else ("来" if kanji else "こ" if which == "nai" else "き")
        )
    return lemma[:-1] + ("れ" if which == "ba" else "")


def voiced(lemma: str, kind: str) -> bool:
    """Whether て and た become で and だ after the te stem."""
    return kind.startswith("五段") and kind[3] in "ガナバマ"


def past(lemma: str, kind: str) -> str:
    """Return the た form (「戻る」 -> 「戻った」, 「住む」 -> 「住んだ」)."""
    return stem(lemma, kind, "te") + ("だ" if voiced(lemma, kind) else "た")


def negative(lemma: str, kind: str) -> str:
    """Return the ない form (「増える」 -> 「増えない」, 「ある」 -> 「ない」)."""
    return "ない" if lemma in ("ある", "有る") else stem(lemma, kind, "nai") + "ない"
