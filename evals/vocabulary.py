"""Builds the reviewed vocabulary of the advisor's manner: `python -m evals.vocabulary` writes prompts/model/vocabulary.txt."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import yaml

from advisor.adapters.words import SudachiWords
from advisor.dialogue.strict.manner import forms
from advisor.words import Words

PROMPTS: Final = Path(__file__).resolve().parent.parent / "prompts"
TARGET: Final = PROMPTS / "model" / "vocabulary.txt"
HAND: Final = PROMPTS / "model" / "manner.yaml"
_PLACE: Final = re.compile(r"\{[^}]*\}")
_HEAD: Final = (
    "# 言語モデルの返事が、よりどころなしに使ってよい語(正規形)。頭に - のある語は、よりどころがなければ使えない。\n"
    "# python -m evals.vocabulary が prompts/replies/*.yaml と prompts/model/manner.yaml から作る。手では直さない。\n"
)


def main() -> None:
    """Write the file anew."""
    TARGET.write_text(vocabulary(SudachiWords()), encoding="utf-8")


def vocabulary(words: Words) -> str:
    """The text of the file: every word on a line, in order, those that are struck with a minus before them."""
    hand = yaml.safe_load(HAND.read_text(encoding="utf-8"))
    struck = _alone(hand["struck"], words)
    said = {form for text in _phrasings() for form in forms(words, _PLACE.sub("、", text))}
    listed = {form for group in hand["words"].values() for form in _listed(group, words)}
    free = (said | listed) - _alone(hand["withheld"], words) - struck
    return _HEAD + "\n".join([*sorted(free), *(f"-{word}" for word in sorted(struck))]) + "\n"


def _listed(group: str, words: Words) -> frozenset[str]:
    """The words of a list, and the forms that the splitter gives them; a compound frees its parts as well."""
    return frozenset(form for word in group.split() for form in (word, *forms(words, word)))


def _alone(group: str, words: Words) -> frozenset[str]:
    """The words of a list that must not be compounds, or their parts would be kept back as well; else ValueError."""
    compound = [word for word in group.split() if len(words(word)) != 1]
    if compound:
        raise ValueError(f"{HAND.name}: {' '.join(compound)}")
    return _listed(group, words)


def _phrasings() -> Iterator[str]:
    for file in sorted((PROMPTS / "replies").glob("*.yaml")):
        yield from _texts(yaml.safe_load(file.read_text(encoding="utf-8")))


def _texts(tree: Any) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        for each in tree.values():
            yield from _texts(each)
    elif isinstance(tree, list):
        for each in tree:
            yield from _texts(each)


if __name__ == "__main__":
    main()
