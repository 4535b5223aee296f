"""What a strict reader would ask of the paper, and how to mend it."""

import streamlit as st

from advisor.agent.drafting import Draft
from advisor.brief.model import SECTION_TITLES
from advisor.ui import desk
from advisor.ui.markup import el, show


def draw_findings(draft: Draft) -> None:
    """List the findings with their reason and their mending."""
    findings = draft.findings
    with st.expander(f"提出前の点検(指摘 {len(findings)}件)", expanded=bool(findings), key="findings"):
        if not findings:
            st.text("指摘はありません。財政課に出す前に、声に出して一度読んでみてください。")
        for finding in findings:
            show(
                el(
                    "section",
                    el("h4", finding.rule),
                    el(
                        "dl",
                        el("dt", "どこ"),
                        el("dd", place(finding.where)),
                        el("dt", "なぜ"),
                        el("dd", finding.why),
                        el("dt", "直し方"),
                        el("dd", finding.do),
                    ),
                    class_="finding",
                )
            )
        st.button("相談に戻って直す", key="back-to-talk", on_click=desk.go, args=("talk",))


def place(where: str) -> str:
    """Name the section that a finding points at by its number."""
    titles = list(SECTION_TITLES.values())
    if where.isdigit() and 1 <= int(where) <= len(titles):
        return f"{where} {titles[int(where) - 1]}"
    return where
