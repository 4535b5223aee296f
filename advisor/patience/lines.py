"""What is said to a model and what came back."""

from typing import Final, Literal

from advisor.patience.usage import Usage
from advisor.values import Value

Speaker = Literal["system", "user", "assistant"]
Way = Literal["schema", "json", "fence"]
WAYS: Final[tuple[Way, ...]] = ("schema", "json", "fence")
"""How a structured answer is asked for, best first: by a JSON schema, in JSON mode, in words."""


class Line(Value):
    """One message to a model."""

    speaker: Speaker
    text: str


class Answer(Value):
    """A whole answer in words, and its cost."""

    text: str
    usage: Usage
