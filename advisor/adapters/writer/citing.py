"""Words of the library in a reply: literal, short, with their source and how far it was checked."""

import re
from typing import Final

from advisor.dialogue.scene import Scene
from advisor.evidence.cards import CHECKED_NAMES, CaseCard
from advisor.evidence.passages import Citation, Passage
from advisor.words import Words

LONGEST_ANSWER: Final = 220
WHOLE: Final = 240
"""A passage up to this length is given whole: half a list is a wrong answer."""
_SENTENCE: Final = re.compile(r"(?:[^。「」]|「[^「」]*」)+。")
_TOLD: Final = ("数字", "何をしたか", "何がしたかったか")


def sentences_of(passage: Passage) -> tuple[str, ...]:
    """The sentences of a passage, lists and marks left out."""
    lines = [
        line
        for line in passage.text.splitlines()
        if line.strip() and not re.match(r"[-*#|・]|\d+\.", line.strip())
    ]
    return tuple(match.group().strip() for line in lines for match in _SENTENCE.finditer(line))


def answer(passage: Passage, message: str, words: Words, most: int = 3) -> str:
    """The sentences of a passage nearest to a message, in their order, at most LONGEST_ANSWER characters."""
    told = sentences_of(passage)
    if sum(map(len, told)) <= WHOLE:
        return "".join(told)
    wanted = _content(message, words)
    near = sorted(range(len(told)), key=lambda index: (-len(wanted & _content(told[index], words)), index))
    kept: set[int] = set()
    if near and (near[0] == 0 or not _stands_alone(told[near[0]])):
        kept.add(0)
    for index in near:
        if len(kept) < most and sum(len(told[k]) for k in kept | {index}) <= LONGEST_ANSWER:
            kept.add(index)
    if not kept and told and len(told[0]) <= LONGEST_ANSWER:
        kept.add(0)
    return "".join(told[index] for index in sorted(_joined(kept, told)))


def _joined(kept: set[int], told: tuple[str, ...]) -> set[int]:
    """A sentence that leans on the one before it is dropped where that one is missing."""
    return {index for index in kept if index == 0 or index - 1 in kept or _stands_alone(told[index])}


def _stands_alone(sentence: str) -> bool:
    return not re.match(
        r"(それ|その|これ|この|ここ|そこ|こう|そう|ほか|また|次に|さらに|ただ|しかし|一方|たとえば|つまり|どれ|どちら|なお|間には|もう|二つ目|三つ目|二つめ|最後に|前者|後者|同じ)",
        sentence,
    )


def _content(text: str, words: Words) -> frozenset[str]:
    return frozenset(word.normalized for word in words(text) if word.is_content and len(word.normalized) > 1)


def source_line(passage: Passage) -> str:
    """〔出典〕 with title, source and how far it was checked."""
    where = f"{passage.source}、" if passage.source and passage.source != passage.title else ""
    return f"〔出典〕『{passage.title}』({where}{CHECKED_NAMES[passage.checked]})"


def case_source_line(case: CaseCard) -> str:
    """〔出典〕 of a case card."""
    source = case.sources[0] if case.sources else None
    return (
        f"〔出典〕『{case.title}』({source.title}、{CHECKED_NAMES[source.checked]})"
        if source
        else f"〔出典〕『{case.title}』(未確認)"
    )


def citation(passage: Passage, quote: str) -> Citation:
    """Tie words of a passage to it."""
    return Citation(
        mark=1, passage=passage.id, title=passage.title, url=passage.url, quote=quote, checked=passage.checked
    )


def case_citation(scene: Scene, case: CaseCard) -> Citation:
    """Cite the passage that was found where it is the case's own, else the section that tells its figures."""
    passage = scene.passage
    if passage is not None and passage.card == case.id:
        told = sentences_of(passage)
        return citation(passage, told[0] if told else passage.text.strip())
    return section_citation(case, _TOLD, "")


def section_citation(case: CaseCard, headings: tuple[str, ...], quote: str) -> Citation:
    """Cite the first of these sections of a case card; without one, its three lines."""
    source = case.sources[0] if case.sources else None
    for heading in headings:
        text = next((section.text for section in case.sections if section.heading == heading), "")
        first = quote if quote and quote in text else next(iter(_SENTENCE.findall(text)), "")
        if first:
            return Citation(
                mark=1,
                passage=f"{case.id}#{heading}",
                title=case.title,
                url=source.url if source else None,
                quote=first.strip(),
                checked=source.checked if source else "unverified",
            )
    return Citation(
        mark=1,
        passage=case.id,
        title=case.title,
        url=source.url if source else None,
        quote=case.lines.happened,
        checked=source.checked if source else "unverified",
    )


def other_side(case: CaseCard) -> str:
    """Up to two sentences of the section on limits and other views; "" where there is none."""
    text = next((section.text for section in case.sections if section.heading == "限界と反対の見方"), "")
    kept = ""
    for sentence in _SENTENCE.findall(text):
        if len(kept) + len(sentence) <= 160:
            kept += sentence.strip()
    return kept
