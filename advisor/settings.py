"""Frozen records of how the program is set up, from the environment (prefix ADVISOR_)."""

from pathlib import Path
from typing import Final, Literal, Self
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from advisor.errors import AdvisorError
from advisor.patience.budget import Budget

OPENAI: Final = "https://api.openai.com/v1"
"""Where a model is asked when no address is given."""


def _address(url: str) -> str:
    parts = urlsplit(url)
    if url and (parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc):
        raise ValueError("an address begins with http:// or https:// and carries no name or key")
    return url.rstrip("/")


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
    base_url: str = ""
    api_key: SecretStr | None = None
    common_url: str = Field(default="", validation_alias="OPENAI_BASE_URL")
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

    _is_an_address = field_validator("base_url", "common_url")(_address)

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
    try:
        return ModelSettings()
    except ValidationError as error:
        raise _unread(error, "ADVISOR_MODEL_", "言語モデルの設定に、読めない値があります。") from None


def _unread(error: ValidationError, prefix: str, what: str) -> AdvisorError:
    """The error that names the wrong values without showing them."""
    names = {str(each["loc"][0]) for each in error.errors(include_input=False) if each["loc"]}
    wrong = sorted(name if name.isupper() else f"{prefix}{name.upper()}" for name in names)
    where = "、".join(wrong) or f"{prefix}BASE_URL"
    return AdvisorError(what, where, "docs/model.md の表のとおりに直してください。")


class EmbeddingSettings(BaseSettings):
    """A model of an endpoint that makes vectors for the search, from ADVISOR_EMBEDDING_*; without a name there is none."""

    model_config = SettingsConfigDict(
        env_prefix="ADVISOR_EMBEDDING_",
        frozen=True,
        extra="ignore",
        env_ignore_empty=True,
        hide_input_in_errors=True,
        populate_by_name=True,
    )

    name: str = Field(default="", validation_alias="ADVISOR_EMBEDDING_MODEL")
    base_url: str = ""
    """Its address; empty: the chat model's, with the key that belongs to that."""
    api_key: SecretStr | None = None
    dimensions: int | None = Field(default=None, gt=0, le=16_000)
    """How long a vector is asked to be; None: as the model makes it."""
    query_prefix: str = Field(default="", max_length=200)
    """Put before a query, for models that tell queries from passages (e5: `query: `)."""
    passage_prefix: str = Field(default="", max_length=200)
    seconds: float = Field(default=3.0, gt=0)
    """How long the searches of one turn may wait for vectors, all together."""

    _is_an_address = field_validator("base_url")(_address)

    def endpoint(self, chat: ModelSettings) -> ModelSettings:
        """Return the settings of the endpoint that is asked; the chat model's key goes to its own address alone."""
        own = {"base_url": self.base_url, "api_key": self.api_key, "common_url": "", "common_key": None}
        own |= {"organisation": None, "api_version": None}
        kept = {"api_key": self.api_key or chat.api_key}
        return chat.model_copy(update={"name": self.name, **(own if self.base_url else kept)})


class TelemetrySettings(BaseSettings):
    """Where spans go, from ADVISOR_TELEMETRY* and the customary OTEL_EXPORTER_OTLP_*; off by default."""

    model_config = SettingsConfigDict(
        env_prefix="ADVISOR_TELEMETRY_",
        frozen=True,
        extra="ignore",
        env_ignore_empty=True,
        hide_input_in_errors=True,
        populate_by_name=True,
    )

    on: bool = Field(default=False, validation_alias="ADVISOR_TELEMETRY")
    endpoint: str = ""
    traces_url: str = Field(default="", validation_alias="OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
    common_url: str = Field(default="", validation_alias="OTEL_EXPORTER_OTLP_ENDPOINT")
    protocol: Literal["grpc", "http/protobuf"] = Field(
        default="grpc", validation_alias="OTEL_EXPORTER_OTLP_PROTOCOL"
    )
    headers: SecretStr = Field(default=SecretStr(""), validation_alias="OTEL_EXPORTER_OTLP_HEADERS")
    """`name=value` pairs, separated by commas; values may be percent-encoded."""
    content: bool = False
    """Whether the masked message and the reply are told too (ADVISOR_TELEMETRY_CONTENT=1)."""

    _is_an_address = field_validator("endpoint", "traces_url", "common_url")(_address)

    @property
    def url(self) -> str:
        """The collector's address; with http/protobuf the whole one, its path included."""
        if self.traces_url and not self.endpoint:
            return self.traces_url
        usual = "http://localhost:4317" if self.protocol == "grpc" else "http://localhost:4318"
        base = self.endpoint or self.common_url or usual
        return base if self.protocol == "grpc" or base.endswith("/v1/traces") else f"{base}/v1/traces"

    @property
    def place(self) -> str:
        """Scheme, host and port of `url`, as they may be shown."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"


def embedding_settings() -> EmbeddingSettings:
    """Return the settings of an endpoint's vectors; AdvisorError names the values that cannot be read."""
    try:
        return EmbeddingSettings()
    except ValidationError as error:
        raise _unread(error, "ADVISOR_EMBEDDING_", "検索のベクトルの設定に、読めない値があります。") from None


def telemetry_settings() -> TelemetrySettings:
    """Return the settings of telemetry; AdvisorError names the values that cannot be read."""
    try:
        return TelemetrySettings()
    except ValidationError as error:
        raise _unread(error, "ADVISOR_TELEMETRY_", "計測の設定に、読めない値があります。") from None
