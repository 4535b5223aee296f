"""The paper is worded anew on the page: begun, seen, stopped, compared, taken back; never offered from inside."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor.patience.failures import failure
from advisor.ui import desk
from tests.fakes.models import RewordingModels
from tests.ui.visit import Visit, reader

POST = "郵便局が3島とも残っている。"
BETTER = "3島とも、郵便局が残っている。"
LIST = "証明の要る手続31件を洗い直す。"
TABLE = {POST: BETTER, LIST: "証明の要る手続99件を洗い直す。"}


@pytest.fixture
def models(data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RewordingModels]:
    """A model that words papers by a table, in front of the page's own advisor."""
    del data
    table = RewordingModels(TABLE)
    advisor = desk.advisor()
    monkeypatch.setattr(advisor, "_players", advisor._players._replace(models=table))
    yield table
    table.go.set()


@pytest.fixture
def paper(models: RewordingModels, visit: Visit) -> Visit:
    """The paper of a consultation with two sentences that the model knows."""
    del models
    visit.say("書類のために船に乗る日をなくしたいです。")
    assert desk.speaker().wait(visit.id, 20)
    reader().set_slot(visit.id, "strengths", POST)
    reader().set_slot(visit.id, "measure", LIST)
    return visit.go("paper")


def reworded(visit: Visit) -> Visit:
    visit.press("reword")
    assert desk.rewriting().wait(visit.id, 20)
    return visit.drawn()


def on_paper(visit: Visit) -> str:
    """The words of the paper itself, without what stands beside it."""
    return next(each.proto.body for each in visit.app.get("html") if 'class="paper"' in each.proto.body)


def test_the_paper_is_worded_anew_and_says_what_became_of_it(paper: Visit) -> None:
    assert POST in on_paper(paper)
    reworded(paper)
    assert BETTER in on_paper(paper)
    assert "1文を整えました。" in paper.words
    assert "1文は、言語モデルが元の発言にない数・名・日付を加えたので" in paper.words
    assert "99件" not in paper.words
    assert "生成AI(table-1)を使用しました" in on_paper(paper)


def test_every_sentence_shows_its_original_on_demand(paper: Visit) -> None:
    reworded(paper)
    assert f'title="元の文: {POST}"' in on_paper(paper)
    beside = "\n".join(
        each.proto.body for each in paper.app.get("html") if 'class="finding"' in each.proto.body
    )
    assert f"<dd>{POST}</dd>" in beside
    assert f"<dd>{BETTER}</dd>" in beside
    assert "元の文のまま【要確認】" in beside


def test_the_plain_wording_is_one_press_away_and_so_is_the_way_back(paper: Visit) -> None:
    reworded(paper).press("plain-wording")
    assert POST in on_paper(paper)
    assert BETTER not in on_paper(paper)
    assert "元の文に戻してあります" in paper.words
    paper.press("plain-wording")
    assert BETTER in on_paper(paper)


def test_it_is_seen_while_it_goes_on_also_from_another_tab_and_stopped(
    paper: Visit, models: RewordingModels
) -> None:
    models.go.clear()
    paper.press("reword")
    assert models.begun.wait(20)
    assert paper.drawn().keys("reword") == ["reword-stop"]
    other = paper.other_tab().go("paper")
    assert other.keys("reword") == ["reword-stop"]
    other.press("reword-stop")
    assert desk.rewriting().wait(paper.id, 20)
    paper.drawn()
    assert "途中で止めました" in paper.words
    assert POST in on_paper(paper)
    assert len(models.sent) == 1


def test_a_section_that_fails_is_told_quietly(paper: Visit, models: RewordingModels) -> None:
    models.failing = {2: failure("down")}
    reworded(paper)
    assert "不具合が起きています。整えられなかった節は、元の文のままです。" in paper.words
    assert BETTER in on_paper(paper)


def test_nothing_is_offered_where_the_consultation_stays_inside(
    paper: Visit, models: RewordingModels
) -> None:
    reader().keep_inside(paper.id, True)
    assert paper.drawn().keys("reword") == []
    assert models.sent == []
    reader().keep_inside(paper.id, False)
    reworded(paper.drawn())
    reader().keep_inside(paper.id, True)
    assert paper.drawn().keys("reword") == []
    assert paper.keys("plain-wording") == ["plain-wording"]


def test_nothing_is_offered_without_a_model(visit: Visit) -> None:
    visit.press("opening-2").go("paper")
    assert visit.keys("reword") == []
    assert visit.keys("plain-wording") == []
