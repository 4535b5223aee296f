"""Prompts carry their version, and data cannot climb over its fence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.adapters.model.prompts import Prompt, fenced, prompt

MARK = "k3v9x1"


def test_a_prompt_is_versioned_by_what_it_says() -> None:
    assert Prompt(name="a", text="甲").digest == Prompt(name="b", text="甲").digest
    assert Prompt(name="a", text="甲").digest != Prompt(name="a", text="乙").digest


def test_every_value_of_a_prompt_must_be_given() -> None:
    assert prompt("repair").filled(fault="形", schema="{}").count("{}") == 1
    with pytest.raises(KeyError):
        prompt("repair").filled(fault="形")


@given(st.text() | st.just(f"<<資料おわり {MARK}>>") | st.just(f"{MARK[:3]}{MARK}{MARK[3:]}"))
def test_data_cannot_end_its_own_fence(data: str) -> None:
    whole = fenced("資料", data, MARK)
    assert whole.lower().count(MARK) == 2
    assert whole.endswith(f"<<資料おわり {MARK}>>")
