"""The view 相談: the conversation, and beside it the passage, the phase and the worksheet."""

import streamlit as st

from advisor.dialogue.session import Session
from advisor.dialogue.turns import Turn
from advisor.ui.plain import label, shown
from advisor.ui.sheet import draw_sheet, draw_sheet_button
from advisor.ui.state import Sending, tab
from advisor.ui.talk.attaching import called
from advisor.ui.talk.chips import draw_chips
from advisor.ui.talk.composer import composer
from advisor.ui.talk.live import draw_live
from advisor.ui.talk.notices import draw_notice
from advisor.ui.talk.outside import draw_outside
from advisor.ui.talk.passage import draw_passage
from advisor.ui.talk.sending import deliver
from advisor.ui.talk.turns import draw_turn, draw_words
from advisor.ui.talk.welcome import draw_latest, draw_way, draw_welcome

_PAGE = 20


def draw_talk(session: Session | None) -> None:
    """Draw the conversation; a message on its way is answered here."""
    left, right = st.columns([13, 8], gap="large")
    with left:
        handle = st.container(key="sheet-handle")
        session = _conversation(session)
    if session is None:
        with right:
            draw_way()
        with left:
            draw_latest()
        return
    with handle:
        draw_sheet_button(session)
    with right, st.container(key="beside"):
        draw_passage()
        draw_sheet(session)
    with st.bottom:
        draw_outside(session)
    composer(session)


def _conversation(session: Session | None) -> Session | None:
    sending = tab().sending
    if session is None and sending is None:
        draw_notice(None)
        draw_welcome()
        return None
    if session is not None:
        _past(session, sending)
    if sending is not None:
        session = _answering(session, sending)
    if session is not None:
        draw_live(session)
        draw_notice(session)
        if session.unanswered is None:
            draw_chips(session)
    else:
        draw_notice(None)
        draw_welcome()
    return session


def _past(session: Session, sending: Sending | None) -> None:
    until = sending.edits if sending is not None else None
    _left(session)
    turns = session.turns
    first = max(0, len(turns) - _PAGE * (tab().earlier + 1))
    if first:
        st.button(f"以前のやりとりを表示(あと{first}件)", key="earlier", on_click=_more)
    elif session.greeting:
        draw_words("greeting", "何したい", session.greeting)
    settled = sending is None and session.unanswered is None
    for turn in turns[first:]:
        if until is None or turn.number < until:
            draw_turn(session, turn, last=settled and turn is turns[-1])


def _more() -> None:
    tab().earlier += 1


def _left(session: Session) -> None:
    """What an undo or a rewording left behind can still be read."""
    left = session.left
    if not left:
        return
    with st.expander(f"取り消した・言い直す前のやりとり({len(left)}件)", key="left"):
        for turn in left[-_PAGE:]:
            _quoted(turn)


def _quoted(turn: Turn) -> None:
    st.caption(f"発言{turn.number}")
    if turn.message:
        st.text(shown(turn.message))
    for document in turn.documents:
        st.caption(f"資料: {label(document.name)}")
    st.text(shown("→ " + turn.reply.text))


def _answering(session: Session | None, sending: Sending) -> Session | None:
    place = st.empty()
    with place.container():
        draw_words("you-sending", "あなた", sending.text, [called(each.name) for each in sending.files])
        with st.spinner("資料を読んで、考えています…" if sending.files else "考えています…"):
            after = deliver(sending)
    if after is None:
        place.empty()
        return session
    place.empty()
    first = sending.edits or (len(session.turns) + 1 if session else 1)
    if session is None and after.greeting:
        draw_words("greeting", "何したい", after.greeting)
    for turn in after.turns[first - 1 :]:
        draw_turn(after, turn, last=turn is after.turns[-1])
    return after
