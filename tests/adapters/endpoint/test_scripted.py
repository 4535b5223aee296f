"""The scripted server speaks the protocol as the bare client knows it."""

from collections.abc import Iterator

import openai
import pytest

from tests.fakes.endpoint import DIMENSIONS, MODEL, ScriptedEndpoint, says


@pytest.fixture
def client(endpoint: ScriptedEndpoint) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=endpoint.url, api_key="k", max_retries=0, timeout=5) as client:
        yield client


def test_it_lists_its_models(client: openai.OpenAI) -> None:
    assert [each.id for each in client.models.list()] == [MODEL]


def test_it_answers_plainly_and_in_a_stream(endpoint: ScriptedEndpoint, client: openai.OpenAI) -> None:
    endpoint.plays(says("はい、どうぞ。"))
    asked = {"model": MODEL, "messages": [{"role": "user", "content": "はい"}]}
    whole = client.chat.completions.create(**asked)
    assert whole.choices[0].message.content == "はい、どうぞ。"
    events = list(client.chat.completions.create(**asked, stream=True))
    assert "".join(event.choices[0].delta.content or "" for event in events) == "はい、どうぞ。"
    assert events[-1].choices[0].finish_reason == "stop"


def test_it_embeds_the_same_text_in_the_same_way(client: openai.OpenAI) -> None:
    vectors = client.embeddings.create(
        model=MODEL, input=["窓口", "道路", "窓口"], encoding_format="float"
    ).data
    assert len(vectors[0].embedding) == DIMENSIONS
    assert vectors[0].embedding == vectors[2].embedding != vectors[1].embedding
