"""What a finding offers: a question, or a change that really mends it."""

import re

import pytest

from advisor.agent.mending import mending
from advisor.brief.dates import era_year
from advisor.brief.gates import GATES, gates, missing
from advisor.brief.lexicon import TECHNOLOGY
from advisor.brief.material import Material
from advisor.brief.model import Brief, Claim, Finding, Fix, Item, SlotFix
from advisor.brief.outline import compose
from advisor.brief.readability import measured, readability
from advisor.brief.review import RULES, review
from advisor.brief.rules.mending import _ASKS
from advisor.brief.shown import finding_shown
from advisor.dialogue.events import SlotEdited
from advisor.errors import Conflict
from advisor.framework.worksheet import Worksheet
from advisor.words import Words
from tests.brief.materials import island, material, onsen

MENDED_BY_HAND = {"一文80字以内", "【要確認】が残っている"}
PLAIN = "沖の3島に住む人が、船に乗らずに手続を済ませられるようにする。郵便局で受け取れる。"
HEAVY = (
    "本事業は、住民生活の利便性向上及び行政事務の効率化並びに地域経済活性化に資する情報基盤整備を総合的、計画的、段階的、継続的かつ"
    "効果的に推進することにより、持続可能な地域社会の実現を図るものであり、実施しないわけにはいかない。"
)


def finding(brief: Brief, given: Material, rule: str) -> Finding:
    """The finding of a rule."""
    return next(each for each in review(brief, given) if each.rule == rule)


def after(given: Material, fix: Fix) -> Worksheet:
    """The worksheet after a fix, by the events that a consultation would keep."""
    sheet = given.worksheet
    for event in mending(sheet, fix, "2026-11-24T09:00:00+09:00"):
        assert isinstance(event, SlotEdited)
        values = (sheet[event.slot].values[0].model_copy(update={"text": event.text, "turn": 0, "key": ""}),)
        sheet = sheet.with_state(sheet[event.slot].model_copy(update={"values": values}))
    return sheet


def test_every_rule_that_a_question_can_mend_has_one() -> None:
    source = "".join(rule.__code__.co_consts.__repr__() for rule in RULES)
    named = {name for name in _ASKS if name in source}
    assert named == set(_ASKS)
    for given in (onsen(), island(), material({})):
        for each in review(_composed(given), given):
            assert (each.question is not None) == (each.rule not in MENDED_BY_HAND)


def _composed(given: Material) -> Brief:
    from advisor.adapters.words import SudachiWords

    return compose(given, SudachiWords())


def test_questions_ask_one_thing_and_name_no_technology() -> None:
    for text, _, who in _ASKS.values():
        assert text.endswith("?")
        assert text.count("?") == 1
        assert not TECHNOLOGY.search(text)
        assert who


def test_moving_years_are_dated_from_the_paper(onsen_brief: Brief, words: Words) -> None:
    given = onsen()
    found = finding(onsen_brief, given, "相対の年が残っていない")
    assert found.fix is not None
    assert found.fix.label == "「去年」を「令和7年」と書く"
    sheet = after(given, found.fix)
    assert "令和7年うちの案内所で" in sheet["customer"].values[0].text
    mended = given.model_copy(update={"worksheet": sheet})
    left = [each.why for each in review(compose(mended, words), mended) if each.rule == found.rule]
    assert all("去年" not in why for why in left)


def test_a_line_that_a_message_corrects_is_left_alone(island_brief: Brief) -> None:
    found = finding(island_brief, island(), "相対の年が残っていない")
    assert found.fix is not None
    assert {change.slot for change in found.fix.slots} == {"evidence"}


@pytest.mark.parametrize(
    ("date", "word", "dated"),
    [
        ("2026-11-24", "昨年度", "令和7年度"), ("2026-02-01", "昨年度", "令和6年度"), ("2026-02-01", "今年", "令和8年"),
        ("2026-04-01", "一昨年度", "令和6年度"), ("2026-04-01", "おととし", "令和6年"), ("2020-03-31", "今年度", "令和元年度"),
    ],
)  # fmt: skip
def test_years_are_counted_by_the_fiscal_year(date: str, word: str, dated: str, words: Words) -> None:
    given = material({"evidence": [(1, f"{word}、窓口に延べ931件。")]})
    given = given.model_copy(update={"header": given.header.model_copy(update={"date": date})})
    found = finding(compose(given, words), given, "相対の年が残っていない")
    assert found.fix is not None
    assert found.fix.slots == (SlotFix(slot="evidence", old=word, new=dated),)


