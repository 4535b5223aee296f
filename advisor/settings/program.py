"""How the program itself is set up."""

from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


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
