"""What a run is measured with: the advisor under test, the judge, and how many cases."""

import itertools
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from advisor.adapters.library import CardLibrary
from advisor.adapters.words import SudachiWords
from advisor.agent.advisor import Advisor
from advisor.agent.ports import Chat
from advisor.bootstrap import build_library, open_advisor
from advisor.settings import ModelSettings, Settings
from evals.memory import MemorySessions

if TYPE_CHECKING:
    from evals.judge.judging import Judge

AT: Final = "2026-11-24T09:00:00+09:00"
"""The time in every measured consultation, so that two runs are alike."""
ADVISOR: Final = "advisor"
"""The name of the system under test."""


class Setting(NamedTuple):
    """What a run is measured with."""

    vectors: bool = True
    model: ModelSettings | None = None
    """The language model under test; None: the embedded advisor alone, and nothing is sent."""
    judge: "Judge | None" = None
    persona: Chat | None = None
    """The model that plays the officials; None: the script does."""
    persona_name: str = ""
    limit: int | None = None
    """The first so many cases of each task; None: all."""


def fresh_advisor(setting: Setting) -> Advisor:
    """The advisor under test with a fixed clock, counted ids and memory only; what the environment says of models is
    left out.
    """
    ids = (f"consultation-{number:04d}" for number in itertools.count(1))
    opened = open_advisor(
        Settings(vectors=setting.vectors, owner="eval"),
        sessions=MemorySessions(),
        clock=lambda: AT,
        ids=lambda: next(ids),
    )
    if setting.model is not None:
        opened.connect(setting.model)
    return opened.advisor


@cache
def library(vectors: bool) -> CardLibrary:
    """The library as the advisor opens it."""
    return build_library(Settings(vectors=vectors))


@cache
def words() -> SudachiWords:
    """The words of Japanese."""
    return SudachiWords()
