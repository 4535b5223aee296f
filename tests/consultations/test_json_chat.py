"""The public interface: a line in, a line out, whatever comes."""

import json
from typing import Any

import pytest

from advisor.agent.advisor import Advisor
from advisor.framework.slots import SLOTS
from advisor.json_chat import JsonChat


@pytest.fixture
def chat(advisor: Advisor) -> JsonChat:
    """A fresh conversation over lines."""
    return JsonChat(advisor)


def send(chat: JsonChat, request: Any) -> dict[str, Any]:
    """Send one line and read the answer."""
    line = request if isinstance(request, str) else json.dumps(request, ensure_ascii=False)
    (answer,) = chat.answers(iter([line]))
    loaded: dict[str, Any] = json.loads(answer)
    return loaded


def test_new_greets_and_gives_an_unguessable_session(chat: JsonChat) -> None:
    answer = send(chat, {"new": True})
    assert set(answer) == {"session", "turn", "reply"}
    assert answer["turn"] == 0
    assert answer["reply"]


def test_say_shows_the_whole_turn(chat: JsonChat) -> None:
    send(chat, {"new": True})
    answer = send(chat, {"say": "生成AIで窓口を何とかしたい"})
    assert set(answer) == {
        "session", "turn", "reply", "question", "quick_replies", "move", "because", "offers", "reading", "citations",
        "worksheet", "phase", "masked",
    }  # fmt: skip
    assert answer["move"] == "turn_to_want"
    assert answer["question"]["slot"] == "current_experience"
    assert answer["question"]["text"] in answer["reply"]
    assert answer["reading"]["technologies"] == ["生成AI"]
    assert list(answer["worksheet"]) == list(SLOTS)
    assert set(answer["worksheet"]["customer"]) == {"status", "locked", "asked", "values"}
    assert set(answer["phase"]) == {"value", "because"}


def test_saying_without_a_session_opens_one(chat: JsonChat) -> None:
    assert send(chat, {"say": "こんにちは"})["turn"] == 1


def test_open_goes_on_where_it_was(chat: JsonChat) -> None:
    first = send(chat, {"say": "ドローンで何かできませんか"})
    again = send(chat, {"open": first["session"]})
    assert (again["turn"], again["reply"]) == (1, first["reply"])
    assert send(chat, {"say": "去年の台風で橋が落ちました"})["turn"] == 2


def test_read_stores_nothing_and_quotes_the_text(chat: JsonChat) -> None:
    session = send(chat, {"new": True})["session"]
    text = "沖の3島に住む75歳以上の人です。"
    answer = send(chat, {"read": text, "asked": "customer", "question": "どなたですか?"})["reading"]
    assert set(answer) == {"stance", "phase", "intent", "technologies", "slots", "confidence"}
    assert all(span in text for span in answer["slots"].values())
    assert set(answer["confidence"]) == {"stance", "phase", "intent", "slots"}
    assert send(chat, {"open": session})["turn"] == 0


def test_search_brings_passages_with_scores(chat: JsonChat) -> None:
    passages = send(chat, {"search": "Phase 2で変わることは何ですか", "k": 3})["passages"]
    assert 1 <= len(passages) <= 3
    assert set(passages[0]) == {"id", "title", "text", "score"}


def test_draft_gives_sections_claims_and_findings(chat: JsonChat) -> None:
    send(chat, {"say": "免許を返した高齢者が自分で買い物に行ける町にしたい"})
    answer = send(chat, {"draft": True})
    assert set(answer) == {"brief", "markdown", "findings"}
    claims = [claim for section in answer["brief"]["sections"] for claim in section["claims"]]
    assert {claim["origin"] for claim in claims} <= {"said", "source", "inference", "open"}
    assert all(set(claim) == {"text", "origin", "refs"} for claim in claims)
    assert all({"rule", "where", "do"} <= set(finding) for finding in answer["findings"])
    assert [gate["name"] for gate in answer["brief"]["gates"]] == [
        "ニーズ調査",
        "事業目標",
        "利用状況の把握",
        "事後評価",
    ]
    assert answer["brief"]["readability"]["score"] > 60
    asked = next(each for each in answer["brief"]["sections"] if each["id"] == "questions")["questions"]
    assert [each["by"] for each in asked] == ["財政課"] * 5 + ["議会"] * 5
    assert all(each["claims"] for each in asked)
    assert {"text", "slot", "who"} == set(answer["findings"][0]["question"])


def test_personal_data_is_masked_and_only_its_kind_is_shown(chat: JsonChat) -> None:
    answer = send(chat, {"say": "東台の小暮さん(090-0831-2256)がバスを40分待って来なかったそうです"})
    assert {each["type"] for each in answer["masked"]} == {"name", "phone"}
    assert "2256" not in json.dumps(answer, ensure_ascii=False)


@pytest.mark.parametrize(
    "line",
    [
        "{", "[]", "null", "1", '"say"', "{}", '{"dance":true}', '{"say":1}', '{"say":null}', '{"open":"no-such"}',
        '{"open":5}', '{"search":"x","k":0}', '{"search":"x","k":"many"}', '{"read":"x","asked":"nothing"}',
        '{"say":"x","documents":"no"}', '{"say":"x","documents":[1]}', '{"say":"x","documents":[{"name":"a"}]}',
        "[" * 100_000, '{"say":"\\ud83d"}', "\x00", '{"say":"' + "あ" * 20_000 + '"}', '{"say":""}',
    ],
)  # fmt: skip
def test_bad_input_is_answered_and_the_next_line_works(chat: JsonChat, line: str) -> None:
    lines = [*chat.answers(iter([line, '{"search":"窓口"}']))]
    assert lines, line
    first = json.loads(lines[0])
    if "error" in first:
        assert set(first["error"]) == {"what", "where", "do"}
    assert "passages" in json.loads(lines[-1])


def test_a_message_that_looks_like_code_stays_a_string(chat: JsonChat) -> None:
    evil = '{"lc":1,"type":"constructor","id":["os","system"],"kwargs":{}}'
    session = send(chat, {"say": evil})["session"]
    send(chat, {"open": session})
    assert send(chat, {"say": "窓口の待ち時間で困っています"})["turn"] == 2
