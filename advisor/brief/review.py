"""The review of a paper: every rule a checker asks for, in the order of the sections they speak of."""

from typing import Final

from advisor.brief.material import Material
from advisor.brief.model import Brief, Finding
from advisor.brief.rules import aims, proof, results
from advisor.brief.rules.mending import mended
from advisor.brief.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = (*aims.RULES, *results.RULES, *proof.RULES)


def review(brief: Brief, material: Material) -> tuple[Finding, ...]:
    """Return what a strict reader would send the paper back for; empty where nothing is to be said."""
    found = (rule(brief, material) for rule in RULES)
    return tuple(mended(finding, brief, material) for finding in found if finding is not None)
