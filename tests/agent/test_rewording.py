"""A paper is worded anew: kept as events, judged by plain code, taken back, never sent from inside."""

import io
import re
import zipfile

import pytest

from advisor.adapters.markdown_file import MarkdownFile
from advisor.adapters.word_file import WordFile
from advisor.agent.advisor import Advisor
from advisor.agent.rewording import once_a_time
from advisor.agent.rewriting import Rewriting
from advisor.bootstrap import build
from advisor.brief.rewording import rewordable
from advisor.errors import AdvisorError
from advisor.json_chat import JsonChat
from advisor.patience.failures import failure
from advisor.settings import Settings
from tests.adapters.database.scripts import ticking
from tests.fakes.advisors import beside
from tests.fakes.models import RewordingModels
from tests.fakes.sessions import MemorySessions

SHEET = {
    "aspiration": "書類のために船に乗る日をなくす。",
    "customer": "沖の3島に住む75歳以上の人。241人。",
    "value": "役場のために一日つぶさなくてよい。",
    "strengths": "郵便局が3島とも残っている。",
    "measure": "証明の要る手続31件を洗い直す。残った分は郵便局に月2回、職員が出張する。",
}
POST = "郵便局が3島とも残っている。"
BETTER = "3島とも、郵便局が残っている。"
LIST = "証明の要る手続31件を洗い直す。"
TABLE = {POST: BETTER, LIST: "証明の要る手続99件を洗い直す。"}


@pytest.fixture(scope="module")
def embedded() -> Advisor:
    return build(Settings(vectors=False), sessions=MemorySessions(ticking()), clock=ticking())


@pytest.fixture
def models() -> RewordingModels:
    return RewordingModels(TABLE)


@pytest.fixture
def advisor(embedded: Advisor, models: RewordingModels) -> Advisor:
    return beside(embedded, exporters={"md": MarkdownFile(), "docx": WordFile()}, models=models)


@pytest.fixture
def id(advisor: Advisor) -> str:
    id = advisor.begin().id
    for slot, text in SHEET.items():
        advisor.set_slot(id, slot, text)  # type: ignore[arg-type]
    return id


def paper(advisor: Advisor, id: str) -> str:
    return advisor.export(id, "md").decode()


def test_a_better_sentence_stands_and_an_invented_number_leaves_an_open_point(
    advisor: Advisor, id: str
) -> None:
    before = paper(advisor, id)
    assert POST in before
    assert "生成AIは使用していません" in before
    advisor.reword(id)
    after = paper(advisor, id)
    assert BETTER in after
    assert POST not in after
    assert "証明の要る手続31件を洗い直す【要確認: 作成課】" in after
    assert "99件" not in after
    assert "文章の言い回しに生成AI(table-1)を使用しました" in after
    draft = advisor.draft(id)
    assert (draft.bettered, draft.doubtful) == (1, 1)


def test_word_and_markdown_carry_the_same_wording(advisor: Advisor, id: str) -> None:
    advisor.reword(id)
    with zipfile.ZipFile(io.BytesIO(advisor.export(id, "docx"))) as office:
        words = re.sub(r"<[^>]+>", "", office.read("word/document.xml").decode())
    assert BETTER in words
    assert "証明の要る手続31件を洗い直す【要確認: 作成課】" in words
    assert "99件" not in words
    assert "生成AI(table-1)を使用しました" in words


def test_every_claim_keeps_its_origin(advisor: Advisor, id: str) -> None:
    advisor.reword(id)
    claim = next(claim for claim in advisor.draft(id).brief.claims if claim.text == BETTER)
    assert (claim.origin, claim.turns, claim.plain) == ("said", (0,), POST)


def test_the_event_keeps_what_was_made_and_nothing_of_what_was_invented(advisor: Advisor, id: str) -> None:
    (event,) = advisor.reword(id).reworded
    assert [name for name, _ in event.digests] == ["drafting", "drafting_section"]
    assert {each.outcome for each in event.made} == {"own"}
    assert "99" not in event.model_dump_json(include={"rewordings"})


def test_the_plain_wording_comes_back_and_goes_again(advisor: Advisor, id: str) -> None:
    before = paper(advisor, id)
    advisor.reword(id)
    after = paper(advisor, id)
    session = advisor.plain_wording(id)
    assert session.plain
    assert paper(advisor, id) == before
    assert not advisor.plain_wording(id, False).plain
    assert paper(advisor, id) == after
    advisor.plain_wording(id)
    assert not advisor.reword(id).plain
    assert paper(advisor, id) == after


