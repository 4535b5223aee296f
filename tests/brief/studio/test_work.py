"""Deeds on a working paper: one by one, and in any order."""

from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.brief.markdown import markdown
from advisor.brief.model import Brief, Comment
from advisor.brief.pictures import logic_picture
from advisor.brief.review import review
from advisor.brief.studio.changes import changes
from advisor.brief.studio.comparison import compared, written_out
from advisor.brief.studio.deeds import (
    Accept,
    Add,
    AddLine,
    Deed,
    Edit,
    Leave,
    Move,
    Redraft,
    Remark,
    Remove,
    RemoveLine,
    Revert,
    Settle,
    told,
)
from advisor.brief.studio.paper import EDITABLE, Paper, Stamp, pinned, presented, stale
from advisor.brief.studio.sources import adopted
from advisor.brief.studio.work import collides
from tests.brief.materials import island
from tests.brief.studio.papers import claim, claims, done, lines, texts

STAMP = Stamp(number=2, kind="edit", at="2026-11-24T09:00:00+09:00")
REMARK = Comment(text="係長に聞く", who="tester", at="2026-11-24")


def test_an_edited_claim_is_the_officials_and_keeps_what_it_was(drafts: Sequence[Brief]) -> None:
    paper = pinned(drafts[0])
    old = claim(paper, "value", "一日つぶさなくてよい")
    paper = done(
        paper, drafts[0], Edit(section="value", claim=old.key, was=old.text, text="船に乗らずに済む。")
    )
    new = claim(paper, "value", "船に乗らずに済む")
    assert (new.origin, new.own, new.turns, new.key) == ("said", True, (), old.key)
    assert new.before is not None
    assert (new.before.text, new.before.origin, new.before.turns) == (old.text, old.origin, old.turns)
    again = done(paper, drafts[0], Edit(section="value", claim=new.key, was=new.text, text="船が要らない。"))
    assert claim(again, "value", "船が要らない").before == new.before
    back = done(again, drafts[0], Revert(section="value", claim=new.key, was="船が要らない。"))
    assert claim(back, "value", old.text) == old


def places(brief: Brief, what: str) -> str:
    """The sections in which a point is open, as the list of open points names them."""
    (table,) = brief.section("open").tables
    return next((row[2][0].text for row in table.rows if what in row[0][0].text.split("、")), "")


def test_an_answered_hole_leaves_the_list_of_open_points(drafts: Sequence[Brief]) -> None:
    paper = pinned(drafts[0])
    hole = next(each for each in claims(paper, "today") if each.about == "今のしのぎ方")
    assert places(presented(STAMP, paper, drafts[0]), "今のしのぎ方") == "4・9"
    paper = done(
        paper, drafts[0], Edit(section="today", claim=hole.key, was=hole.text, text="孫に頼んでいる。")
    )
    assert places(presented(STAMP, paper, drafts[0]), "今のしのぎ方") == "9"


def test_what_was_private_stays_private_in_other_words(drafts: Sequence[Brief]) -> None:
    start = pinned(drafts[0])
    hidden = [(id, each) for id in EDITABLE for each in claims(start, id) if each.private]
    assert {each.public for _, each in hidden} == {None, ""}
    for section, each in hidden:
        deed = Edit(section=section, claim=each.key, was=each.text, text="島を知る人。")
        brief = presented(STAMP, done(start, drafts[0], deed), drafts[0])
        assert "島を知る人" in markdown(brief, private=True)
        assert "島を知る人" not in markdown(brief)


def test_claims_lines_and_rows_come_go_and_move(drafts: Sequence[Brief]) -> None:
    paper, fresh = pinned(drafts[0]), drafts[0]
    first, second = lines(paper, "work")[:2] if lines(paper, "work")[0].form else lines(paper, "work")[1:3]
    paper = done(paper, fresh, Move(section="work", line=first.key, by=1))
    assert [line.key for line in lines(paper, "work") if line.form][:2] == [second.key, first.key]
    paper = done(
        paper,
        fresh,
        AddLine(section="work", table=0, label="やめる", texts=("押印をやめる。",), after=first.key),
    )
    added = lines(paper, "work")[[line.key for line in lines(paper, "work")].index(first.key) + 1]
    assert (added.label, added.texts) == ("やめる", ("押印をやめる。",))
    paper = done(paper, fresh, Add(section="work", line=added.key, column=1, text="申し込む"))
    assert (
        lines(paper, "work")[[line.key for line in lines(paper, "work")].index(added.key)].texts[1]
        == "申し込む"
    )
    paper = done(paper, fresh, RemoveLine(section="work", line=second.key, was=second.texts))
    assert second.key not in [line.key for line in lines(paper, "work")]
    gone = claims(paper, "value")[0]
    paper = done(paper, fresh, Remove(section="value", claim=gone.key, was=gone.text))
    assert gone.text not in texts(paper, "value")


def test_the_only_row_of_a_table_is_emptied_not_lost(drafts: Sequence[Brief]) -> None:
    paper = pinned(drafts[0])
    (row,) = lines(paper, "logic")
    paper = done(paper, drafts[0], RemoveLine(section="logic", line=row.key, was=row.texts))
    assert [line.texts for line in lines(paper, "logic")] == [()]
    assert logic_picture(presented(STAMP, paper, drafts[0])).startswith("<svg")
    paper = done(paper, drafts[0], Add(section="logic", line=row.key, column=1, text="出張する。"))
    assert texts(paper, "logic") == ["出張する。"]


