"""What a reply of a language model must pass besides what every reply must."""

from advisor.dialogue.checks import Fault, faults
from advisor.dialogue.scene import Scene
from advisor.dialogue.turns import Reply


def strict_faults(reply: Reply, scene: Scene) -> tuple[Fault, ...]:
    """Return every check that a whole reply of a model fails; empty for a good one."""
    return faults(reply, scene)
