"""The page itself: the head with its views, and the view that is open."""

from pathlib import Path

import streamlit as st

from advisor.ui import desk
from advisor.ui.consultations import draw_list
from advisor.ui.door import TITLE
from advisor.ui.help import draw_help
from advisor.ui.library.view import draw_library
from advisor.ui.markup import dress
from advisor.ui.paper.view import draw_paper
from advisor.ui.setup.view import draw_setup
from advisor.ui.talk.view import draw_talk


def draw() -> None:
    """Draw the page once."""
    mark = str(Path(__file__).with_name("mark.svg"))
    st.set_page_config(page_title=TITLE, page_icon=mark, layout="wide", initial_sidebar_state="collapsed")
    dress()
    _head()
    view = desk.view()
    if view == "library":
        draw_library()
    elif view == "list":
        draw_list()
    elif view == "setup":
        draw_setup()
    elif view == "paper":
        draw_paper(desk.opened())
    else:
        draw_talk(desk.opened())


def _head() -> None:
    view = desk.view()
    st.session_state["view"] = view if view in desk.VIEWS else None
    with st.container(key="head", horizontal=True, vertical_alignment="center"):
        st.markdown(f"# {TITLE}", width="content")
        st.segmented_control(
            "表示",
            list(desk.VIEWS),
            format_func=lambda view: desk.VIEWS[view],
            key="view",
            required=True,
            label_visibility="collapsed",
            on_change=_turn_to,
        )
        with st.container(key="head-tools", horizontal=True, width="content"):
            st.button("新しい相談", key="new", on_click=desk.close, type="tertiary", icon=":material/add:")
            draw_help()
            st.button(
                "設定",
                key="setup",
                on_click=desk.go,
                args=("setup",),
                type="tertiary",
                icon=":material/settings:",
            )


def _turn_to() -> None:
    if st.session_state["view"] is not None:
        desk.go(st.session_state["view"])


draw()
