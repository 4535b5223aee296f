"""Real scenes, kept as the embedded writer is given them."""

from advisor.agent.ports import Writer
from advisor.dialogue.scene import Scene
from advisor.dialogue.turns import Reply


class Recorder:
    """A Writer that keeps every scene it is given."""

    def __init__(self, inner: Writer) -> None:
        self._inner = inner
        self.scenes: list[Scene] = []

    def write(self, scene: Scene) -> Reply:
        """Return the inner writer's reply."""
        self.scenes.append(scene)
        return self._inner.write(scene)
