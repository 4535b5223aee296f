"""The field to write in."""

import streamlit as st

from advisor.dialogue.session import Session
from advisor.ui.talk.sending import send_typed


def composer(session: Session | None) -> None:
    """Draw the field: at the foot of a conversation, in its place on a first visit."""
    key = composer_key(session)
    st.chat_input(
        "ここに書いてください",
        key=key,
        max_chars=8000,
        accept_file="multiple",
        on_submit=send_typed,
        args=(key, session),
    )


def composer_key(session: Session | None) -> str:
    """The field's key: what is half written stays with its consultation."""
    return f"composer-{session.id if session else 'new'}"


def begin_with(words: str, session: Session) -> None:
    """Put the start of an answer into the field, to be finished by hand."""
    st.session_state[composer_key(session)] = words
