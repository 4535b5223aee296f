"""The graders notice what is spoilt, leave the good alone, and look at any system's consultations."""

import re
from functools import cache

import pytest

from evals.graders import GRADERS
from evals.graders.changing import turns
from evals.graders.grader import Case, Grader
from evals.graders.keeping import kept
from evals.graders.mutations import MUTATIONS
from evals.graders.proof import Proof, proof


@cache
def good() -> tuple[Case, ...]:
    """The committed good cases, read once."""
    return kept()


@cache
def proved(grader: Grader) -> Proof:
    """The proof of a grader, worked out once."""
    return proof(grader, good())


def untagged(case: Case) -> Case:
    """The case as another system would give it: texts alone, no tags, no paper."""
    bare = turns(
        case, lambda turn: turn.model_copy(update={"reply": turn.reply.model_copy(update={"question": None})})
    )
    return bare._replace(draft=None)


def test_the_graders_are_many_and_named_well() -> None:
    names = [each.name for each in GRADERS]
    assert len(names) == len(set(names)) >= 30
    assert all(re.fullmatch(r"[a-z_]+", name) for name in names)
    assert all(each.grade.__doc__ and each.definition and each.source for each in GRADERS)


def test_every_operator_breaks_a_grader_that_exists() -> None:
    assert {each.breaks for each in MUTATIONS} <= {each.name for each in GRADERS}


@pytest.mark.parametrize("grader", GRADERS, ids=lambda grader: grader.name)
def test_a_grader_gates_only_where_its_proof_lets_it(grader: Grader) -> None:
    found = proved(grader)
    assert grader.gates == found.gates, found


def test_conversations_without_tags_and_papers_are_graded_too() -> None:
    case = untagged(next(each for each in good() if each.scenario.id.startswith("s01")))
    applied = {each.name for each in GRADERS if each.grade(case).of}
    assert {"one_question", "want_reached", "tech_first_turned", "polite", "numbers_supported"} <= applied
    assert not {"details_kept", "slots_heard", "claims_have_origin"} & applied
