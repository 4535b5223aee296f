"""Whether a reply or the paper helped: two quiet buttons, and one line of why not."""

from typing import Final

import streamlit as st

from advisor.dialogue.session import Session
from advisor.ui import desk
from advisor.ui.plain import label

REASONS: Final = ("言い方が合わない", "問いがずれた", "聞いたことに答えていない")
PAPER: Final = 0
"""What stands for the paper in place of a turn."""


def draw_valuing(session: Session, turn: int) -> None:
    """Draw the two buttons for a reply, or for the paper; what was pressed is marked, pressing it again takes it back."""
    valued = session.valued.get(turn)
    good = valued.good if valued else None
    _button(session, turn, True, good is True, "役に立った")
    _button(session, turn, False, good is False, "合わない")
    if good is False:
        _why_not(session, turn, valued.reason if valued else "")


def _button(session: Session, turn: int, good: bool, pressed: bool, words: str) -> None:
    icon = "thumb_up" if good else "thumb_down"
    st.button(
        f"{words} ✓" if pressed else words,
        key=f"{icon}-{turn}",
        icon=f":material/{icon}:",
        type="tertiary",
        on_click=_value,
        args=(session.id, turn, None if pressed else good),
        help="押すと残り、もう一度押すと取り消します。この機械の中だけに残ります。",
    )


def _why_not(session: Session, turn: int, reason: str) -> None:
    with st.popover(label(f"わけ: {reason}" if reason else "わけを残す(任意)", 30), key=f"why-not-{turn}"):
        for at, each in enumerate(REASONS):
            st.button(each, key=f"reason-{turn}-{at}", on_click=_value, args=(session.id, turn, False, each))
        key = f"reason-{turn}"
        st.text_input("ほかのわけ", value="" if reason in REASONS else reason, key=key, max_chars=200)
        st.button("残す", key=f"reason-keep-{turn}", on_click=_typed, args=(session.id, turn, key))


def _value(id: str, turn: int, good: bool | None, reason: str = "") -> None:
    desk.advisor().value(id, turn, good, reason)


def _typed(id: str, turn: int, key: str) -> None:
    _value(id, turn, False, str(st.session_state.get(key, "")))
