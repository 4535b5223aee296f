"""What a writer is told of moves, slots and faults: reviewed words, kept as data."""

from functools import lru_cache

import yaml

from advisor.adapters.model.prompts import Prompt
from advisor.dialogue.moves import Move
from advisor.framework.slots import Slot
from advisor.resources import prompts_folder
from advisor.values import Value

HINTS = "writing_hints"


class Hints(Value):
    """The words by name."""

    moves: dict[Move, str]
    """What a move is for; moves that no model words have none."""
    slots: dict[Slot, str]
    """What a slot asks for."""
    faults: dict[str, str]
    """What a check demands; `other` stands for every check that has no words of its own."""

    def fault(self, check: str) -> str:
        """What the check called `check` demands."""
        return self.faults.get(check, self.faults["other"])


def hints_file() -> Prompt:
    """The file of the hints, as it is versioned."""
    path = prompts_folder() / "model" / f"{HINTS}.yaml"
    return Prompt(name=HINTS, text=path.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def hints() -> Hints:
    """The hints that come with the program."""
    return Hints.model_validate(yaml.safe_load(hints_file().text))
