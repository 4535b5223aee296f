"""参考事例, 要確認一覧 and 発言の記録: what stands at the end of the annex."""

from collections.abc import Sequence

from advisor.brief.material import Utterance
from advisor.brief.model import SECTION_TITLES, Claim, Item, Section, SectionId, Table
from advisor.brief.outline.desk import Desk
from advisor.brief.write import cited, sentence, unknown
from advisor.evidence.cards import CHECKED_NAMES, CaseCard
from advisor.framework.slots import SLOT_NAMES

_MOST_CASES = 3


def cases_section(desk: Desk) -> Section:
    """Cases with their limits and counter-views beside them; none is made up."""
    pairs = tuple(zip(desk.material.cases, desk.notes.cases, strict=True))[:_MOST_CASES]
    if not pairs:
        hole = unknown("参考事例", "作成者", "資料には、この相談に合う事例が見当たらない。")
        return Section(id="cases", title="参考事例", items=(Item(claims=(hole,)),))
    columns = ("事例", "何がしたかったか", "したこと・起きたこと", "限界・反対意見", "確認状態")
    return Section(
        id="cases",
        title="参考事例",
        tables=(Table(columns=columns, rows=tuple(_case(*pair) for pair in pairs)),),
    )


def _case(case: CaseCard, note: int) -> tuple[tuple[Claim, ...], ...]:
    limit = case.lines.limit or case.limits
    against = f"{sentence(limit)}{sentence(case.counter_view)}" if case.counter_view else sentence(limit)
    checked = CHECKED_NAMES[case.sources[0].checked if case.sources else "unverified"]
    cells = (case.title, sentence(case.lines.want), sentence(case.lines.happened), against, checked)
    return tuple((cited(text, note),) for text in cells)


def open_section(head: Sequence[Claim], sections: Sequence[Section], order: Sequence[SectionId]) -> Section:
    """Every hole of the paper once: what, who could tell, in which sections; the urgent ones first."""
    found: dict[tuple[str, str], tuple[bool, list[str]]] = {}
    places = [("表", claim) for claim in head]
    places += [(str(order.index(section.id) + 1), claim) for section in sections for claim in section.claims]
    for place, claim in places:
        if claim.origin != "open":
            continue
        urgent, where = found.get((claim.about, claim.ask), (False, []))
        found[claim.about, claim.ask] = (urgent or claim.urgent, where if place in where else [*where, place])
    rows = sorted(_merged(found), key=lambda row: not row[0])
    table = Table(
        columns=("何を", "だれに", "節"),
        heads=tuple("★" if urgent else "" for urgent, *_ in rows),
        head="★",
        rows=tuple(
            tuple(
                (Claim(text=text, origin="open", ask="", about=what),)
                for text in (what, ask, "・".join(where))
            )
            for _, what, ask, where in rows
        ),
    )
    return Section(id="open", title=SECTION_TITLES["open"], tables=(table,) if rows else ())


def _merged(found: dict[tuple[str, str], tuple[bool, list[str]]]) -> list[tuple[bool, str, str, list[str]]]:
    """Join short points that go to the same person in the same sections."""
    rows: list[tuple[bool, str, str, list[str]]] = []
    for (about, ask), (urgent, where) in found.items():
        twin = next(
            (
                at
                for at, row in enumerate(rows)
                if row[0] == urgent and row[2] == ask and row[3] == where and len(row[1]) + len(about) < 40
            ),
            None,
        )
        if twin is None:
            rows.append((urgent, about, ask, where))
        else:
            rows[twin] = (urgent, f"{rows[twin][1]}、{about}", ask, where)
    return rows


def record_section(utterances: Sequence[Utterance]) -> Section:
    """Every message verbatim: only in the copy for the author."""
    rows = tuple(
        (
            (Claim(text=_asked(each), origin="said", turns=(each.turn,), private=True, public=""),),
            (Claim(text=each.text, origin="said", turns=(each.turn,), private=True, public=""),),
        )
        for each in utterances
    )
    table = Table(
        columns=("問われた項目", "原文"),
        heads=tuple(f"t{each.turn}" for each in utterances),
        head="発言",
        rows=rows,
    )
    return Section(id="record", title=SECTION_TITLES["record"], tables=(table,) if rows else ())


def _asked(utterance: Utterance) -> str:
    if utterance.correction:
        return "(訂正)"
    if utterance.asked is not None:
        return SLOT_NAMES[utterance.asked]
    return "(話の外)" if utterance.aside else "—"
