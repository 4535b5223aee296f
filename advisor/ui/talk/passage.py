"""The passage behind a citation, beside the conversation."""

import streamlit as st

from advisor.evidence.cards import CHECKED_NAMES
from advisor.evidence.passages import Passage
from advisor.ui import desk
from advisor.ui.markup import el, link, show
from advisor.ui.plain import label, shown
from advisor.ui.state import tab


def draw_passage() -> None:
    """Show the passage that was opened, with its source and how far it was checked."""
    id = tab().passage
    if id is None:
        return
    passage = desk.advisor().library.passage(id)
    with st.container(key="passage", border=True):
        if passage is None:
            st.text("この資料は、いまの資料集には見当たりません。")
        else:
            _passage(passage)
        with st.container(horizontal=True):
            if passage is not None:
                st.button("資料の全体を見る", key="passage-card", on_click=_open_card, args=(passage.card,))
            st.button("閉じる", key="passage-close", on_click=_close)


def _passage(passage: Passage) -> None:
    st.markdown(f"##### {label(passage.title)}")
    st.caption(label(passage.heading))
    st.text(shown(passage.text))
    show(
        el(
            "p",
            "出典: ",
            link(passage.url, passage.source or passage.title),
            el("span", f"({CHECKED_NAMES[passage.checked]})"),
            class_="source",
        )
    )


def _open_card(id: str) -> None:
    tab().card = id
    desk.go("library")


def _close() -> None:
    tab().passage = None
