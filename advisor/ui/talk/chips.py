"""Quick replies: starts of answers in the official's voice, as pills."""

import streamlit as st

from advisor.dialogue.session import Session
from advisor.ui.plain import label
from advisor.ui.talk.composer import begin_with
from advisor.ui.talk.sending import send

_OPEN = ("…", "...")


def draw_chips(session: Session) -> None:
    """Offer the quick replies of the last turn: a start goes into the field, a whole answer is sent."""
    turns = session.turns
    chips = turns[-1].reply.quick_replies if turns else ()
    if not chips:
        return
    with st.container(key="chips"):
        starts = any(chip.endswith(_OPEN) for chip in chips)
        st.caption(
            "答えの例(「…」で終わるものは、続きを書けるように入力欄に入ります)"
            if starts
            else "答えの例(押すと送ります)"
        )
        with st.container(horizontal=True, gap="small"):
            for number, chip in enumerate(chips):
                _chip(f"chip-{len(turns)}-{number}", chip, session)


def _chip(key: str, chip: str, session: Session) -> None:
    if chip.endswith(_OPEN):
        words = chip.rstrip("….")
        st.button(label(chip), key=key, on_click=begin_with, args=(words, session))
    else:
        st.button(label(chip), key=key, on_click=send, args=(chip, session))
