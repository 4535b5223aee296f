"""The draft of a reply, as it stands in the prompt of whoever is to word it."""

import re
from typing import Final

_DRAFT: Final = re.compile(r"<<下書き \w+>>\n(.*?)\n<<下書きおわり", re.DOTALL)


def draft_in(prompt: str) -> str | None:
    """The draft, or None where the prompt asks for something else."""
    found = _DRAFT.search(prompt)
    return found[1] if found else None
