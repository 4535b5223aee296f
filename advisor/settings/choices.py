"""What may be chosen on the page about the language model."""

from typing import Annotated

from pydantic import AfterValidator, ConfigDict, StringConstraints

from advisor.settings.values import address
from advisor.values import Value


def _bare(url: str) -> str:
    if "?" in url or "#" in url:
        raise ValueError("what follows ? or # may be a key, and would be kept with the address")
    return address(url)


_Written = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)]


class ModelChoices(Value):
    """Values of `ModelSettings` under their names, "" or None for no choice; never a key."""

    model_config = ConfigDict(hide_input_in_errors=True)

    name: _Written = ""
    base_url: Annotated[_Written, AfterValidator(_bare)] = ""
    api_version: _Written = ""
    reasoning: bool | None = None
    reader: _Written = ""
    writer: _Written = ""
    drafter: _Written = ""
