"""Better prose for claims of the paper, taken only where it says what the claim says, on what the claim rests on."""

from advisor.brief.rewording.apply import Reworking, rewordable, reworked, settled
from advisor.brief.rewording.verdict import Verdict, judged

__all__ = ["Reworking", "Verdict", "judged", "rewordable", "reworked", "settled"]
