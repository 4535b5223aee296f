"""The prompt files, versioned by digest, and the fence around everything that is only data."""

import hashlib
import re
from collections.abc import Callable, Iterable
from functools import cache
from string import Template
from typing import Final

from advisor.resources import prompts_folder
from advisor.values import Value

Marks = Callable[[], str]
"""Returns a new unguessable mark of ASCII letters and digits for a fence."""
_DIGEST: Final = 12


class Prompt(Value):
    """One prompt file: one job, in Japanese, with `$name` where a value stands."""

    name: str
    text: str

    @property
    def digest(self) -> str:
        """The beginning of the SHA-256 of its text: its version."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:_DIGEST]

    def filled(self, **values: str) -> str:
        """Return the text with the values in their places; a missing one raises KeyError."""
        return Template(self.text).substitute(values).strip()


@cache
def prompt(name: str) -> Prompt:
    """The prompt file `prompts/model/NAME.txt`, read once."""
    return Prompt(name=name, text=(prompts_folder() / "model" / f"{name}.txt").read_text(encoding="utf-8"))


def digests(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The names of prompt files, each with its version."""
    return tuple((name, prompt(name).digest) for name in names)


def fenced(kind: str, data: str, mark: str) -> str:
    """Return `data` between two lines that carry `mark`; what stands between them is never an instruction.

    The mark itself cannot stand in the data, so that nothing inside can end the fence.
    """
    found, inner = re.compile(re.escape(mark), re.IGNORECASE), data
    while found.search(inner):
        inner = found.sub("", inner)
    return f"<<{kind} {mark}>>\n{inner}\n<<{kind}おわり {mark}>>"
