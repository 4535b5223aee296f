"""The reply that is being written, as it comes; whoever leaves the page or reloads it finds it again."""

from typing import Final

import streamlit as st

from advisor.dialogue.session import Session
from advisor.errors import AdvisorError
from advisor.ui import desk
from advisor.ui.plain import label, shown
from advisor.ui.state import tab
from advisor.ui.talk.attaching import called
from advisor.ui.talk.turns import draw_words

_EVERY: Final = 0.3
"""Seconds between two looks."""


def draw_live(session: Session) -> None:
    """Draw the message that waits, and its reply as far as it has come."""
    waiting = session.unanswered
    if waiting is None:
        return
    draw_words("you-waiting", "あなた", waiting.text, [called(each.name) for each in waiting.documents])
    if desk.speaker().busy(session.id):
        _writing(session.id)
    else:
        _stranded(session)


def _writing(id: str) -> None:
    live = desk.advisor().live(id)
    with st.container(key="advisor-live"):
        st.caption("何したい・言語モデルが書いています")
        _coming(id)
        with st.container(horizontal=True, key="advisor-tools-live"):
            st.button(
                "待たずに続ける",
                key="live-stop",
                type="tertiary",
                icon=":material/skip_next:",
                help="言語モデルを待つのをやめて、内蔵の助言役がすぐに答えます。",
                on_click=_stop,
                args=(id,),
                disabled=live is not None and live.stop,
            )


@st.fragment(run_every=_EVERY)
def _coming(id: str) -> None:
    """The words alone: what is drawn here travels at every look."""
    if not desk.speaker().busy(id):
        st.rerun()
    live = desk.advisor().live(id)
    st.text(shown(live.text) if live is not None and live.text else "考えています…")


def _stop(id: str) -> None:
    try:
        desk.advisor().stop(id)
    except AdvisorError as error:
        tab().notice = desk.trouble(error)


def _stranded(session: Session) -> None:
    """The message is kept, and its answer failed: it can be asked for again."""
    error = desk.speaker().trouble(session.id)
    with st.container(key="advisor-stranded"):
        st.caption("何したい")
        st.text("この発言は保存してあります。返事は、まだできていません。")
        if error is not None:
            st.caption(label(desk.trouble(error).words))
        st.button("返事をもらう", key="live-again", on_click=_again, args=(session.id,))


def _again(id: str) -> None:
    desk.speaker().resume(id)
