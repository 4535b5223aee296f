"""版: the list of versions, two of them side by side, and what can be done with one."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from advisor.agent.studio import Working
from advisor.brief.studio.paper import Stamp
from advisor.dialogue.session import Session
from advisor.ui import desk
from advisor.ui.consultations import when
from advisor.ui.markup import Html, el, show
from advisor.ui.paper.studio.marked import beside
from advisor.ui.paper.studio.storing import do
from advisor.ui.plain import label, shown
from advisor.ui.state import tab

_PAGE = 20


def draw_versions(session: Session) -> None:
    """Draw the versions of a paper, or what to do where there are none yet."""
    studio = desk.advisor().studio
    working = studio.working(session.id)
    stamps = studio.versions(session.id)
    left, right = st.columns([11, 9], gap="large")
    with left, st.container(key="versions"):
        st.markdown("### 版の一覧")
        if stamps:
            _list(stamps, working)
        else:
            st.text(
                "版はまだありません。「書き直す」で文を直すと、その前の下書きから順に残ります。消えるものはありません。"
            )
    with right, st.container(key="version-tools"):
        _submit(session.id, working)
        if stamps:
            _one(session.id, stamps, working)
    if len(stamps) > 1:
        _compare(session.id, stamps, working)


def called(stamp: Stamp) -> str:
    """A version by its number, and by its name where it has one."""
    parts = [f"第{stamp.number}版", stamp.name, "提出版" if stamp.locked else ""]
    return " ・ ".join(part for part in parts if part)


def _list(stamps: Sequence[Stamp], working: Working) -> None:
    shown_stamps = stamps[::-1][: _PAGE * tab().versions]
    head = el("thead", el("tr", *(el("th", name, scope="col") for name in ("版", "いつ", "だれ", "なぜ"))))
    rows = [_row(stamp, stamp.number == working.number) for stamp in shown_stamps]
    table = el("table", head, el("tbody", *rows))
    show(el("article", el("div", table, class_="scroll"), class_="compared"))
    if len(shown_stamps) < len(stamps):
        st.button("前の版も見る", key="versions-more", type="tertiary", on_click=_more)


def _row(stamp: Stamp, current: bool) -> Html:
    mark = [el("small", " いまの紙")] if current else []
    name = el("td", el("b", called(stamp)), *mark)
    return el("tr", name, el("td", when(stamp.at)), el("td", stamp.who), el("td", stamp.why))


def _more() -> None:
    tab().versions += 1


def _submit(id: str, working: Working) -> None:
    """Keep the paper of now as it is handed up; or go on from the one that was."""
    studio = desk.advisor().studio
    if working.stamp is not None and working.stamp.locked:
        st.text("いまの紙は提出版です。このままの形で残り、変わりません。")
        st.button(
            "写しから続ける",
            key="go-on",
            type="primary",
            on_click=do,
            args=(partial(studio.restore, id, working.number, working.number),),
        )
        return
    with st.form("submit-form", border=False):
        st.text_input("提出版の名前", key="submit-name", max_chars=40, placeholder="例: 12月補正・部長説明")
        st.form_submit_button(
            "いまの紙を提出版にする",
            key="submit",
            icon=":material/lock:",
            help="いまの紙をそのままの形で残します。あとの書き直しは写しに入ります。",
            on_click=lambda: do(
                partial(studio.submit, id, working.number, str(st.session_state.get("submit-name") or ""))
            ),
        )


def _one(id: str, stamps: Sequence[Stamp], working: Working) -> None:
    """Name one version, or go back to it."""
    studio = desk.advisor().studio
    number = _pick("どの版を", stamps, "version-one", len(stamps) - 1)
    stamp = stamps[number - 1]
    if not stamp.locked:
        with st.form("name-form", border=False):
            key = f"version-name-{number}"
            st.text_input("名前", value=shown(stamp.name), key=key, max_chars=40, placeholder="例: 係の案")
            st.form_submit_button(
                "名前を付ける",
                key="version-name",
                on_click=lambda: do(partial(studio.name, id, number, str(st.session_state.get(key) or ""))),
            )
    st.button(
        "この版に戻す",
        key="version-restore",
        icon=":material/history:",
        disabled=number == working.number,
        help="この版の写しを新しい版にして、そこから続けます。いまの紙も版に残ります。",
        on_click=do,
        args=(partial(studio.restore, id, number, working.number),),
    )


def _pick(words: str, stamps: Sequence[Stamp], key: str, index: int) -> int:
    """Let the official choose a version by its number."""
    numbers = [stamp.number for stamp in stamps]
    names = {stamp.number: label(called(stamp)) for stamp in stamps}
    return st.selectbox(words, numbers, index=index, format_func=lambda number: names[number], key=key)


def _compare(id: str, stamps: Sequence[Stamp], working: Working) -> None:
    """Show two versions side by side, with what differs."""
    st.markdown("### 二つの版を比べる")
    last = stamps[-1]
    parent = working.number if last.kind == "aside" else last.parent or working.number
    one, other = st.columns(2)
    with one:
        before = _pick("もとの版", stamps, f"compare-before-{len(stamps)}", parent - 1)
    with other:
        after = _pick("比べる版", stamps, f"compare-after-{len(stamps)}", len(stamps) - 1)
    found = desk.advisor().studio.compare(id, before, after)
    if not any(section.changed for section in found):
        st.text("この二つの版の本文は同じです。")
        return
    st.caption(
        "線で消した字は、もとの版だけにあります。下線の字は、比べる版だけにあります。ほかの文は同じです。"
    )
    names = called(stamps[before - 1]), called(stamps[after - 1])
    show(beside(found, *names))
