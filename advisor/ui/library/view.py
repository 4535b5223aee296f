"""The view 事例と枠組み: search and browse, a success never without its limits."""

from typing import Final

import streamlit as st

from advisor.evidence.cards import Card, CardKind
from advisor.evidence.query import Query
from advisor.framework.labels import PHASE_NAMES, PHASES, Phase
from advisor.ui import desk
from advisor.ui.library.card import draw_card, draw_line
from advisor.ui.state import tab

KINDS: Final[dict[CardKind, str]] = {
    "case": "事例",
    "technology": "技術",
    "method": "進め方",
    "framework": "枠組み",
}
_PAGE = 10


def draw_library() -> None:
    """Draw one card where one was opened, else the search and its results."""
    library = desk.advisor().library
    chosen = tab().card
    card = library.card(chosen) if chosen else None
    if card is not None:
        st.button("一覧に戻る", key="card-back", icon=":material/arrow_back:", on_click=_open, args=(None,))
        draw_card(card)
        return
    st.markdown("## 事例と枠組み")
    cards = _found()
    if not cards:
        st.text("資料には見当たりません。言葉を減らすか、絞り込みを外してお試しください。")
        return
    st.caption(f"{len(cards)}件")
    for each in cards[: tab().shown]:
        draw_line(each, _open)
    if len(cards) > tab().shown:
        st.button(f"もっと見る(あと{len(cards) - tab().shown}件)", key="library-more", on_click=_more)


def _open(id: str | None) -> None:
    tab().card = id


def _more() -> None:
    tab().shown += _PAGE


def _reset() -> None:
    tab().shown = _PAGE


def _found() -> list[Card]:
    words = st.text_input(
        "言葉で探す", key="library-search", placeholder="例: 移動の足、書かない窓口、高校生", on_change=_reset
    )
    kind = st.segmented_control(
        "種類", list(KINDS), format_func=lambda value: KINDS[value], key="library-kind", default="case", required=True,
        on_change=_reset,
    )  # fmt: skip
    cards = [card for card in desk.advisor().library.cards() if card.kind == kind]
    if kind == "case":
        cards = sorted(_narrowed(cards), key=_near_first)
    return _ranked(cards, words.strip(), kind) if words.strip() else cards


def _narrowed(cards: list[Card]) -> list[Card]:
    cases = [card for card in cards if card.kind == "case"]
    first, second, third = st.columns(3)
    with first:
        phase: Phase | None = st.selectbox(
            "段", [None, *PHASES], format_func=_phase_name, key="library-phase", on_change=_reset
        )
    with second:
        fields = sorted({field for card in cases for field in card.fields})
        field = st.selectbox("分野", [None, *fields], format_func=_any, key="library-field", on_change=_reset)
    with third:
        names = sorted({name for card in cases for name in card.technologies})
        technology = st.selectbox(
            "技術", [None, *names], format_func=_any, key="library-tech", on_change=_reset
        )
    return [
        card
        for card in cases
        if (phase is None or card.phase == phase)
        and (field is None or field in card.fields)
        and (technology is None or technology in card.technologies)
    ]


def _near_first(card: Card) -> tuple[bool, bool]:
    """Places at home before places abroad, stumbles last."""
    return (card.kind == "case" and card.shelf == "caution", card.kind == "case" and card.country != "日本")


def _phase_name(phase: Phase | None) -> str:
    return "すべて" if phase is None else f"{phase} {PHASE_NAMES[phase]}"


def _any(value: str | None) -> str:
    return value or "すべて"


def _ranked(cards: list[Card], words: str, kind: CardKind) -> list[Card]:
    hits = desk.advisor().library.search(Query(text=words, k=60, kinds=(kind,), everything=True))
    order = list(dict.fromkeys(hit.passage.card for hit in hits))
    kept = {card.id: card for card in cards}
    return [kept[id] for id in order if id in kept]
