"""The fields of a section: what stands in them when a button is pressed, as deeds on the paper.

Fields send nothing by themselves and keep what was typed while another section or view is open.
"""

import hashlib
from collections.abc import Iterator
from functools import partial

import streamlit as st

from advisor.agent.studio import Working
from advisor.brief.model import Claim, Section, SectionId
from advisor.brief.studio.deeds import Add, AddLine, Deed, Edit
from advisor.brief.studio.lines import Line, lines_of
from advisor.brief.studio.paper import EDITABLE
from advisor.ui import desk
from advisor.ui.paper.studio.storing import store
from advisor.ui.state import tab


def opened(id: str, section: SectionId, working: Working) -> tuple[int, Section]:
    """The section as it stands in the fields, and the version it is of.

    While something is typed it stays the one at which the fields were opened: what another tab stores does not
    change a field under the hands of the one who writes in it.
    """
    number, held = _held(id, section, working)
    if number != working.number and not typed(held, number):
        number, held = working.number, working.paper.brief.section(section)
    tab().pens[id, section] = number
    return number, held


def _held(id: str, section: SectionId, working: Working) -> tuple[int, Section]:
    """The section as its fields were filled; before the first edit that is the draft, which became version 1."""
    number = tab().pens.get((id, section), working.number)
    paper = working.paper
    if number != working.number:
        paper = desk.advisor().studio.version(id, max(number, 1)).paper
    return number, paper.brief.section(section)


def unsaved(id: str, working: Working) -> frozenset[SectionId]:
    """The sections with something typed that is not stored yet."""
    return frozenset(each for each in EDITABLE if (id, each) in tab().pens and _typed(id, each, working))


def _typed(id: str, section: SectionId, working: Working) -> tuple[Deed, ...]:
    number, held = _held(id, section, working)
    return typed(held, number)


def field(claim: Claim) -> str:
    """The key of a claim's field; another stored text makes it another field."""
    return f"pen-{claim.key}-{hashlib.sha256(claim.text.encode()).hexdigest()[:8]}"


def blank(section: SectionId, line: str, column: int, number: int) -> str:
    """The key of an empty field: an empty cell, or something that is being added."""
    return f"pen-new-{section}-{line}-{column}-{number}"


def typed(section: Section, number: int) -> tuple[Deed, ...]:
    """What was written into the fields of a section since they were filled from version `number`."""
    return (*_rewritten(section), *_filled(section, number), *_added(section, number))


def _value(key: str) -> str:
    return str(st.session_state.get(key) or "").strip()


def _rewritten(section: Section) -> Iterator[Deed]:
    for claim in section.claims:
        if field(claim) in st.session_state and _value(field(claim)) != claim.text.strip():
            text = _value(field(claim))
            yield Edit(section=section.id, claim=claim.key, was=claim.text, text=text)


def _filled(section: Section, number: int) -> Iterator[Deed]:
    for line in lines_of(section):
        for column in range(len(line.cells)):
            if words := _value(blank(section.id, line.key, column, number)):
                yield Add(section=section.id, line=line.key, column=column, text=words)


def _added(section: Section, number: int) -> Iterator[Deed]:
    for where in ("item", *(f"table {place}" for place in range(len(section.tables)))):
        table = None if where == "item" else int(where.split()[1])
        columns = 1 if table is None else len(section.tables[table].columns)
        texts = tuple(_value(blank(section.id, where, column, number)) for column in range(columns))
        if any(texts):
            label = _value(blank(section.id, where, -1, number))
            yield AddLine(section=section.id, table=table, label=label, texts=texts)


def press(id: str, section: Section, number: int, *deeds: Deed, instead: Line | Claim | None = None) -> None:
    """Store what was typed and what a button means; typing into what the button takes away is left out."""
    gone = {claim.key for claim in instead.claims} if isinstance(instead, Line) else set()
    gone |= {instead.key} if isinstance(instead, Claim) else set()
    line = instead.key if isinstance(instead, Line) else ""
    written = [
        deed
        for deed in typed(section, number)
        if not (isinstance(deed, Edit) and deed.claim in gone)
        and not (isinstance(deed, Add) and deed.line == line)
    ]
    if store(partial(desk.advisor().studio.edit, id, (*written, *deeds), number)):
        _emptied(id, section)


def _emptied(id: str, section: Section) -> None:
    """Forget what was typed once it is stored, so that it does not come up again where the text goes back."""
    tab().pens.pop((id, section.id), None)
    fields = {field(claim) for claim in section.claims}
    news = f"pen-new-{section.id}-"
    for key in list(st.session_state):
        if key in fields or str(key).startswith(news):
            del st.session_state[key]


def open_field(id: str, section: Section, number: int, where: str) -> None:
    """Store what was typed and open an empty field there."""
    press(id, section, number)
    tab().adding = where
