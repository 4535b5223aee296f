"""書き直す: one section at a time, as fields beside the list of sections."""

import streamlit as st

from advisor.agent.studio import Working, read
from advisor.brief.model import SECTION_TITLES, Finding, SectionId
from advisor.brief.outline.compose import ORDER
from advisor.brief.studio.paper import EDITABLE, stale
from advisor.dialogue.session import Session
from advisor.ui import desk
from advisor.ui.consultations import when
from advisor.ui.markup import el, show
from advisor.ui.paper.studio.fields import draw_fields
from advisor.ui.paper.studio.pen import opened, unsaved
from advisor.ui.paper.studio.remarks import draw_remarks
from advisor.ui.paper.studio.renewing import draw_changes
from advisor.ui.paper.studio.storing import do
from advisor.ui.plain import label, shown


def draw_writing(session: Session) -> None:
    """Draw the section that is open to write in."""
    working = desk.advisor().studio.working(session.id)
    left, right = st.columns([5, 13], gap="large")
    with left, st.container(key="pen-side"):
        section = _choice(session.id, working)
        _state(session.id, working)
    with right, st.container(key="pen"):
        show(el("h3", f"{ORDER.index(section) + 1} {SECTION_TITLES[section]}", class_="pen"))
        number, held = opened(session.id, section, working)
        if number != working.number:
            st.caption("別のタブで先に進んでいます。保存すると、そちらの書き直しと合わせます。")
        else:
            draw_changes(session.id, working, section)
        _findings(working, section)
        draw_fields(session.id, held, number)
        draw_remarks(session.id, held, number)


def _choice(id: str, working: Working) -> SectionId:
    marks = dict.fromkeys(stale(working.paper, working.fresh.brief), " ・ 違いあり")
    marks |= dict.fromkeys(unsaved(id, working), " ・ 未保存")

    def words(section: SectionId) -> str:
        return f"{ORDER.index(section) + 1} {SECTION_TITLES[section]}{marks.get(section, '')}"

    return st.radio(
        "どの節を書き直しますか", EDITABLE, format_func=words, key="pen-section", persist_state="session"
    )


def _state(id: str, working: Working) -> None:
    """Say which version it is, and offer to undo."""
    stamp = working.stamp
    if stamp is None:
        st.caption("まだ書き直していません。保存すると、いまの下書きが第1版として残ります。")
        return
    st.caption(label(f"{stamp.label} ・ {stamp.why} ・ {when(stamp.at)}"))
    if stamp.locked:
        st.caption("これは提出版です。保存すると、写しに書き込みます。提出版は変わりません。")
    st.button(
        "ひとつ前に戻す",
        key="pen-undo",
        icon=":material/undo:",
        disabled=stamp.undoes is None,
        help="戻した書き直しも「版」に残ります。",
        on_click=do,
        args=(lambda: desk.advisor().studio.undo(id, working.number),),
    )


def _findings(working: Working, section: SectionId) -> None:
    """What a checker says of this section."""
    here = str(ORDER.index(section) + 1)
    found: list[Finding] = [each for each in read(working).findings if here in each.where.split("・")]
    if found:
        with st.expander(f"この節への指摘({len(found)}件)", key=f"pen-findings-{section}"):
            for finding in found:
                st.text(shown(f"{finding.rule} ― {finding.why}。直し方: {finding.do}"))
