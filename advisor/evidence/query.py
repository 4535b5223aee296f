"""What is looked for in the library."""

from advisor.evidence.cards import CardKind
from advisor.framework.labels import Phase
from advisor.values import Value


class Query(Value):
    """Words to search for, with filters; `counter` asks for one cautionary case where there is one."""

    text: str
    k: int = 5
    kinds: tuple[CardKind, ...] = ()
    phase: Phase | None = None
    technology: str | None = None
    counter: bool = False
    everything: bool = False
    """Also the passages kept out of default retrieval."""
    threshold: bool = True
    """Whether passages below the calibrated threshold are dropped (abstention)."""
