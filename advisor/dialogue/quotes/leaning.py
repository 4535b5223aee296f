"""Which 文節 leans on which: enough of a parse to keep a quote from being torn apart."""

from collections.abc import Sequence

from advisor.dialogue.quotes.phrases import Phrase, Text, phrases
from advisor.words import Word


def cut(text: str, words: Sequence[Word]) -> Text:
    """Return the text with its 文節 and what each of them leans on."""
    items = phrases(words) if words else ()
    return Text(text=text, words=tuple(words), phrases=items, leans=leans(items, words))


def leans(items: Sequence[Phrase], words: Sequence[Word]) -> tuple[int, ...]:
    """Return for each 文節 the index of the one it leans on; -1 where its sentence ends with it."""
    return tuple(_lean(items, words, index) for index in range(len(items)))


def _lean(items: Sequence[Phrase], words: Sequence[Word], index: int) -> int:
    item = items[index]
    ahead = _within_sentence(items, index)
    if item.stop or not ahead:
        return -1
    if item.role == "adnominal":
        return next((k for k in ahead if items[k].noun), ahead[-1])
    if item.role == "predicate":
        linking = words[item.last - 1].surface in ("て", "で", "に", "ず") and not item.comma
        return _next_verb(items, words, ahead) if linking else _clause_end(items, ahead)
    return (
        _lean_of_noun(items, words, index, ahead)
        if item.role == "noun"
        else _next_holder(items, words, ahead)
    )


def _lean_of_noun(items: Sequence[Phrase], words: Sequence[Word], index: int, ahead: list[int]) -> int:
    item = items[index]
    particles = [words[k].surface for k in range(item.core, item.last) if words[k].tag == "助詞"]
    last = particles[-1] if particles else ""
    if last in ("と", "や", "とか", "か", "から") and _parallel(items, words, index, last):
        return index + 1
    if last == "より" and words[items[index + 1].first].surface == "先":
        return index + 1
    if last in ("は", "って", "も"):
        return _clause_end(items, ahead)
    return _next_holder(items, words, ahead)


def _next_holder(items: Sequence[Phrase], words: Sequence[Word], ahead: list[int]) -> int:
    """The next 文節 that a case particle or an adverb can lean on: a predicate, or a noun that stands as one."""
    return next((k for k in ahead if _holds(items, words, k)), ahead[-1])


def _holds(items: Sequence[Phrase], words: Sequence[Word], index: int) -> bool:
    item = items[index]
    if words[item.core - 1].tag == "連体詞" or item.role == "adverb":
        return False
    if item.role == "noun":
        return _is_end(items, index) or _counts(item)
    return not (item.role == "adnominal" and item.noun and _only_no(words, item))


def _only_no(words: Sequence[Word], item: Phrase) -> bool:
    return [words[k].surface for k in range(item.core, item.last) if words[k].tag in ("助詞", "助動詞")][
        -1:
    ] == ["の"]


def _parallel(items: Sequence[Phrase], words: Sequence[Word], index: int, particle: str) -> bool:
    following = items[index + 1]
    if particle == "から":
        both = (items[index], following)
        return all(any(words[k].tags[1] == "数詞" for k in range(each.first, each.core)) for each in both)
    return (
        following.noun
        and following.role in ("noun", "adnominal")
        and words[following.first].tag not in ("副詞",)
    )


def _is_end(items: Sequence[Phrase], index: int) -> bool:
    return items[index].stop or index == len(items) - 1


def _within_sentence(items: Sequence[Phrase], index: int) -> list[int]:
    ahead: list[int] = []
    for k in range(index + 1, len(items)):
        ahead.append(k)
        if items[k].stop:
            break
    return ahead


def _clause_end(items: Sequence[Phrase], ahead: list[int]) -> int:
    return next((k for k in ahead if items[k].role == "predicate" or _counts(items[k])), ahead[-1])


def _counts(item: Phrase) -> bool:
    """A bare amount before a comma closes its clause (「年に2本分、」)."""
    return item.amount and item.comma


def _next_verb(items: Sequence[Phrase], words: Sequence[Word], ahead: list[int]) -> int:
    """て links to the next verb, whether or not that verb leans on a noun."""
    verbs = (
        k
        for k in ahead
        if items[k].role in ("predicate", "adnominal") and words[items[k].core - 1].tag == "動詞"
    )
    return next(verbs, ahead[-1])
