"""Graders in code: each looks at messages and reply texts first, so that any system's consultations can be graded."""

from typing import Final

from evals.graders import asking, grounding, manners, papers, safety, sheets, turning
from evals.graders.grader import Grader

GRADERS: Final[tuple[Grader, ...]] = (
    *turning.GRADERS,
    *asking.GRADERS,
    *manners.GRADERS,
    *grounding.GRADERS,
    *sheets.GRADERS,
    *papers.GRADERS,
    *safety.GRADERS,
)
"""Every grader."""
