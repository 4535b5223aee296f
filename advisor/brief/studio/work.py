"""Doing deeds on a working paper: every one gives a new paper, and nobody's words are written over."""

from collections.abc import Iterable, Sequence

from advisor.brief.model import Brief, Claim, Section, SectionId
from advisor.brief.studio.changes import Change, changes
from advisor.brief.studio.deeds import (
    Accept,
    Add,
    AddLine,
    Deed,
    Edit,
    Leave,
    Move,
    Redraft,
    Remark,
    Remove,
    RemoveLine,
    Revert,
    Settle,
)
from advisor.brief.studio.lines import Keys, Line, form_of, lines_of, with_lines
from advisor.brief.studio.merge import left, merge, taken
from advisor.brief.studio.paper import Paper, claim_of
from advisor.brief.studio.sources import adopted


def done(paper: Paper, deeds: Iterable[Deed], fresh: Brief, keys: Keys) -> Paper:
    """Return the paper after some deeds, in order; `fresh` is the draft of now, `keys` name what is new.

    A deed whose line or claim is not there changes nothing: `collides` tells beforehand.
    """
    for deed in deeds:
        if isinstance(deed, Redraft | Accept | Leave):
            paper = _renewed(paper, deed, fresh, keys)
        else:
            section = paper.brief.section(deed.section)
            paper = paper.with_section(_worked(section, deed, keys))
    return paper


def pending(paper: Paper, fresh: Brief, section: SectionId) -> tuple[Change, ...]:
    """Return the changes of a section's new draft that were neither taken over nor left so far."""
    draft, _ = adopted(fresh, paper.brief.notes)
    return changes(paper.brief.section(section), paper.base(section), draft.section(section))


def collides(paper: Paper, deed: Deed) -> bool:
    """Whether somebody else has changed or removed what a deed of writing was meant for."""
    section = paper.brief.section(deed.section)
    match deed:
        case Edit(claim=key, was=was, text=text):
            claim = claim_of(section, key)
            return claim is None or claim.text not in (was, text)
        case Remove(claim=key, was=was) | Revert(claim=key, was=was):
            claim = claim_of(section, key)
            return claim is not None and claim.text != was
        case Remark(claim=key):
            return claim_of(section, key) is None
        case Add(line=key):
            return all(line.key != key for line in lines_of(section))
        case RemoveLine(line=key, was=was):
            return any(line.key == key and line.texts != was for line in lines_of(section))
    return False


def kept_beside(paper: Paper, deeds: Sequence[Deed], fresh: Brief, keys: Keys) -> Paper:
    """Return the paper as somebody wanted it who came too late: words whose place is gone stand in a line of their own."""
    for deed in deeds:
        section = paper.brief.section(deed.section)
        text = deed.text if isinstance(deed, Edit | Add) else ""
        text = deed.comment.text if isinstance(deed, Remark) else text
        meant = AddLine(section=deed.section, texts=(text,)) if text and _homeless(section, deed) else deed
        paper = done(paper, (meant,), fresh, keys)
    return paper


def _homeless(section: Section, deed: Deed) -> bool:
    if isinstance(deed, Edit | Remark):
        return claim_of(section, deed.claim) is None
    return isinstance(deed, Add) and all(line.key != deed.line for line in lines_of(section))


def own(text: str, key: str) -> Claim:
    """A claim that the official writes on the paper itself."""
    return Claim(text=text, origin="said", key=key, own=True)


def rewritten(claim: Claim, text: str) -> Claim:
    """Return the claim in the official's own words; what was drafted stays with it, and so does its privacy."""
    if text == claim.text:
        return claim
    before = claim.before if claim.own else claim.model_copy(update={"key": "", "comments": ()})
    return Claim(
        text=text,
        origin="said",
        slot=claim.slot,
        private=claim.private,
        public="" if claim.public == "" else None,
        key=claim.key,
        own=True,
        before=before,
        comments=claim.comments,
    )


def _worked(section: Section, deed: Deed, keys: Keys) -> Section:
    """Return the section after a deed of the official's own."""
    match deed:
        case Add() | AddLine() | RemoveLine() | Move():
            return _rearranged(section, deed, keys)
        case Remove(claim=key) | Edit(claim=key, text=""):
            return with_lines(section, [_without(line, key) for line in lines_of(section)])
        case Edit() | Revert() | Remark() | Settle():
            return section.each(lambda claim: _changed(claim, deed) if claim.key == deed.claim else claim)
    return section


