"""A language model words the paper anew: begun, seen, stopped, compared with the plain wording, taken back."""

from functools import partial
from typing import Final

import streamlit as st

from advisor.agent.drafting import Draft
from advisor.agent.rewriting import Progress
from advisor.dialogue.session import Session
from advisor.patience.failures import WORDS
from advisor.ui import desk
from advisor.ui.markup import el, show
from advisor.ui.plain import label
from advisor.ui.talk.sending import change

_EVERY: Final = 0.5
"""Seconds between two looks."""


def draw_wording(session: Session, draft: Draft) -> None:
    """Offer another wording where a language model may give one, and tell what became of it."""
    offered = desk.advisor().rewords(session)
    if desk.rewriting().progress(session.id) is not None:
        with st.container(key="wording"):
            _under_way(session.id)
        return
    if not offered and not session.reworded:
        return
    with st.container(key="wording"):
        for words in outcome(session, draft):
            st.caption(label(words))
        error = desk.rewriting().trouble(session.id)
        if error is not None:
            st.caption(label(desk.trouble(error).words))
        with st.container(horizontal=True, key="wording-tools"):
            if offered:
                _offer(session)
            if session.reworded:
                _way_back(session)
        _compared(draft)


def outcome(session: Session, draft: Draft) -> tuple[str, ...]:
    """What the rewordings have come to, in plain words; nothing where there was none."""
    if not session.reworded:
        return ()
    if session.plain:
        return ("整える前の、元の文に戻してあります。",)
    said = [
        f"{draft.bettered}文を整えました。" if draft.bettered else "いまの下書きに、整えた文はありません。"
    ]
    if draft.doubtful:
        said.append(
            f"{draft.doubtful}文は、言語モデルが元の発言にない数・名・日付を加えたので、元の文を残して【要確認】にしました。"
        )
    fell = [each for each in session.reworded[-1].made if each.outcome == "fell_back"]
    if fell:
        what = next((words[0] for kind, words in WORDS.items() if kind == fell[-1].why), "")
        said.append(f"{what}整えられなかった節は、元の文のままです。")
    return tuple(said)


def _offer(session: Session) -> None:
    st.button(
        "もう一度整える" if session.reworded else "文章を整える",
        key="reword",
        icon=":material/edit_note:",
        help="企画書の文と、その元になった発言を、節ごとに言語モデルへ送ります。数・名・日付・言い方の強さは変えません。変わった文は使いません。",
        on_click=_start,
        args=(session.id,),
    )


def _way_back(session: Session) -> None:
    st.button(
        "整えた文にする" if session.plain else "元の文に戻す",
        key="plain-wording",
        type="tertiary",
        on_click=change,
        args=(partial(desk.advisor().plain_wording, session.id, not session.plain),),
    )


def _start(id: str) -> None:
    change(lambda: desk.rewriting().start(id))


@st.fragment(run_every=_EVERY)
def _under_way(id: str) -> None:
    seen = desk.rewriting().progress(id)
    if seen is None:
        st.rerun()
    else:
        st.progress(seen.done / max(seen.total, 1), text=label(progress_words(seen)))
        st.button(
            "ここで止める",
            key="reword-stop",
            type="tertiary",
            icon=":material/stop_circle:",
            help="ここまでに整えた節は残し、あとの節は元の文のままにします。",
            on_click=desk.rewriting().stop,
            args=(id,),
            disabled=seen.stopping,
        )


def progress_words(seen: Progress) -> str:
    """How far it is, in plain words."""
    if seen.stopping:
        return "止めています…"
    if not seen.total:
        return "文章を整えています…"
    return f"文章を整えています({seen.total}節のうち{seen.done}節まで済みました)"


def _compared(draft: Draft) -> None:
    """Every sentence that was worded anew or doubted, beside its plain wording."""
    pairs = {claim.plain: claim for claim in draft.brief.claims if claim.plain}
    if not pairs:
        return
    with st.expander(f"元の文と比べる({len(pairs)}文)", key="compared"):
        for plain, claim in pairs.items():
            now = "元の文のまま【要確認】" if claim.origin == "open" else claim.text
            words = (el("dt", "元の文"), el("dd", plain), el("dt", "いまの文"), el("dd", now))
            show(el("section", el("dl", *words), class_="finding"))
