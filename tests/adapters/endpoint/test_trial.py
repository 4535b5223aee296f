"""The doctor tries an endpoint and says in plain words what it can do."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from advisor.adapters.endpoint.trial import place, tried
from advisor.adapters.fact import Fact
from advisor.settings import ModelSettings
from tests.adapters.endpoint.conftest import KEY, Opened
from tests.fakes.endpoint import (
    MODEL,
    Exchange,
    ScriptedEndpoint,
    fails,
    only_with,
    says,
    streams,
)

WORDS = "申請の書き方を前もって知らせます。混む時間を避けて来てもらえるようにします。"
FORM = says('{"start": "tech_first"}')


def able(exchange: Exchange) -> None:
    (FORM if "response_format" in exchange.body else says(WORDS))(exchange)


def facts(endpoint: ScriptedEndpoint, opens: Opened, **more: object) -> dict[str, Fact]:
    settings = ModelSettings(name=MODEL, base_url=endpoint.url, **more)  # type: ignore[arg-type]
    return {fact.name: fact for fact in tried(settings, opens(**more), time.monotonic)}


def test_an_able_endpoint_is_said_to_be_one(endpoint: ScriptedEndpoint, opens: Opened) -> None:
    endpoint.plays(able)
    found = facts(endpoint, opens)
    assert all(fact.ok for fact in found.values())
    assert found["決まった形の返事"].value == "できます (JSONスキーマで)"
    assert found["モデルの一覧"].value == "1件。指定のモデルがあります"
    assert found["少しずつの返事"].value.startswith("できます")
    assert found["使った量"].value == "この返事で 18トークン (接続先が数えた数です)"
    assert len(endpoint.requests) == 3


@pytest.mark.parametrize("role", ["reader", "writer"])
def test_a_role_that_stays_inside_is_no_model_to_be_tried(
    endpoint: ScriptedEndpoint, opens: Opened, role: str
) -> None:
    endpoint.plays(able)
    found = facts(endpoint, opens, **{role: "none"})
    assert all(fact.ok for fact in found.values())
    assert "none" not in found["言語モデル"].value
    assert found["決まった形の返事"].value == "できます (JSONスキーマで)"
    asked = {body["model"] for body in endpoint.requests if "model" in body}
    assert asked == {MODEL}


def test_what_an_endpoint_lacks_is_said(endpoint: ScriptedEndpoint, opens: Opened) -> None:
    refusal = fails(400, "response_format is not supported")
    endpoint.plays(only_with(lambda body: "response_format" not in body, refusal, says(WORDS)))
    endpoint.models = ("another",)
    found = facts(endpoint, opens, stream=False)
    assert found["返事"].ok
    assert found["少しずつの返事"].value == "一度にまとめて届きます"
    assert not found["決まった形の返事"].ok
    assert found["モデルの一覧"].hint == "あるもの: another"


def test_an_english_answer_is_said_and_the_form_is_tried_all_the_same(
    endpoint: ScriptedEndpoint, opens: Opened
) -> None:
    english = streams(["You could let people book a time before they come."])
    endpoint.plays(only_with(lambda body: "response_format" in body, english, FORM))
    found = facts(endpoint, opens)
    assert (found["返事"].ok, found["日本語"].ok, found["決まった形の返事"].ok) == (True, False, True)


def test_without_an_answer_the_reason_is_said_and_nothing_more_is_asked(
    endpoint: ScriptedEndpoint, opens: Opened
) -> None:
    endpoint.plays(fails(401, f"bad key {KEY}"))
    found = facts(endpoint, opens)
    assert found["返事"] == Fact(
        name="返事",
        value="言語モデルの接続先が、鍵を受け付けませんでした。 (HTTP 401)",
        ok=False,
        needed=True,
        hint="鍵(ADVISOR_MODEL_API_KEY)を確かめてください。",
    )
    assert "決まった形の返事" not in found


def test_an_endpoint_that_knows_no_schema_is_asked_in_words(
    endpoint: ScriptedEndpoint, opens: Opened
) -> None:
    refusal = fails(400, "response_format is not supported")
    fenced = says('```json\n{"start": "tech_first"}\n```')

    def act(exchange: Exchange) -> None:
        asked = str(exchange.body["messages"])
        chosen = (
            refusal
            if "response_format" in exchange.body
            else fenced
            if "tech_first" in asked
            else says(WORDS)
        )
        chosen(exchange)

    endpoint.plays(act)
    assert facts(endpoint, opens)["決まった形の返事"].value == "できます (言葉で頼んで)"


def test_a_slow_endpoint_is_said_to_be_slow(endpoint: ScriptedEndpoint, opens: Opened) -> None:
    def act(exchange: Exchange) -> None:
        exchange.wait(0.7)
        able(exchange)

    endpoint.plays(act)
    speed = facts(endpoint, opens)["速さ"]
    assert not speed.ok
    assert speed.value.startswith("はじめの文字まで 0.")
    assert "ADVISOR_MODEL_FIRST_SECONDS" in speed.hint


def test_how_much_a_model_takes_is_said_where_it_is_told(endpoint: ScriptedEndpoint, opens: Opened) -> None:
    endpoint.plays(able)
    assert "一度に渡せる量" not in facts(endpoint, opens)
    endpoint.told_of_models = {"max_model_len": 4096}
    assert facts(endpoint, opens)["一度に渡せる量"].value == "4096トークン"
    endpoint.told_of_models = {"meta": {"n_ctx_train": 32768}}
    assert facts(endpoint, opens)["一度に渡せる量"].ok


def test_an_open_road_is_warned_of() -> None:
    assert not place(ModelSettings(name="m", base_url="http://gw.example/v1")).ok
    assert place(ModelSettings(name="m", base_url="http://localhost:1/v1")).ok
    assert place(ModelSettings(name="m", base_url="https://gw.example/v1")).ok


def _doctor(root: Path, **named: str) -> "subprocess.CompletedProcess[str]":
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ADVISOR_", "OPENAI_"))}
    return subprocess.run(
        [sys.executable, "-m", "advisor", "doctor", "--endpoint"],
        cwd=root,
        env={**kept, "PYTHONUTF8": "1", **named},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_command_ends_well_with_an_able_endpoint(endpoint: ScriptedEndpoint, root: Path) -> None:
    endpoint.plays(able)
    told = _doctor(root, ADVISOR_MODEL=MODEL, ADVISOR_MODEL_BASE_URL=endpoint.url)
    assert (told.returncode, told.stderr) == (0, "")
    assert "○ 返事: 返ります" in told.stdout


def test_the_command_tries_vectors_where_a_model_for_them_is_named(
    endpoint: ScriptedEndpoint, root: Path
) -> None:
    endpoint.plays(able)
    named = {"ADVISOR_MODEL": MODEL, "ADVISOR_MODEL_BASE_URL": endpoint.url, "ADVISOR_EMBEDDING_MODEL": "v"}
    assert "○ 検索のベクトル: できます (v、8次元" in _doctor(root, **named).stdout
    endpoint.embeds = fails(404)
    told = _doctor(root, **named)
    assert told.returncode == 0
    assert (
        "△ 検索のベクトル: 言語モデルの接続先に、指定のモデルか窓口がありませんでした。 (HTTP 404)"
        in told.stdout
    )


def test_the_command_ends_badly_without_an_answer(endpoint: ScriptedEndpoint, root: Path) -> None:
    endpoint.plays(fails(500))
    told = _doctor(root, ADVISOR_MODEL=MODEL, ADVISOR_MODEL_BASE_URL=endpoint.url)
    assert (told.returncode, told.stderr) == (1, "")
    assert "△ 返事: 言語モデルの接続先で、不具合が起きています。 (HTTP 500)" in told.stdout


def test_the_command_ends_badly_without_a_model(root: Path) -> None:
    told = _doctor(root)
    assert told.returncode == 1
    assert "ADVISOR_MODEL" in told.stderr
    assert "Traceback" not in told.stderr
