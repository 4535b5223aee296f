"""Sends a message once: stored before it is answered, never twice, never lost."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

import streamlit as st

from advisor.dialogue.session import Session
from advisor.errors import Conflict
from advisor.ui import desk
from advisor.ui.state import File, Notice, Sending, tab
from advisor.ui.talk.attaching import submitted, taken

KEPT: Final = "kept-text"
"""The key of the field that holds words which could not be sent."""
_EARLY: Final = (
    "前の発言への返事を待っています。お書きになった文は、下に残してあります。返事のあとで送れます。"
)


def send(text: str, session: Session | None, edits: int | None = None, files: tuple[File, ...] = ()) -> None:
    """Put a message on its way; the same click twice is one message, and one at a time is answered."""
    words = text.strip()
    seen = len(session.turns) if session else 0
    sending = Sending(words, session.id if session else None, seen, edits, files)
    if not (words or files) or sending.key in tab().sent:
        return
    if session is not None and _waits(session):
        _keep(words, files)
        return
    tab().sending = sending
    tab().notice = None


def _keep(words: str, files: tuple[File, ...]) -> None:
    """Hold words that come too early, below those that are held already."""
    before = tab().notice
    if before is not None and (before.kept or before.files):
        held = str(st.session_state.get(KEPT, before.kept))
        words = held if words == held else "\n".join(filter(None, (held, words)))
        files = tuple(dict.fromkeys((*before.files, *files)))
    st.session_state.pop(KEPT, None)
    tab().notice = Notice("early", _EARLY, words, files=files)


def _waits(session: Session) -> bool:
    """Whether an earlier message has no reply yet; the page that was pressed may be older than that."""
    return session.unanswered is not None or desk.speaker().busy(session.id)


def send_typed(
    key: str, session: Session | None, edits: int | None = None, files: tuple[File, ...] = ()
) -> None:
    """Send what stands in the field called `key`, with `files` kept from before."""
    words, more = submitted(st.session_state.get(key))
    send(words, session, edits, files + more)


def deliver(sending: Sending) -> Session | None:
    """Read its files, store and answer a message; None where that failed, with the notice kept for the page."""
    memory = tab()
    memory.sending = None
    memory.sent.add(sending.key)
    st.session_state.pop(KEPT, None)
    documents, good, refused = taken(sending.files)
    if refused:
        memory.notice = Notice("files", "\n".join(refused), sending.text, files=good)
        memory.sent.discard(sending.key)
        return None
    try:
        id = sending.consultation or _begun(sending)
        _said(id, sending, documents)
        memory.turn = None
        return desk.advisor().session(id)
    except Conflict:
        words = "この相談は、別のタブで先に進んでいます。お書きになった文は、下に残してあります。"
        memory.notice = Notice("conflict", words, sending.text, files=sending.files)
    except Exception as error:  # whatever the storage raises, the typed text stays on screen
        memory.notice = desk.trouble(error, sending.text, sending.files)
    memory.sent.discard(sending.key)
    return None


def _said(id: str, sending: Sending, documents: Sequence[tuple[str, str]]) -> None:
    """Store and answer; where a language model takes its time, return once the message is stored."""
    advisor = desk.advisor()
    leaves = advisor.leaves(advisor.session(id))
    if sending.edits is not None:
        (desk.speaker() if leaves else advisor).edit(id, sending.edits, sending.text)
    elif leaves:
        desk.speaker().say(id, sending.text, documents, sending.seen)
    else:
        advisor.say(id, sending.text, documents, seen=sending.seen)


def _begun(sending: Sending) -> str:
    id = desk.advisor().begin().id
    if tab().inside:
        desk.advisor().keep_inside(id, True)
        tab().inside = False
    tab().sent.add(replace(sending, consultation=id, seen=0).key)
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
