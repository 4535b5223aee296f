"""Settings -> EndpointChat."""

from collections.abc import Callable

import httpx2

from advisor.adapters.endpoint.call import Monotonic
from advisor.adapters.endpoint.chat import EndpointChat, Seat
from advisor.adapters.endpoint.client import chat_model, http_client
from advisor.adapters.endpoint.quiet import hush
from advisor.adapters.endpoint.talker import Sleep, Talker
from advisor.patience.limits import MODEL_ROLES, Limits, ModelRole, limits_for
from advisor.settings import ModelSettings


def opened(
    settings: ModelSettings,
    monotonic: Monotonic,
    sleep: Sleep,
    limits: Callable[[ModelRole, bool], Limits] = limits_for,
) -> EndpointChat:
    """Return the endpoint of `settings`, to which nothing is sent yet; roles with one model share a talker."""
    hush()
    client = http_client(settings)
    talkers: dict[str, Talker] = {}
    seats: dict[ModelRole, Seat] = {}
    for role in MODEL_ROLES:
        model = settings.model_for(role)
        if model not in talkers:
            talkers[model] = _talker(settings, model, client, monotonic, sleep)
        usual = limits(role, talkers[model].reasoning)
        seats[role] = Seat(talkers[model], _adjusted(usual, settings))
    return EndpointChat(seats, monotonic)


def _talker(
    settings: ModelSettings, model: str, client: httpx2.Client, monotonic: Monotonic, sleep: Sleep
) -> Talker:
    return Talker(
        *chat_model(settings, model, client),
        reasoning=settings.thinks(model),
        streams=settings.stream,
        monotonic=monotonic,
        sleep=sleep,
    )


def _adjusted(limits: Limits, settings: ModelSettings) -> Limits:
    chosen = {
        "connect": settings.connect_seconds,
        "first": settings.first_seconds,
        "idle": settings.idle_seconds,
        "total": settings.total_seconds,
    }
    return limits.model_copy(update={key: value for key, value in chosen.items() if value is not None})
