"""Calm notices: another tab went on, a fault kept the text, a deed can be undone."""

import streamlit as st

from advisor.dialogue.session import Session
from advisor.ui import desk
from advisor.ui.plain import shown
from advisor.ui.state import Notice, tab
from advisor.ui.talk.sending import change, send_typed


def draw_notice(session: Session | None) -> None:
    """Show the notice at hand, if there is one."""
    notice = tab().notice
    if notice is None:
        return
    with st.container(key="notice", border=True):
        mark = {"conflict": "別のタブの更新", "trouble": "お知らせ", "done": "できました"}[notice.kind]
        st.markdown(f"**{mark}**")
        st.text(shown(notice.words))
        if notice.kept:
            _kept(notice, session)
        with st.container(horizontal=True):
            if notice.kind == "conflict":
                st.button("読み直す", key="notice-reload", on_click=_reload, args=(notice,), type="primary")
            if notice.undo:
                st.button("元に戻す", key="notice-undo", on_click=_restore, args=(notice.undo,))
            st.button("閉じる", key="notice-close", on_click=_close, type="tertiary")


def _kept(notice: Notice, session: Session | None) -> None:
    st.text_area("お書きになった文", value=shown(notice.kept), key="kept-text", height="content")
    with st.container(horizontal=True):
        st.button("もう一度送る", key="kept-send", on_click=_again, args=(session,))
        st.download_button(
            "文を保存する(.txt)",
            shown(notice.kept),
            "kept.txt",
            "text/plain",
            key="kept-save",
            on_click="ignore",
        )


def _again(session: Session | None) -> None:
    send_typed("kept-text", session)


def _reload(notice: Notice) -> None:
    tab().notice = (
        Notice("trouble", "読み直しました。文はまだ送っていません。", notice.kept) if notice.kept else None
    )


def _restore(id: str) -> None:
    change(lambda: desk.advisor().restore(id))


def _close() -> None:
    tab().notice = None
