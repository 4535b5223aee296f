"""What a strict reader would ask of the paper, and how to mend it: by a press, or by answering a question."""

from functools import partial
from typing import Final

import streamlit as st

from advisor.agent.drafting import Draft
from advisor.brief.copies import handed_up
from advisor.brief.gates import gates
from advisor.brief.model import SECTION_TITLES, Brief, Finding, Fix
from advisor.brief.readability import readability
from advisor.framework.slots import SLOT_NAMES, Slot
from advisor.ui import desk
from advisor.ui.markup import Html, el, show
from advisor.ui.plain import label
from advisor.ui.state import tab
from advisor.ui.talk.sending import change

_EASY: Final = 85
"""From this score on nothing is said about a paper but the score."""


def draw_findings(id: str, draft: Draft) -> None:
    """List the four gates, how hard the paper reads, and the findings with their reason and their mending."""
    findings = draft.findings
    with st.expander(f"提出前の点検(指摘 {len(findings)}件)", expanded=bool(findings), key="findings"):
        show(four(draft.brief))
        st.caption(label(readable(draft.brief)))
        if not findings:
            st.text("指摘はありません。財政課に出す前に、声に出して一度読んでみてください。")
        for number, finding in enumerate(findings):
            show(_told(finding))
            _mended(id, finding, number)
        st.button("相談に戻って直す", key="back-to-talk", on_click=desk.go, args=("talk",))


def four(brief: Brief) -> Html:
    """The four gates as a small table."""
    found = gates(brief)
    head = el("tr", *(el("th", gate.name, scope="col") for gate in found))
    names = {"✓": "書いてあります", "—": "まだありません"}
    cells = el("tr", *(el("td", gate.mark, title=names[gate.mark]) for gate in found))
    words = el("caption", "会計検査院が欠けていると指摘した四つ(✓ 書いてある、— まだない)")
    return el("table", words, el("thead", head), el("tbody", cells), class_="four")


def readable(brief: Brief) -> str:
    """How hard the copy to hand up reads, in one line; the longest sentence where it is hard."""
    found = readability(handed_up(brief))
    said = f"読みやすさ {found.score}点(100点満点)。一文は平均{found.mean:.0f}字、漢字は{found.kanji:.0%}。"
    if found.score < _EASY and found.hardest:
        said += f"まず短くしたい文: {found.hardest[0][:40]}…"
    return said


def place(where: str) -> str:
    """Name the sections that a finding points at by their numbers."""
    titles = list(SECTION_TITLES.values())
    parts = where.split("・")
    if all(part.isdigit() and 1 <= int(part) <= len(titles) for part in parts):
        return "、".join(f"{part} {titles[int(part) - 1]}" for part in parts)
    return where


def _told(finding: Finding) -> Html:
    pairs = [("どこ", place(finding.where)), ("なぜ", finding.why), ("直し方", finding.do)]
    if finding.question is not None:
        who = f"(分かりそうな人: {finding.question.who})" if finding.question.who else ""
        pairs.append(("問い", f"{finding.question.text}{who}"))
    rows = [each for name, words in pairs for each in (el("dt", name), el("dd", words))]
    return el("section", el("h4", finding.rule), el("dl", *rows), class_="finding")


def _mended(id: str, finding: Finding, number: int) -> None:
    if finding.fix is None and (finding.question is None or finding.question.slot is None):
        return
    with st.container(horizontal=True):
        if finding.fix is not None:
            st.button(
                label(finding.fix.label),
                key=f"fix-{number}",
                icon=":material/build:",
                on_click=_fix,
                args=(id, finding.fix),
            )
        if finding.question is not None and finding.question.slot is not None:
            slot = finding.question.slot
            st.button(
                f"「{SLOT_NAMES[slot]}」に書き足す",
                key=f"answer-{number}",
                type="tertiary",
                icon=":material/edit:",
                on_click=_answer,
                args=(slot,),
            )


def _fix(id: str, fix: Fix) -> None:
    change(partial(desk.advisor().mend, id, fix))


def _answer(slot: Slot) -> None:
    """Open the line of the worksheet that the answer belongs to."""
    tab().slot = slot
    desk.go("talk")
