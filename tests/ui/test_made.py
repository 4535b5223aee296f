"""What a model did is told calmly, and only where it matters."""

from typing import get_args

import pytest

from advisor.dialogue.turns import Made
from advisor.patience.failures import Kind
from advisor.patience.usage import Usage
from advisor.ui.talk.made import fallback_words, made_words


def test_nothing_is_told_where_the_model_wrote_or_nobody_did() -> None:
    assert fallback_words(()) == ""
    assert (
        fallback_words((Made(role="writer", outcome="own"), Made(role="reader", outcome="fell_back"))) == ""
    )


@pytest.mark.parametrize("why", [*get_args(Kind), "one_question", "number_has_ground"])
def test_every_reason_has_calm_words(why: str) -> None:
    words = fallback_words((Made(role="writer", outcome="fell_back", why=why),))
    assert (words == "") == (why in ("resting", "spent"))
    assert not words or words.endswith("内蔵の助言役が書きました。")
    assert why not in words


def test_who_did_what_and_its_cost_stand_under_why() -> None:
    made = (
        Made(role="reader", outcome="fell_back", why="slow_first"),
        Made(
            role="writer",
            outcome="repaired",
            model="m",
            usage=Usage(prompt=1200, completion=34, estimated=True),
        ),
    )
    assert made_words(made) == (
        "読み取り: 内蔵の助言役",
        "返事の文: 言語モデル(m)・一度直した・約1,234トークン",
    )
