"""Reply texts cut into lines, sentences, questions and words; shares no code with the advisor's own checks."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_ROW: Final = re.compile(r"^\s*(?:・|\*|>|\||-\s|\d+[..]\s|〔|※|#)")
_QUOTE: Final = re.compile(r"[「『((][^「」『』()()]*[」』))]")
_END: Final = re.compile(r"[。!?!?\n]+")
_ASKS: Final = re.compile(
    r"(?:[??]|(?:です|ます|でしょう|ません|ました|でした|ましょう|だろう|ない|くれる|もらえる|いい)か[。.]?)$"
)
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_WORD: Final = re.compile(r"[一-龥々]{2,}|[ァ-ヴー]{2,}|[A-Za-z]{2,}|\d+")


def flat(text: str) -> str:
    """The text in one width and without white space, so that spellings compare."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def prose(text: str) -> str:
    """A reply without its list rows, source lines and headings."""
    return "\n".join(line for line in text.splitlines() if not _ROW.match(line))


def parts(text: str) -> tuple[str, ...]:
    """The sentences of a text with their end marks; marks inside brackets end nothing."""
    masked = _masked(text)
    found, start = [], 0
    for match in _END.finditer(masked):
        found.append(text[start : match.end()].strip())
        start = match.end()
    found.append(text[start:].strip())
    return tuple(part for part in found if part)


def _masked(text: str) -> str:
    """The text with everything inside brackets replaced letter for letter, innermost first."""
    for _ in range(4):
        masked = _QUOTE.sub(lambda match: "□" * len(match.group()), text)
        if masked == text:
            break
        text = masked
    return text


def bare(text: str) -> str:
    """The text without what stands in 「」 and 『』."""
    return re.sub(r"□+", "", _masked(text))


def asks(part: str) -> bool:
    """Whether a sentence is a question, what it quotes left aside."""
    return bool(_ASKS.search(bare(part).strip()))


def questions(text: str) -> tuple[str, ...]:
    """The questions of a reply: its sentences, and clauses that go on after a question mark inside one line."""
    return tuple(part for part in parts(prose(text)) if asks(part))


def quotes(text: str) -> tuple[str, ...]:
    """What stands in 「」."""
    return tuple(re.findall(r"「([^」]+)」", text))


def numbers(text: str) -> tuple[str, ...]:
    """The numbers of a text, commas dropped, in one width."""
    return tuple(
        found.replace(",", "").strip(".") for found in _NUMBER.findall(unicodedata.normalize("NFKC", text))
    )


def content(text: str) -> frozenset[str]:
    """Words that carry matter: runs of kanji, of katakana, of letters, of digits."""
    return frozenset(_WORD.findall(unicodedata.normalize("NFKC", text)))


def grams(text: str, length: int = 3) -> frozenset[str]:
    """The runs of `length` letters of a text, marks and spaces dropped."""
    letters = re.sub(r"[\s。、!!??「」『』・…〜~]", "", unicodedata.normalize("NFKC", text))
    return frozenset(letters[at : at + length] for at in range(max(1, len(letters) - length + 1)))


@lru_cache(maxsize=4096)
def _kept_grams(text: str) -> frozenset[str]:
    return grams(text)


def alike(left: str, right: str) -> float:
    """The share of runs of three letters that two texts have in common (Jaccard)."""
    one, other = grams(left), grams(right)
    return len(one & other) / max(1, len(one | other))


def contained(text: str, wholes: Iterable[str]) -> float:
    """The share of the text's runs of three letters that occur in the wholes."""
    wanted = grams(text)
    found = {gram for whole in wholes for gram in wanted & _kept_grams(whole)}
    return len(found) / max(1, len(wanted))
