"""Graders in code: each looks at messages and reply texts first, so that any system's consultations can be graded."""

from evals.graders.grader import Grader

GRADERS: tuple[Grader, ...] = ()
"""Every grader, by area."""
GRADERS = ()
