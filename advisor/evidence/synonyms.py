"""Other words for the same: a question is looked for under all of them."""

from collections.abc import Iterable, Sequence

from advisor.evidence.lexical import word_keys
from advisor.words import Words

SHARE = 0.7
"""How much a word that was not said counts beside one that was."""


class Synonyms:
    """Groups of expressions that mean the same in a town hall."""

    def __init__(self, groups: Iterable[Sequence[str]], words: Words) -> None:
        keyed = ([word_keys(each, words) for each in group] for group in groups)
        self._groups = [[keys for keys in group if keys] for group in keyed]

    def widened(self, keys: Iterable[str]) -> dict[str, float]:
        """Return the keys that were not asked for but mean the same, each with its weight (up to SHARE)."""
        said = frozenset(keys)
        more: dict[str, float] = {}
        for group in self._groups:
            if any(said.issuperset(expression) for expression in group):
                for expression in group:
                    for key in expression:
                        more[key] = max(more.get(key, 0.0), SHARE / len(expression))
        return {key: weight for key, weight in more.items() if key not in said}
