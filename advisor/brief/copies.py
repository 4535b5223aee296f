"""Two copies of one paper: 手元用 with everything, 提出用 without private claims and the record."""

from collections.abc import Iterable
from typing import Final

from advisor.brief.model import Brief, Claim, Item, Section, Table

_REQUIRED_LABELS: Final = frozenset({"調整先と懸念"})


def handed_up(brief: Brief, ticked: Iterable[str] = (), phase_line: bool = True) -> Brief:
    """Return the copy to hand up.

    `ticked` holds the texts of private claims the author chose to show; `phase_line` False empties section 13.
    """
    chosen = frozenset(ticked)
    sections = [_section(each, chosen) for each in brief.sections if each.id != "record"]
    record = _ticked_record(brief, chosen)
    if not phase_line:
        sections = [
            each.model_copy(update={"items": (), "tables": ()}) if each.id == "phase" else each
            for each in sections
        ]
    return brief.model_copy(
        update={"sections": (*sections, record), "phase": brief.phase if phase_line else None}
    )


def _ticked_record(brief: Brief, chosen: frozenset[str]) -> Section:
    record = brief.section("record")
    rows = [
        (head, row)
        for table in record.tables
        for head, row in zip(table.heads or ("",) * len(table.rows), table.rows, strict=True)
        if any(c.text in chosen for c in row[-1])
    ]
    if not rows:
        return record.model_copy(update={"tables": ()})
    table = record.tables[0].model_copy(
        update={"heads": tuple(head for head, _ in rows), "rows": tuple(row for _, row in rows)}
    )
    return record.model_copy(update={"tables": (table,)})


def _section(section: Section, chosen: frozenset[str]) -> Section:
    items = tuple(_item(item, chosen) for item in section.items)
    items = tuple(item for item in items if item.claims)
    tables = tuple(_table(table, chosen) for table in section.tables)
    return section.model_copy(update={"items": items, "tables": tables})


def _item(item: Item, chosen: frozenset[str]) -> Item:
    claims = tuple(done for done in (_claim(claim, chosen) for claim in item.claims) if done is not None)
    label = (
        ""
        if item.label in _REQUIRED_LABELS
        and claims
        and claims[0].text.startswith(("調整先:", "協力先:", "懸念:"))
        else item.label
    )
    return Item(label=label, claims=claims)


def _table(table: Table, chosen: frozenset[str]) -> Table:
    rows = tuple(
        tuple(
            tuple(done for done in (_claim(claim, chosen) for claim in cell) if done is not None)
            for cell in row
        )
        for row in table.rows
    )
    return table.model_copy(update={"rows": rows})


def _claim(claim: Claim, chosen: frozenset[str]) -> Claim | None:
    if claim.text in chosen and claim.text:
        return claim.model_copy(update={"private": False, "public": None})
    if claim.public is not None:
        return claim.model_copy(update={"text": claim.public}) if claim.public else None
    return None if claim.private else claim
