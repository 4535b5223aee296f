"""A new draft meets what the official has done: a table of cases, three texts in, one out."""

from collections.abc import Sequence

import pytest

from advisor.brief.model import Brief, Claim, Comment, Item, Section, Table
from advisor.brief.studio.changes import changes
from advisor.brief.studio.deeds import Accept, Edit, Leave, Redraft, Remove, RemoveLine
from advisor.brief.studio.lines import keyed, keys_of, lines_of, with_lines
from advisor.brief.studio.merge import merge
from advisor.brief.studio.paper import pinned, presented, stale
from advisor.brief.studio.work import own, rewritten
from tests.brief.studio.papers import claim, claims, done, lines, texts
from tests.brief.studio.test_work import STAMP


def section(*words: str, label: str = "困りごと") -> Section:
    """A section of one line."""
    said = tuple(Claim(text=each, origin="said", turns=(3,)) for each in words)
    return Section(id="today", title="顧客の今", items=(Item(label=label, claims=said),))


def worked(base: Section, how: str) -> Section:
    """The keyed section after the official's own work: `A>X` rewrites, `-A` removes, `+X` adds, `A?` remarks."""
    (line,) = lines_of(base)
    cell = list(line.cells[0])
    for step in how.split():
        old, _, new = step.partition(">")
        if step.startswith("+"):
            cell.append(own(step[1:], f"own-{step}"))
        elif step.startswith("-"):
            cell = [each for each in cell if each.text != step[1:]]
        elif step.endswith("?"):
            marked = {"comments": (Comment(text="?"),)}
            cell = [each.model_copy(update=marked) if each.text == step[:-1] else each for each in cell]
        else:
            cell = [rewritten(each, new) if each.text == old else each for each in cell]
    return with_lines(base, [line.with_cell(0, cell)])


@pytest.mark.parametrize(
    ("base", "mine", "fresh", "merged", "collisions"),
    [
        # Nothing was done by hand: the new draft as it is.
        ("A B", "", "A C", "A C", 0),
        ("A B", "", "B", "B", 0),
        ("A", "", "A B", "A B", 0),
        ("A B C", "", "C A B", "C A B", 0),
        ("A", "", "", "", 0),
        # The official's words where the draft has nothing new to say.
        ("A B", "A>X", "A B", "X B", 0),
        ("A B", "-A", "A B", "B", 0),
        ("A", "+X", "A", "A X", 0),
        # Both at different places: both.
        ("A B", "A>X", "A C", "X C", 0),
        ("A B C", "-A", "A B D", "B D", 0),
        ("A", "+X", "B", "B X", 0),
        ("A B", "+X", "A B C", "A B C X", 0),
        ("A B", "B>X", "C A B", "C A X", 0),
        # Both at one place: the official's words stay, the draft's stand behind them.
        ("A B", "A>X", "C B", "X C B", 1),
        ("A B", "A>X", "B", "X B", 1),
        ("A B", "A?", "C B", "A C B", 1),
        ("A B", "A>X", "C D", "X C D", 1),
        # What was removed stays removed, whatever the draft says there now.
        ("A B", "-A", "C B", "B", 1),
        ("A B", "-A -B", "C D", "", 1),
        ("A", "-A", "", "", 1),
    ],
)
def test_a_cell_is_merged(base: str, mine: str, fresh: str, merged: str, collisions: int) -> None:
    keys = keys_of("1")
    old = with_lines(section(), [keyed(line, keys) for line in lines_of(section(*base.split()))])
    new = section(*fresh.split())
    result = merge(worked(old, mine), old, new, keys_of("2"))
    assert [each.text for each in result.section.claims] == merged.split()
    assert [each.text for each in result.base.claims] == fresh.split()
    assert len(result.collisions) == collisions
    assert changes(result.section, result.base, new) == ()


def table(*rows: str) -> Section:
    """A section of one table of two columns, a word a cell."""
    cells = tuple(tuple((Claim(text=word, origin="said"),) for word in row) for row in rows)
    return Section(id="work", title="事業", tables=(Table(columns=("内容", "段"), rows=cells),))


@pytest.mark.parametrize(
    ("base", "mine", "fresh", "merged"),
    [
        (["Ap", "Bq"], {}, ["Ap", "Cr", "Bq"], ["Ap", "Cr", "Bq"]),
        (["Ap", "Bq"], {}, ["Bq"], ["Bq"]),
        (["Ap", "Bq"], {"p": "X"}, ["Bq"], ["AX", "Bq"]),
        (["Ap", "Bq"], {"p": "X"}, ["Ar", "Bq"], ["AXr", "Bq"]),
        (["Ap", "Bq"], {"p": "X"}, ["Ap", "Br"], ["AX", "Br"]),
        (["Ap", "Bq"], {"A": None}, ["Ap", "Bq", "Cr", "Ds"], ["p", "Bq", "Cr", "Ds"]),
    ],
)
def test_rows_are_merged(
    base: Sequence[str], mine: dict[str, str | None], fresh: Sequence[str], merged: Sequence[str]
) -> None:
    keys = keys_of("1")
    old = with_lines(table(), [keyed(line, keys) for line in lines_of(table(*base))])

    def change(cell: tuple[Claim, ...]) -> tuple[Claim, ...]:
        new = [rewritten(each, mine[each.text] or "") if each.text in mine else each for each in cell]
        return tuple(each for each in new if each.text)

    working = with_lines(
        old, [line.model_copy(update={"cells": tuple(map(change, line.cells))}) for line in lines_of(old)]
    )
    result = merge(working, old, table(*fresh), keys_of("2"))
    assert ["".join(line.texts) for line in lines_of(result.section)] == list(merged)
    assert ["".join(line.texts) for line in lines_of(result.base)] == list(fresh)


