"""The fields on top of the paper."""

from functools import partial
from typing import Final

import streamlit as st

from advisor.dialogue.session import Session
from advisor.ui import desk
from advisor.ui.plain import shown
from advisor.ui.talk.sending import change

FIELDS: Final[dict[str, tuple[str, str]]] = {
    "subject": ("件名", "空けておくと、願いから件名を作ります"),
    "section": ("作成課", "例: 市民課"),
    "addressee": ("提出先・場・期日", "例: 部長協議、12月10日"),
    "decision": ("求める判断", "例: 来年度予算への要求の可否"),
    "plan": ("総合計画との関係", "例: 基本目標2の施策3"),
}


def draw_header(session: Session) -> None:
    """Let the official fill the header; empty fields stay 【要確認】 on the paper."""
    filled = session.header
    missing = sum(not filled.get(field) for field in FIELDS)
    words = f"紙の頭の欄(未記入 {missing})" if missing else "紙の頭の欄(すべて記入済み)"
    with (
        st.expander(words, expanded=missing == len(FIELDS), key="header"),
        st.form("header-form", border=False),
    ):
        for field, (name, hint) in FIELDS.items():
            key = _key(session, field)
            st.text_input(name, value=shown(filled.get(field, "")), key=key, placeholder=hint, max_chars=200)
        st.form_submit_button("紙に入れる", on_click=_fill, args=(session,), type="primary")


def _key(session: Session, field: str) -> str:
    return f"header-{session.id}-{field}"


def _fill(session: Session) -> None:
    before = session.header
    for field in FIELDS:
        text = str(st.session_state.get(_key(session, field)) or "").strip()
        if text != before.get(field, ""):
            change(partial(desk.advisor().fill_header, session.id, field, text))
