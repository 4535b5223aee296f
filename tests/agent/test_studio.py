"""A paper is written together: pinned by the first edit, versioned, undone, locked, and shared by two tabs."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.adapters.database import Database
from advisor.adapters.markdown_file import MarkdownFile
from advisor.agent.advisor import Advisor
from advisor.agent.papers import MemoryPapers
from advisor.agent.studio import ASIDE, Studio
from advisor.bootstrap import build
from advisor.brief.model import Claim, Comment, SectionId
from advisor.brief.studio.deeds import Add, Deed, Edit, Redraft, Remark, Remove
from advisor.brief.studio.differences import diff
from advisor.errors import AdvisorError, Conflict
from advisor.json_chat import JsonChat
from advisor.settings import Settings
from tests.adapters.database.scripts import ticking
from tests.fakes.advisors import beside
from tests.fakes.sessions import MemorySessions

SHEET = {
    "aspiration": "書類のために船に乗る日をなくす。",
    "customer": "沖の3島に住む75歳以上の人。241人。",
    "value": "役場のために一日つぶさなくてよい。",
    "strengths": "郵便局が3島とも残っている。局長が全員の顔を知っている。",
    "measure": "証明の要る手続31件を洗い直す。残った分は郵便局に月2回、職員が出張する。",
}
POST = "郵便局が3島とも残っている。"
FACES = "局長が全員の顔を知っている。"


@pytest.fixture(scope="module")
def embedded() -> Advisor:
    return build(Settings(vectors=False), sessions=MemorySessions(ticking()), clock=ticking())


def begun(embedded: Advisor) -> tuple[Advisor, str]:
    """An advisor whose papers are kept in memory, and a consultation with a paper."""
    advisor = beside(embedded, exporters={"md": MarkdownFile()})
    id = advisor.begin().id
    for slot, text in SHEET.items():
        advisor.set_slot(id, slot, text)  # type: ignore[arg-type]
    return advisor, id


@pytest.fixture
def desk(embedded: Advisor) -> tuple[Advisor, str]:
    return begun(embedded)


def claim(studio: Studio, id: str, words: str, section: SectionId = "value") -> Claim:
    """The first claim of a section that holds these words."""
    return next(each for each in studio.working(id).paper.brief.section(section).claims if words in each.text)


def edit(studio: Studio, id: str, words: str, text: str, section: SectionId = "value") -> Edit:
    """The deed that writes another text for a claim as it stands now."""
    found = claim(studio, id, words, section)
    return Edit(section=section, claim=found.key, was=found.text, text=text)


def texts(advisor: Advisor, id: str) -> list[str]:
    """What the section on value says in the paper as it is read."""
    return [each.text for each in advisor.draft(id).brief.section("value").claims]


def test_until_the_first_edit_the_paper_is_the_draft(desk: tuple[Advisor, str]) -> None:
    advisor, id = desk
    assert advisor.draft(id) == advisor.fresh(id)
    assert advisor.studio.versions(id) == ()
    assert advisor.studio.working(id).number == 0
    assert advisor.studio.edit(id, (), 0) is None
    assert advisor.studio.versions(id) == ()


def test_the_first_edit_pins_the_paper_and_everything_reads_the_working_paper(
    desk: tuple[Advisor, str],
) -> None:
    advisor, id = desk
    stamp = advisor.studio.edit(id, [edit(advisor.studio, id, POST, "郵便局が島ごとに一つある。")], 0)
    assert stamp is not None
    assert [(each.number, each.kind, each.parent) for each in advisor.studio.versions(id)] == [
        (1, "draft", None),
        (2, "edit", 1),
    ]
    assert (stamp.why, stamp.who) == ("5 提供する価値: 文を書き直す", advisor.owner)
    assert "郵便局が島ごとに一つある。" in advisor.export(id, "md").decode()
    advisor.set_slot(id, "strengths", "船着き場が三つある。")
    assert "郵便局が島ごとに一つある。" in texts(advisor, id)
    assert "船着き場が三つある。" not in texts(advisor, id)
    assert advisor.draft(id).brief.header.version == "第2版"


def test_findings_are_of_the_working_paper(desk: tuple[Advisor, str]) -> None:
    advisor, id = desk
    rules = [each.rule for each in advisor.draft(id).findings]
    assert "要旨に技術名がない" not in rules
    aim = advisor.studio.working(id).paper.brief.section("summary").claims[0]
    deed = Edit(section="summary", claim=aim.key, was=aim.text, text="AIチャットボットを導入する。")
    advisor.studio.edit(id, [deed], 0)
    assert "要旨に技術名がない" in [each.rule for each in advisor.draft(id).findings]


def test_a_changed_answer_is_brought_in_without_touching_what_was_written(desk: tuple[Advisor, str]) -> None:
    advisor, id = desk
    advisor.studio.edit(id, [edit(advisor.studio, id, POST, "郵便局が島ごとに一つある。")], 0)
    advisor.set_slot(id, "strengths", "船着き場が三つある。")
    advisor.set_slot(id, "value", "半日で済む。")
    advisor.studio.edit(id, [Redraft(section="value")], 2)
    after = texts(advisor, id)
    assert {"郵便局が島ごとに一つある。", "船着き場が三つある。"} <= set(after)
    assert FACES not in after


def test_what_is_written_goes_through_the_door(desk: tuple[Advisor, str]) -> None:
    advisor, id = desk
    studio = advisor.studio
    hostile = "電話は090-1234-5678、\u202eメールは a@example.jp です。"
    remark = Remark(section="value", claim=claim(studio, id, FACES).key, comment=Comment(text=hostile))
    studio.edit(id, [edit(studio, id, POST, hostile), remark], 0)
    studio.name(id, 2, "部長 090-1234-5678\nへ")
    stored = studio.version(id, 2).model_dump_json()
    assert "090-1234-5678" not in stored
    assert "a@example.jp" not in stored
    assert "\u202e" not in stored
    assert "〔電話〕" in stored
    assert studio.versions(id)[1].name == "部長 〔電話〕 へ"
    (comment,) = claim(studio, id, FACES).comments
    assert (comment.who, comment.at[:10]) == (advisor.owner, "2026-11-24")


def test_staff_who_lead_keep_their_names(desk: tuple[Advisor, str]) -> None:
    advisor, id = desk
    line = advisor.studio.working(id).paper.brief.section("drive").items[0]
    advisor.studio.edit(id, [Add(section="drive", line=line.key, text="主任の浜口。")], 0)
    assert "浜口" in advisor.export(id, "md").decode()


def test_undo_walks_back_step_by_step_and_loses_nothing(desk: tuple[Advisor, str]) -> None:
    advisor, id = desk
    studio, start = advisor.studio, texts(advisor, id)
    studio.edit(id, [edit(studio, id, POST, "一")], 0)
    first = texts(advisor, id)
    studio.edit(id, [edit(studio, id, "一", "二")], 2)
    assert studio.working(id).stamp.undoes == 2  # type: ignore[union-attr]
    studio.undo(id, 3)
    assert texts(advisor, id) == first
    studio.undo(id, 4)
    assert texts(advisor, id) == start
    assert studio.working(id).stamp.undoes is None  # type: ignore[union-attr]
    with pytest.raises(AdvisorError, match="取り消す書き直しがありません"):
        studio.undo(id, 5)
    studio.restore(id, 3, 5)
    assert "二" in texts(advisor, id)
    studio.undo(id, 6)
    assert texts(advisor, id) == start
    assert [each.kind for each in studio.versions(id)] == [
        "draft", "edit", "edit", "undo", "undo", "restore", "undo",
    ]  # fmt: skip


def test_two_tabs_that_edit_different_claims_are_merged(desk: tuple[Advisor, str]) -> None:
    advisor, id = desk
    studio = advisor.studio
    one, other = edit(studio, id, POST, "一つ目のタブ。"), edit(studio, id, FACES, "二つ目のタブ。")
    studio.edit(id, [one], 0)
    studio.edit(id, [other], 0)
    assert {"一つ目のタブ。", "二つ目のタブ。"} <= set(texts(advisor, id))


def test_two_tabs_that_edit_one_claim_keep_both_texts(desk: tuple[Advisor, str]) -> None:
    advisor, id = desk
    studio = advisor.studio
    one, other = edit(studio, id, POST, "一つ目のタブ。"), edit(studio, id, POST, "二つ目のタブ。")
    free = edit(studio, id, FACES, "だれも触っていない文。")
    studio.edit(id, [one], 0)
    with pytest.raises(Conflict, match=ASIDE):
        studio.edit(id, [other, free], 0)
    after = texts(advisor, id)
    assert {"一つ目のタブ。", "だれも触っていない文。"} <= set(after)
    assert "二つ目のタブ。" not in after
    aside = studio.versions(id)[-1]
    assert (aside.kind, aside.name, aside.parent) == ("aside", ASIDE, 1)
    kept = [each.text for each in studio.version(id, aside.number).paper.brief.section("value").claims]
    assert {"二つ目のタブ。", "だれも触っていない文。"} <= set(kept)
    with pytest.raises(Conflict):
        studio.undo(id, 2)


def test_words_for_a_claim_that_another_tab_removed_are_kept_beside(desk: tuple[Advisor, str]) -> None:
    advisor, id = desk
    studio = advisor.studio
    late = edit(studio, id, POST, "遅れて書いた文。")
    gone = claim(studio, id, POST)
    studio.edit(id, [Remove(section="value", claim=gone.key, was=gone.text)], 0)
    with pytest.raises(Conflict):
        studio.edit(id, [late], 2)
    aside = studio.version(id, studio.versions(id)[-1].number)
    assert "遅れて書いた文。" in [each.text for each in aside.paper.brief.section("value").claims]


def test_a_tab_that_stores_in_between_is_met_again(desk: tuple[Advisor, str]) -> None:
    advisor, id = desk

    class Racing(MemoryPapers):
        """Another program that stores just before the first version of this one."""

        raced = False

        def add(self, id: str, versions, expected: int) -> None:  # type: ignore[no-untyped-def]
            if not self.raced:
                self.raced = True
                other.edit(id, [edit(other, id, FACES, "割り込んだ文。")], 0)
            super().add(id, versions, expected)

    papers = Racing()
    advisor.keep_papers(papers)
    other = Studio(papers, advisor._words, ticking(), "other", advisor.fresh, advisor.session)
    advisor.studio.edit(id, [edit(advisor.studio, id, POST, "待たされた文。")], 0)
    assert {"割り込んだ文。", "待たされた文。"} <= set(texts(advisor, id))
    assert [each.who for each in advisor.studio.versions(id)] == ["other", "other", advisor.owner]


def test_a_locked_version_is_shown_as_it_was_handed_up_and_never_changed(desk: tuple[Advisor, str]) -> None:
    advisor, id = desk
    studio = advisor.studio
    studio.edit(id, [edit(studio, id, POST, "出した文。")], 0)
    advisor.fill_header(id, "section", "市民課")
    locked = studio.submit(id, 2, "12月補正")
    handed = advisor.export(id, "md")
    stored = studio.version(id, locked.number)
    assert "12月補正(提出版)" in handed.decode()
    assert "市民課" in handed.decode()
    advisor.fill_header(id, "section", "税務課")
    advisor.set_slot(id, "strengths", "船着き場が三つある。")
    assert advisor.export(id, "md") == handed
    with pytest.raises(AdvisorError, match="もう提出版"):
        studio.submit(id, locked.number)
    with pytest.raises(AdvisorError, match="提出版の名前"):
        studio.name(id, locked.number, "別名")
    studio.edit(id, [edit(studio, id, "出した文。", "写しに書いた文。")], locked.number)
    assert "写しに書いた文。" in texts(advisor, id)
    assert "税務課" in advisor.export(id, "md").decode()
    assert studio.version(id, locked.number) == stored


def test_two_versions_are_compared_letter_by_letter(desk: tuple[Advisor, str]) -> None:
    advisor, id = desk
    studio = advisor.studio
    studio.edit(id, [edit(studio, id, POST, "郵便局が二つの島に残っている。")], 0)
    changed = [each for each in studio.compare(id, 1, 2) if each.changed]
    assert [each.id for each in changed] == ["value"]
    (pair,) = [each for each in changed[0].pairs if each.changed]
    assert pair.runs == diff(POST, "郵便局が二つの島に残っている。")
    advisor.fill_header(id, "section", "市民課")
    studio.submit(id, 2)
    (head,) = [each for each in studio.compare(id, 2, 3) if each.changed]
    assert [(each.label, each.after) for each in head.pairs if each.changed] == [("作成課", "市民課")]


def test_the_json_chat_shows_the_working_paper(desk: tuple[Advisor, str]) -> None:
    advisor, id = desk
    chat = JsonChat(advisor)
    chat.answer(json.dumps({"open": id}))
    before = chat.answer('{"draft":true}')
    advisor.studio.edit(id, [edit(advisor.studio, id, POST, "手で書いた文。")], 0)
    advisor.studio.name(id, 2, "係の案")
    after = chat.answer('{"draft":true}')
    assert after.keys() == before.keys()
    assert after["brief"].keys() == before["brief"].keys()
    assert (before["brief"]["version"], after["brief"]["version"]) == ("第1版", "係の案")
    value = next(each for each in after["brief"]["sections"] if each["id"] == "value")
    assert {"text": "手で書いた文。", "origin": "said", "refs": []} in value["claims"]
    assert "手で書いた文。" in after["markdown"]


def test_somebody_elses_paper_is_not_there(desk: tuple[Advisor, str], embedded: Advisor) -> None:
    advisor, _ = desk
    advisor._sessions.create("theirs", "somebody")
    with pytest.raises(AdvisorError, match="見つかりません"):
        advisor.studio.versions("theirs")
    with pytest.raises(AdvisorError, match="見つかりません"):
        advisor.studio.version("theirs", 1)
    with pytest.raises(AdvisorError, match="見つかりません"):
        advisor.studio.edit("theirs", (), 0)


def test_versions_outlive_the_program(embedded: Advisor, tmp_path: Path) -> None:
    database = Database(tmp_path / "consultations.sqlite3", ticking())
    advisor = beside(embedded, sessions=database)
    advisor.keep_papers(database)
    id = advisor.begin().id
    advisor.set_slot(id, "strengths", POST)
    advisor.studio.edit(id, [edit(advisor.studio, id, POST, "手で書いた文。")], 0)
    database.close()
    again = Database(tmp_path / "consultations.sqlite3", ticking())
    other = beside(embedded, sessions=again)
    other.keep_papers(again)
    assert "手で書いた文。" in texts(other, id)
    assert [each.why for each in other.studio.versions(id)] == ["下書き", "5 提供する価値: 文を書き直す"]


TABS = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.sampled_from(["look", "edit", "remove", "undo", "restore", "submit", "say"]),
        st.integers(0, 30),
    ),
    min_size=2,
    max_size=9,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TABS)
def test_whatever_two_tabs_do_no_text_is_lost_and_no_locked_paper_changes(
    embedded: Advisor, story: list[tuple[int, str, int]]
) -> None:
    advisor, id = begun(embedded)
    studio = advisor.studio
    seen = [studio.working(id), studio.working(id)]
    locked: dict[int, str] = {}
    written: list[str] = []
    for step, (tab, what, pick) in enumerate(story):
        on = seen[tab]
        claims = on.paper.brief.section("value").claims
        one = claims[pick % len(claims)] if claims else None
        try:
            if what == "edit" and one is not None:
                written.append(f"書いた文その{step}。")
                deed: Deed = Edit(section="value", claim=one.key, was=one.text, text=written[-1])
                studio.edit(id, [deed], on.number)
            elif what == "remove" and one is not None:
                studio.edit(id, [Remove(section="value", claim=one.key, was=one.text)], on.number)
            elif what == "undo":
                studio.undo(id, on.number)
            elif what == "restore" and on.stored:
                studio.restore(id, pick % on.stored + 1, on.number)
            elif what == "submit":
                number = studio.submit(id, on.number).number
                locked[number] = studio.version(id, number).model_dump_json()
            elif what == "say":
                advisor.set_slot(id, "strengths", f"強みその{step}。")
        except AdvisorError:
            pass
        if what == "look" or pick % 2:
            seen[tab] = studio.working(id)
    papers = [studio.version(id, each.number) for each in studio.versions(id)]
    stood = {each.text for version in papers for each in version.paper.brief.section("value").claims}
    assert set(written) <= stood
    assert [each.number for each in papers] == list(range(1, len(papers) + 1))
    assert {number: studio.version(id, number).model_dump_json() for number in locked} == locked
