"""A scripted endpoint, and a chat with it that is soon out of patience."""

import time
from collections.abc import Callable, Iterator

import pytest

from advisor.adapters.endpoint.chat import EndpointChat
from advisor.adapters.endpoint.opening import opened
from advisor.patience.limits import Limits, ModelRole
from advisor.settings import ModelSettings
from tests.fakes.endpoint import MODEL, ScriptedEndpoint, serving

KEY = "sk-CANARY-0123456789"
SHORT = Limits(connect=0.8, first=1.0, idle=0.8, total=2.5, pause=0.2, tokens=50, size=300_000, letters=2000)

Opened = Callable[..., EndpointChat]


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_ORG_ID", "ADVISOR_MODEL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def endpoint() -> Iterator[ScriptedEndpoint]:
    with serving() as endpoint:
        yield endpoint


@pytest.fixture
def opens(endpoint: ScriptedEndpoint) -> Opened:
    """Opens a chat with the scripted endpoint; settings and limits may be given."""

    def opens(limits: Limits = SHORT, **more: object) -> EndpointChat:
        chosen = {"name": MODEL, "base_url": endpoint.url, "api_key": KEY, **more}
        settings = ModelSettings(**chosen)  # type: ignore[arg-type]

        def same(role: ModelRole, reasoning: bool) -> Limits:
            return limits

        return opened(settings, time.monotonic, time.sleep, same)

    return opens


@pytest.fixture
def chat(opens: Opened) -> EndpointChat:
    return opens()
