"""Seconds and sizes of every format for the papers of the eight officials: `python -m evals.exports`."""

from collections.abc import Iterator
from statistics import median
from time import perf_counter
from typing import NamedTuple

from advisor.agent.ports import Exporter
from advisor.bootstrap import exporters
from advisor.brief.model import Brief
from evals.consultation.__main__ import counted_advisor
from evals.consultation.officials import officials
from evals.consultation.play import play

ROUNDS = 5


class Measured(NamedTuple):
    """What a format took over all papers, in seconds, and the size of its largest file in bytes."""

    format: str
    first: float
    """The very first file, its library loaded with it."""
    middle: float
    slowest: float
    size: int


def main() -> None:
    """Play the officials, export their papers to every format and print a table."""
    papers = list(played())
    claims = [len(each.claims) for each in papers]
    print(f"{len(papers)}件の企画書(一件 {min(claims)}〜{max(claims)} 文)を、{ROUNDS}回ずつ。単位は秒。\n")
    print("| 形式 | はじめの一件 | 中央値 | いちばん遅い一件 | いちばん大きいファイル |")
    print("| --- | --- | --- | --- | --- |")
    for each in measured(papers, exporters()):
        print(
            f"| {each.format} | {each.first:.2f} | {each.middle:.2f} | {each.slowest:.2f} | {each.size / 1024:.0f} KB |"
        )


def played() -> Iterator[Brief]:
    """The papers of the eight officials, as they stand at the end of their consultations."""
    advisor = counted_advisor()
    for official in officials():
        yield advisor.draft(play(advisor, official).session).brief


def measured(papers: list[Brief], formats: dict[str, Exporter]) -> Iterator[Measured]:
    """Export every paper several times to every format, the copy for the author, which is the longer one."""
    for format, exporter in formats.items():
        seconds, sizes = [], []
        for _ in range(ROUNDS):
            for paper in papers:
                begun = perf_counter()
                sizes.append(len(exporter.export(paper, private=True)))
                seconds.append(perf_counter() - begun)
        yield Measured(format, seconds[0], median(seconds[1:]), max(seconds[1:]), max(sizes))


if __name__ == "__main__":
    main()
