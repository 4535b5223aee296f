"""Whether the end, or the beginning, of a run of characters is a person's name."""

import re
from collections.abc import Sequence
from typing import Final

from advisor.privacy.lexicon import GREAT, NOT_NAME_END, NOT_NAMES, SURNAMES
from advisor.words import Word, Words

_KANJI: Final = "\u3400-\u9fff\uf900-\ufaff々ヶ"
NAME_RUN: Final = re.compile(rf"(?:[{_KANJI}ァ-ヺー・ｦ-ﾟぁ-ゖA-Za-z]| (?! )){{1,24}}$")
_GIVEN: Final = re.compile(
    rf" ?(?:[{_KANJI}]{{1,3}}[ぁ-ゖァ-ヺ]?|[ぁ-ゖ]{{2,4}}[{_KANJI}]?|[ァ-ヺー]{{2,5}}[{_KANJI}]?|[{_KANJI}][ぁ-ゖ]{{1,2}}[{_KANJI}])$"
)
_FOREIGN: Final = re.compile(
    r"(?:[ァ-ヺー]{2,}[・ ]){1,4}[ァ-ヺー]{2,}$|(?:[A-Z][A-Za-z]+[ ]){1,3}[A-Z][A-Za-z]+$"
)
_HEAD_RUN: Final = re.compile(rf"[{_KANJI}ァ-ヺーぁ-ゖ]+(?: [{_KANJI}ァ-ヺーぁ-ゖ]+)?")
_PARTED: Final = re.compile(
    rf" (?:(?:(?![様氏殿君])[{_KANJI}]){{1,3}}|[ぁ-ゖ]{{2,4}}|[ァ-ヺー]{{2,5}})(?=$|[様氏殿君さ])"
)
_KANA_SURNAME: Final = re.compile(r"[ァ-ヺ]{2,6}$")
_LOAN: Final = re.compile(r"[ッャュョァィゥェォヴー]")
_PARTICLE: Final = re.compile(r"^[のとやにがはをも、]")


def tail_name(run: str, words: Words | None, strict: bool = False) -> int:
    """Return how many characters at the end of `run` are a name, 0 for none.

    `run` is what stands before さん or 様; `strict` asks for a whole name (surname and given name).
    """
    run = run.rstrip(" ")
    if not run:
        return 0
    foreign = _FOREIGN.search(run)
    if foreign and _is_foreign(foreign[0], words):
        return len(foreign[0])
    tokens = _before_honorific(run, words)
    if not tokens or tokens[-1].end != len(run):
        return 0
    whole = _whole(run, tokens)
    if whole or strict:
        return whole
    last = tokens[-1]
    return len(last.surface) if _is_single(last, tokens[:-1]) else 0


def head_name(rest: str, words: Words | None, whole: bool = False) -> int:
    """Return how many characters at the beginning of `rest` are a name without an honorific, 0 for none.

    `whole` asks for a surname and a given name.
    """
    run = _HEAD_RUN.match(rest[:16])
    if not run or GREAT.match(rest):
        return 0
    tokens = list(words(run[0])) if words else _listed_head(run[0])
    if not tokens or tokens[0].start != 0 or not is_surname(tokens[0]):
        return 0
    return _head_given(run[0], tokens) or (0 if whole or _goes_on(tokens) else tokens[0].end)


def _head_given(run: str, tokens: Sequence[Word]) -> int:
    """Return where the given name behind the first token ends, 0 where there is none."""
    parted = _PARTED.match(run, tokens[0].end)
    if parted and not NOT_NAME_END.search(parted[0]):
        return parted.end()
    if len(tokens) < 2 or not _is_given(tokens[1]):
        return 0
    tail = tokens[2] if len(tokens) > 2 else None
    joined = tail is not None and tail.start == tokens[1].end and tail.surface in ("子", "江", "美", "代")
    return tail.end if tail is not None and joined else tokens[1].end


def _goes_on(tokens: Sequence[Word]) -> bool:
    """Tell whether the first token is only the beginning of a longer noun."""
    attached = len(tokens) > 1 and tokens[1].start == tokens[0].end
    return attached and tokens[1].tag in ("名詞", "接尾辞")


def _listed_head(run: str) -> list[Word]:
    lengths = (length for length in (3, 2, 1) if run[:length] in SURNAMES and run[length : length + 1] == " ")
    return [_word(run[:length], 0, "姓") for length in lengths]


