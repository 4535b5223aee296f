"""Sends a message once: stored before it is answered, never twice, never lost."""

from collections.abc import Callable

import streamlit as st

from advisor.dialogue.session import Session
from advisor.errors import Conflict
from advisor.ui import desk
from advisor.ui.state import Notice, Sending, tab


def send(text: str, session: Session | None, edits: int | None = None) -> None:
    """Put a message on its way; the same click twice is one message."""
    words = text.strip()
    sending = Sending(words, session.id if session else None, len(session.turns) if session else 0, edits)
    if not words or sending.key in tab().sent:
        return
    tab().sending = sending
    tab().notice = None


def send_typed(key: str, session: Session | None, edits: int | None = None) -> None:
    """Send what stands in the field called `key`."""
    value = st.session_state.get(key)
    if isinstance(value, str):
        send(value, session, edits)


def deliver(sending: Sending) -> Session | None:
    """Store and answer a message; None where that failed, with the notice kept for the page."""
    memory = tab()
    memory.sending = None
    memory.sent.add(sending.key)
    try:
        id = sending.consultation or _begun(sending)
        if sending.edits is None:
            desk.advisor().say(id, sending.text, seen=sending.seen)
        else:
            desk.advisor().edit(id, sending.edits, sending.text)
        memory.turn = None
        return desk.advisor().session(id)
    except Conflict:
        words = "この相談は、別のタブで先に進んでいます。お書きになった文は、下に残してあります。"
        memory.notice = Notice("conflict", words, sending.text)
    except Exception as error:  # whatever the storage raises, the typed text stays on screen
        memory.notice = desk.trouble(error, sending.text)
    memory.sent.discard(sending.key)
    return None


def _begun(sending: Sending) -> str:
    id = desk.advisor().begin().id
    tab().sent.add(Sending(sending.text, id, 0).key)
    st.query_params["c"] = id
    return id


def undo(session: Session) -> None:
    """Leave the last turn."""
    change(lambda: desk.advisor().undo(session.id))


def change(deed: Callable[[], object]) -> None:
    """Do something to the consultation; a conflict or a fault becomes a notice."""
    try:
        deed()
        tab().notice = None
    except Conflict:
        tab().notice = Notice("conflict", "この相談は、別のタブで先に進んでいます。")
    except Exception as error:
        tab().notice = desk.trouble(error)
