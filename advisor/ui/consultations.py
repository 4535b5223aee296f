"""The list of consultations: search, open, rename, delete with undo, remove for good."""

from datetime import datetime

import streamlit as st

from advisor.agent.ports import Entry
from advisor.ui import desk
from advisor.ui.plain import label, shown
from advisor.ui.state import Notice, tab
from advisor.ui.taking import draw_taking
from advisor.ui.talk.notices import draw_notice
from advisor.ui.talk.sending import change

_PAGE = 30


def draw_list() -> None:
    """Draw the consultations that are kept on this machine."""
    st.markdown("## 相談の一覧")
    draw_notice(None)
    search = st.text_input("題名とやりとりから探す", key="list-search", placeholder="例: 窓口")
    entries = desk.advisor().consultations(search.strip())
    if not entries:
        st.text(
            "見つかりません。ほかの言葉でお試しください。"
            if search
            else "まだ相談はありません。「相談」から始められます。"
        )
    for entry in entries[:_PAGE]:
        _entry(entry)
    if len(entries) > _PAGE:
        st.caption(
            f"新しい順に{_PAGE}件を表示しています(全{len(entries)}件)。言葉で探すと、古いものも出ます。"
        )
    draw_taking()
    _deleted()


def _entry(entry: Entry) -> None:
    with st.container(key=f"entry-{entry.id}", horizontal=True, vertical_alignment="center", border=True):
        st.button(
            label(entry.title, 40), key=f"open-{entry.id}", on_click=desk.enter, args=(entry.id,), type="tertiary",
            width="stretch",
        )  # fmt: skip
        st.caption(when(entry.updated), width="content")
        with st.popover("名前・削除", key=f"more-{entry.id}", type="tertiary"):
            key = f"title-{entry.id}"
            st.text_input("題名", value=shown(entry.title), key=key, max_chars=60)
            st.button("題名を変える", key=f"rename-{entry.id}", on_click=_rename, args=(entry.id, key))
            st.button("この相談を削除", key=f"delete-{entry.id}", on_click=_delete, args=(entry,))


def when(iso: str) -> str:
    """Write an ISO time as a date and a time of day."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso[:16]
    return f"{moment.year}年{moment.month}月{moment.day}日 {moment.hour}:{moment.minute:02d}"


def _rename(id: str, key: str) -> None:
    title = str(st.session_state.get(key) or "").strip()
    if title:
        change(lambda: desk.advisor().rename(id, title))


def _delete(entry: Entry) -> None:
    change(lambda: desk.advisor().delete(entry.id))
    if tab().notice is None:
        if desk.open_id() == entry.id:
            desk.close("list")
        tab().notice = Notice(
            "done", f"「{entry.title}」を削除しました。30日後に、記録からも消えます。", undo=entry.id
        )


def _deleted() -> None:
    entries = desk.advisor().consultations(deleted=True)
    if not entries:
        return
    with st.expander(f"削除した相談({len(entries)}件)", key="deleted"):
        st.caption("削除から30日で、記録から完全に消えます。すぐに消すこともできます。")
        for entry in entries[:_PAGE]:
            with st.container(key=f"gone-{entry.id}", horizontal=True, vertical_alignment="center"):
                st.text(shown(entry.title))
                st.button("元に戻す", key=f"restore-{entry.id}", on_click=_restore, args=(entry.id,))
                with st.popover("完全に消す", key=f"purge-{entry.id}"):
                    st.text("元には戻せません。記録の本文も消します。")
                    st.button(
                        "はい、完全に消します", key=f"purge-yes-{entry.id}", on_click=_purge, args=(entry.id,)
                    )


def _restore(id: str) -> None:
    change(lambda: desk.advisor().restore(id))


def _purge(id: str) -> None:
    change(lambda: desk.advisor().purge(id))
