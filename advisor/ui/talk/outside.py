"""Above the field: where the words go, the choice that they go nowhere, and what was used."""

import streamlit as st

from advisor.dialogue.session import Session
from advisor.patience.price import Spent
from advisor.ui import desk
from advisor.ui.destination import Outside, cost_words, spending_words, state_words, where_words
from advisor.ui.plain import label, shown
from advisor.ui.state import tab
from advisor.ui.talk.sending import change


def draw_outside(session: Session | None) -> None:
    """Say where the words of the consultation, or of a new one, go; let the official keep them inside."""
    outside = desk.outside(session)
    inside = session.inside if session is not None else tab().inside
    with st.container(key="outside"):
        with st.container(key="outside-line", horizontal=True, vertical_alignment="center"):
            st.text(shown(where_words(outside, inside)), width="content")
            if outside is not None:
                _choice(session, inside)
                if outside.spending is not None:
                    _used(outside.spending)
        if outside is not None and not inside:
            _state(outside)
        elif outside is None and (words := desk.unserved(session)):
            st.text(shown(words))


def _choice(session: Session | None, inside: bool) -> None:
    key = f"inside-{session.id if session else 'new'}"
    # What is stored is the truth; another tab may have chosen in between.
    st.session_state[key] = inside
    st.toggle(
        "この相談は外に出さない",
        key=key,
        on_change=_choose,
        args=(key, session.id if session else None),
        disabled=session is not None and session.unanswered is not None,
    )


def _choose(key: str, id: str | None) -> None:
    chosen = bool(st.session_state[key])
    if id is None:
        tab().inside = chosen
    else:
        change(lambda: desk.advisor().keep_inside(id, chosen))


def _used(spending: Spent) -> None:
    with st.popover(label(f"使った量 {cost_words(spending.session)}"), type="tertiary", key="outside-used"):
        for line in spending_words(spending):
            st.text(line)


def _state(outside: Outside) -> None:
    words = state_words(outside)
    if words:
        st.text(words)
