"""What a meeting sees on one page."""

from advisor.brief.model import Brief, Claim, Table
from advisor.brief.onepage import CHAIN, one_page


def test_the_page_says_for_whom_what_state_and_how_it_changes(onsen_brief: Brief) -> None:
    page = one_page(onsen_brief)
    assert [box.name for box in page.change] == ["誰の", "どんな状態を", "どう変えるか"]
    assert page.change[0].lines[0].startswith("介護や看取りが一段落した五十代後半の女性")
    assert page.change[0].lines[1].startswith("規模: ")
    assert "天ぷら" in "".join(page.change[1].lines)
    assert "温泉場" in "".join(page.change[2].lines)


def test_the_chain_always_shows_what_is_stopped_changed_and_made(
    onsen_brief: Brief, island_brief: Brief
) -> None:
    for brief in (onsen_brief, island_brief):
        assert tuple(box.name for box in one_page(brief).chain) == CHAIN
    assert "花火大会" in one_page(onsen_brief).chain[0].lines[0]


def test_a_deed_of_no_known_kind_is_not_left_out(onsen_brief: Brief) -> None:
    row = ((Claim(text="続けること", origin="said"),),)
    table = Table(columns=("内容",), rows=(row,), heads=("続ける",))
    sections = tuple(
        each.model_copy(update={"tables": (table,)}) if each.id == "work" else each
        for each in onsen_brief.sections
    )
    chain = one_page(onsen_brief.model_copy(update={"sections": sections})).chain
    assert (chain[-1].name, chain[-1].lines) == ("ほか", ("続けること",))
    assert chain[0].lines == ("―",)


def test_the_holes_are_counted_and_the_pressing_ones_named(onsen_brief: Brief) -> None:
    rows = onsen_brief.section("open").tables[0]
    pressing = rows.heads.count("★")
    first, *named = one_page(onsen_brief).holes.lines
    assert first == f"{len(rows.rows)}件(うち提出の前に確かめること★{pressing}件)"
    assert len(named) == pressing
    assert all(line.startswith("★") for line in named)


def test_the_phase_is_told_as_a_view_and_can_be_left_out(onsen_brief: Brief) -> None:
    assert "見立て: Phase 3" in one_page(onsen_brief).edition
    assert "Phase" not in one_page(onsen_brief.model_copy(update={"phase": None})).edition
