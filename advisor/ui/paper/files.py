"""The paper as files to take along."""

from functools import partial
from typing import Final, NamedTuple

import streamlit as st

from advisor.brief.model import Brief
from advisor.ui import desk
from advisor.ui.plain import label

_OFFICE: Final = "application/vnd.openxmlformats-officedocument"


class _Format(NamedTuple):
    """A format as the page offers it."""

    name: str
    use: str
    mime: str = "application/octet-stream"
    icon: str = ":material/download:"


_FORMATS: Final[dict[str, _Format]] = {
    "docx": _Format(
        "Word(.docx)",
        "直しながら仕上げて、庁内で回す",
        f"{_OFFICE}.wordprocessingml.document",
        ":material/description:",
    ),
    "pdf": _Format("PDF(.pdf)", "同じ見た目のまま、人に配る", "application/pdf", ":material/picture_as_pdf:"),
    "pptx": _Format(
        "PowerPoint(.pptx)",
        "会議に出す一枚のポンチ絵",
        f"{_OFFICE}.presentationml.presentation",
        ":material/co_present:",
    ),
    "xlsx": _Format(
        "Excel(.xlsx)",
        "指標と要確認を式で埋める",
        f"{_OFFICE}.spreadsheetml.sheet",
        ":material/table_view:",
    ),
    "md": _Format("Markdown(.md)", "メールや掲示板に貼る", "text/markdown", ":material/article:"),
    "json": _Format("JSON(.json)", "控え。同じ企画書に戻せる", "application/json", ":material/data_object:"),
}
_KEPT: Final = 40


def draw_files(id: str, brief: Brief, private: bool) -> None:
    """Offer the paper in every format the advisor can write, each with what it is for.

    A file is made when it is asked for; what this machine cannot make says what to do instead.
    """
    with st.container(key="files", gap="small"):
        for format in desk.advisor().formats:
            _draw(id, brief, format, private)
        _hand_over(id, brief)


def _draw(id: str, brief: Brief, format: str, private: bool) -> None:
    shown = _FORMATS.get(format, _Format(format, ""))
    trouble = desk.advisor().unready(format)
    button, use = st.columns([6, 7], vertical_alignment="center")
    button.download_button(
        shown.name,
        data=partial(desk.advisor().export, id, format, private),
        file_name=file_name(brief, format, private),
        mime=shown.mime,
        key=f"download-{format}-{private}",
        icon=shown.icon,
        on_click="ignore",
        type="primary" if format == "docx" else "secondary",
        disabled=trouble is not None,
        width="stretch",
    )
    use.caption(label(shown.use if trouble is None else f"{trouble.what}。{trouble.do}"))


def _hand_over(id: str, brief: Brief) -> None:
    button, use = st.columns([6, 7], vertical_alignment="center")
    button.download_button(
        "一式(.zip)",
        data=partial(desk.handover().hand, id),
        file_name=file_name(brief, "zip", False).replace("提出用", "一式"),
        mime="application/zip",
        key="handover",
        icon=":material/folder_zip:",
        on_click="ignore",
        width="stretch",
    )
    use.caption("引き継ぎと情報公開のために、紙・やりとり・出典・版をまとめたもの")


def file_name(brief: Brief, format: str, private: bool) -> str:
    """A name that every system accepts: the subject's letters, the copy and the version."""
    title = brief.header.subject or "".join(claim.text for claim in brief.title)
    copy = "手元用" if private else "提出用"
    return f"{_safe(title) or '企画書'}_{copy}_{_safe(brief.header.version)}.{format}"


def _safe(words: str) -> str:
    return "".join(char for char in words if char.isalnum() or char in "ー・々")[:_KEPT]
