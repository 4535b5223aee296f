"""Bind the sections to one paper."""

from typing import Final

from advisor.brief.grounding import grounded
from advisor.brief.material import Material
from advisor.brief.model import SECTION_TITLES, Brief, Claim, Header, Item, SectionId
from advisor.brief.notes import notes_of
from advisor.brief.outline.aim import fields, purpose, summary, title
from advisor.brief.outline.annex import journey_section
from advisor.brief.outline.chain import logic_section
from advisor.brief.outline.closing import cases_section, open_section, record_section
from advisor.brief.outline.desk import Desk
from advisor.brief.outline.drive import drive_section
from advisor.brief.outline.figures import figures_section
from advisor.brief.outline.means import means_section
from advisor.brief.outline.offer import value_section, work_section
from advisor.brief.outline.people import customer_section
from advisor.brief.outline.phase import phase_section
from advisor.brief.outline.questions import questions_section
from advisor.brief.outline.results import outcome_section
from advisor.brief.outline.today import today_section
from advisor.brief.sheet import sheet_of
from advisor.words import Words

ORDER: Final[tuple[SectionId, ...]] = tuple(SECTION_TITLES)
_WRITERS: Final = (
    summary, purpose, customer_section, today_section, value_section, work_section, outcome_section, drive_section,
    journey_section, figures_section, means_section, logic_section, phase_section, cases_section,
)  # fmt: skip


def compose(material: Material, words: Words) -> Brief:
    """Return the whole paper for a consultation, every section of it, holes shown as open claims."""
    sheet = sheet_of(material, words)
    desk = Desk(material=material, sheet=sheet, words=words, notes=notes_of(material))
    sections = [grounded(write(desk), material, words) for write in _WRITERS]
    head, rows = title(desk), fields(desk)
    points = list(head) + [claim for item in rows for claim in item.claims]
    asked = questions_section(material, rows, sections)
    sections.append(open_section(points, [*sections, asked], ORDER))
    sections.append(asked)
    sections.append(record_section(material.utterances))
    return Brief(
        header=_header(material, head, rows), title=head, fields=rows, sections=tuple(sections),
        notes=desk.notes.listed, phase=material.phase.value,
    )  # fmt: skip


def _header(material: Material, head: tuple[Claim, ...], rows: tuple[Item, ...]) -> Header:
    said = [claim.text for claim in rows[0].claims if claim.origin == "said"]
    update = {"subject": material.header.subject or (head[0].text if head[0].origin == "said" else "")}
    if said and not material.header.section:
        update["section"] = said[0].rstrip("。")
    return material.header.model_copy(update=update)


__all__ = ["ORDER", "compose"]
