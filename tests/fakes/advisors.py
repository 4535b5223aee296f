"""Advisors that share what is slow to load, each with consultations of its own."""

import itertools
from collections.abc import Mapping
from typing import Any

from advisor.agent.advisor import Advisor
from advisor.agent.ports import Exporter, Sessions
from tests.adapters.database.scripts import ticking
from tests.fakes.sessions import MemorySessions


def beside(
    loaded: Advisor,
    sessions: Sessions | None = None,
    exporters: Mapping[str, Exporter] | None = None,
    **players: Any,
) -> Advisor:
    """An advisor of the players of `loaded`, some of them replaced by name, with a ticking clock and counted ids."""
    numbers = itertools.count()
    return Advisor(
        players=loaded._players._replace(**players),
        words=loaded._words,
        sessions=sessions or MemorySessions(ticking()),
        clock=ticking(),
        ids=lambda: f"consultation-{next(numbers)}",
        exporters=exporters or {},
    )
