"""The four gates: what the Board of Audit found missing where public money had bought technology nobody used."""

from typing import Final

from advisor.brief.model import Brief, Claim
from advisor.values import Value

GATES: Final = ("ニーズ調査", "事業目標", "利用状況の把握", "事後評価")
LINE: Final = "四つの確認"
"""The label of the line in 成果指標 that answers for them."""


class Gate(Value):
    """One of the four, and what on the paper answers for it; none where it is missing."""

    name: str
    claims: tuple[Claim, ...] = ()

    @property
    def seen(self) -> bool:
        """Whether the paper shows it."""
        return bool(self.claims)

    @property
    def mark(self) -> str:
        """How it stands in a table: ✓ or —."""
        return "✓" if self.seen else "—"


def gates(brief: Brief) -> tuple[Gate, ...]:
    """Return the four, always all of them and in order."""
    items = brief.section("outcome").items
    told = [claim for item in items if item.label == LINE for claim in item.claims if claim.origin != "open"]
    return tuple(Gate(name=name, claims=tuple(each for each in told if name in each.text)) for name in GATES)


def missing(brief: Brief) -> tuple[str, ...]:
    """The names of the gates that the paper does not show."""
    return tuple(gate.name for gate in gates(brief) if not gate.seen)
