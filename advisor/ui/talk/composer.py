"""The field to write in."""

import streamlit as st

from advisor.dialogue.session import Session
from advisor.ui.talk.sending import send_typed


def composer(session: Session | None) -> None:
    """Draw the field: at the foot of a conversation, in its place on a first visit."""
    key = f"composer-{session.id if session else 'new'}"
    st.chat_input("ここに書いてください", key=key, max_chars=8000, on_submit=send_typed, args=(key, session))
