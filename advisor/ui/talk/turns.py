"""One turn on the page: what was said, what was answered, why, and from which sources."""

from collections.abc import Sequence

import streamlit as st

from advisor.dialogue.moves import MOVE_NAMES
from advisor.dialogue.session import Session
from advisor.dialogue.turns import Turn
from advisor.evidence.cards import CHECKED_NAMES
from advisor.evidence.passages import Citation
from advisor.framework.slots import SLOT_NAMES
from advisor.ui import desk
from advisor.ui.plain import label, shown
from advisor.ui.state import tab
from advisor.ui.talk.attached import draw_attached, masked_note
from advisor.ui.talk.made import fallback_words, made_words
from advisor.ui.talk.sending import send_typed, undo
from advisor.ui.valuing import draw_valuing


def draw_turn(session: Session, turn: Turn, last: bool) -> None:
    """Draw one turn; the last one can be undone."""
    _message(session, turn, last)
    _reply(session, turn)


def draw_words(key: str, who: str, words: str, names: Sequence[str] = ()) -> None:
    """Draw a bubble of plain text, with the names of files that go with it."""
    with st.container(key=key):
        st.caption(label(who))
        if words:
            st.text(shown(words))
        for name in names:
            st.caption(f"資料: {label(name)}")


def _message(session: Session, turn: Turn, last: bool) -> None:
    with st.container(key=f"you-{turn.number}"):
        st.caption(f"あなた・発言{turn.number}")
        if tab().turn == turn.number:
            _rewriting(session, turn)
            return
        if turn.message:
            st.text(shown(turn.message))
        draw_attached(turn)
        if turn.masked:
            st.caption(masked_note(turn.masked))
        with st.container(horizontal=True, key=f"you-tools-{turn.number}"):
            st.button(
                "言い直す",
                key=f"rewrite-{turn.number}",
                type="tertiary",
                on_click=_rewrite,
                args=(turn.number,),
            )
            if last:
                st.button(
                    "取り消す", key=f"undo-{turn.number}", type="tertiary", on_click=undo, args=(session,)
                )


def _rewrite(number: int | None) -> None:
    tab().turn = number


def _rewriting(session: Session, turn: Turn) -> None:
    key = f"anew-{turn.number}"
    st.text_area(
        f"発言{turn.number}を言い直す", value=shown(turn.message), key=key, height="content", max_chars=8000
    )
    if turn.documents:
        names = "、".join(each.name for each in turn.documents)
        st.caption(f"資料はそのまま添えます: {label(names)}")
    st.caption("ここから先のやりとりは別の枝として残り、あとで読み返せます。")
    with st.container(horizontal=True):
        st.button(
            "言い直して続ける",
            key="anew-send",
            type="primary",
            on_click=send_typed,
            args=(key, session, turn.number),
        )
        st.button("やめる", key="anew-stop", on_click=_rewrite, args=(None,))


def _reply(session: Session, turn: Turn) -> None:
    with st.container(key=f"advisor-{turn.number}"):
        st.caption("何したい")
        st.text(shown(turn.reply.text))
        if stood_in := fallback_words(turn.made):
            st.caption(label(stood_in))
        for citation in turn.reply.citations:
            _citation(turn, citation)
        with st.container(horizontal=True, key=f"advisor-tools-{turn.number}"):
            _why(turn)
            if turn.decision.move == "draft" or turn.decision.offers == "draft":
                st.button("企画書を見る", key=f"paper-{turn.number}", on_click=desk.go, args=("paper",))
            draw_valuing(session, turn.number)


def _citation(turn: Turn, citation: Citation) -> None:
    words = f"出典{citation.mark} {citation.title}({CHECKED_NAMES[citation.checked]})"
    st.button(
        label(words, 60),
        key=f"cite-{turn.number}-{citation.mark}",
        icon=":material/menu_book:",
        on_click=_open_passage,
        args=(citation.passage,),
        type="tertiary",
    )


def _open_passage(id: str) -> None:
    tab().passage = id


def _why(turn: Turn) -> None:
    asks = turn.reply.question is not None
    with st.popover("なぜこの質問?" if asks else "なぜこの返事?", type="tertiary", key=f"why-{turn.number}"):
        st.markdown(f"**{MOVE_NAMES[turn.decision.move]}**")
        st.text(shown(turn.decision.because))
        if turn.decision.asks is not None:
            st.caption(f"伺っていること: {SLOT_NAMES[turn.decision.asks]}")
        for line in made_words(turn.made):
            st.caption(label(line))