def test_eras_turn_where_they_do() -> None:
    assert [era_year(year) for year in (1925, 1926, 1989, 2018, 2019, 2026)] == [
        "1925年", "昭和元年", "平成元年", "平成30年", "令和元年", "令和8年",
    ]  # fmt: skip


def test_a_subject_with_a_technology_gives_way_to_the_want(words: Words) -> None:
    given = island()
    header = given.header.model_copy(update={"subject": "電子申請の導入"})
    given = given.model_copy(update={"header": header})
    found = finding(compose(given, words), given, "件名に技術名がない")
    assert found.fix == Fix(label="手で入れた件名を消し、願いから付け直す", header=("subject", ""))


def test_words_that_are_gone_are_not_mended() -> None:
    fix = Fix(label="", slots=(SlotFix(slot="evidence", old="昨年度", new="令和7年度"),))
    with pytest.raises(Conflict):
        mending(Worksheet(), fix, "")


def test_the_old_keys_of_a_finding_stay(onsen_brief: Brief) -> None:
    for each in review(onsen_brief, onsen()):
        body = finding_shown(each)
        assert list(body)[:4] == ["rule", "where", "why", "do"]
        assert ("fix" in body) == (each.fix is not None)


def test_the_four_gates_are_always_four(island_brief: Brief, onsen_brief: Brief, words: Words) -> None:
    empty = compose(material({}), words)
    assert [gate.name for gate in gates(empty)] == list(GATES)
    assert missing(empty) == GATES
    assert missing(island_brief) == ("利用状況の把握", "事後評価")
    assert [gate.mark for gate in gates(onsen_brief)] == ["✓", "—", "✓", "—"]


def test_a_gate_opens_where_the_paper_says_so(island_brief: Brief) -> None:
    outcome = island_brief.section("outcome")
    told = Claim(text="事後評価は令和10年6月に行う。", origin="said", turns=(0,))
    items = tuple(Item(label=each.label, claims=(*each.claims, told)) for each in outcome.items)
    sections = tuple(
        outcome.model_copy(update={"items": items}) if each.id == "outcome" else each
        for each in island_brief.sections
    )
    assert missing(island_brief.model_copy(update={"sections": sections})) == ("利用状況の把握",)


def test_a_heavy_sentence_reads_harder_than_a_plain_one() -> None:
    plain, heavy = measured([PLAIN]), measured([HEAVY])
    assert plain.score >= 95
    assert heavy.score == 0
    assert heavy.long == heavy.commas == heavy.twice == 1
    assert heavy.hardest == (HEAVY.rstrip("。"),)
    assert (plain.sentences, plain.twice, plain.nested) == (2, 0, 0)


@pytest.mark.parametrize(
    ("text", "nested", "twice"),
    [
        ("「町の「湯」が好き」という声。", 1, 0), ("「湯」と「宿」。", 0, 0), ("行かないわけではない。", 0, 1),
        ("反対がないとは言えない。", 0, 1), ("急がなければならない。", 0, 0), ("少なくはない。", 0, 1),
    ],
)  # fmt: skip
def test_each_part_of_the_score_sees_its_own(text: str, nested: int, twice: int) -> None:
    found = measured([text])
    assert (found.nested, found.twice) == (nested, twice)


def test_a_score_can_be_checked_with_a_pencil(island_brief: Brief) -> None:
    found = readability(island_brief)
    taken = max(0, found.mean - 40) + 50 * (found.long + found.commas)
    taken += 100 * (max(0, found.kanji - 0.45) + found.nested + found.twice)
    assert abs(found.score - (100 - taken)) <= 1
    assert measured([]).score == 100
    assert not re.search("。", "".join(found.hardest))
