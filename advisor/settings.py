"""Frozen records of how the program is set up, from the environment (prefix ADVISOR_)."""

from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Final, Self
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import (
    AfterValidator,
    ConfigDict,
    Field,
    SecretStr,
    StringConstraints,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from advisor.errors import AdvisorError
from advisor.patience.budget import Budget
from advisor.patience.price import Prices, Yen
from advisor.values import Value

OPENAI: Final = "https://api.openai.com/v1"
"""Where a model is asked when no address is given."""
NOBODY: Final = "none"
"""The name of a model that leaves a role to the embedded player."""


def here(url: str) -> bool:
    """Whether an address is this very machine, which no proxy may stand before."""
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class Settings(BaseSettings):
    """Where data lies and what may be used; nothing here is secret."""

    model_config = SettingsConfigDict(env_prefix="ADVISOR_", frozen=True, extra="ignore")

    data: Path = Field(default_factory=lambda: user_data_path("nanishitai", appauthor=False))
    """Folder of the consultations (ADVISOR_DATA)."""
    vectors: bool = True
    """Whether the embedded vectors may serve (ADVISOR_VECTORS=0: lexical search and n-gram reader alone)."""
    host: str = "127.0.0.1"
    port: int = 8501
    owner: str = ""
    """Whose consultations are shown; empty: the operating system's user."""


def _address(url: str) -> str:
    parts = urlsplit(url)
    if url and (parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc):
        raise ValueError("an address begins with http:// or https:// and carries no name or key")
    return url.rstrip("/")


Address = Annotated[str, AfterValidator(_address)]
"""An http(s) address without a name or key in it, or "" for none."""


def _bare(url: str) -> str:
    if "?" in url or "#" in url:
        raise ValueError("what follows ? or # may be a key, and would be kept with the address")
    return _address(url)


_Written = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)]


class ModelChoices(Value):
    """What may be chosen on the page: values of `ModelSettings` under their names, "" or None for no choice; no key."""

    model_config = ConfigDict(hide_input_in_errors=True)

    name: _Written = ""
    base_url: Annotated[_Written, AfterValidator(_bare)] = ""
    api_version: _Written = ""
    reasoning: bool | None = None
    reader: _Written = ""
    writer: _Written = ""
    drafter: _Written = ""