def test_sections_that_rest_on_a_changed_answer_are_stale_and_no_others(drafts: Sequence[Brief]) -> None:
    paper = pinned(drafts[0])
    assert stale(paper, drafts[0]) == ()
    assert "customer" in stale(paper, drafts[1])
    assert "value" not in stale(paper, drafts[1])
    paper = done(paper, drafts[1], Redraft(section="customer"))
    assert "198人" in str(texts(paper, "customer"))
    assert "customer" not in stale(paper, drafts[1])


def test_each_change_is_taken_over_or_left_by_itself(drafts: Sequence[Brief]) -> None:
    paper, fresh = pinned(drafts[0]), drafts[2]
    found = changes(paper.brief.section("work"), paper.base("work"), fresh.section("work"))
    assert len(found) >= 2
    wanted = next(each for each in found if "月4回" in str(each.new) + str(each.coming))
    paper = done(paper, fresh, Accept(section="work", change=wanted))
    assert "月4回" in str(texts(paper, "work"))
    left = changes(paper.brief.section("work"), paper.base("work"), fresh.section("work"))
    assert len(left) == len(found) - 1
    for number, change in enumerate(left):
        before = texts(paper, "work")
        paper = done(paper, fresh, Leave(section="work", change=change), stamp=f"3{number}")
        assert texts(paper, "work") == before
    assert "work" not in stale(paper, fresh)


def test_a_change_that_is_no_more_is_not_taken_over(drafts: Sequence[Brief]) -> None:
    paper = pinned(drafts[0])
    (change,) = changes(
        paper.brief.section("customer"), paper.base("customer"), drafts[1].section("customer")
    )
    for deed in (Accept(section="customer", change=change), Leave(section="customer", change=change)):
        assert done(paper, drafts[0], deed) == paper
        once = done(paper, drafts[1], deed)
        assert done(once, drafts[1], deed, stamp="3") == once


def test_a_removed_line_comes_back_only_where_its_new_words_are_asked_for(drafts: Sequence[Brief]) -> None:
    paper, fresh = pinned(drafts[0]), drafts[1]
    size = next(line for line in lines(paper, "customer") if line.label == "規模")
    paper = done(paper, fresh, RemoveLine(section="customer", line=size.key, was=size.texts))
    change = next(
        each
        for each in changes(
            paper.brief.section("customer"), paper.base("customer"), fresh.section("customer")
        )
        if each.line == size.key
    )
    assert change.collides
    assert "198人" not in str(texts(done(paper, fresh, Redraft(section="customer")), "customer"))
    assert "198人" in str(texts(done(paper, fresh, Accept(section="customer", change=change)), "customer"))


def test_sources_keep_their_numbers_while_the_draft_renumbers_its_own(drafts: Sequence[Brief]) -> None:
    paper, fresh = pinned(drafts[0]), drafts[4]  # the draft has lost its first sources
    cited = [each for each in claims(paper, "cases") if each.notes]
    assert cited
    title = {note.number: note.title for note in paper.brief.notes}
    first = claims(paper, "value")[0]
    paper = done(paper, fresh, Edit(section="value", claim=first.key, was=first.text, text="新しい価値。"))
    paper = done(paper, fresh, Redraft(section="means"), stamp="3")
    shown = presented(STAMP, paper, fresh)
    names = {note.number: note.title for note in shown.notes}
    assert [names[each.notes[0]] for each in shown.section("cases").claims if each.notes] == [
        title[each.notes[0]] for each in cited
    ]
    assert sorted(names) == list(range(1, len(names) + 1))


def test_a_removed_source_leaves_the_list(drafts: Sequence[Brief]) -> None:
    paper = pinned(drafts[0])
    quoted = claim(paper, "customer", "公平を")
    before = presented(STAMP, paper, drafts[0])
    paper = done(paper, drafts[0], Remove(section="customer", claim=quoted.key, was=quoted.text))
    after = presented(STAMP, paper, drafts[0])
    assert len(after.notes) == len(before.notes) - 1
    assert [note.number for note in after.notes] == list(range(1, len(after.notes) + 1))


def test_the_line_on_language_models_stays_true(drafts: Sequence[Brief]) -> None:
    worded = "文章の言い回しに生成AI(table-1)を使用しました"
    bettered = (
        drafts[0]
        .section("value")
        .each(lambda each: each.model_copy(update={"plain": each.text, "text": "整えた文。"}))
    )
    sections = tuple(bettered if each.id == "value" else each for each in drafts[0].sections)
    fresh = drafts[0].model_copy(update={"sections": sections, "written_by": worded})
    paper = pinned(fresh)
    one = claims(paper, "value")[0]
    paper = done(paper, fresh, Edit(section="value", claim=one.key, was=one.text, text="手で直した文。"))
    assert presented(STAMP, paper, drafts[0]).written_by == worded
    taken = done(paper, drafts[1], Redraft(section="customer"), stamp="3")
    assert presented(STAMP, taken, drafts[1]).written_by == worded
    for number, each in enumerate(claims(paper, "value")):
        deed = Remove(section="value", claim=each.key, was=each.text)
        paper = done(paper, drafts[0], deed, stamp=f"4{number}")
    assert presented(STAMP, paper, drafts[0]).written_by == drafts[0].written_by