def test_a_comment_is_kept_beside_the_claim_and_never_printed(drafts: Sequence[Brief]) -> None:
    paper = pinned(drafts[0])
    about = claims(paper, "value")[0]
    paper = done(paper, drafts[0], Remark(section="value", claim=about.key, comment=REMARK))
    assert claims(paper, "value")[0].comments == (REMARK,)
    assert "係長に聞く" not in markdown(presented(STAMP, paper, drafts[0]), private=True)
    paper = done(paper, drafts[0], Settle(section="value", claim=about.key, comment=REMARK))
    assert claims(paper, "value")[0] == about


def test_deeds_are_told_in_words() -> None:
    edit = Edit(section="purpose", claim="1-1", was="", text="a")
    assert (
        told([edit, edit, Move(section="work", line="1-2", by=1)])
        == "2 目的: 文を書き直す(2)、6 事業内容と価値連鎖: 行を動かす"
    )


STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "edit",
                "empty",
                "remove",
                "revert",
                "add",
                "row",
                "drop",
                "move",
                "remark",
                "redraft",
                "accept",
                "leave",
            ]
        ),
        st.sampled_from(EDITABLE),
        st.integers(0, 60),
        st.text(alphabet="船島窓口。、=<b>&𠮷ﾊﾞ\n", min_size=1, max_size=12),
        st.integers(0, 4),
    ),
    max_size=12,
)


def meant(paper: Paper, fresh: Brief, step: tuple[str, str, int, str, int]) -> Deed | None:
    """The deed that a step of a story stands for on this paper, or None where there is nothing to do it to."""
    what, id, pick, text, _ = step
    section = next(each for each in EDITABLE if each == id)
    if what == "redraft":
        return Redraft(section=section)
    if what in ("accept", "leave"):
        draft, _ = adopted(fresh, paper.brief.notes)
        found = changes(paper.brief.section(section), paper.base(section), draft.section(section))
        kind = Accept if what == "accept" else Leave
        return kind(section=section, change=found[pick % len(found)]) if found else None
    here, held = lines(paper, section), claims(paper, section)
    if what in ("add", "row", "drop", "move"):
        if not here:
            return None
        line = here[pick % len(here)]
        made: dict[str, Deed] = {
            "add": Add(section=section, line=line.key, column=pick % len(line.cells), text=text),
            "row": AddLine(section=section, table=0, texts=(text, text), label="増", after=line.key),
            "drop": RemoveLine(section=section, line=line.key, was=line.texts),
            "move": Move(section=section, line=line.key, by=1 if pick % 2 else -1),
        }
        return made[what]
    if not held:
        return None
    one = held[pick % len(held)]
    at = {"section": section, "claim": one.key}
    told: dict[str, Deed] = {
        "edit": Edit(**at, was=one.text, text=text),
        "empty": Edit(**at, was=one.text, text=""),
        "remove": Remove(**at, was=one.text),
        "revert": Revert(**at, was=one.text),
        "remark": Remark(**at, comment=Comment(text=text)),
    }
    return told[what]


def sound(paper: Paper, fresh: Brief) -> None:
    """Hold a working paper to what every working paper must be."""
    names = [each.key for id in EDITABLE for each in (*lines(paper, id), *claims(paper, id))]
    assert all(names)
    assert len(names) == len(set(names))
    for section in paper.brief.sections:
        for table in section.tables:
            assert not table.heads or len(table.heads) == len(table.rows)
            assert all(len(row) == len(table.columns) for row in table.rows)
    brief = presented(STAMP, paper, fresh)
    assert {note for each in brief.claims for note in each.notes} == {note.number for note in brief.notes}
    review(brief, island())
    assert markdown(brief).startswith("# ")
    assert logic_picture(brief).startswith("<svg")
    assert Paper.model_validate_json(paper.model_dump_json(exclude_defaults=True)) == paper


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_whatever_is_done_nothing_the_official_wrote_is_lost(drafts: Sequence[Brief], steps: list) -> None:
    papers, fresh = [pinned(drafts[0])], drafts[0]
    written: list[str] = []
    for number, step in enumerate(steps, 2):
        fresh = drafts[step[4]]
        deed = meant(papers[-1], fresh, step)
        if deed is None:
            continue
        assert not collides(papers[-1], deed)
        before, after = papers[-1], done(papers[-1], fresh, deed, stamp=str(number))
        if isinstance(deed, Edit | Add | AddLine):
            written.append(getattr(deed, "text", "") or getattr(deed, "texts", ("",))[0])
        if isinstance(deed, Redraft | Accept | Leave):
            mine = [each for each in claims(before) if each.own or each.comments]
            assert set(mine) <= set(claims(after))
        if isinstance(deed, Redraft):
            assert deed.section not in stale(after, fresh)
            gone = {each.key for each in before.base(deed.section).claims} - {
                each.key for each in claims(before)
            }
            assert not gone & {each.key for each in claims(after)}
        papers.append(after)
    stood = {each.text for paper in papers for each in claims(paper)}
    assert set(filter(None, written)) <= stood
    sound(papers[-1], fresh)
    first, last = papers[0].brief, papers[-1].brief
    head, *sections = compared(first, last)
    assert head.id == "head"
    for section in sections:
        assert [pair.after for pair in section.pairs if pair.after is not None] == [
            written_out(each) for each in last.section(section.id).claims
        ]
        assert sorted(pair.before for pair in section.pairs if pair.before is not None) == sorted(
            written_out(each) for each in first.section(section.id).claims
        )
