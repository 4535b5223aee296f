"""The measures of the reader say what their names say."""

import pytest

from advisor.dialogue.reading import Fill, Reading
from evals.reading.examples import Example
from evals.reading.measure import (
    calibration_error,
    extracts,
    interval,
    macro_f1,
    overlap,
    slots,
    stance,
    technologies,
)


def example(**changes: object) -> Example:
    given = {
        "id": "x",
        "asked": None,
        "question": None,
        "text": "若い人に来てほしい。LINEで",
        "stance": "mixed",
        "phase": 3,
    }
    rest = {"intent": "seek_advice", "technologies": ("LINE",), "slots": {"customer": "若い人"}}
    return Example.model_validate({**given, **rest, **changes})


def reading(**changes: object) -> Reading:
    fills = (Fill(slot="customer", text="若い人", confidence=0.9),)
    given = {
        "stance": "mixed",
        "phase": 3,
        "intent": "seek_advice",
        "technologies": ("LINE",),
        "fills": fills,
    }
    return Reading.model_validate({**given, **changes})


def test_a_reading_like_the_label_scores_full() -> None:
    pairs = [(example(), reading())]
    assert [measure(pairs) for measure in (stance, technologies, slots, extracts)] == [1, 1, 1, 1]


def test_a_technology_must_be_the_exact_string() -> None:
    assert technologies([(example(), reading(technologies=("LINEで",)))]) == 0


def test_a_made_up_slot_costs_precision() -> None:
    fills = (*reading().fills, Fill(slot="risks", text="LINE", confidence=0.5))
    assert slots([(example(), reading(fills=fills))]) == pytest.approx(2 / 3)


def test_a_rare_label_weighs_as_much_as_a_common_one() -> None:
    assert macro_f1(["a", "a", "a", "b"], ["a", "a", "a", "a"]) == pytest.approx((6 / 7 + 0) / 2)


def test_extracts_are_compared_letter_by_letter() -> None:
    assert overlap("若い人に来てほしい", "若い人", "若い人に来") == pytest.approx(2 * 3 / 8)


def test_sure_and_wrong_is_badly_calibrated() -> None:
    assert calibration_error([(example(stance="neutral"), reading(stance_confidence=1.0))], "stance") == 1


def test_an_interval_holds_the_figure() -> None:
    pairs = [(example(), reading()), (example(stance="neutral"), reading())] * 10
    low, high = interval(pairs, stance, rounds=50)
    assert low <= stance(pairs) <= high


def test_an_example_must_rest_on_its_text() -> None:
    with pytest.raises(ValueError, match="not in the text"):
        example(technologies=("ドローン",))
