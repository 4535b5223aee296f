"""Calm notices: another tab went on, a fault kept the text, a deed can be undone."""

import streamlit as st

from advisor.dialogue.session import Session
from advisor.ui import desk
from advisor.ui.plain import label, shown
from advisor.ui.state import File, Notice, tab
from advisor.ui.talk.attaching import called
from advisor.ui.talk.sending import KEPT, change, send_typed


def draw_notice(session: Session | None) -> None:
    """Show the notice at hand, if there is one."""
    notice = tab().notice
    if notice is None:
        return
    with st.container(key="notice", border=True):
        mark = {
            "conflict": "別のタブの更新",
            "trouble": "お知らせ",
            "done": "できました",
            "files": "資料のお知らせ",
            "early": "まだ送っていません",
        }[notice.kind]
        st.markdown(f"**{mark}**")
        st.text(shown(notice.words))
        if notice.kept or notice.files:
            _kept(notice, session)
        with st.container(horizontal=True):
            if notice.kind == "conflict":
                st.button("読み直す", key="notice-reload", on_click=_reload, args=(notice,), type="primary")
            if notice.undo:
                st.button("元に戻す", key="notice-undo", on_click=_restore, args=(notice.undo,))
            st.button("閉じる", key="notice-close", on_click=_close, type="tertiary")


def _kept(notice: Notice, session: Session | None) -> None:
    st.session_state.setdefault(KEPT, shown(notice.kept))
    st.text_area("お書きになった文", key=KEPT, height="content")
    if notice.files:
        names = "、".join(called(each.name) for each in notice.files)
        st.caption(f"一緒に送る資料: {label(names)}")
    with st.container(horizontal=True):
        words = {"files": "このまま送る", "early": "送る"}.get(notice.kind, "もう一度送る")
        waits = session is not None and session.unanswered is not None
        st.button(words, key="kept-send", on_click=_again, args=(session, notice.files), disabled=waits)
        if notice.kept:
            st.download_button(
                "文を保存する(.txt)",
                shown(notice.kept),
                "kept.txt",
                "text/plain",
                key="kept-save",
                on_click="ignore",
            )


def _again(session: Session | None, files: tuple[File, ...]) -> None:
    send_typed(KEPT, session, files=files)


def _reload(notice: Notice) -> None:
    words = "読み直しました。文はまだ送っていません。"
    kept = notice.kept or notice.files
    tab().notice = Notice("trouble", words, notice.kept, files=notice.files) if kept else None


def _restore(id: str) -> None:
    change(lambda: desk.advisor().restore(id))


def _close() -> None:
    tab().notice = None
