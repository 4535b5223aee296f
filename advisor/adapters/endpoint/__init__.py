"""A language model behind an OpenAI-compatible address; the heavy libraries are loaded when one is opened."""

import time

from advisor.agent.ports import Chat
from advisor.settings import ModelSettings


def open_endpoint(settings: ModelSettings) -> Chat | None:
    """Return the endpoint's Chat, or None where no model is named; AdvisorError where it cannot be set up."""
    if not settings.name:
        return None
    from advisor.adapters.endpoint.opening import opened

    return opened(settings, time.monotonic, time.sleep)
