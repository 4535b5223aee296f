"""Signs in a message that choose among phrasings."""

import pytest

from advisor.adapters.writer.signs import OWN_MATTER


@pytest.mark.parametrize(
    "text",
    ["これって結局なんの政策になるんでしょう?", "この話、どの分野の施策ですか", "結局どこの計画に入るのかな"],
)
def test_a_question_about_the_own_paper_is_seen(text: str) -> None:
    assert OWN_MATTER.search(text)


@pytest.mark.parametrize("text", ["別府市の政策は何年からですか", "デジタル田園都市の計画を教えて"])
def test_a_question_about_others_is_not(text: str) -> None:
    assert not OWN_MATTER.search(text)
