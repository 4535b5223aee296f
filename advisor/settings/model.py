"""The language model's endpoint."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from advisor.patience.budget import Budget
from advisor.patience.limits import limits_for, reasons, turn_seconds
from advisor.settings.choices import ModelChoices
from advisor.settings.values import address, here, unread

OPENAI: Final = "https://api.openai.com/v1"
"""Where a model is asked when no address is given."""
NOBODY: Final = "none"
"""The name of a model that leaves a role to the embedded player."""


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

    _is_an_address = field_validator("base_url", "common_url")(address)

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

    @property
    def plays(self) -> tuple[str, ...]:
        """The models that take part in consultations, each once; empty where none is named, or every role stays here."""
        if not self.name:
            return ()
        names = dict.fromkeys(self.model_for(role) for role in ("reader", "writer", "drafter"))
        return tuple(name for name in names if name != NOBODY)

    @property
    def turn_seconds(self) -> float:
        """How long the calls of one turn may take together."""
        models = [self.model_for(role) for role in ("reader", "writer")]
        thinks = any(map(self.thinks, models))
        return turn_seconds(self.total_seconds or limits_for("writer", thinks).total, thinks)

    def thinks(self, model: str) -> bool:
        """Whether a model thinks before it speaks: as it was said, else as its name tells."""
        return reasons(model) if self.reasoning is None else self.reasoning

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
        raise unread(error, "ADVISOR_MODEL_", "言語モデルの設定に、読めない値があります。") from None
