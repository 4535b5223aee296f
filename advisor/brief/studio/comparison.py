"""Two versions of a paper side by side: what was written anew, added, removed and moved, section by section."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from advisor.brief.marks import mark, written
from advisor.brief.model import Brief, Claim, Section, SectionId
from advisor.brief.studio.differences import Run, diff
from advisor.brief.studio.lines import Line, lines_of
from advisor.brief.studio.paper import EDITABLE
from advisor.values import Value


class Pair(Value):
    """A claim in two papers; None where one of them lacks it."""

    label: str
    """The line or column it stands in."""
    before: str | None
    after: str | None
    runs: tuple[Run, ...]
    moved: bool = False
    """Its line stands elsewhere among the others."""

    @property
    def changed(self) -> bool:
        """Whether anything of it differs."""
        return self.before != self.after or self.moved


class SectionComparison(Value):
    """A section in two papers, claim by claim in the order of the newer one; `head` is the title and the fields."""

    id: SectionId | Literal["head"]
    title: str
    pairs: tuple[Pair, ...]

    @property
    def changed(self) -> bool:
        """Whether anything of it differs."""
        return any(pair.changed for pair in self.pairs)


def compared(before: Brief, after: Brief) -> tuple[SectionComparison, ...]:
    """Return the head and the editable sections of two papers; claims of one name are the same claim."""
    head = SectionComparison(id="head", title="件名と頭の欄", pairs=tuple(_heads(before, after)))
    sections = (
        SectionComparison(
            id=id, title=after.section(id).title, pairs=tuple(_pairs(before.section(id), after.section(id)))
        )
        for id in EDITABLE
    )
    return (head, *sections)


def _heads(before: Brief, after: Brief) -> Iterator[Pair]:
    old, new = dict(_head(before)), dict(_head(after))
    for label in dict.fromkeys((*new, *old)):
        was, now = old.get(label), new.get(label)
        yield Pair(label=label, before=was, after=now, runs=diff(was or "", now or ""))


def _head(brief: Brief) -> Iterator[tuple[str, str]]:
    """The title and the fields above the paper, by their labels."""
    yield "件名", brief.header.subject or written(brief.title, private=False)
    yield from ((item.label, written(item.claims, private=False)) for item in brief.fields)


def written_out(claim: Claim) -> str:
    """A claim as it is read, with its mark."""
    return claim.text + mark(claim, private=False)


_Placed = tuple[str, str, Claim]
"""A line's name, the words above or before the claim, and the claim."""


def _pairs(before: Section, after: Section) -> Iterator[Pair]:
    old, new = list(_placed(before)), list(_placed(after))
    were = {claim.key: claim for _, _, claim in old}
    moved = _moved(lines_of(before), lines_of(after))
    gone = _gone(old, {claim.key for _, _, claim in new})
    yield from gone.get("", ())
    for line, label, claim in new:
        yield _pair(label, were.get(claim.key), claim, line in moved)
        yield from gone.get(claim.key, ())


def _gone(old: Sequence[_Placed], here: set[str]) -> dict[str, list[Pair]]:
    """The claims that are no more, by the name of the last one before them that is."""
    found: dict[str, list[Pair]] = {}
    last = ""
    for _, label, claim in old:
        if claim.key in here:
            last = claim.key
        else:
            found.setdefault(last, []).append(_pair(label, claim, None, False))
    return found


def _pair(label: str, old: Claim | None, new: Claim | None, moved: bool) -> Pair:
    before = written_out(old) if old is not None else None
    after = written_out(new) if new is not None else None
    return Pair(label=label, before=before, after=after, runs=diff(before or "", after or ""), moved=moved)


def _placed(section: Section) -> Iterator[_Placed]:
    for line in lines_of(section):
        for column, cell in enumerate(line.cells):
            yield from ((line.key, _label(line, column), claim) for claim in cell)


def _label(line: Line, column: int) -> str:
    above = line.form.columns[column] if line.form and column < len(line.form.columns) else ""
    return " ・ ".join(part for part in (line.label, above) if part)


def _moved(before: Sequence[Line], after: Sequence[Line]) -> frozenset[str]:
    """The lines of both papers that stand in another order."""
    shared = {line.key for line in before} & {line.key for line in after}
    old = [line.key for line in before if line.key in shared]
    new = [line.key for line in after if line.key in shared]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    kept = {key for block in matcher.get_matching_blocks() for key in old[block.a : block.a + block.size]}
    return frozenset(shared - kept)
