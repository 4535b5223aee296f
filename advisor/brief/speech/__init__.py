"""Speech becomes clauses: sentences, asides, cuts, marks, words, endings."""

from advisor.brief.speech.clause import Clause, Ending, Mark
from advisor.brief.speech.make import clauses
from advisor.brief.speech.spoken import spoken

__all__ = ["Clause", "Ending", "Mark", "clauses", "spoken"]
