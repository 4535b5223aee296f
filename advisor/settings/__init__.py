"""Frozen records of how the program is set up, from the environment (prefix ADVISOR_)."""

from advisor.settings.choices import ModelChoices
from advisor.settings.embedding import EmbeddingSettings, embedding_settings
from advisor.settings.model import NOBODY, OPENAI, ModelSettings, model_settings
from advisor.settings.price import PriceSettings, price_settings
from advisor.settings.program import Settings
from advisor.settings.telemetry import TelemetrySettings, telemetry_settings
from advisor.settings.values import here

__all__ = [
    "NOBODY",
    "OPENAI",
    "EmbeddingSettings",
    "ModelChoices",
    "ModelSettings",
    "PriceSettings",
    "Settings",
    "TelemetrySettings",
    "embedding_settings",
    "here",
    "model_settings",
    "price_settings",
    "telemetry_settings",
]
