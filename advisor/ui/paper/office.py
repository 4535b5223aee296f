"""所属の様式に入れる: an office's own template is surveyed, filled with the paper, and handed back."""

from functools import partial
from typing import Final

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from advisor.agent.forms import Forms, Survey
from advisor.brief.fields import NAMES, TEXTS
from advisor.brief.model import Brief
from advisor.errors import AdvisorError
from advisor.ui import desk
from advisor.ui.markup import Html, el, show
from advisor.ui.paper.files import file_name
from advisor.ui.plain import label

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LARGEST: Final = 10


def draw_office(id: str, brief: Brief, private: bool) -> None:
    """Offer the shipped forms, and take a template of the office's own."""
    forms = desk.forms()
    with st.expander("所属の様式に入れる", key="office"):
        st.caption("役所でよく使う様式に、この企画書を流し込みます。空いている所は【要確認】のまま入ります。")
        with st.container(horizontal=True, key="shipped"):
            for name in forms.shipped:
                _download(name, partial(_shipped, forms, id, name, private), brief, private, f"form-{name}")
        st.caption(
            "お使いの様式(.docx)の欄に {{件名}} {{要旨}} のような名を書いて渡すと、同じ様式のまま埋めて返します。"
            "様式は、どこへも送らず、残しません。"
        )
        with st.popover("使える名の一覧", key="form-names", type="tertiary"):
            show(names())
        file = st.file_uploader("様式のファイル(.docx)", key="template", max_upload_size=_LARGEST)
        if file is not None:
            _own(forms, id, file, brief, private)


def names() -> Html:
    """Every name that a template may hold: texts, then lists with their columns."""
    texts = [name for name in NAMES if name in TEXTS]
    tables = [name for name in NAMES if name not in TEXTS and "." not in name]
    columns = [name for name in NAMES if "." in name]
    parts = (("文", texts), ("表をまるごと", tables), ("表の行のくり返し", columns))
    rows = [
        each for head, found in parts for each in (el("dt", head), el("dd", " ".join(map(_braced, found))))
    ]
    return el("dl", *rows, class_="survey")


def _braced(name: str) -> str:
    return f"{{{{{name}}}}}"


def _shipped(forms: Forms, id: str, name: str, private: bool) -> bytes:
    return forms.fill(id, f"{name}.docx", forms.template(name), private)


def _own(forms: Forms, id: str, file: UploadedFile, brief: Brief, private: bool) -> None:
    """Say what the template holds, then offer it filled; why not, where it cannot be used."""
    content = file.getvalue()
    try:
        survey = forms.survey(id, file.name, content, private)
    except AdvisorError as error:
        st.warning(label(f"{error.what}。{error.do}"))
        return
    show(el("ul", *(el("li", words) for words in told(survey)), class_="survey"))
    if survey.known:
        fill = partial(forms.fill, id, file.name, content, private)
        _download("埋めた様式を受け取る", fill, brief, private, "form-own", file.name)


def told(survey: Survey) -> tuple[str, ...]:
    """What was found in a template, in plain words."""
    if not survey.known and not survey.unknown:
        return (
            "この様式には {{件名}} のような名が一つもありません。入れたい所に書いてから、お渡しください。",
        )
    said = [
        f"埋まる名({len(survey.known)}): {'、'.join(survey.known)}"
        if survey.known
        else "埋まる名がありません。"
    ]
    if survey.waiting:
        said.append(f"【要確認】のまま入る名({len(survey.waiting)}): {'、'.join(survey.waiting)}")
    if survey.unknown:
        said.append(f"知らない名({len(survey.unknown)})。そのまま残します: {'、'.join(survey.unknown)}")
    if survey.absent:
        said.append(f"様式に欄のない項目: {'、'.join(survey.absent)}")
    return tuple(said)


def _download(
    words: str, make: partial[bytes], brief: Brief, private: bool, key: str, name: str = ""
) -> None:
    stem = name.removesuffix(".docx") if name else words
    st.download_button(
        words,
        data=make,
        file_name=f"{stem}_{file_name(brief, 'docx', private)}",
        mime=_WORD,
        key=f"{key}-{private}",
        icon=":material/description:",
        on_click="ignore",
    )