def test_a_later_edit_lets_a_rewording_lapse_by_itself(advisor: Advisor, id: str) -> None:
    advisor.reword(id)
    advisor.set_slot(id, "strengths", "郵便局が2島に残っている。")
    text = paper(advisor, id)
    assert "郵便局が2島に残っている。" in text
    assert BETTER not in text


def test_a_doubt_goes_when_the_model_says_it_properly(
    advisor: Advisor, models: RewordingModels, id: str
) -> None:
    advisor.reword(id)
    models.table = {LIST: LIST}
    advisor.reword(id)
    draft = advisor.draft(id)
    assert (draft.bettered, draft.doubtful) == (1, 0)


def test_nothing_is_sent_from_inside(advisor: Advisor, models: RewordingModels, id: str) -> None:
    advisor.keep_inside(id, True)
    with pytest.raises(AdvisorError, match="外に出さない"):
        advisor.reword(id)
    assert models.sent == []
    assert advisor.session(id).reworded == ()


def test_kept_inside_in_the_midst_nothing_more_is_sent(
    advisor: Advisor, models: RewordingModels, id: str
) -> None:
    heard: list[int] = []

    def on_section(done: int, total: int) -> None:
        heard.append(done)
        if done == 1:
            advisor.keep_inside(id, True)

    advisor.reword(id, on_section)
    assert len(models.sent) == 1
    assert heard == [0, 1]


def test_without_a_model_it_says_so(advisor: Advisor, embedded: Advisor, id: str) -> None:
    advisor._players = embedded._players
    with pytest.raises(AdvisorError, match="設定されていません"):
        advisor.reword(id)


def test_a_section_that_fails_stays_and_the_others_are_taken(
    advisor: Advisor, models: RewordingModels, id: str
) -> None:
    sections = [section.id for section in advisor.draft(id).brief.sections if rewordable(section)]
    models.failing = {1: failure("down"), sections.index("work") + 1: failure("no_json")}
    session = advisor.reword(id)
    assert [each.why for each in session.reworded[0].made if each.outcome == "fell_back"] == [
        "down",
        "no_json",
    ]
    draft = advisor.draft(id)
    assert draft.bettered == 1
    assert BETTER in paper(advisor, id)


def test_a_model_that_rests_is_asked_once_and_the_paper_is_as_it_was(
    advisor: Advisor, models: RewordingModels, id: str
) -> None:
    before = paper(advisor, id)
    models.failing = {1: failure("resting")}
    advisor.reword(id)
    assert len(models.sent) == 1
    assert paper(advisor, id) == before


def test_the_json_chat_drafts_with_the_stored_wording(advisor: Advisor, id: str) -> None:
    advisor.reword(id)
    chat = JsonChat(advisor)
    chat.answer(f'{{"open": "{id}"}}')
    answer = chat.answer('{"draft": true}')
    assert BETTER in answer["markdown"]
    value = next(each for each in answer["brief"]["sections"] if each["id"] == "value")
    assert {"text": BETTER, "origin": "said", "refs": ["t0"]} in value["claims"]


def test_in_the_background_it_is_seen_stopped_and_kept(
    advisor: Advisor, models: RewordingModels, id: str
) -> None:
    work = Rewriting(advisor)
    models.go.clear()
    assert work.progress(id) is None
    work.start(id)
    work.start(id)
    assert models.begun.wait(20)
    seen = work.progress(id)
    assert seen is not None
    assert (seen.done, seen.stopping) == (0, False)
    assert seen.total >= 4
    work.stop(id)
    assert work.wait(id, 20)
    assert len(models.sent) == 1
    assert [each.why for each in advisor.session(id).reworded[0].made] == ["stopped"]


def test_a_fault_in_the_background_is_kept_until_the_next_try(
    advisor: Advisor, models: RewordingModels, id: str
) -> None:
    work = Rewriting(advisor)
    models.error = RuntimeError("broken")
    work.start(id)
    assert work.wait(id, 20)
    assert work.trouble(id) is models.error
    models.error = None
    work.start(id)
    assert work.wait(id, 20)
    assert work.trouble(id) is None
    assert advisor.draft(id).bettered == 1


def test_whether_a_paper_may_still_leave_is_looked_at_once_a_time_of_the_clock() -> None:
    times = iter(["1", "1", "1", "2", "2"])
    looks: list[bool] = [True, False]
    inside = once_a_time(looks.pop, lambda: next(times))
    assert [inside() for _ in range(5)] == [False, False, False, True, True]
