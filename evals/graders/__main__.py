"""`python -m evals.graders`: play the officials, grade, and print each figure with its worst places.

`--keep` writes the good cases anew (after reading them); `--proof` spoils the good cases and prints the mutation scores.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from evals.consultation.__main__ import counted_advisor
from evals.consultation.officials import DATA
from evals.graders import GRADERS
from evals.graders.grader import Case, Grader
from evals.graders.keeping import keep, kept
from evals.graders.proof import proof
from evals.scenarios.counterpart import play_scenario
from evals.scenarios.scenario import SCENARIOS, Scenario, scenarios

FILES: Final = (SCENARIOS, *(DATA.with_name(f"officials{each}.yaml") for each in ("", "_own", "_later")))
"""The scenarios of our own and the three files of officials."""

GOOD: Final = (
    "s01", "s03", "s04", "s06", "s07", "s08", "s09", "s11", "s12", "s14", "s17", "s18", "s25", "s26",
    "o1", "o4", "o5", "o6", "o8", "w1", "w4", "w5", "w7", "w8", "h03", "h12", "h13", "h18", "h22", "h26",
    "s13", "s15", "s16", "h04", "h08", "h19", "h24", "h27", "h42",
)  # fmt: skip
"""Beginnings of the ids of the cases that were read and kept; some for one respect only (`proof.ONLY`)."""


def played(path: Path, wanted: tuple[str, ...] = ("",)) -> Iterator[Case]:
    """Play the scenarios of a file whose ids begin so."""
    advisor = counted_advisor()
    for scenario in scenarios(path):
        if _named(scenario, wanted):
            transcript = play_scenario(advisor, scenario)
            yield Case(scenario, transcript, advisor.draft(transcript.session))


def _named(scenario: Scenario, wanted: tuple[str, ...]) -> bool:
    return any(not each or scenario.id == each or scenario.id.startswith(f"{each}_") for each in wanted)


def told(grader: Grader, cases: list[Case], worst: int) -> Iterator[str]:
    """The figure of a grader, its published goal, and its worst places."""
    graded = [(case, grader.grade(case)) for case in cases]
    good, of = sum(each.good for _, each in graded), sum(each.of for _, each in graded)
    values = [each.value for _, each in graded if each.value is not None]
    figure = f"平均 {sum(values) / len(values):.2f} (n={len(values)})" if values else f"{good}/{of}"
    yield f"{grader.title} ({grader.name}): {figure} ・ 目標 {grader.goal}"
    misses = [(case.scenario.id, miss) for case, each in graded for miss in each.misses]
    for id, miss in misses[:worst]:
        quoted = miss.quote.replace("\n", " / ")[:100]
        yield f"    {id} {miss.turn or '紙'}: {miss.why} 「{quoted}」"


def main() -> None:
    """Play, grade, and print; or keep the good cases; or prove the graders."""
    parser = argparse.ArgumentParser(prog="python -m evals.graders", description=__doc__)
    parser.add_argument("ids", nargs="*", default=[""])
    parser.add_argument("--file", type=Path, action="append")
    parser.add_argument("--worst", type=int, default=5)
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--proof", action="store_true")
    options = parser.parse_args()
    if options.proof:
        for grader in GRADERS:
            found = proof(grader, kept())
            print(
                f"{grader.name}: {found.killed}/{found.total} ・ 良い例での誤報 {found.false}/{found.applied} ・ 関門 {found.gates}"
            )
        return
    wanted = GOOD if options.keep else tuple(options.ids)
    cases = [case for path in options.file or FILES for case in played(path, wanted)]
    if options.keep:
        keep(cases)
        return
    for grader in GRADERS:
        print("\n".join(told(grader, cases, options.worst)))


if __name__ == "__main__":
    main()
