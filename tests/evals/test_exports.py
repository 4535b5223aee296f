"""The measure of the exporters measures what it says."""

from advisor.adapters.json_file import JsonFile
from advisor.brief.model import Brief
from evals.exports import ROUNDS, measured
from tests.adapters.word.conftest import island_paper

__all__ = ["island_paper"]


class Counting:
    """An exporter that counts its files."""

    suffix = ".json"

    def __init__(self) -> None:
        self.made: list[int] = []

    def export(self, brief: Brief, private: bool = False) -> bytes:
        """Return the JSON and keep its size."""
        file = JsonFile().export(brief, private)
        self.made.append(len(file))
        return file


def test_every_paper_is_exported_as_often_as_told_and_the_largest_is_named(island_paper: Brief) -> None:
    counting = Counting()
    short = island_paper.model_copy(update={"notes": ()})
    (row,) = measured([short, island_paper], {"json": counting})
    assert len(counting.made) == 2 * ROUNDS
    assert row.size == max(counting.made) == len(JsonFile().export(island_paper, private=True))
    assert 0 < row.middle <= row.slowest
