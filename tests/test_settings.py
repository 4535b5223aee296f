"""The model's settings come from the environment in pairs, and a wrong one never shows a key."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from advisor.errors import AdvisorError
from advisor.patience.budget import Budget
from advisor.patience.price import Prices
from advisor.settings import OPENAI, ModelSettings, PriceSettings, price_settings


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ADVISOR_MODEL", "ADVISOR_MODEL_BASE_URL", "ADVISOR_MODEL_API_KEY", "OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_ORG_ID"):  # fmt: skip
        monkeypatch.delenv(name, raising=False)


def _set(monkeypatch: pytest.MonkeyPatch, **values: str) -> ModelSettings:
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    return ModelSettings()


def _key(settings: ModelSettings) -> str | None:
    return settings.key.get_secret_value() if settings.key else None


def test_nothing_is_set_at_first() -> None:
    settings = ModelSettings()
    assert (settings.name, settings.key, settings.url) == ("", None, OPENAI)


def test_the_customary_names_serve(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = _set(
        monkeypatch, ADVISOR_MODEL="m", OPENAI_BASE_URL="https://gw.example/v1/", OPENAI_API_KEY="k"
    )
    assert (settings.name, settings.url, _key(settings)) == ("m", "https://gw.example/v1", "k")


def test_our_own_names_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = _set(
        monkeypatch,
        ADVISOR_MODEL="m",
        ADVISOR_MODEL_BASE_URL="http://localhost:11434/v1",
        ADVISOR_MODEL_API_KEY="mine",
        OPENAI_BASE_URL="https://gw.example/v1",
        OPENAI_API_KEY="k",
    )
    assert (settings.url, _key(settings)) == ("http://localhost:11434/v1", "mine")


def test_the_customary_key_does_not_go_to_an_address_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = _set(monkeypatch, ADVISOR_MODEL_BASE_URL="http://localhost:11434/v1", OPENAI_API_KEY="k")
    assert settings.key is None


def test_names_that_others_use_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    others = (
        "NAME",
        "name",
        "COMMON_URL",
        "COMMON_KEY",
        "ORGANISATION",
        "READER",
        "PROXY",
        "API_KEY",
        "BASE_URL",
    )
    settings = _set(monkeypatch, **dict.fromkeys(others, "http://someone.else/"))
    assert settings == ModelSettings(name="")
    assert (settings.name, settings.key, settings.url, settings.organisation) == ("", None, OPENAI, None)


def test_roles_fall_back_on_the_one_model(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = _set(monkeypatch, ADVISOR_MODEL="m", ADVISOR_MODEL_READER="small")
    assert (settings.model_for("reader"), settings.model_for("writer")) == ("small", "m")


def test_empty_values_are_no_values(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = _set(monkeypatch, ADVISOR_MODEL="", ADVISOR_MODEL_TOTAL_SECONDS="", OPENAI_API_KEY="")
    assert (settings.name, settings.total_seconds, settings.key) == ("", None, None)


@pytest.mark.parametrize(
    "values",
    [
        {"ADVISOR_MODEL_BASE_URL": "https://user:CANARY@host/v1"},
        {"ADVISOR_MODEL_BASE_URL": "file:///CANARY"},
        {"ADVISOR_MODEL_BASE_URL": "CANARY"},
        {"ADVISOR_MODEL_TOTAL_SECONDS": "CANARY"},
        {"ADVISOR_MODEL": "CANARY", "ADVISOR_MODEL_API_VERSION": "2024-10-21"},
    ],
)
def test_a_wrong_value_is_refused_and_not_shown(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, str]
) -> None:
    with pytest.raises(ValidationError) as caught:
        _set(monkeypatch, **values)
    assert "CANARY" not in str(caught.value)


def test_budgets_are_the_usual_ones_but_for_those_that_are_set(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = _set(monkeypatch, ADVISOR_MODEL_SESSION_TOKENS="100")
    assert settings.budget == Budget(session=100)


def test_prices_are_none_where_none_are_said_and_exact_where_they_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("ADVISOR_PRICE_PROMPT", "ADVISOR_PRICE_COMPLETION"):
        monkeypatch.delenv(name, raising=False)
    assert price_settings().prices == Prices()
    monkeypatch.setenv("ADVISOR_PRICE_PROMPT", "22.5")
    monkeypatch.setenv("ADVISOR_PRICE_COMPLETION", "")
    assert PriceSettings().prices == Prices(prompt=Decimal("22.5"))


@pytest.mark.parametrize("price", ["-1", "NaN", "高い", "Infinity"])
def test_a_price_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch, price: str) -> None:
    monkeypatch.setenv("ADVISOR_PRICE_COMPLETION", price)
    with pytest.raises(AdvisorError) as caught:
        price_settings()
    assert "ADVISOR_PRICE_COMPLETION" in str(caught.value)