def _changed(claim: Claim, deed: Edit | Revert | Remark | Settle) -> Claim:
    match deed:
        case Edit(text=text):
            return rewritten(claim, text)
        case Revert() if claim.before is not None:
            return claim.before.model_copy(update={"key": claim.key, "comments": claim.comments})
        case Remark(comment=comment):
            return claim.model_copy(update={"comments": (*claim.comments, comment)})
        case Settle(comment=comment):
            kept = tuple(each for each in claim.comments if each != comment)
            return claim.model_copy(update={"comments": kept})
    return claim


def _rearranged(section: Section, deed: Add | AddLine | RemoveLine | Move, keys: Keys) -> Section:
    lines = lines_of(section)
    match deed:
        case Add():
            return with_lines(section, [_added(line, deed, keys) for line in lines])
        case AddLine():
            return _with_line(section, deed, keys)
        case RemoveLine(line=key):
            return with_lines(section, _less(lines, key))
        case Move(line=key, by=by):
            return with_lines(section, _moved(lines, key, by))


def _without(line: Line, key: str) -> Line:
    cells = tuple(tuple(claim for claim in cell if claim.key != key) for cell in line.cells)
    return line.model_copy(update={"cells": cells})


def _added(line: Line, deed: Add, keys: Keys) -> Line:
    if line.key != deed.line or not deed.text or not 0 <= deed.column < len(line.cells):
        return line
    cell = line.cells[deed.column]
    at = next((at for at, claim in enumerate(cell, 1) if claim.key == deed.after), len(cell))
    return line.with_cell(deed.column, (*cell[:at], own(deed.text, keys()), *cell[at:]))


def _with_line(section: Section, deed: AddLine, keys: Keys) -> Section:
    """Return the section with a line; where there is no such table, the words stand in a labelled line."""
    if not any(deed.texts):
        return section
    cells = tuple((own(text, keys()),) if text else () for text in deed.texts)
    if deed.table is not None and deed.table < len(section.tables):
        form = form_of(section.tables[deed.table], deed.table)
        cells = (*cells, *(((),) * len(form.columns)))[: len(form.columns)]
        line = Line(key=keys(), label=deed.label if form.headed else "", cells=cells, form=form)
    else:
        words = tuple(claim for cell in cells for claim in cell)
        line = Line(key=keys(), label=deed.label, cells=(words,))
    lines = lines_of(section)
    at = next((at for at, each in enumerate(lines, 1) if each.key == deed.after), len(lines))
    return with_lines(section, (*lines[:at], line, *lines[at:]))


def _less(lines: Sequence[Line], key: str) -> list[Line]:
    gone = next((line for line in lines if line.key == key), None)
    if gone is not None and gone.form and sum(line.form == gone.form for line in lines) == 1:
        return [
            gone.model_copy(update={"cells": ((),) * len(gone.cells)}) if line is gone else line
            for line in lines
        ]
    return [line for line in lines if line is not gone]


def _moved(lines: Sequence[Line], key: str, by: int) -> list[Line]:
    kept = list(lines)
    at = next((at for at, line in enumerate(kept) if line.key == key), None)
    if at is None:
        return kept
    like = [place for place, line in enumerate(kept) if line.form == kept[at].form]
    to = like.index(at) + by
    if 0 <= to < len(like):
        kept[at], kept[like[to]] = kept[like[to]], kept[at]
    return kept


def _renewed(paper: Paper, deed: Redraft | Accept | Leave, fresh: Brief, keys: Keys) -> Paper:
    """Return the paper after a deed that looks at the draft of now."""
    draft, notes = adopted(fresh, paper.brief.notes)
    section, base = paper.brief.section(deed.section), paper.base(deed.section)
    if isinstance(deed, Redraft):
        merged = merge(section, base, draft.section(deed.section), keys)
        section, base = merged.section, merged.base
    elif deed.change not in pending(paper, fresh, deed.section):
        return paper
    elif isinstance(deed, Leave):
        base = left(base, deed.change, keys)
    else:
        section, base = taken(section, base, deed.change, keys)
    done = paper.with_section(section, base)
    update: dict[str, object] = {"notes": notes}
    if not isinstance(deed, Leave):
        worded = any(claim.plain for claim in draft.section(deed.section).claims)
        update |= {"written_by": fresh.written_by} if worded else {}
        update |= {"phase": fresh.phase} if deed.section == "phase" else {}
    return done.model_copy(update={"brief": done.brief.model_copy(update=update)})
