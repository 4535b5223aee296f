"""What a call to a model costs, in tokens."""

from typing import Annotated

from pydantic import Field

from advisor.values import Value

Tokens = Annotated[int, Field(ge=0)]


class Usage(Value):
    """Tokens that went in and came out; `estimated` where the endpoint did not tell."""

    prompt: Tokens = 0
    completion: Tokens = 0
    estimated: bool = False

    @property
    def total(self) -> int:
        """Tokens in both directions."""
        return self.prompt + self.completion

    def plus(self, other: "Usage") -> "Usage":
        """The cost of both."""
        return Usage(
            prompt=self.prompt + other.prompt,
            completion=self.completion + other.completion,
            estimated=self.estimated or other.estimated,
        )


def tokens(text: str) -> int:
    """Return about how many tokens `text` has, rather too many: one a Japanese letter, one for four ASCII ones."""
    plain = sum(letter.isascii() for letter in text)
    return len(text) - plain + -(-plain // 4)


def estimated(prompt: str, completion: str) -> Usage:
    """Return the cost by counting letters."""
    return Usage(prompt=tokens(prompt), completion=tokens(completion), estimated=True)
