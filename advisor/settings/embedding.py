"""Vectors of an endpoint, for the search."""

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from advisor.settings.model import ModelSettings
from advisor.settings.values import address, unread


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

    _is_an_address = field_validator("base_url")(address)

    def endpoint(self, chat: ModelSettings) -> ModelSettings:
        """Return the settings of the endpoint that is asked; the chat model's key goes to its own address alone."""
        own = {"base_url": self.base_url, "api_key": self.api_key, "common_url": "", "common_key": None}
        own |= {"organisation": None, "api_version": None}
        kept = {"api_key": self.api_key or chat.api_key}
        return chat.model_copy(update={"name": self.name, **(own if self.base_url else kept)})


def embedding_settings() -> EmbeddingSettings:
    """Return the settings of an endpoint's vectors; AdvisorError names the values that cannot be read."""
    try:
        return EmbeddingSettings()
    except ValidationError as error:
        raise unread(error, "ADVISOR_EMBEDDING_", "検索のベクトルの設定に、読めない値があります。") from None
