"""Bringing a new draft into a section: what the official wrote or removed is never overwritten."""

from collections.abc import Iterable

from advisor.brief.model import Claim, Section
from advisor.brief.studio.changes import Change, changes
from advisor.brief.studio.lines import Keys, Line, keyed, lines_of, touched, with_lines
from advisor.values import Value


class Merged(Value):
    """A section with the draft it now rests on, and the changes that met what the official had done."""

    section: Section
    base: Section
    collisions: tuple[Change, ...] = ()


def merge(working: Section, base: Section, fresh: Section, keys: Keys) -> Merged:
    """Return the section with every change of the new draft.

    A sentence the official rewrote stays with the new one behind it; what the official removed stays removed.
    """
    found = changes(working, base, fresh)
    for change in reversed(found):  # so that lines that come at one place keep their order
        working, base = taken(working, base, change, keys, asked=False)
    return Merged(section=working, base=base, collisions=tuple(each for each in found if each.collides))


def taken(
    working: Section, base: Section, change: Change, keys: Keys, asked: bool = True
) -> tuple[Section, Section]:
    """Return the section and its base with one change taken over.

    `asked`: the official wants this very change, so that it comes also where its old words were removed by hand.
    """
    change = _named(change, keys)
    return _into_section(working, change, asked), _into_base(base, change)


def left(base: Section, change: Change, keys: Keys) -> Section:
    """Return the base with one change taken notice of, which the paper itself leaves."""
    return _into_base(base, _named(change, keys))


def _named(change: Change, keys: Keys) -> Change:
    coming = keyed(change.coming, keys) if change.coming is not None else None
    new = tuple(claim.model_copy(update={"key": keys()}) for claim in change.new)
    return change.model_copy(update={"coming": coming, "new": new})


def _into_base(base: Section, change: Change) -> Section:
    lines = lines_of(base)
    if change.coming is not None:
        return with_lines(base, _inserted(lines, change.coming, change.after))
    if change.goes:
        return with_lines(base, [line for line in lines if line.key != change.line])
    old = {claim.key for claim in change.old}
    return with_lines(
        base, [_spliced(line, change, old) if line.key == change.line else line for line in lines]
    )


def _into_section(section: Section, change: Change, asked: bool) -> Section:
    lines = lines_of(section)
    if change.coming is not None:
        return with_lines(section, _inserted(lines, change.coming, change.after))
    mine = next((line for line in lines if line.key == change.line), None)
    if change.goes:
        going = mine is not None and not change.collides and not any(map(touched, mine.claims))
        return with_lines(section, [line for line in lines if not (going and line.key == change.line)])
    if mine is None:
        return with_lines(section, (*lines, _alone(change))) if asked and change.new else section
    here = [claim for claim in mine.claims if claim.key in {each.key for each in change.old}]
    if change.old and not here and not asked:
        return section
    untouched = {claim.key for claim in here if not touched(claim)}
    return with_lines(
        section, [_spliced(line, change, untouched) if line is mine else line for line in lines]
    )


def _alone(change: Change) -> Line:
    """New words whose line was removed by hand, as a line of their own."""
    return Line(key=f"{change.new[0].key}-line", label=change.label, cells=(change.new,))


def _spliced(line: Line, change: Change, dropped: set[str]) -> Line:
    """Return the line with the new claims behind the old ones, of which the `dropped` go."""
    cell = line.cells[change.column]
    old = {claim.key for claim in change.old}
    places = [at for at, claim in enumerate(cell) if claim.key in old]
    at = places[-1] + 1 if places else _behind([claim.key for claim in cell], change.after)
    kept = _without(cell[:at], dropped), _without(cell[at:], dropped)
    return line.with_cell(change.column, (*kept[0], *change.new, *kept[1]))


def _without(claims: Iterable[Claim], dropped: set[str]) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if claim.key not in dropped)


def _inserted(lines: tuple[Line, ...], line: Line, after: tuple[str, ...]) -> tuple[Line, ...]:
    at = _behind([each.key for each in lines], after)
    return (*lines[:at], line, *lines[at:])


def _behind(keys: list[str], after: tuple[str, ...]) -> int:
    """The place behind the nearest of `after` that is there, else the beginning."""
    return next((keys.index(key) + 1 for key in after if key in keys), 0)
