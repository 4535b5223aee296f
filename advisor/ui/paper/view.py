"""The view 企画書: the paper to read, to write on, and in its versions."""

from typing import Final, Literal, get_args

import streamlit as st

from advisor.agent.drafting import Draft
from advisor.agent.studio import read
from advisor.brief.pictures import logic_picture, phase_picture
from advisor.brief.studio.paper import stale
from advisor.dialogue.session import Session
from advisor.framework.phases import PhaseView
from advisor.ui import desk
from advisor.ui.markup import picture, show
from advisor.ui.paper.checks import draw_findings
from advisor.ui.paper.files import draw_files
from advisor.ui.paper.header import draw_header
from advisor.ui.paper.logic_words import logic_words
from advisor.ui.paper.office import draw_office
from advisor.ui.paper.preview import ORIGIN_NAMES, preview
from advisor.ui.paper.studio.versions import draw_versions
from advisor.ui.paper.studio.writing import draw_writing
from advisor.ui.paper.wording import draw_wording
from advisor.ui.phase_picture import alternative
from advisor.ui.talk.notices import draw_notice
from advisor.ui.valuing import PAPER, draw_valuing

Mode = Literal["read", "write", "versions"]
_MODES: Final[dict[Mode, str]] = {"read": "読む", "write": "書き直す", "versions": "版"}
_COPIES: Final[dict[bool, str]] = {False: "提出用", True: "手元用"}


def draw_paper(session: Session | None) -> None:
    """Draw the paper of a consultation, or what to do where there is none yet."""
    if session is None or not session.turns:
        _nothing_yet()
        return
    draw_notice(session)
    mode = _mode()
    if mode == "write":
        draw_writing(session)
    elif mode == "versions":
        draw_versions(session)
    else:
        _reading(session)


def _mode() -> Mode:
    chosen: Mode = st.segmented_control(
        "企画書をどうしますか",
        get_args(Mode),
        format_func=lambda mode: _MODES[mode],
        default="read",
        required=True,
        key="paper-mode",
        persist_state="session",
        label_visibility="collapsed",
    )
    return chosen if chosen in _MODES else "read"


def _reading(session: Session) -> None:
    working = desk.advisor().studio.working(session.id)
    draft = read(working)
    changed = stale(working.paper, working.fresh.brief) if working.stamp else ()
    left, right = st.columns([13, 7], gap="large")
    with right, st.container(key="paper-side"):
        private = _choice()
        draw_files(session.id, draft.brief, private)
        draw_office(session.id, draft.brief, private)
        draw_wording(session, draft)
        if working.stamp and session.reworded:
            st.caption("書き直した紙に、整えた文はひとりでに入りません。「書き直す」に違いとして出ます。")
        if working.stamp and working.stamp.locked:
            st.caption(
                "これは提出版です。頭の欄もこのまま残します。直すときは、「版」で写しから続けてください。"
            )
        else:
            draw_header(session)
        draw_findings(session.id, draft)
    with left:
        if changed and working.stamp and not working.stamp.locked:
            st.caption(
                f"聞き取りが変わった節が{len(changed)}つあります。「書き直す」で違いを見て、取り込めます。"
            )
        _sheet(draft, private)
        with st.container(horizontal=True, key="paper-valuing"):
            st.caption("この企画書は、")
            draw_valuing(session, PAPER)


def _nothing_yet() -> None:
    with st.container(key="empty"):
        st.markdown("## 企画書はまだありません")
        st.text("相談で一言書くと、その分だけ下書きができます。空いている所は【要確認】のまま出せます。")
        st.button("相談を始める", key="to-talk", type="primary", on_click=desk.go, args=("talk",))


def _choice() -> bool:
    private = st.segmented_control(
        "どちらの紙ですか",
        [False, True],
        format_func=lambda value: _COPIES[value],
        default=False,
        required=True,
        key="copy",
        help="提出用: 印と発言の記録を外し、注を付けます。手元用: どの文がどこから来たかをすべて残します。",
    )
    return bool(private)


def _sheet(draft: Draft, private: bool) -> None:
    origins = list(ORIGIN_NAMES)
    if private:
        chosen = st.pills(
            "どこから来た文を見ますか",
            origins,
            format_func=lambda origin: ORIGIN_NAMES[origin],
            selection_mode="multi",
            default=origins,
            key="origins",
        )
        origins = list(chosen or ORIGIN_NAMES)
        st.caption("下線の実線は職員の言葉、破線は出典、点線は見立て。色の付いた地は要確認です。")
    with st.container(key="paper", border=True):
        show(preview(draft.brief, private, frozenset(origins)))
    _pictures(draft)


def _pictures(draft: Draft) -> None:
    with st.container(key="pictures"):
        st.markdown("#### 図")
        st.caption("三つの段のどこにいるか")
        picture(phase_picture(draft.brief.phase), alternative(PhaseView(value=draft.brief.phase)))
        st.caption("ロジックモデル(投入から、状態の変化まで)")
        picture(logic_picture(draft.brief), logic_words(draft.brief))
