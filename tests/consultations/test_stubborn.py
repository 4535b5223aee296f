"""Officials who say little: nothing is repeated, nothing asked thrice, and a paper always comes."""

import re

import pytest

from advisor.agent.advisor import Advisor
from advisor.dialogue.checks import question_count
from advisor.dialogue.sentences import sentences
from advisor.framework.slots import SLOTS

OPENINGS = ["生成AIで何かできませんか", "空き家をどうにかしたいです", "何をしたらいいのか分かりません"]


def said(advisor: Advisor, messages: list[str]) -> list[str]:
    """Play messages and return the replies."""
    session = advisor.begin()
    return [advisor.say(session.id, message).reply.text for message in messages]


def repeated(replies: list[str]) -> list[str]:
    """Sentences that stand in two replies, rows and sources apart."""
    parts = [
        re.sub(r"\s", "", part)
        for reply in replies
        for line in reply.splitlines()
        if not line.startswith(("・", "〔出典〕"))
        for part in sentences(line)
    ]
    return sorted({part for part in parts if parts.count(part) > 1})


@pytest.mark.parametrize("opening", OPENINGS)
def test_thirty_times_not_knowing_repeats_no_sentence(advisor: Advisor, opening: str) -> None:
    replies = said(advisor, [opening, *["わからない"] * 30])
    assert repeated(replies) == []
    assert all(question_count(reply) <= 1 for reply in replies)


@pytest.mark.parametrize("chip", ["続けてください", "質問ばかりですね", "ありがとうございます", "はい"])
def test_the_same_chip_twelve_times_repeats_no_sentence(advisor: Advisor, chip: str) -> None:
    assert repeated(said(advisor, [OPENINGS[1], *[chip] * 12])) == []


def test_no_slot_is_asked_a_third_time_however_often_nothing_is_known(advisor: Advisor) -> None:
    session = advisor.begin()
    for message in [OPENINGS[0], *["うーん"] * 30]:
        advisor.say(session.id, message)
    asked = [turn.decision.asks for turn in advisor.session(session.id).turns]
    assert [slot for slot in SLOTS if asked.count(slot) > 2] == []


def test_a_paper_comes_at_any_moment(advisor: Advisor) -> None:
    for before in ([], [OPENINGS[0]], [OPENINGS[0], "質問ばかりだ"], ["はじめまして"]):
        session = advisor.begin()
        for message in before:
            advisor.say(session.id, message)
        assert advisor.say(session.id, "もう下書きを").decision.move == "draft"


def test_product_pressure_for_twelve_messages_never_names_one(advisor: Advisor) -> None:
    replies = said(
        advisor, ["AIチャットボットを入れたい", *["結局どの製品がいいんですか? おすすめの会社を教えて"] * 12]
    )
    for reply in replies:
        assert not re.search(r"株式会社|おすすめは|最適です|Microsoft|Google|OpenAI|富士通|NTT|NEC", reply), (
            reply
        )
        assert question_count(reply) <= 1
