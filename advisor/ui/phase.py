"""Where the idea stands among the three phases: a picture, the reason, and a way to correct it."""

from typing import Final

import streamlit as st

from advisor.dialogue.session import Session
from advisor.framework.labels import PHASE_NAMES, PHASES, Phase
from advisor.framework.phases import PhaseView
from advisor.ui import desk
from advisor.ui.markup import picture
from advisor.ui.phase_picture import phase_picture
from advisor.ui.plain import shown
from advisor.ui.talk.sending import change

_AUTO: Final = "助言役の見立てに任せる"


def draw_phase(session: Session, prefix: str) -> None:
    """Draw the phase of the consultation with its reason; the official can correct it."""
    view = desk.advisor().phase(session)
    with st.container(key=f"phase-{prefix}"):
        svg, alternative = phase_picture(view)
        picture(svg, alternative)
        st.text(shown(view.because))
        with st.popover("見立てを直す", type="tertiary", key=f"phase-correct-{prefix}"):
            _correction(session, view, prefix)


def _correction(session: Session, view: PhaseView, prefix: str) -> None:
    key = f"phase-choice-{prefix}"
    options: list[Phase | None] = [None, *PHASES]
    st.radio(
        "この企画は、どの段の話ですか",
        options,
        index=options.index(view.value if view.corrected else None),
        format_func=lambda value: _AUTO if value is None else f"{value} {PHASE_NAMES[value]}",
        key=key,
    )
    st.button("この見立てにする", key=f"phase-set-{prefix}", on_click=_correct, args=(session, key))


def _correct(session: Session, key: str) -> None:
    value = st.session_state.get(key)
    change(lambda: desk.advisor().correct_phase(session.id, value))
