"""Every file of the corpus, strictly: fields, marks, quotes, lengths, and what must stay out of sight."""

import re
from collections import Counter
from pathlib import Path

import pytest

from advisor.adapters.cards import read_card, read_cards, read_outside
from advisor.adapters.embedding.e5 import NAME
from advisor.adapters.embedding.stored import FOLDER, digest, digests, load
from advisor.adapters.wishes import read_wishes, wish_digest
from advisor.evidence.cards import CaseCard, Checked, FrameworkCard, MethodCard, TechnologyCard
from advisor.evidence.passages import passages_of
from advisor.framework.slots import SLOTS
from advisor.resources import corpus_folder

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
FILES = sorted(CORPUS.glob("*/*.md"))
CARDS = read_cards(CORPUS)
WISHES = read_wishes(CORPUS)
CASES = [card for card in CARDS if isinstance(card, CaseCard)]
TECHNOLOGIES = [card for card in CARDS if isinstance(card, TechnologyCard)]
METHODS = [card for card in CARDS if isinstance(card, MethodCard)]
FRAMEWORK = [card for card in CARDS if isinstance(card, FrameworkCard)]
MARKS: tuple[Checked, ...] = ("full", "opening", "secondary", "unverified")
CASE_SECTIONS = [
    "何がしたかったか",
    "何をしたか",
    "技術と、技術でない仕事",
    "数字",
    "限界と反対の見方",
    "この事例が教える問い",
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_a_strict_card(path: Path) -> None:
    card = read_card(path)
    assert card.sections
    for section in card.sections:
        assert 20 <= len(section.text) <= 420, (section.heading, len(section.text))
        assert not re.search(r"だ。|である。", section.text.replace("」", "")), section.text


def test_the_shelves_hold_what_was_promised() -> None:
    assert len(CASES) >= 51
    assert sum(card.shelf == "caution" for card in CASES) >= 10
    assert len(TECHNOLOGIES) >= 20
    assert len(METHODS) >= 10
    assert {card.basis for card in FRAMEWORK} >= {"founding", "synthesis"}


@pytest.mark.parametrize("card", CASES, ids=lambda card: card.id)
def test_a_case_has_its_limit_its_sources_and_dated_figures(card: CaseCard) -> None:
    assert [section.heading for section in card.sections] == CASE_SECTIONS
    assert card.limits
    assert card.question
    assert card.sources
    assert len(card.lines.want) <= 60
    assert len(card.lines.happened) <= 90
    assert len(card.lines.limit) <= 70
    for figure in card.figures:
        source = card.sources[figure.source - 1]
        assert figure.date
        assert MARKS.index(figure.checked) >= MARKS.index(source.checked)
    assert card.counter_view or card.shelf != "debate"
    assert (card.phase is None) == (card.shelf == "caution")


def test_contested_cases_always_bring_their_other_side() -> None:
    contested = {card.id: card for card in CASES if card.id in ("P3-05", "P3-06", "P2-06", "P2-10", "P2-09")}
    assert len(contested) == 5
    assert all(card.counter_view for card in contested.values())


def test_the_case_of_a_tragedy_stays_out_of_default_search() -> None:
    hidden = [card.id for card in CASES if not card.default]
    assert hidden == ["F-04"]


def test_no_two_technologies_share_a_name() -> None:
    names = Counter(name.lower() for card in TECHNOLOGIES for name in {*card.names, card.title})
    assert [name for name, count in names.items() if count > 1] == []


def test_methods_help_every_slot() -> None:
    assert {slot for card in METHODS for slot in card.slots} == set(SLOTS)


def test_quotes_stand_in_the_text_they_are_quoted_in() -> None:
    for card in FRAMEWORK:
        text = re.sub(r"\s", "", "".join(section.text for section in card.sections))
        for quote in card.quotes:
            assert re.sub(r"[\s。]", "", quote) in text.replace("。", ""), (card.id, quote)


def test_the_fourteen_steps_are_never_the_authors() -> None:
    path = next(card for card in FRAMEWORK if card.id == "frame-path14")
    assert path.basis == "synthesis"


def test_every_source_has_a_title_and_a_web_address_where_it_has_one() -> None:
    for card in CARDS:
        for source in card.sources:
            assert source.title
            assert source.url is None or re.match(r"https?://", source.url)


def test_every_case_leads_to_a_page() -> None:
    assert [card.id for card in CASES if not any(source.url for source in card.sources)] == []


def test_passages_have_ids_of_their_own() -> None:
    ids = [passage.id for card in CARDS for passage in passages_of(card)]
    assert len(ids) == len(set(ids))


def test_the_shipped_vectors_are_fresh() -> None:
    topics = {digest(topic) for topic in read_outside(corpus_folder())}
    wishes = {wish_digest(wish) for wish in WISHES.texts}
    wanted = digests(passage for card in CARDS for passage in passages_of(card)) | topics | wishes
    kept = set(load(corpus_folder() / FOLDER, NAME))
    assert not wanted - kept, "run `python -m advisor.adapters.embedding`"
    assert not kept - wanted, "run `python -m advisor.adapters.embedding`"


def test_topics_outside_the_corpus_are_told_once() -> None:
    topics = read_outside(corpus_folder())
    assert len(topics) == len(set(topics)) >= 100


def test_every_case_that_may_be_offered_says_for_whom() -> None:
    told = [each.case for each in WISHES.fits]
    assert sorted(told) == sorted(card.id for card in CASES if card.shelf != "caution")
    assert all(len(each.marks) >= 2 and len(each.wishes) >= 3 for each in WISHES.fits)
    assert len(set(WISHES.texts)) == len(WISHES.texts)
    assert len(WISHES.none) >= 80
