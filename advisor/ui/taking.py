"""A consultation that was handed over is taken in from the list."""

from typing import Final

import streamlit as st

from advisor.ui import desk
from advisor.ui.state import Notice, tab
from advisor.ui.talk.sending import change

_KEY: Final = "take-file"
_LARGEST: Final = 50


def draw_taking() -> None:
    """Offer to take a handed file in; what is there is not touched."""
    with st.expander("引き継いだ相談を取り込む", key="taking"):
        st.caption(
            "企画書の「一式(.zip)」で受け取ったファイルを、新しい相談として取り込みます。"
            "いまある相談は変わりません。"
        )
        file = st.file_uploader("一式のファイル(.zip)", key=_KEY, max_upload_size=_LARGEST)
        if file is not None:
            st.button(
                "取り込む", key="take", type="primary", on_click=_take, args=(file.name, file.getvalue())
            )


def _take(name: str, content: bytes) -> None:
    taken: list[str] = []
    change(lambda: taken.append(desk.handover().take(name, content).id))
    if taken:
        desk.enter(taken[0])
        tab().notice = Notice("done", "引き継いだ相談を取り込みました。続きから相談できます。")
