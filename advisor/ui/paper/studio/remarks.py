"""Comments on the sentences of a section: written, read, cleared away; never printed."""

from functools import partial

import streamlit as st

from advisor.brief.model import Comment, Section
from advisor.brief.studio.deeds import Remark, Settle
from advisor.ui import desk
from advisor.ui.paper.studio.storing import do
from advisor.ui.plain import label


def draw_remarks(id: str, section: Section, number: int) -> None:
    """Offer to comment on a sentence, and the comments there are."""
    claims = {claim.key: claim for claim in section.claims}
    if not claims:
        return
    count = sum(len(claim.comments) for claim in claims.values())
    with st.expander(f"コメント({count}件)", key=f"remarks-{section.id}", icon=":material/comment:"):
        for claim in claims.values():
            for place, comment in enumerate(claim.comments):
                _comment(id, section, claim.key, comment, number, place)
        with st.form(f"remark-form-{section.id}", border=False, clear_on_submit=True):
            st.selectbox(
                "どの文に",
                list(claims),
                format_func=lambda key: label(claims[key].text or claims[key].about, 40),
                key=f"remark-on-{section.id}",
            )
            st.text_input(
                "コメント", key=f"remark-{section.id}", max_chars=400, placeholder="例: 財政課に確かめる"
            )
            st.form_submit_button(
                "コメントする", key=f"remark-save-{section.id}", on_click=_remark, args=(id, section, number)
            )
        st.caption("コメントは紙にも書き出しにも出ません。")


def _comment(id: str, section: Section, claim: str, comment: Comment, number: int, place: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(label(f"{comment.who}: {comment.text}"), width="stretch")
        deed = Settle(section=section.id, claim=claim, comment=comment)
        st.button(
            "片付ける",
            key=f"settle-{claim}-{place}",
            type="tertiary",
            on_click=do,
            args=(partial(desk.advisor().studio.edit, id, (deed,), number),),
        )


def _remark(id: str, section: Section, number: int) -> None:
    claim = st.session_state.get(f"remark-on-{section.id}")
    text = str(st.session_state.get(f"remark-{section.id}") or "").strip()
    if claim and text:
        deed = Remark(section=section.id, claim=claim, comment=Comment(text=text))
        do(partial(desk.advisor().studio.edit, id, (deed,), number))
