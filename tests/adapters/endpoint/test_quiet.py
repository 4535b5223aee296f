"""Keys and what is said go to the endpoint alone: not to a tracer, a log, a message, another host or a proxy."""

import logging
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from advisor.adapters.endpoint import open_endpoint
from advisor.adapters.endpoint.opening import opened
from advisor.errors import AdvisorError
from advisor.patience.failures import ModelFailure
from advisor.patience.lines import Line
from advisor.settings import OPENAI, ModelSettings
from tests.adapters.endpoint.conftest import KEY, Opened
from tests.fakes.endpoint import Exchange, ScriptedEndpoint, fails, says, serving

SECRET = "合併の内々の話"
LINES = (Line(speaker="user", text=SECRET),)


def test_without_a_model_there_is_no_endpoint() -> None:
    assert open_endpoint(ModelSettings(api_key=KEY)) is None  # type: ignore[arg-type]


def test_the_heavy_libraries_are_not_loaded_without_a_model() -> None:
    code = """
        import sys
        from advisor.adapters.endpoint import open_endpoint
        from advisor.settings import ModelSettings
        assert open_endpoint(ModelSettings()) is None
        print([name for name in ("openai", "langchain_openai", "langchain", "httpx2") if name in sys.modules])
    """
    told = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "names",
    [
        ("LANGSMITH_TRACING", "LANGSMITH_API_KEY"),
        ("LANGCHAIN_TRACING_V2", "LANGCHAIN_API_KEY"),
        ("LANGCHAIN_TRACING",),
        ("LANGCHAIN_HANDLER",),
        ("LANGSMITH_GATEWAY", "LANGSMITH_GATEWAY_API_KEY"),
    ],
)
def test_no_tracer_of_the_environment_hears_anything(names: tuple[str, ...]) -> None:
    code = """
        import sys, time
        sys.path.insert(0, ".")
        from tests.fakes.endpoint import serving
        from advisor.adapters.endpoint import open_endpoint
        from advisor.patience.lines import Line
        from advisor.settings import ModelSettings
        import os
        with serving() as tracer, serving() as endpoint:
            os.environ["LANGSMITH_ENDPOINT"] = os.environ["LANGCHAIN_ENDPOINT"] = tracer.url
            os.environ["OPENAI_API_BASE"] = os.environ["LANGSMITH_GATEWAY_URL"] = tracer.url
            os.environ["OPENAI_PROXY"] = os.environ["HTTP_PROXY"] = tracer.url
            import langsmith
            chat = open_endpoint(ModelSettings(name="m", base_url=endpoint.url))
            print(chat.say("writer", [Line(speaker="user", text="はい")]).text)
            time.sleep(1.0)
            print(len(endpoint.requests), len(tracer.paths))
    """
    told = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **dict.fromkeys(names, "true")},
        timeout=60,
    )
    assert told.stdout.splitlines() == ["はい、うかがいます。", "1 0"], told.stderr


def test_no_log_holds_a_key_or_what_was_said(
    endpoint: ScriptedEndpoint, opens: Opened, caplog: pytest.LogCaptureFixture
) -> None:
    chat = opens()
    with caplog.at_level(logging.DEBUG):
        endpoint.plays(says("はい、うかがいます。"), fails(401, f"bad key {KEY} for {SECRET}"))
        chat.say("writer", LINES)
        with pytest.raises(ModelFailure) as caught:
            chat.say("writer", LINES)
        logging.getLogger("advisor").error("failed", exc_info=caught.value)
    assert KEY not in caplog.text
    assert SECRET not in caplog.text


def test_no_repr_holds_a_key() -> None:
    settings = ModelSettings(name="m", api_key=KEY, common_key=KEY, proxy=f"http://u:{KEY}@p:1")  # type: ignore[arg-type]
    chat = open_endpoint(settings)
    assert KEY not in repr(settings) + str(settings) + settings.model_dump_json() + repr(vars(chat))


def test_a_redirect_is_not_followed(endpoint: ScriptedEndpoint, opens: Opened) -> None:
    with serving() as other:

        def elsewhere(exchange: Exchange) -> None:
            exchange.whole(307, b"", "text/html", Location=f"{other.url}/chat/completions")

        endpoint.plays(elsewhere)
        with pytest.raises(ModelFailure):
            opens().say("writer", LINES)
        assert other.paths == []


def test_a_key_that_belongs_elsewhere_is_not_sent(endpoint: ScriptedEndpoint, opens: Opened) -> None:
    opens(api_key=None, common_key=KEY, common_url=OPENAI).say("writer", LINES)
    assert KEY not in str(endpoint.headers)


def test_nothing_of_the_environment_or_the_machine_is_added(
    endpoint: ScriptedEndpoint, opens: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ORG_ID", "ORGANIZATION", "PROJECT_ID", "ADMIN_KEY", "API_KEY", "BASE_URL", "API_BASE"):
        monkeypatch.setenv(f"OPENAI_{name}", "http://CANARY.invalid")
    opens(api_key=None).say("writer", LINES)
    assert sorted(endpoint.headers[0]) == [
        "accept", "accept-encoding", "authorization", "connection", "content-length", "content-type", "host", "user-agent",
    ]  # fmt: skip
    assert "CANARY" not in str(endpoint.headers)


def test_no_proxy_stands_before_this_machine(
    endpoint: ScriptedEndpoint, opens: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving() as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url.removesuffix("/v1"))
        assert opens().say("writer", LINES).text
        assert proxy.paths == []


def test_a_proxy_that_was_named_is_used(endpoint: ScriptedEndpoint, opens: Opened) -> None:
    with serving() as proxy:
        named = proxy.url.removesuffix("/v1")
        assert opens(base_url="http://gateway.invalid/v1", proxy=named).say("writer", LINES).text
        assert proxy.paths == ["http://gateway.invalid/v1/chat/completions"]


@pytest.mark.parametrize(
    "changed", [{"ca": Path("no-such-file.pem")}, {"proxy": "nonsense", "base_url": "http://a.invalid"}]
)
def test_what_cannot_be_set_up_is_said_in_one_sentence(changed: dict[str, object]) -> None:
    with pytest.raises(AdvisorError) as caught:
        opened(ModelSettings(name="m", **changed), lambda: 0.0, lambda _: None)  # type: ignore[arg-type]
    assert caught.value.do
