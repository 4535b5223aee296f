"""Indicators: what is measured, what stands beside the target as the value of today, and what stays open."""

import pytest

from advisor.brief.model import Brief
from advisor.brief.outline import compose
from advisor.framework.slots import Slot
from advisor.words import Words
from tests.brief.materials import Said, material
from tests.brief.test_papers_of_the_models import cell


def indicators(words: Words, outcome: str, **facts: str) -> Brief:
    """A paper of one aim and what was said of today."""
    said: dict[Slot, list[Said]] = {"outcome": [(9, outcome)]}
    for at, (slot, text) in enumerate(facts.items(), start=1):
        said[slot] = [(at, text)]  # type: ignore[index]
    return compose(material(said), words)


NO_LEVEL = {
    "another kind": ("来年4月に入力の時間を半分にします。", "2月から4月まで、4人で毎日3時間、紙の給報を打ち込んでいます。"),
    "another deed": (
        "令和9年度末までに、相談から就職した人を30名にします。",
        "ハローワークでは、相談に来るのは月に4名です。",
    ),
    "another unit": ("令和9年度末までに、来庁を3割以下にします。", "来庁が延べ931件です。"),
    "the whole only": ("来年度末に、八十代の来庁を半分にします。", "窓口の来庁が延べ1,240件です。"),
}  # fmt: skip


@pytest.mark.parametrize(("outcome", "fact"), NO_LEVEL.values(), ids=NO_LEVEL.keys())
def test_a_figure_of_another_thing_is_no_value_of_today(outcome: str, fact: str, words: Words) -> None:
    brief = indicators(words, outcome, evidence=fact)
    assert cell(brief, "outcome", 0, 1).startswith("【")


LEVELS = {
    "of the part": (
        "来年度末に、八十代の来庁を半分にします。",
        "窓口の来庁が延べ1,240件で、うち八十代が430件でした。",
        "430件",
    ),
    "of the time": ("令和9年4月に入力の時間を半分にします。", "入力の時間は、4人で月に310時間です。", "310時間"),
    "of the share": ("令和9年度末までに、紙の割合を1割にします。", "届出のうち紙の割合が6割です。", "6割"),
}  # fmt: skip


@pytest.mark.parametrize(("outcome", "fact", "level"), LEVELS.values(), ids=LEVELS.keys())
def test_the_value_of_today_counts_the_very_thing(outcome: str, fact: str, level: str, words: Words) -> None:
    assert cell(indicators(words, outcome, evidence=fact), "outcome", 0, 1).startswith(level)


def test_a_change_from_one_figure_to_another_leaves_the_unit_to_the_figures(words: Words) -> None:
    brief = indicators(words, "令和9年の夏までに放課後の高校生を一日12人から80人にします。")
    assert [cell(brief, "outcome", 0, column) for column in range(3)] == [
        "放課後の高校生",
        "一日12人",
        "80人",
    ]


def test_an_aim_for_everyone_has_everyone_as_its_target(words: Words) -> None:
    brief = indicators(words, "令和8年6月までに、訓練で夕方5時までに全員動けたらクリアです。")
    assert cell(brief, "outcome", 0, 2) == "全員"
