"""Where spans go."""

from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from advisor.settings.values import address, unread


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

    _is_an_address = field_validator("endpoint", "traces_url", "common_url")(address)

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


def telemetry_settings() -> TelemetrySettings:
    """Return the settings of telemetry; AdvisorError names the values that cannot be read."""
    try:
        return TelemetrySettings()
    except ValidationError as error:
        raise unread(error, "ADVISOR_TELEMETRY_", "計測の設定に、読めない値があります。") from None
