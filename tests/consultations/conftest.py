"""The real embedded advisor, played once for all tests of this folder."""

from collections.abc import Iterable

import pytest

from advisor.agent.advisor import Advisor
from evals.consultation.__main__ import counted_advisor
from evals.consultation.officials import DATA, Official, officials
from evals.consultation.play import play
from evals.consultation.promises import Played

FOLDER = DATA.parent


@pytest.fixture(scope="session")
def advisor() -> Advisor:
    """The embedded advisor with a fixed clock and memory only."""
    return counted_advisor()


OTHERS = [
    official
    for name in ("officials_own", "officials_later")
    for official in officials(FOLDER / f"{name}.yaml")
]
"""Our own officials, and those written by others after the dialogue stood."""


def _all_played(advisor: Advisor, several: Iterable[Official]) -> dict[str, Played]:
    found: dict[str, Played] = {}
    for official in several:
        transcript = play(advisor, official)
        found[official.id] = Played(official, transcript, advisor.draft(transcript.session))
    return found


@pytest.fixture(scope="session")
def played(advisor: Advisor) -> dict[str, Played]:
    """All eight officials, by id."""
    return _all_played(advisor, officials())


@pytest.fixture(scope="session")
def others() -> dict[str, Played]:
    """The others, by id."""
    return _all_played(counted_advisor(), OTHERS)
