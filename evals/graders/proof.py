"""How far a grader can be trusted: the share of spoilt cases it notices, and its alarms on good ones.

After mutation testing; a grader may hold up a change only at `ENOUGH` of its mutants noticed and no alarm on a good case.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from evals.graders.changing import Mutation
from evals.graders.grader import Case, Graded, Grader
from evals.graders.mutations import MUTATIONS

ENOUGH: Final = 0.95
FEWEST: Final = 20
"""Mutants without which a score says too little."""
SEEDS: Final = 4
"""Places at which each operator spoils each case; six times as many where few cases are of the kind."""

ONLY: Final[dict[str, tuple[str, ...]]] = {
    "s13_purposeful_school": ("no_false_turn", "draft_offered_early"),
    "s15_phase1_tax": ("phase_honest",),
    "s16_phase1_minutes": ("phase_honest",),
    "s17_careless_welfare": ("personal_data_gone",),
    "s18_careless_tax": ("personal_data_gone",),
    "s25_pasted_vendor": ("pasted_not_said",),
    "w5_careless": ("personal_data_gone", "no_false_turn", "draft_offered_early"),
    "h04_casual_childcare": ("corrections_kept", "citation_literal", "citation_shown"),
    "h08_efficiency_election": ("phase_honest",),
    "h19_efficiency_payroll": ("phase_honest",),
    "h24_efficiency_contract": ("phase_honest",),
    "h27_purposeful_checkup": ("no_false_turn", "draft_offered_early"),
    "h42_librarian_translators": ("no_false_turn", "draft_offered_early"),
}
"""Cases that are good in these respects only, and kept for that since few others are of the kind."""


class Proof(NamedTuple):
    """What the mutants of one grader came to."""

    killed: int
    total: int
    applied: int
    """Good cases to which the grader applies."""
    false: int
    """Good cases on which it raises an alarm."""
    survivors: tuple[str, ...]
    """Operator, case and seed of the mutants that were not noticed."""

    @property
    def share(self) -> float:
        """The mutation score."""
        return self.killed / self.total if self.total else 0.0

    @property
    def gates(self) -> bool:
        """Whether the grader is good enough to hold up a change."""
        return self.share >= ENOUGH and self.total >= FEWEST and not self.false


def proof(grader: Grader, cases: Sequence[Case], seeds: int = SEEDS) -> Proof:
    """Spoil every case in every way that the grader must notice, and count."""
    good = [case for case in cases if grader.name in ONLY.get(case.scenario.id, (grader.name,))]
    before = [(case, grader.grade(case)) for case in good]
    killed = total = 0
    survivors = []
    seeds = seeds if sum(bool(graded.of) for _, graded in before) > 6 else seeds * 6
    for mutation in (each for each in MUTATIONS if each.breaks == grader.name):
        for case, graded in before:
            for seed, spoilt in _spoilt(mutation, case, seeds):
                after = grader.grade(spoilt)
                if not graded.of and not after.of:
                    continue
                total += 1
                noticed = worse(grader, graded, after)
                killed += noticed
                survivors += [] if noticed else [f"{mutation.name} {case.scenario.id} {seed}"]
    applied = [graded for _, graded in before if graded.of]
    return Proof(
        killed, total, len(applied), sum(bool(alarm(grader, each)) for each in applied), tuple(survivors)
    )


def _spoilt(mutation: Mutation, case: Case, seeds: int) -> Iterable[tuple[int, Case]]:
    """The distinct spoilt cases of one operator."""
    seen: list[Case] = []
    for seed in range(seeds):
        spoilt = mutation.apply(case, seed)
        if spoilt is not None and spoilt != case and spoilt not in seen:
            seen.append(spoilt)
            yield seed, spoilt


def alarm(grader: Grader, graded: Graded) -> bool:
    """Whether a grader objects to a case: a miss, or a number beyond its limit."""
    return graded.good < graded.of if grader.kind == "number" else bool(graded.misses)


def worse(grader: Grader, before: Graded, after: Graded) -> bool:
    """Whether the second is worse than the first: a lower rate, more misses, or a number gone the wrong way."""
    if grader.kind == "number":
        if before.value is None or after.value is None:
            return before.value is not None
        gone = after.value - before.value
        return gone > 0 if grader.better == "lower" else gone < 0
    return len(after.misses) > len(before.misses) or (after.rate or 0.0) < (before.rate or 0.0)