def is_surname(word: Word) -> bool:
    """Tell whether a word serves as a surname."""
    if word.surface in NOT_NAMES:
        return False
    if word.surface in SURNAMES or word.tags[2:4] == ("人名", "姓"):
        return True
    return word.tags[2] == "地名" and len(word.surface) <= 3 and not NOT_NAME_END.search(word.surface)


def _is_given(word: Word) -> bool:
    return word.tags[2:4] == ("人名", "名") and word.surface not in NOT_NAMES


def _before_honorific(run: str, words: Words | None) -> list[Word]:
    if words is None:
        return _listed(run)
    return [word for word in words(run + "さん") if word.end <= len(run)]


def _listed(run: str) -> list[Word]:
    """Without a dictionary: the longest known surname that ends the run, with a given name behind it if there is one."""
    for start in range(max(0, len(run) - 9), len(run)):
        for length in (3, 2, 1):
            piece = run[start : start + length]
            rest = run[start + length :]
            if piece in SURNAMES and (
                not rest or (length > 1 and _GIVEN.fullmatch(rest) and not _PARTICLE.match(rest))
            ):
                return [_word(piece, start, "姓")] + (
                    [_word(rest.strip(), len(run) - len(rest.strip()), "名")] if rest else []
                )
    return []


def _word(surface: str, start: int, kind: str) -> Word:
    tags = ("名詞", "固有名詞", "人名", kind, "*", "*")
    return Word(
        surface=surface, start=start, end=start + len(surface), tags=tags, lemma=surface, normalized=surface
    )


def _whole(run: str, tokens: Sequence[Word]) -> int:
    """Return the length of a surname with a given name that ends the run, 0 for none."""
    last = tokens[-1]
    for place in range(len(tokens) - 2, max(-1, len(tokens) - 6), -1):
        word = tokens[place]
        rest = run[word.end :]
        if not is_surname(word) or not _GIVEN.fullmatch(rest) or _PARTICLE.match(rest):
            continue
        if NOT_NAME_END.search(rest) and not _is_given(last):
            continue
        if last.tags[3] == "姓" and not rest.startswith(" ") and last.surface in SURNAMES:
            continue
        if _is_given(last) or rest.startswith(" ") or _is_kana(rest) or len(tokens) - place > 2:
            return len(run) - _start(run, word, rest) if rest.strip() not in NOT_NAMES else 0
    return 0


def _start(run: str, word: Word, rest: str) -> int:
    """Return where the surname starts: before a space it is the whole short run of kanji (和久|井 誠一)."""
    before = re.search(rf"[{_KANJI}]+$", run[: word.end])
    return before.start() if before and rest.startswith(" ") and len(before[0]) <= 3 else word.start


def _is_kana(text: str) -> bool:
    return bool(re.fullmatch(r"[ぁ-ゖァ-ヺー]+", text))


def _is_single(word: Word, before: Sequence[Word]) -> bool:
    if word.surface in NOT_NAMES or GREAT.fullmatch(word.surface):
        return False
    if before and before[-1].end == word.start and before[-1].tag == "接頭辞":
        return False
    if is_surname(word):
        return not _is_tail_of_compound(word, before)
    if word.tags[2] != "人名" or NOT_NAME_END.search(word.surface):
        return False
    return not _is_tail_of_compound(word, before)


def _is_tail_of_compound(word: Word, before: Sequence[Word]) -> bool:
    """Tell whether the word is only the end of a longer noun (保|健師), not a name behind one (区長|佐藤)."""
    if not before or before[-1].end != word.start or before[-1].tag not in ("名詞", "接頭辞", "形状詞"):
        return False
    return len(word.surface) == 1 or len(before[-1].surface) == 1


def _is_foreign(name: str, words: Words | None) -> bool:
    parts = [part for part in re.split(r"[・ ]", name) if part]
    if any(part in NOT_NAMES for part in parts):
        return False
    if re.match("[A-Z]", name):
        return True
    return words is None or any(word.tags[2] == "人名" for part in parts for word in words(part))


def kana_surname(run: str) -> int:
    """Return the length of a surname spelt in katakana that ends `run` (ヒラオカ), 0 where it looks like a loan word."""
    found = _KANA_SURNAME.search(run)
    known = found and (found[0] in NOT_NAMES or _LOAN.search(found[0]) or run[: found.start()].endswith("ー"))
    return len(found[0]) if found and not known else 0
