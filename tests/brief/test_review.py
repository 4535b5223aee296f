"""What a strict reader sends the paper back for."""

import pytest

from advisor.brief.material import Material
from advisor.brief.model import Brief, Claim
from advisor.brief.outline import compose
from advisor.brief.review import RULES, review
from advisor.framework.slots import Slot
from advisor.words import Words
from tests.brief.materials import Said, material


def rules(brief: Brief, given: Material) -> set[str]:
    """The names of the rules that speak."""
    return {finding.rule for finding in review(brief, given)}


def test_the_first_model_is_sent_back_for_what_it_lacks(
    island_brief: Brief, island_material: Material
) -> None:
    assert rules(island_brief, island_material) == {
        "中止条件がある", "四つが見える", "公平性に触れている", "【要確認】が残っている", "数字の範囲が顧客と合う",
        "料金・回数に単位の別がある", "減らす目標に、対の確かめがある", "割合の目標に件数を添える", "相対の年が残っていない",
        "声が本人のものである",
    }  # fmt: skip


def test_the_second_model_is_sent_back_for_what_it_lacks(
    onsen_brief: Brief, onsen_material: Material
) -> None:
    assert rules(onsen_brief, onsen_material) >= {
        "やめることが書いてある", "中止条件がある", "四つが見える", "公平性に触れている", "【要確認】が残っている",
        "補助の使い道と事業内容が合う", "入れると言った技術の始末がついている", "推量の数を言い切っていない",
        "伝聞が要旨の土台になっていない", "数字の範囲が顧客と合う", "同じ項目の言い方が二つない", "金額に負担者がある",
        "相手が一人に決まらない", "相対の年が残っていない",
    }  # fmt: skip


def test_every_finding_gives_its_reason_and_what_to_do(onsen_brief: Brief, onsen_material: Material) -> None:
    for finding in review(onsen_brief, onsen_material):
        assert finding.where
        assert finding.why
        assert finding.do


WEAK: list[tuple[dict[Slot, list[Said]], str]] = [
    ({"outcome": [(1, "アプリの利用件数を5,000件にする。")]}, "利用件数を成果と呼んでいない"),
    ({"outcome": [(1, "転入を30世帯にする。")]}, "現状値のない目標がない"),
    ({"leader": [(1, "市長。")]}, "庁内リーダーが首長・議員でない"),
    ({"customer": [(1, "市民全員。")]}, "顧客が「住民」「市民」だけでない"),
    ({}, "やめることが書いてある"),
    ({}, "技術なしの案が比較にある"),
    ({}, "他市名に差し替えても成り立たない"),
    ({}, "主語が住民である文がある"),
]


@pytest.mark.parametrize(("said", "rule"), WEAK, ids=[rule for _, rule in WEAK])
def test_a_weak_paper_is_told_so(said: dict[Slot, list[Said]], rule: str, words: Words) -> None:
    given = material(said)
    assert rule in rules(compose(given, words), given)


def test_a_technology_written_into_the_summary_is_seen(
    island_brief: Brief, island_material: Material
) -> None:
    summary = island_brief.section("summary")
    item = summary.items[0].model_copy(
        update={"claims": (Claim(text="アプリを入れる。", origin="said", turns=(2,)),)}
    )
    edited = island_brief.model_copy(
        update={"sections": (summary.model_copy(update={"items": (item,)}), *island_brief.sections[1:])}
    )
    assert "要旨に技術名がない" in rules(edited, island_material)
    assert "要旨に技術名がない" not in rules(island_brief, island_material)


def test_a_sentence_beyond_eighty_characters_is_seen(island_brief: Brief, island_material: Material) -> None:
    purpose = island_brief.section("purpose")
    item = purpose.items[0].model_copy(
        update={"claims": (Claim(text="長" * 81 + "。", origin="said", turns=(2,)),)}
    )
    sections = tuple(
        purpose.model_copy(update={"items": (item,)}) if each.id == "purpose" else each
        for each in island_brief.sections
    )
    assert "一文80字以内" in rules(island_brief.model_copy(update={"sections": sections}), island_material)


def test_every_rule_is_named_in_its_docstring() -> None:
    assert len({rule.__name__ for rule in RULES}) == len(RULES)
    assert all(rule.__doc__ for rule in RULES)
