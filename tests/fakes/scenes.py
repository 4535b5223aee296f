"""Scenes as they come up in real consultations: the embedded advisor with a writer that keeps what it was given."""

import gzip
import itertools
import json
from collections.abc import Sequence
from functools import cache

from advisor.agent.advisor import Advisor
from advisor.agent.ports import Writer
from advisor.dialogue.scene import Scene
from advisor.dialogue.turns import Reply
from evals.consultation.__main__ import counted_advisor
from evals.consultation.officials import DATA, Official, officials
from evals.consultation.play import play
from evals.memory import MemorySessions

FILES = ("officials", "officials_own", "officials_later")


class Recorder:
    """A Writer that keeps every scene with the reply of the writer behind it."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self.seen: list[tuple[Scene, Reply]] = []

    def write(self, scene: Scene) -> Reply:
        reply = self._writer.write(scene)
        self.seen.append((scene, reply))
        return reply


@cache
def _embedded() -> Advisor:
    return counted_advisor()


def recorded() -> tuple[Advisor, Recorder]:
    """An embedded advisor with consultations of its own, and what its writer was given."""
    loaded = _embedded()
    recorder = Recorder(loaded._players.writer)
    numbers = itertools.count(1)
    advisor = Advisor(
        players=loaded._players._replace(writer=recorder),
        words=loaded._words,
        sessions=MemorySessions(),
        clock=loaded._clock,
        ids=lambda: f"consultation-{next(numbers):04d}",
        exporters={},
        owner="eval",
    )
    return advisor, recorder


def all_officials() -> tuple[Official, ...]:
    """The officials of all files."""
    return tuple(each for name in FILES for each in officials(DATA.parent / f"{name}.yaml"))


def scenes_of(official: Official) -> tuple[tuple[Scene, Reply], ...]:
    """The scenes of a whole consultation, first message first, with the embedded replies."""
    advisor, recorder = recorded()
    play(advisor, official)
    return tuple(each for each in recorder.seen if each[0].number > 0)


def scene_after(said: Sequence[str]) -> Scene:
    """The scene of the last of some messages."""
    return taken_after(said)[0]


def taken_after(said: Sequence[str]) -> tuple[Scene, Reply]:
    """The scene of the last of some messages, with the embedded reply."""
    advisor, recorder = recorded()
    session = advisor.begin()
    for message in said:
        advisor.say(session.id, message)
    return recorder.seen[-1]


@cache
def kept_scenes() -> dict[str, tuple[Scene, Reply]]:
    """By the id of a good reply: its scene as it was when the reply was written, and the embedded reply of then."""
    lines = gzip.decompress((DATA.parent / "good_scenes.jsonl.gz").read_bytes()).decode().splitlines()
    rows = map(json.loads, lines)
    return {row["id"]: (Scene.model_validate(row["scene"]), Reply(text=row["draft"])) for row in rows}
