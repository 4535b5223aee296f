"""The fields of a section: what stands in them when a button of the form is pressed, as deeds on the paper."""

import hashlib
from collections.abc import Iterator

import streamlit as st

from advisor.agent.studio import Working
from advisor.brief.model import Claim, Section, SectionId
from advisor.brief.studio.deeds import Add, AddLine, Deed, Edit
from advisor.brief.studio.lines import Line, lines_of
from advisor.ui import desk
from advisor.ui.paper.studio.storing import store
from advisor.ui.state import tab


def pinned_number(id: str, section: SectionId, working: Working) -> int:
    """The version that stands in the fields: the one at which they were opened, until something is stored.

    What another tab stores meanwhile does not change a field under the hands of the one who writes in it.
    """
    pen = tab().pen
    if pen is None or pen[:2] != (id, section) or pen[2] > working.stored:
        tab().pen = pen = (id, section, working.number)
    return pen[2]


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
    where = tab().adding
    if where != "item" and not where.startswith("table"):
        return
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
    store(lambda: desk.advisor().studio.edit(id, (*written, *deeds), number))


def open_field(id: str, section: Section, number: int, where: str) -> None:
    """Store what was typed and open an empty field there."""
    press(id, section, number)
    tab().adding = where
