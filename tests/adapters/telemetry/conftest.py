"""A whole advisor whose turns are seen by a trace."""

from collections.abc import Callable

import pytest

from advisor.adapters.library import open_library
from advisor.adapters.reader.reader import EmbeddedReader
from advisor.adapters.words import SudachiWords
from advisor.adapters.writer import open_writer
from advisor.agent.advisor import Advisor
from advisor.agent.casting import Players
from advisor.agent.tracing import Trace
from tests.fakes.sessions import MemorySessions

Seen = Callable[[Trace], Advisor]
NOW = "2026-04-01T09:00:00+09:00"


@pytest.fixture(scope="session")
def players() -> Players:
    words = SudachiWords()
    return Players(reader=EmbeddedReader(words, None), library=open_library(words), writer=open_writer(words))


@pytest.fixture
def seen(players: Players) -> Seen:
    """Opens an advisor of embedded players, without vectors, under a trace."""

    def seen(trace: Trace) -> Advisor:
        return Advisor(
            players=players._replace(trace=trace),
            words=SudachiWords(),
            sessions=MemorySessions(lambda: NOW),
            clock=lambda: NOW,
            ids=lambda: "an-id-nobody-may-guess",
            exporters={},
            owner="me",
        )

    return seen