class ModelSettings(BaseSettings):
    """The language model's endpoint, from ADVISOR_MODEL and ADVISOR_MODEL_*; without a name there is no model.

    Seconds and tokens that are None are the usual ones of `advisor.patience.limits` and `Budget`. An invalid value
    raises pydantic's ValidationError, which never shows what was given.
    """

    model_config = SettingsConfigDict(
        env_prefix="ADVISOR_MODEL_",
        frozen=True,
        extra="ignore",
        env_ignore_empty=True,
        hide_input_in_errors=True,
        populate_by_name=True,
    )

    name: str = Field(default="", validation_alias="ADVISOR_MODEL")
    base_url: Address = ""
    api_key: SecretStr | None = None
    common_url: Address = Field(default="", validation_alias="OPENAI_BASE_URL")
    common_key: SecretStr | None = Field(default=None, validation_alias="OPENAI_API_KEY")
    organisation: str | None = None
    """OpenAI's number of an organisation."""
    api_version: str | None = None
    """Azure OpenAI's api version; where it is set, the address is Azure's and the name is a deployment."""
    reader: str = ""
    writer: str = ""
    drafter: str = ""
    grader: str = ""
    persona: str = ""
    reasoning: bool | None = None
    """Whether the model thinks before it speaks; None: told by its name."""
    stream: bool = True
    proxy: SecretStr | None = None
    """A proxy's address, or `none` for no proxy; None: HTTPS_PROXY and NO_PROXY as usual."""
    ca: Path | None = None
    """A PEM file of the office's own certificate authority."""
    connect_seconds: float | None = Field(default=None, gt=0)
    first_seconds: float | None = Field(default=None, gt=0)
    idle_seconds: float | None = Field(default=None, gt=0)
    total_seconds: float | None = Field(default=None, gt=0)
    session_tokens: int | None = Field(default=None, ge=0)
    user_tokens: int | None = Field(default=None, ge=0)
    day_tokens: int | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _azure_has_an_address(self) -> Self:
        if self.name and self.api_version and not self.base_url:
            raise ValueError("Azure needs ADVISOR_MODEL_BASE_URL")
        return self

    @property
    def budget(self) -> Budget:
        """The tokens that may be spent."""
        chosen = {"session": self.session_tokens, "user": self.user_tokens, "day": self.day_tokens}
        return Budget(**{key: value for key, value in chosen.items() if value is not None})

    @property
    def url(self) -> str:
        """Where requests go."""
        return self.base_url or self.common_url or OPENAI

    @property
    def key(self) -> SecretStr | None:
        """The key for `url`; the customary one is never sent to an address that was given beside it."""
        return self.api_key or (None if self.base_url else self.common_key)

    @property
    def place(self) -> str:
        """Scheme, host and port of `url`, as they may be shown."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def host(self) -> str:
        """Host of `url`, with its port where one is given."""
        return urlsplit(self.url).netloc

    @property
    def here(self) -> bool:
        """Whether `url` is this very machine."""
        return here(self.url)

    @property
    def fixed(self) -> frozenset[str]:
        """The values that the environment has set, by name; its key holds its address, so that it goes nowhere else."""
        return frozenset(self.model_fields_set | ({"base_url"} if self.api_key else set()))

    def merged(self, choices: ModelChoices, key: SecretStr | None = None) -> "ModelSettings":
        """Return these settings with the choices where the environment says nothing.

        Raises AdvisorError where they do not fit together.
        """
        chosen = {name: value for name, value in choices if value not in ("", None)}
        if key is not None:
            chosen["api_key"] = key
        kept = {name: getattr(self, name) for name in self.model_fields_set}
        free = {name: value for name, value in chosen.items() if name not in self.fixed}
        return _readable(lambda: ModelSettings(**kept, **free))

    def model_for(self, role: str) -> str:
        """The model that plays `reader`, `writer`, `drafter`, `grader` or `persona`."""
        return {
            "reader": self.reader,
            "writer": self.writer,
            "drafter": self.drafter,
            "grader": self.grader,
            "persona": self.persona,
        }[role] or self.name


def model_settings() -> ModelSettings:
    """Return the model's settings; AdvisorError names the values that cannot be read, without showing them."""
    return _readable(ModelSettings)


def _readable(made: Callable[[], ModelSettings]) -> ModelSettings:
    try:
        return made()
    except ValidationError as error:
        names = {str(each["loc"][0]) for each in error.errors(include_input=False) if each["loc"]}
        wrong = sorted(name if name.isupper() else f"ADVISOR_MODEL_{name.upper()}" for name in names)
        raise AdvisorError(
            "言語モデルの設定に、読めない値があります。",
            "、".join(wrong) or "ADVISOR_MODEL_BASE_URL",
            "docs/model.md の表のとおりに直してください。",
        ) from None


class PriceSettings(BaseSettings):
    """Yen for 1,000,000 tokens, from ADVISOR_PRICE_PROMPT and ADVISOR_PRICE_COMPLETION; without them no yen is shown."""

    model_config = SettingsConfigDict(
        env_prefix="ADVISOR_PRICE_", frozen=True, extra="ignore", env_ignore_empty=True
    )

    prompt: Yen | None = None
    completion: Yen | None = None

    @property
    def prices(self) -> Prices:
        """The prices as they are counted with."""
        return Prices(prompt=self.prompt, completion=self.completion)


def price_settings() -> PriceSettings:
    """Return the prices; AdvisorError names the values that cannot be read."""
    try:
        return PriceSettings()
    except ValidationError as error:
        wrong = sorted(f"ADVISOR_PRICE_{str(each['loc'][0]).upper()}" for each in error.errors())
        raise AdvisorError(
            "言語モデルの価格に、読めない値があります。",
            "、".join(wrong),
            "100万トークンあたりの円を、0以上の数で書いてください。",
        ) from None
