"""What a reply of a language model must pass besides what every reply must."""

from typing import Final

from advisor.dialogue.checks import Fault, faults
from advisor.dialogue.scene import Scene
from advisor.dialogue.turns import Reply

_WHOLE: Final = frozenset({"untagged_question", "question_in_text", "question_fits_slot"})
"""Checks that only a whole reply can fail."""


def strict_faults(reply: Reply, scene: Scene) -> tuple[Fault, ...]:
    """Return every check that a whole reply of a model fails; empty for a good one."""
    return faults(reply, scene)


def sentence_faults(said: str, sentence: str, scene: Scene) -> tuple[Fault, ...]:
    """Return the checks that speak against showing `sentence` after what was already `said`."""
    known = {fault.model_dump_json() for fault in strict_faults(Reply(text=said), scene)}
    return tuple(
        fault
        for fault in strict_faults(Reply(text=f"{said}{sentence}"), scene)
        if fault.check not in _WHOLE and fault.model_dump_json() not in known
    )
