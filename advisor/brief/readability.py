"""How hard a paper is to read, by a formula that can be checked with a pencil.

From 100 are taken, over the sentences of the copy at hand (sources and lists of the annex apart):

- 1 for each letter of the mean sentence beyond 40;
- 50 x the share of sentences of more than 60 letters;
- 100 x the share of kanji beyond 0.45 of all letters;
- 50 x the share of sentences with five commas or more;
- 100 x the share of sentences with a quotation inside a quotation;
- 100 x the share of sentences that deny twice (「ないわけではない」).

What is left, never below 0, is the score. The weights are chosen, not fitted: they order the drafts of one paper, and
say nothing about its content.
"""

import re
from typing import Final

from advisor.brief.model import Brief, SectionId
from advisor.values import Value

MEAN: Final = 40
LONG: Final = 60
KANJI: Final = 0.45
COMMAS: Final = 5
_APART: Final[frozenset[SectionId]] = frozenset(("figures", "cases", "open", "questions", "record"))
_NESTED: Final = re.compile(r"[「『][^」』]*[「『]")
_TWICE: Final = re.compile(
    r"(?:ない|ぬ)わけでは(?:ない|ありません)|(?:ない|ぬ)わけにはいか|なくは(?:ない|ありません)|なくもない"
    r"|(?:ない|ず)とは(?:言|い)(?:えない|い切れない)|ない(?:こと|もの)[はも](?:ない|ありません)|ざるを得|ずにはいられない"
    r"|ないとも限らない|ないではない|無きにしもあらず"
)
_KANJI: Final = re.compile(r"[一-龥々㐀-䶵]")
_LETTER: Final = re.compile(r"[^\s、。・,.「」『』()():：]")


class Readability(Value):
    """The score of a text and what it is made of; shares are of the sentences, `kanji` of the letters."""

    score: int
    sentences: int
    mean: float
    """Letters of a sentence, on the average."""
    long: float
    kanji: float
    commas: float
    nested: float
    twice: float
    hardest: tuple[str, ...] = ()
    """The longest sentences beyond the limit, three at most."""


def readability(brief: Brief) -> Readability:
    """Measure a paper; of the copy to hand up pass that copy."""
    claims = (claim for section in brief.sections if section.id not in _APART for claim in section.claims)
    return measured([claim.text for claim in claims if claim.origin in ("said", "inference")])


def measured(texts: list[str]) -> Readability:
    """Measure sentences; a text may hold several, each is counted once."""
    found = list(dict.fromkeys(part for text in texts for part in _sentences(text)))
    count = len(found)
    if not count:
        return Readability(score=100, sentences=0, mean=0, long=0, kanji=0, commas=0, nested=0, twice=0)
    letters = "".join(_LETTER.findall("".join(found)))
    shares = {
        "long": sum(len(each) > LONG for each in found) / count,
        "kanji": len(_KANJI.findall(letters)) / max(len(letters), 1),
        "commas": sum(each.count("、") >= COMMAS for each in found) / count,
        "nested": sum(bool(_NESTED.search(each)) for each in found) / count,
        "twice": sum(bool(_TWICE.search(each)) for each in found) / count,
    }
    mean = sum(map(len, found)) / count
    return Readability(
        score=_score(mean, shares),
        sentences=count,
        mean=round(mean, 1),
        hardest=tuple(sorted((each for each in found if len(each) > LONG), key=len, reverse=True)[:3]),
        **{name: round(share, 3) for name, share in shares.items()},
    )


def _sentences(text: str) -> list[str]:
    """Cut after every stop outside 「」."""
    parts = re.findall(r"(?:「[^」]*」?|[^。「])+。?", text)
    return [part.strip().rstrip("。") for part in parts if part.strip("。 \n")]


def _score(mean: float, shares: dict[str, float]) -> int:
    taken = max(0.0, mean - MEAN) + 50 * shares["long"] + 100 * max(0.0, shares["kanji"] - KANJI)
    taken += 50 * shares["commas"] + 100 * shares["nested"] + 100 * shares["twice"]
    return max(0, round(100 - taken))
