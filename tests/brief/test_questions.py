"""想定問答: which questions are prepared for, and that no answer says more than the paper does."""

from pathlib import Path

import pytest

from advisor.adapters.questions import read_questions
from advisor.brief.bank import ASKERS, BankQuestion, Place
from advisor.brief.copies import handed_up
from advisor.brief.lexicon import TECHNOLOGY
from advisor.brief.markdown import markdown
from advisor.brief.material import Material
from advisor.brief.model import SECTION_TITLES, Brief, Claim
from advisor.brief.outline import compose
from advisor.brief.outline.questions import EACH, chosen
from advisor.errors import AdvisorError
from advisor.framework.slots import Slot
from advisor.framework.worksheet import Worksheet
from advisor.resources import corpus_folder
from advisor.words import Words
from tests.brief.materials import QUESTIONS, Said, island, material, onsen


def answers(brief: Brief) -> dict[str, tuple[Claim, ...]]:
    """The answers by their questions."""
    tables = brief.section("questions").tables
    return {head: row[0] for table in tables for head, row in zip(table.heads, table.rows, strict=True)}


def ids(given: Material) -> list[str]:
    """The ids of the questions that are asked of a consultation."""
    return [each.id for by in ASKERS for each in chosen(QUESTIONS, by, given.worksheet)]


def bare(brief: Brief) -> Brief:
    """The paper without the section itself and the lists that speak of it."""
    left = [each for each in brief.sections if each.id not in ("questions", "open", "record")]
    return brief.model_copy(update={"sections": tuple(left)})


def test_a_treasurer_and_a_council_ask_what_the_talk_invites() -> None:
    assert ids(island()) == [
        "fairness", "scale", "overlap", "burden", "means",
        "origin", "alternatives", "elsewhere", "plan", "law",
    ]  # fmt: skip
    assert ids(onsen()) == [
        "fairness", "overlap", "public", "grant", "timing",
        "origin", "alternatives", "elsewhere", "plan", "personal",
    ]  # fmt: skip


def test_five_of_each_are_asked_whatever_was_said() -> None:
    for given in (material({}), island(), onsen()):
        for by in ASKERS:
            assert len(chosen(QUESTIONS, by, given.worksheet)) == EACH


@pytest.mark.parametrize("which", ["island_brief", "onsen_brief"])
def test_every_answer_stands_elsewhere_on_the_paper(which: str, request: pytest.FixtureRequest) -> None:
    brief: Brief = request.getfixturevalue(which)
    told = {
        (claim.text.rstrip("。"), claim.origin, claim.turns, claim.notes)
        for claim in bare(brief).claims
        if claim.origin != "open"
    }
    for claims in answers(brief).values():
        assert claims
        for claim in claims:
            if claim.origin == "open":
                assert claim.ask
                assert claim.about
            else:
                assert (claim.text.rstrip("。"), claim.origin, claim.turns, claim.notes) in told


def test_the_answers_of_the_first_model(island_brief: Brief) -> None:
    found = {head: "".join(each.text for each in claims) for head, claims in answers(island_brief).items()}
    assert found["いまある事業とどこが違うのか。まとめたり、やめたりできないか"] == (
        "証明書を出させるのをやめる。証明の要る手続31件を洗い直す。"
    )
    assert found["どの法令や条例に関わるのか"] == "様式を変えると規則改正が要る。対象の法令・条例は"
    assert found["ほかの自治体の似た取組と比べてどうか"].startswith("窓口を一つにした市。")


def test_without_a_word_every_answer_is_open_and_names_who_would_know(words: Words) -> None:
    found = answers(compose(material({}), words))
    assert len(found) == 2 * EACH
    assert all([claim.origin for claim in claims] == ["open"] for claims in found.values())
    assert all(claims[0].ask for claims in found.values())


def test_what_is_open_in_an_answer_stands_in_the_list(island_brief: Brief) -> None:
    listed = {row[0][0].text for table in island_brief.section("open").tables for row in table.rows}
    open_points = {
        claim.about for claims in answers(island_brief).values() for claim in claims if claim.origin == "open"
    }
    assert open_points
    assert all(any(point in line for line in listed) for point in open_points)


def test_an_answer_of_private_words_alone_is_open_in_the_copy_to_hand_up(words: Words) -> None:
    said: dict[Slot, list[Said]] = {"resources": [(1, "市長が年300万円出すと言っている。")]}
    brief = compose(material(said), words)
    kept = [claims for claims in answers(brief).values() if any(each.private for each in claims)]
    assert kept
    assert all(claims for claims in answers(handed_up(brief)).values())
    assert "市長" not in markdown(brief)


def test_the_header_answers_where_the_plan_knows_it(words: Words) -> None:
    given = island()
    header = given.header.model_copy(update={"plan": "基本目標2の施策3"})
    brief = compose(given.model_copy(update={"header": header}), words)
    (claim,) = answers(brief)["総合計画のどこに位置づくのか"]
    assert (claim.text, claim.origin) == ("基本目標2の施策3。", "said")


def test_answers_are_short_and_each_wording_stands_once(island_brief: Brief, onsen_brief: Brief) -> None:
    for brief in (island_brief, onsen_brief):
        for claims in answers(brief).values():
            texts = [claim.text for claim in claims]
            assert len(set(texts)) == len(texts) <= 4
            assert sum(map(len, texts)) <= 220


def test_the_bank_is_whole() -> None:
    assert len(QUESTIONS) >= 20
    for question in QUESTIONS:
        assert question.answer
        assert question.ask
        assert not TECHNOLOGY.search(question.question)
        for place in question.answer:
            assert place.section == "head" or place.section in SECTION_TITLES
    for by in ASKERS:
        assert len([each for each in QUESTIONS if each.by == by and not each.when]) >= EACH


def test_every_place_of_the_bank_exists_on_a_paper(island_brief: Brief, onsen_brief: Brief) -> None:
    labels, columns, heads = set[tuple[str, str]](), set[tuple[str, str]](), set[tuple[str, str]]()
    for brief in (island_brief, onsen_brief):
        labels |= {("head", item.label) for item in brief.fields}
        for section in brief.sections:
            labels |= {(section.id, item.label) for item in section.items}
            for table in section.tables:
                columns |= {(section.id, name) for name in table.columns}
                heads |= {(section.id, name) for name in table.heads}
    for question in QUESTIONS:
        for place in question.answer:
            if place.column:
                assert (place.section, place.column) in columns
                assert place.label == "" or (place.section, place.label) in heads
            else:
                assert (place.section, place.label) in labels


def test_a_bank_that_names_no_section_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no section"):
        Place.read("weather/晴れ")
    folder = tmp_path / "questions"
    folder.mkdir()
    (folder / "council.yaml").write_text("by: 議会\nquestions: [{id: x}]\n", encoding="utf-8")
    with pytest.raises(AdvisorError, match="読めません"):
        read_questions(tmp_path)
    assert read_questions(tmp_path / "nowhere") == ()
    assert read_questions(corpus_folder()) == QUESTIONS


def test_a_bank_of_our_own_is_answered_from_the_place_it_names(words: Words) -> None:
    one = BankQuestion(
        id="x", by="議会", question="何を?", slots=(), answer=(Place.read("value/地域の強み"),), ask="作成課", about="強み"
    )  # fmt: skip
    assert chosen((one,), "議会", Worksheet()) == (one,)
    found = answers(compose(island().model_copy(update={"questions": (one,)}), words))
    assert [claim.text for claim in found["何を?"]] == [
        "郵便局が3島とも残っている。",
        "局長が全員の顔を知っている。",
    ]
