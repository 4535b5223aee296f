"""The paper as files to take along."""

from functools import partial
from typing import Final

import streamlit as st

from advisor.brief.model import Brief
from advisor.ui import desk

_FORMATS: Final[dict[str, tuple[str, str, str]]] = {
    "docx": (
        "Word(.docx)",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ":material/description:",
    ),
    "md": ("Markdown(.md)", "text/markdown", ":material/article:"),
}
_KEPT: Final = 40


def draw_files(id: str, brief: Brief, private: bool) -> None:
    """Offer the paper in every format the advisor can write; a file is made when it is asked for."""
    with st.container(horizontal=True, key="files"):
        for format in sorted(desk.advisor().formats):
            words, mime, icon = _FORMATS.get(
                format, (format, "application/octet-stream", ":material/download:")
            )
            st.download_button(
                words,
                data=partial(desk.advisor().export, id, format, private),
                file_name=file_name(brief, format, private),
                mime=mime,
                key=f"download-{format}-{private}",
                icon=icon,
                on_click="ignore",
                type="primary" if format == "docx" else "secondary",
            )
        st.download_button(
            "引き継ぎ・情報公開用の一式(.zip)",
            data=partial(desk.handover().hand, id),
            file_name=file_name(brief, "zip", private).replace("提出用", "一式").replace("手元用", "一式"),
            mime="application/zip",
            key="handover",
            icon=":material/folder_zip:",
            on_click="ignore",
            help="企画書、やりとり、出典、どの文をだれが書いたか、を一つにまとめます。伏せた個人の情報は、伏せたままです。",
        )


def file_name(brief: Brief, format: str, private: bool) -> str:
    """A name that every system accepts: the subject's letters, the copy and the version."""
    title = brief.header.subject or "".join(claim.text for claim in brief.title)
    safe = "".join(char for char in title if char.isalnum() or char in "ー・々")[:_KEPT]
    copy = "手元用" if private else "提出用"
    return f"{safe or '企画書'}_{copy}_{brief.header.version}.{format}"
