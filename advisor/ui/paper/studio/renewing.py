"""What the conversation has changed in a section since it was drafted, to be taken over or left change by change."""

from functools import partial

import streamlit as st

from advisor.agent.studio import Working
from advisor.brief.marks import written
from advisor.brief.model import SectionId
from advisor.brief.studio.changes import Change
from advisor.brief.studio.deeds import Accept, Deed, Leave, Redraft
from advisor.brief.studio.work import pending
from advisor.ui import desk
from advisor.ui.markup import el, show
from advisor.ui.paper.studio.marked import struck
from advisor.ui.paper.studio.storing import store


def draw_changes(id: str, working: Working, section: SectionId) -> None:
    """Show the changes of a section's new draft; nothing where there are none."""
    found = pending(working.paper, working.fresh.brief, section)
    if not found:
        return
    words = f"聞き取りが変わりました。違いを見る({len(found)}か所)"
    with st.expander(words, key=f"stale-{section}", icon=":material/difference:"):
        st.caption(
            "線で消した字がなくなり、下線の字が入ります。書き直した文、消した文は、受け入れても上書きしません。"
        )
        for place, change in enumerate(found):
            _change(id, working.number, change, place)
        st.button(
            "この節を書き直す(もとの下書きから)",
            key=f"redraft-{section}",
            icon=":material/refresh:",
            help="上の違いをまとめて取り込みます。書き直した文は残り、新しい文がその後ろに並びます。",
            on_click=_do,
            args=(id, working.number, Redraft(section=section)),
        )


def _change(id: str, number: int, change: Change, place: int) -> None:
    with st.container(key=f"change-{change.section}-{place}"):
        show(el("h4", change.label or "本文", class_="pen"))
        coming = change.coming.claims if change.coming is not None else change.new
        show(struck(written(change.old, private=True), written(coming, private=True)))
        if change.collides:
            st.caption("ここは書き直したか、消した所です。受け入れると、あなたの文の後ろに並びます。")
        with st.container(horizontal=True):
            accept = Accept(section=change.section, change=change)
            leave = Leave(section=change.section, change=change)
            st.button(
                "受け入れる", key=f"accept-{change.section}-{place}", on_click=_do, args=(id, number, accept)
            )
            st.button(
                "このままにする",
                key=f"leave-{change.section}-{place}",
                type="tertiary",
                on_click=_do,
                args=(id, number, leave),
            )


def _do(id: str, number: int, deed: Deed) -> None:
    store(partial(desk.advisor().studio.edit, id, (deed,), number))
