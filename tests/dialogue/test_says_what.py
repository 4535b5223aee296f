"""A short answer in the form of the question is an answer, whatever it was taken for."""

import pytest

from advisor.dialogue.cues import cues
from advisor.dialogue.reading import Reading
from advisor.dialogue.trust import trusted
from advisor.framework.labels import Intent
from advisor.framework.worksheet import Worksheet


@pytest.mark.parametrize("taken", ["small_talk", "pushback", "request_brief", "off_topic", "dont_know"])
@pytest.mark.parametrize(
    "text",
    [
        "もう一度、電話で笑えること。",
        "怒られずに話を聞いてもらえるってことでしょうね。",
        "寄り道してよかったと思えることかなあ。",
    ],
)
def test_what_ends_in_what_it_names_answers(text: str, taken: Intent) -> None:
    reading = Reading(intent=taken, intent_confidence=0.6)
    assert trusted(text, reading, cues(text), "value", Worksheet()).intent == "answer"


@pytest.mark.parametrize(
    "text",
    ["下書きを見ることです。もう下書きをください。", "それは分からないことです。", "質問ばかりなこと。"],
)
def test_other_moods_stay_what_they_are(text: str) -> None:
    reading = Reading(intent="pushback", intent_confidence=0.9)
    assert trusted(text, reading, cues(text), "value", Worksheet()).intent != "answer"
