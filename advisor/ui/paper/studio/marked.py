"""Marked differences (見え消し): what went is struck through, what came is underlined; never by colour alone."""

from collections.abc import Iterable

from advisor.brief.studio.comparison import Pair, SectionComparison
from advisor.brief.studio.differences import Run, diff
from advisor.ui.markup import Html, el, text


def struck(old: str, new: str) -> Html:
    """Return both texts in one: the removed letters struck through before those that came."""
    return el("p", *_runs(diff(old, new), ("removed", "added")), class_="struck")


def side(runs: Iterable[Run], kind: str) -> Html:
    """Return one of the two texts with the letters marked that the other lacks; `kind` is `removed` or `added`."""
    return el("span", *_runs(runs, (kind,)))


def _runs(runs: Iterable[Run], kinds: tuple[str, ...]) -> list[Html]:
    tags = {"removed": "del", "added": "mark"}
    return [
        text(run.text) if run.kind == "same" else el(tags[run.kind], run.text)
        for run in runs
        if run.kind == "same" or run.kind in kinds
    ]


def beside(sections: Iterable[SectionComparison], before: str, after: str) -> Html:
    """Return two papers side by side, of the given names, with what differs and nothing else."""
    parts = [
        el("section", el("h3", section.title), _table(section.pairs, before, after))
        for section in sections
        if section.changed
    ]
    return el("article", *parts, class_="compared", lang="ja")


def _table(pairs: Iterable[Pair], before: str, after: str) -> Html:
    head = el("thead", el("tr", *(el("th", name, scope="col") for name in ("どこ", before, after))))
    rows = [
        el("tr", el("th", pair.label or "本文", scope="row"), _cell(pair, "removed"), _cell(pair, "added"))
        for pair in pairs
        if pair.changed
    ]
    return el("div", el("table", head, el("tbody", *rows)), class_="scroll")


def _cell(pair: Pair, kind: str) -> Html:
    words = pair.before if kind == "removed" else pair.after
    if words is None:
        return el("td", el("small", "(なし)"))
    moved = [el("small", " (行の順が変わりました)")] if pair.moved and kind == "added" else []
    return el("td", side(pair.runs, kind), *moved)
