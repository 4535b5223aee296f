"""The model's settings come from the environment in pairs, and a wrong one never shows a key."""

from decimal import Decimal

import pytest
from pydantic import SecretStr, ValidationError

from advisor.errors import AdvisorError
from advisor.patience.budget import Budget
from advisor.patience.price import Prices
from advisor.settings import OPENAI, ModelChoices, ModelSettings, PriceSettings, price_settings


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


CHOICES = ModelChoices(name="chosen", base_url="https://chosen.example/v1/", reader="small", reasoning=True)


def test_what_was_chosen_on_the_page_holds_where_the_environment_says_nothing() -> None:
    settings = ModelSettings().merged(CHOICES, SecretStr("typed"))
    assert (settings.name, settings.url, _key(settings)) == ("chosen", "https://chosen.example/v1", "typed")
    assert (settings.model_for("reader"), settings.model_for("writer")) == ("small", "chosen")
    assert settings.reasoning is True
    assert ModelSettings().merged(ModelChoices()) == ModelSettings()


def test_the_environment_wins_over_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    given = _set(
        monkeypatch,
        ADVISOR_MODEL="m",
        ADVISOR_MODEL_BASE_URL="https://gw.example/v1",
        ADVISOR_MODEL_API_KEY="mine",
        ADVISOR_MODEL_REASONING="0",
        ADVISOR_MODEL_TOTAL_SECONDS="7",
    )
    settings = given.merged(CHOICES, SecretStr("typed"))
    assert (settings.name, settings.url, _key(settings)) == ("m", "https://gw.example/v1", "mine")
    assert (settings.reasoning, settings.total_seconds) == (False, 7)
    assert settings.model_for("reader") == "small"
    assert given.fixed == {"name", "base_url", "api_key", "reasoning", "total_seconds"}


def test_a_key_of_the_environment_goes_to_no_address_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    given = _set(monkeypatch, ADVISOR_MODEL_API_KEY="mine")
    assert "base_url" in given.fixed
    assert given.merged(CHOICES).url == OPENAI
    with pytest.raises(AdvisorError):
        given.merged(CHOICES.model_copy(update={"api_version": "2024-10-21"}))


def test_the_customary_key_goes_to_no_address_of_the_page_either(monkeypatch: pytest.MonkeyPatch) -> None:
    given = _set(monkeypatch, OPENAI_API_KEY="k", OPENAI_BASE_URL="https://gw.example/v1")
    assert (given.merged(CHOICES).url, given.merged(CHOICES).key) == ("https://chosen.example/v1", None)
    without = CHOICES.model_copy(update={"base_url": ""})
    assert (given.merged(without).url, _key(given.merged(without))) == ("https://gw.example/v1", "k")


@pytest.mark.parametrize(
    "address", ["https://user:CANARY@host/v1", "https://host/v1?key=CANARY", "https://host/#CANARY", "CANARY"]
)
def test_an_address_of_the_page_carries_no_key(address: str) -> None:
    with pytest.raises(ValidationError) as caught:
        ModelChoices(base_url=address)
    assert "CANARY" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "where"),
    [
        ("http://localhost:11434/v1", ("localhost:11434", True)),
        ("http://127.0.0.2/v1", ("127.0.0.2", True)),
        ("http://[::1]:8000/v1", ("[::1]:8000", True)),
        ("https://localhost.example/v1", ("localhost.example", False)),
        ("https://10.0.0.1/v1", ("10.0.0.1", False)),
    ],
)
def test_an_address_is_shown_by_its_host_and_known_to_be_here(url: str, where: tuple[str, bool]) -> None:
    settings = ModelSettings(base_url=url)
    assert (settings.host, settings.here) == where


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
