"""Quick replies: starts of answers in the official's voice, as pills."""

import streamlit as st

from advisor.dialogue.session import Session
from advisor.ui.plain import label
from advisor.ui.talk.sending import send


def draw_chips(session: Session) -> None:
    """Offer the quick replies of the last turn."""
    turns = session.turns
    chips = turns[-1].reply.quick_replies if turns else ()
    if not chips:
        return
    with st.container(key="chips"):
        st.caption("答えの例(押すとそのまま送ります)")
        with st.container(horizontal=True, gap="small"):
            for number, chip in enumerate(chips):
                st.button(label(chip), key=f"chip-{len(turns)}-{number}", on_click=send, args=(chip, session))
