"""The two pictures: well-formed, told in words as well, and holding no markup of a message."""

from xml.etree import ElementTree

import pytest

from advisor.brief.model import Brief
from advisor.brief.outline import compose
from advisor.brief.pictures import logic_picture, phase_picture
from advisor.framework.labels import PHASES, Phase
from advisor.words import Words
from tests.brief.materials import material


def words_of(svg: str) -> str:
    """All text of a picture; raises where it is not well-formed."""
    return "".join(ElementTree.fromstring(svg).itertext())


@pytest.mark.parametrize("phase", PHASES)
def test_the_phase_picture_says_where_the_idea_stands(phase: Phase) -> None:
    text = words_of(phase_picture(phase))
    assert f"この取組はPhase {phase}にある。" in text
    assert text.count("● ここ") == 1
    assert ("○ 行ける先" in text) == (phase < 3)


def test_an_unknown_phase_marks_no_step() -> None:
    assert "● ここ" not in words_of(phase_picture(None))


def test_the_logic_model_shows_five_columns_and_its_holes(island_brief: Brief) -> None:
    text = words_of(logic_picture(island_brief))
    for word in ("投入", "活動", "産出", "行動の変化", "状態の変化", "手続31件のうち済んだ件数"):
        assert word in text.replace("\n", "")


def test_remarks_keep_out_of_the_picture(onsen_brief: Brief) -> None:
    assert "乗り気" not in words_of(logic_picture(onsen_brief))


def test_markup_of_a_message_is_text_in_a_picture(words: Words) -> None:
    brief = compose(material({"measure": [(1, "<script>alert(1)</script>を窓口に置く。")]}), words)
    svg = logic_picture(brief)
    assert "<script" not in svg
    words_of(svg)
