"""The library: filters, counter-examples, places, technologies, and search without vectors."""

import json

import pytest

from advisor.adapters.library import CardLibrary, open_library
from advisor.adapters.words import SudachiWords
from advisor.evidence.query import Query
from evals.retrieval.library import QUESTIONS, abstention, measured, questions


@pytest.fixture(scope="module")
def library() -> CardLibrary:
    """The built-in library without vectors."""
    return open_library(SudachiWords())


def test_without_vectors_words_serve_alone_and_say_why(library: CardLibrary) -> None:
    assert library.serving == "lexical"
    assert library.reason


def test_kinds_phase_and_technology_narrow_the_search(library: CardLibrary) -> None:
    found = library.search(Query(text="窓口の手続を減らす", k=8, kinds=("case",), phase=2, threshold=False))
    assert found
    assert {(hit.passage.kind, hit.passage.phase) for hit in found} == {("case", 2)}
    flown = library.search(Query(text="山の村への配達", k=5, technology="ドローン", threshold=False))
    assert flown
    assert all("ドローン" in " ".join(hit.passage.technologies) for hit in flown)


def test_a_case_search_brings_a_counter_example(library: CardLibrary) -> None:
    found = library.search(
        Query(text="窓口のオンライン申請を広げたい", k=4, kinds=("case",), counter=True, threshold=False)
    )
    assert any(hit.passage.caution for hit in found)
    assert len(found) <= 4


def test_the_hidden_case_is_found_only_when_everything_is_searched(library: CardLibrary) -> None:
    asked = Query(text="子どもの安全の判断とAI", k=20, threshold=False)
    assert not any(hit.passage.card == "F-04" for hit in library.search(asked))
    everything = asked.model_copy(update={"everything": True})
    assert any(hit.passage.card == "F-04" for hit in library.search(everything))


@pytest.mark.parametrize(
    ("mention", "card"),
    [
        ("生成AI", "tech-generative-ai"),
        ("RPA", "tech-rpa"),
        ("AIチャットボット", "tech-chatbot"),
        ("DRONE", "tech-drone"),
        ("Metaverse", "tech-metaverse"),
        ("TELEPATHY", None),
        ("味噌", None),
    ],
)
def test_a_technology_is_known_by_its_names(library: CardLibrary, mention: str, card: str | None) -> None:
    found = library.technology(mention)
    assert (found.id if found else None) == card


def test_a_place_is_known_by_its_municipality(library: CardLibrary) -> None:
    found = library.place("明石市のような子育ての町にしたい")
    assert found is not None
    assert found.id == "P3-05"
    assert library.place("市場の話です") is None


@pytest.mark.parametrize("text", ["", " ", "🎏", "?" * 3000, "\x00", "aaa"])
def test_odd_questions_find_nothing_and_break_nothing(library: CardLibrary, text: str) -> None:
    assert len(library.search(Query(text=text, k=5))) <= 5


def test_every_passage_opens_in_its_card_with_its_source(library: CardLibrary) -> None:
    for passage in library.passages():
        assert library.passage(passage.id) == passage
        assert library.card(passage.card) is not None
        assert passage.source


def test_our_own_questions_point_at_passages_that_exist(library: CardLibrary) -> None:
    asked = questions()
    assert len(asked) == 120
    assert sum(not each.passages for each in asked) == 24
    assert [id for each in asked for id in each.passages if library.passage(id) is None] == []
    assert (
        len({json.loads(line)["question"] for line in QUESTIONS.read_text(encoding="utf-8").splitlines()})
        == 120
    )


def test_questions_in_the_same_words_are_answered_among_the_first_five(library: CardLibrary) -> None:
    figures = {each.get("distance"): each for each in measured(library, questions())}
    assert figures["same"]["recall@5"] >= 0.97


def test_nothing_is_made_of_questions_that_have_no_answer(library: CardLibrary) -> None:
    assert abstention(library, questions())["recall"] >= 0.9
