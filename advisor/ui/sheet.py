"""The worksheet beside the conversation: every line with its value, where it came from, and its state."""

from typing import Final

import streamlit as st

from advisor.dialogue.session import Session
from advisor.framework.slots import SHORT_PATH, SLOT_NAMES, SLOTS, Slot
from advisor.framework.worksheet import SlotState, SlotStatus, SlotValue
from advisor.ui import desk
from advisor.ui.phase import draw_phase
from advisor.ui.plain import shown
from advisor.ui.state import tab
from advisor.ui.talk.sending import change

STATUS: Final[dict[SlotStatus, str]] = {
    "empty": "○ まだ",
    "asked": "◔ 伺い中",
    "vague": "◑ もう少し具体的に",
    "answered": "● 伺いました",
    "unknown": "△ 要確認",
}


def draw_sheet(session: Session, prefix: str = "beside") -> None:
    """Draw progress, phase and the fourteen lines; `prefix` tells the column from the dialog."""
    sheet = session.worksheet
    with st.container(key=f"sheet-{prefix}"):
        if prefix == "beside":
            st.markdown("#### 聞き取りシート")
        st.progress(len(sheet.answered) / len(SLOTS), text=progress_words(session))
        draw_phase(session, prefix)
        st.caption("項目名を押すと、書き直す・固定する・空にする、ができます。")
        for state in sheet.states:
            _line(session, state, prefix)


def draw_sheet_button(session: Session) -> None:
    """The button that opens the worksheet where there is no room for a column."""
    words = f"聞き取り {len(session.worksheet.answered)}/{len(SLOTS)}"
    if st.button(words, key="sheet-open", icon=":material/checklist:"):
        _dialog(session)


@st.dialog("聞き取りシート", width="large")
def _dialog(session: Session) -> None:
    draw_sheet(desk.opened() or session, "dialog")


def progress_words(session: Session) -> str:
    """How far the consultation has come, and how many questions remain until a draft is offered."""
    answered = f"聞き取り {len(session.worksheet.answered)}/{len(SLOTS)}"
    left = questions_left(session)
    return f"{answered}・下書きまで、あと{left}問ほど" if left else f"{answered}・下書きを出せます"


def questions_left(session: Session) -> int:
    """The lines of the short path still open; the means count only once a technology was named."""
    sheet = session.worksheet
    named = any(turn.reading.technologies for turn in session.turns)
    path = [slot for slot in SHORT_PATH if slot != "technology_role" or named]
    return sum(sheet[slot].is_open and not sheet[slot].values and sheet[slot].asked < 2 for slot in path)


def _line(session: Session, state: SlotState, prefix: str) -> None:
    with st.container(key=f"line-{prefix}-{state.slot}"):
        with st.container(horizontal=True, vertical_alignment="center", key=f"head-{prefix}-{state.slot}"):
            st.button(
                SLOT_NAMES[state.slot],
                key=f"slot-{prefix}-{state.slot}",
                type="tertiary",
                icon=":material/lock:" if state.locked else ":material/edit:",
                on_click=_edit,
                args=(None if tab().slot == state.slot else state.slot,),
            )
            st.caption(STATUS[state.status] + ("・固定" if state.locked else ""))
        if tab().slot == state.slot:
            _editor(session, state, prefix)
            return
        for value in state.values:
            _value(value)


def _value(value: SlotValue) -> None:
    st.text(shown(value.text))
    st.caption(f"発言{value.turn}から" if value.turn else "ご自身で記入")


def _edit(slot: Slot | None) -> None:
    tab().slot = slot


def _editor(session: Session, state: SlotState, prefix: str) -> None:
    key = f"write-{prefix}-{state.slot}"
    before = "\n".join(value.text for value in state.values)
    name = SLOT_NAMES[state.slot]
    st.text_area(f"「{name}」の内容", value=shown(before), key=key, height="content", max_chars=8000)
    with st.container(horizontal=True):
        st.button(
            "保存", key=f"save-{prefix}", type="primary", on_click=_save, args=(session, state.slot, key)
        )
        st.button("空にする", key=f"clear-{prefix}", on_click=_write, args=(session, state.slot, ""))
        words = "固定を外す" if state.locked else "固定する"
        st.button(words, key=f"lock-{prefix}", on_click=_lock, args=(session, state.slot, not state.locked))
        st.button("閉じる", key=f"shut-{prefix}", type="tertiary", on_click=_edit, args=(None,))
    if state.history:
        st.caption("以前の内容")
        for value in state.history[-3:]:
            st.text(shown(value.text))


def _save(session: Session, slot: Slot, key: str) -> None:
    _write(session, slot, str(st.session_state.get(key) or ""))


def _write(session: Session, slot: Slot, text: str) -> None:
    change(lambda: desk.advisor().set_slot(session.id, slot, text))
    tab().slot = None


def _lock(session: Session, slot: Slot, locked: bool) -> None:
    change(lambda: desk.advisor().lock_slot(session.id, slot, locked))
    tab().slot = None
