"""The real embedded advisor, played once for all tests of this folder."""

import pytest

from advisor.agent.advisor import Advisor
from advisor.agent.drafting import Draft
from evals.consultation.__main__ import counted_advisor
from evals.consultation.officials import Official, officials
from evals.consultation.play import Transcript, play


@pytest.fixture(scope="session")
def advisor() -> Advisor:
    """The embedded advisor with a fixed clock and memory only."""
    return counted_advisor()


class Played:
    """An official with the consultation and the paper it came to."""

    def __init__(self, official: Official, transcript: Transcript, draft: Draft) -> None:
        self.official = official
        self.transcript = transcript
        self.draft = draft


@pytest.fixture(scope="session")
def played(advisor: Advisor) -> dict[str, Played]:
    """All eight officials, by id."""
    found: dict[str, Played] = {}
    for official in officials():
        transcript = play(advisor, official)
        found[official.id] = Played(official, transcript, advisor.draft(transcript.session))
    return found
