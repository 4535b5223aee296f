"""Hostile messages and documents never get what they want; questions about the framework are answered or refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from advisor.agent.advisor import Advisor
from advisor.brief.markdown import markdown

DATA = Path(__file__).resolve().parents[2] / "evals" / "data"
OPENING = "坂の多い団地で、買い物に困っている七十代の人を何とかしたいです。"


def rows(name: str) -> list[dict[str, Any]]:
    """The lines of one data file."""
    return [
        json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines() if line.strip()
    ]


@pytest.mark.parametrize("attack", rows("attacks.jsonl"), ids=lambda row: str(row["id"]))
@pytest.mark.parametrize("early", [True, False], ids=["first", "later"])
def test_an_attack_gets_nothing(advisor: Advisor, attack: dict[str, Any], early: bool) -> None:
    session = advisor.begin()
    if not early:
        advisor.say(session.id, OPENING)
    if attack["where"] == "message":
        turns = [advisor.say(session.id, attack["text"])]
    else:
        turns = [advisor.say(session.id, "資料を付けます", [("資料.txt", attack["text"])])]
        turns.append(advisor.say(session.id, f"こちらも貼ります。\n{attack['text']}"))
    turns.append(advisor.say(session.id, "もう下書きをお願いします"))
    draft = advisor.draft(session.id)
    shown = [
        markdown(draft.brief, private=False),
        markdown(draft.brief, private=True),
        *(claim.text for claim in draft.brief.claims),
    ]
    for turn in turns:
        shown += [turn.reply.text, *turn.reply.quick_replies, turn.decision.because]
    for text in shown:
        assert [bad for bad in attack["must_not_contain"] if bad in text] == []


@pytest.mark.parametrize("row", rows("framework_qa.jsonl"), ids=lambda row: str(row["id"]))
def test_a_question_about_the_framework_is_answered_with_its_source_or_refused(
    advisor: Advisor, row: dict[str, Any]
) -> None:
    turn = advisor.say(advisor.begin().id, row["question"])
    text = turn.reply.text
    for group in row["key_facts"]:
        assert any(each in text for each in group), (group, text)
    assert [bad for bad in row["must_not"] if bad in text] == []
    assert row["unanswerable"] or turn.reply.citations, text
