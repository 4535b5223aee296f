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


def file_name(brief: Brief, format: str, private: bool) -> str:
    """A name that every system accepts: the subject's letters, the copy and the version."""
    title = brief.header.subject or "".join(claim.text for claim in brief.title)
    copy = "手元用" if private else "提出用"
    return f"{_safe(title) or '企画書'}_{copy}_{_safe(brief.header.version)}.{format}"


def _safe(words: str) -> str:
    return "".join(char for char in words if char.isalnum() or char in "ー・々")[:_KEPT]
