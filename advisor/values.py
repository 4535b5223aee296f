"""The frozen base of every fact in the program."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A fact: frozen, compared by content, refusing fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
