"""A section as fields: every claim with the mark of where it comes from, every line with what can be done to it."""

from functools import partial

import streamlit as st

from advisor.agent.penned import LONGEST
from advisor.brief.marks import mark
from advisor.brief.model import Claim, Section, Table
from advisor.brief.studio.deeds import Deed, Move, RemoveLine, Revert
from advisor.brief.studio.lines import Line, lines_of
from advisor.ui.markup import el, show
from advisor.ui.paper.studio.pen import blank, field, open_field, press
from advisor.ui.plain import label, shown
from advisor.ui.state import tab


def draw_fields(id: str, section: Section, number: int) -> None:
    """Draw the fields of a section as version `number` has it; nothing is stored before a button is pressed."""
    with st.container(key=f"pen-fields-{section.id}"):
        lines = lines_of(section)
        if not lines:
            st.text("この節はまだ空です。「項目を足す」で書き始められます。")
        for line in lines:
            with st.container(key=f"pen-line-{line.key}", border=True):
                _line(id, section, line, number)
        _adding(section, number)
        with st.container(horizontal=True, key="pen-tools"):
            st.button(
                "この節を保存", key="pen-save", type="primary", on_click=press, args=(id, section, number)
            )
            _add_buttons(id, section, number)


def _line(id: str, section: Section, line: Line, number: int) -> None:
    if line.label:
        show(el("h4", line.label, class_="pen"))
    for column, cell in enumerate(line.cells):
        above = line.form.columns[column] if line.form else ""
        for claim in cell:
            _claim(id, section, claim, number, above)
        if not cell or (line.form is None and tab().adding == line.key):
            key = blank(section.id, line.key, column, number)
            words = label(f"{above} (空き)") if above else "足す文"
            _area(words, key)
    _line_tools(id, section, line, number)


def _claim(id: str, section: Section, claim: Claim, number: int, above: str) -> None:
    hint = "分かったことを書くと、【要確認】が外れます" if claim.origin == "open" else None
    words = label(" ".join(part for part in (above, provenance(claim)) if part))
    _area(words, field(claim), claim.text, hint)
    for comment in claim.comments:
        st.caption(label(f"コメント({comment.who}): {comment.text}"))
    if claim.before is not None:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(
                label(f"もとの文: {claim.before.text}{mark(claim.before, private=True)}"), width="stretch"
            )
            revert = Revert(section=section.id, claim=claim.key, was=claim.text)
            _tool(
                "もとの文に戻す",
                f"revert-{claim.key}",
                partial(press, id, section, number, revert, instead=claim),
            )


def _area(words: str, key: str, text: str = "", hint: str | None = None) -> None:
    """A field that sends nothing by itself and remembers what was typed while it is out of sight."""
    st.text_area(
        words,
        value=shown(text),
        key=key,
        height="content",
        max_chars=max(LONGEST, len(text)),
        placeholder=hint,
        on_change="ignore",
        persist_state="session",
    )


def provenance(claim: Claim) -> str:
    """Where a claim comes from, and what else the official should know of it, in a few words."""
    if claim.own:
        words = "職員(書き直した文)" if claim.before is not None else "職員(足した文)"
    else:
        words = mark(claim, private=True).strip("〔〕【】") or "要確認"
    return words + (" ・ 手元用だけ" if claim.private or claim.public == "" else "")


def _line_tools(id: str, section: Section, line: Line, number: int) -> None:
    key = line.key

    def tool(words: str, name: str, deed: Deed, instead: Line | None = None) -> None:
        _tool(words, f"{name}-{key}", partial(press, id, section, number, deed, instead=instead))

    with st.container(horizontal=True, key=f"pen-line-tools-{key}"):
        if line.form is None:
            _tool("文を足す", f"add-{key}", partial(open_field, id, section, number, key))
        tool("上へ", "up", Move(section=section.id, line=key, by=-1))
        tool("下へ", "down", Move(section=section.id, line=key, by=1))
        remove = RemoveLine(section=section.id, line=key, was=line.texts)
        tool("行を消す", "drop", remove, instead=line)


def _tool(words: str, key: str, deed: partial[None]) -> None:
    st.button(words, key=key, type="tertiary", on_click=deed)


def _adding(section: Section, number: int) -> None:
    """Draw the fields of a line or a row that is being added."""
    where = tab().adding
    if where == "item":
        _new(section, where, number, ("文",), "見出し(なくてもよい)")
    elif where.startswith("table"):
        table: Table = section.tables[int(where.split()[1])]
        _new(section, where, number, table.columns, "行の見出し" if table.heads else "")


def _new(section: Section, where: str, number: int, columns: tuple[str, ...], head: str) -> None:
    with st.container(key="pen-adding", border=True):
        if head:
            st.text_input(head, key=blank(section.id, where, -1, number), max_chars=80, on_change="ignore")
        for column, name in enumerate(columns):
            key = blank(section.id, where, column, number)
            _area(label(name), key)


def _add_buttons(id: str, section: Section, number: int) -> None:
    if section.items or not section.tables:
        st.button("項目を足す", key="pen-add-item", on_click=open_field, args=(id, section, number, "item"))
    for place in range(len(section.tables)):
        words = "表に行を足す" if len(section.tables) == 1 else f"{place + 1}つ目の表に行を足す"
        st.button(
            words,
            key=f"pen-add-row-{place}",
            on_click=open_field,
            args=(id, section, number, f"table {place}"),
        )
