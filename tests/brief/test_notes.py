"""Notes and quotes: the framework speaks in its own words, from the passage that holds them."""

from advisor.brief.material import Material
from advisor.brief.notes import notes_of, quoted_framework
from advisor.evidence.passages import Passage
from advisor.framework.phases import PhaseView
from tests.brief.materials import SECOND_PHASE, material

NAMED = SECOND_PHASE.model_copy(
    update={"text": "Phase 2とは「施策・事業・業務改革(価値連鎖の高価値化)」のことです。", "source": "段の名"}
)
DEEDS = SECOND_PHASE.model_copy(
    update={
        "text": "もとのページは「見直し、組み換え、創造、削除を目指すものです」と説明します。",
        "source": "改革",
    }
)


def second(*passages: Passage) -> Material:
    """Material of Phase 2 with passages of the framework."""
    return material({}, phase=2, framework=passages[0]).model_copy(update={"framework_beside": passages[1:]})


def test_the_name_of_the_phase_is_quoted_where_nothing_more_is_held() -> None:
    assert quoted_framework(second(NAMED)) == "「施策・事業・業務改革(価値連鎖の高価値化)」"


def test_the_deeds_of_a_reform_are_quoted_before_its_name() -> None:
    given = second(NAMED, DEEDS)
    assert quoted_framework(given) == "「見直し、組み換え、創造、削除」"
    assert [note.title for note in notes_of(given).listed] == ["改革"]


def test_the_deeds_of_a_reform_are_quoted_of_no_other_phase() -> None:
    first = second(NAMED, DEEDS).model_copy(update={"phase": PhaseView(value=1)})
    assert quoted_framework(first) == "「施策・事業・業務改革(価値連鎖の高価値化)」"
