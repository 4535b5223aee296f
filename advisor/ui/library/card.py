"""One card: in a line of the list, and in full."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from advisor.evidence.cards import CHECKED_NAMES, Card, CaseCard, Figure, Source, TechnologyCard
from advisor.framework.labels import PHASE_NAMES
from advisor.framework.slots import SLOT_NAMES
from advisor.ui.markup import Html, el, link, show, text
from advisor.ui.plain import label

SHELVES: Final[dict[str, str]] = {
    "success": "成果が伝わる例",
    "debate": "評価が分かれる例",
    "caution": "つまずきの例",
}
_ROLES: Final[dict[str, str]] = {"none": "使っていない", "support": "脇役", "central": "中心"}
_BASES: Final[dict[str, str]] = {
    "founding": "もとの文章",
    "author_page": "同じ著者の別の頁",
    "synthesis": "本助言の整理",
    "source": "出典のある方法",
}


def draw_line(card: Card, opens: Callable[[str], None]) -> None:
    """One line of the list: the gist, and for a case its limit with it."""
    with st.container(key=f"card-{card.id}", border=True):
        st.button(
            label(card.title), key=f"card-open-{card.id}", type="tertiary", on_click=opens, args=(card.id,)
        )
        show(_gist(card))


def _gist(card: Card) -> Html:
    if card.kind == "case":
        return _case_gist(card)
    if card.kind == "technology":
        return _rows({"得意": card.good_at, "苦手": card.bad_at})
    if card.kind == "method":
        return _rows({"要点": card.line, "埋まる項目": "、".join(SLOT_NAMES[slot] for slot in card.slots)})
    first = card.sections[0].text if card.sections else ""
    return _rows({"もと": _BASES[card.basis], "要点": first[:90] + ("…" if len(first) > 90 else "")})


def _case_gist(card: CaseCard) -> Html:
    phase = f"段{card.phase} {PHASE_NAMES[card.phase]}" if card.phase else "段の見立てなし"
    tags = el(
        "p",
        *(el("span", each, class_="tag") for each in (SHELVES[card.shelf], phase, *card.fields)),
        class_="tags",
    )
    rows = {"願い": card.lines.want, "したこと": card.lines.happened, "限界": card.lines.limit}
    if card.counter_view:
        rows["反対の見方"] = card.counter_view
    return el("div", tags, _rows(rows))


def _rows(rows: dict[str, str]) -> Html:
    pairs = [part for name, value in rows.items() if value for part in (el("dt", name), el("dd", value))]
    return el("dl", *pairs, class_="rows")


def draw_card(card: Card) -> None:
    """Draw a card in full, with its sources."""
    parts: list[Html] = [el("h2", card.title)]
    if card.kind == "case":
        parts += _case(card)
    elif card.kind == "technology":
        parts.append(_technology(card))
    elif card.kind == "framework":
        parts += [el("p", el("span", f"もと: {_BASES[card.basis]}", class_="tag"), class_="tags")]
    for section in card.sections:
        parts.append(
            el(
                "section",
                el("h3", section.heading),
                *(el("p", line) for line in section.text.split("\n") if line),
            )
        )
    parts.append(_sources(card.sources))
    show(el("article", *parts, class_="card"))


def _case(card: CaseCard) -> list[Html]:
    about = {
        "場所": f"{card.place}({card.country})" + (f"、人口 {card.population}" if card.population else ""),
        "年": card.year,
        "段": (
            f"{card.phase} {PHASE_NAMES[card.phase]}。{card.phase_reason}" if card.phase else "見立てなし"
        ),
        "主たる顧客": card.customer,
        "技術の役割": _ROLES[card.technology_role]
        + (f"({'、'.join(card.technologies)})" if card.technologies else ""),
    }
    limits = {"限界": card.limits, "反対の見方": card.counter_view or "資料に見当たりません"}
    parts = [
        _case_gist(card),
        _rows(about),
        el("section", el("h3", "限界と反対の見方"), _rows(limits), class_="limits"),
    ]
    return [*parts, _figures(card)] if card.figures else parts


def _figures(card: CaseCard) -> Html:
    names = ("何の数字", "値", "いつ", "どこまで確かめたか")
    head = el("thead", el("tr", *(el("th", name, scope="col") for name in names)))
    rows = [_figure(each) for each in card.figures]
    return el("section", el("h3", "数字"), el("div", el("table", head, el("tbody", *rows)), class_="scroll"))


def _figure(figure: Figure) -> Html:
    where = f"{CHECKED_NAMES[figure.checked]}(出典{figure.source})"
    return el("tr", *(el("td", each) for each in (figure.what, figure.value, figure.date, where)))


def _technology(card: TechnologyCard) -> Html:
    return _rows(
        {
            "得意": card.good_at,
            "苦手": card.bad_at,
            "人がすること": card.people,
            "使わないなら": card.without,
            "ふつうの段": f"{card.usual_phase} {PHASE_NAMES[card.usual_phase]}。{card.phase_note}",
        }
    )


def _sources(sources: tuple[Source, ...]) -> Html:
    if not sources:
        return text("")
    lines = [
        el("li", f"出典{number} ", link(each.url, each.title), f"({CHECKED_NAMES[each.checked]})")
        for number, each in enumerate(sources, 1)
    ]
    return el("section", el("h3", "出典と、どこまで確かめたか"), el("ul", *lines, class_="notes"))
