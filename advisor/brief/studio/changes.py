"""What a new draft of a section changes against the draft that the paper was made from, change by change."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from advisor.brief.model import Claim, Section, SectionId
from advisor.brief.studio.lines import Line, bare, bare_claim, lines_of, touched
from advisor.values import Value


class Change(Value):
    """One step from the old draft to the new one, which can be taken over or left.

    Claims of a line change (`line`, `column`, `old` to `new`), a `line` goes, or a line comes (`coming`).
    """

    section: SectionId
    line: str = ""
    column: int = 0
    old: tuple[Claim, ...] = ()
    new: tuple[Claim, ...] = ()
    coming: Line | None = None
    after: tuple[str, ...] = ()
    """Names of what stands before it in the old draft (claims of the cell, or lines), nearest first."""
    label: str = ""
    goes: bool = False
    """The whole line goes."""
    collides: bool = False
    """The official has rewritten, remarked on or removed what it changes: both are kept."""


def changes(working: Section, base: Section, fresh: Section) -> tuple[Change, ...]:
    """Return the steps from `base` to `fresh` in the order of the section, told what they meet in `working`."""
    before, after = lines_of(base), lines_of(fresh)
    mine = {line.key: line for line in lines_of(working)}
    found: list[Change] = []
    for old, new, passed in _paired(before, after):
        if old is None and new is not None:
            found.append(Change(section=base.id, coming=new, after=passed, label=new.label))
        elif old is not None and new is None:
            kept = mine.get(old.key)
            found.append(_going(base.id, old, kept))
        elif old is not None and new is not None:
            found += _within(base.id, old, new, mine.get(old.key))
    return tuple(found)


def _going(section: SectionId, old: Line, kept: Line | None) -> Change:
    changed = kept is not None and any(map(touched, kept.claims))
    return Change(section=section, line=old.key, goes=True, old=old.claims, label=old.label, collides=changed)


def _paired(
    before: Sequence[Line], after: Sequence[Line]
) -> Iterator[tuple[Line | None, Line | None, tuple[str, ...]]]:
    """Pair the lines of two drafts; with a line that comes, the names of the old ones before it, nearest first."""
    matcher = SequenceMatcher(None, _signs(before), _signs(after), autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        passed = tuple(line.key for line in reversed(before[:i1]))
        if tag == "equal" or (tag == "replace" and _alike(before[i1:i2], after[j1:j2])):
            yield from ((old, new, ()) for old, new in zip(before[i1:i2], after[j1:j2], strict=True))
        else:
            yield from ((old, None, ()) for old in before[i1:i2])
            yield from ((None, new, passed) for new in after[j1:j2])


def _signs(lines: Sequence[Line]) -> list[tuple[object, ...]]:
    """What tells a line from the others: its table, its label, the words a row begins with, and which of the like it is."""
    seen: Counter[tuple[object, ...]] = Counter()
    signs: list[tuple[object, ...]] = []
    for line in lines:
        first = "".join(claim.text for claim in line.cells[0]) if line.form and not line.label else ""
        sign = (line.form, line.label, first, len(line.cells))
        seen[sign] += 1
        signs.append((*sign, seen[sign]))
    return signs


def _alike(before: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether as many rows without a head stand in the place of others of the same table."""
    return len(before) == len(after) and all(
        old.form == new.form
        and old.form is not None
        and not old.label + new.label
        and len(old.cells) == len(new.cells)
        for old, new in zip(before, after, strict=True)
    )


def _within(section: SectionId, old: Line, new: Line, kept: Line | None) -> Iterator[Change]:
    if bare(old) == bare(new):
        return
    for column, (was, now) in enumerate(zip(old.cells, new.cells, strict=True)):
        matcher = SequenceMatcher(
            None, list(map(bare_claim, was)), list(map(bare_claim, now)), autojunk=False
        )
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            if tag == "equal":
                continue
            yield Change(
                section=section,
                line=old.key,
                column=column,
                old=was[i1:i2],
                new=now[j1:j2],
                after=tuple(claim.key for claim in reversed(was[:i1])),
                label=old.label or (old.form.columns[column] if old.form else ""),
                collides=_collides(was[i1:i2], kept),
            )


def _collides(old: Sequence[Claim], kept: Line | None) -> bool:
    """Whether one of these claims was rewritten or remarked on, or is gone; without any, whether its line is gone."""
    if kept is None:
        return True
    here = {claim.key: claim for claim in kept.claims}
    return any(claim.key not in here or touched(here[claim.key]) for claim in old)
