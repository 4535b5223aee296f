"""One line of what an examination found."""

from advisor.values import Value


class Fact(Value):
    """One line of the examination; `needed` tells that the advisor cannot do without."""

    name: str
    value: str
    ok: bool = True
    needed: bool = False
    hint: str = ""
    """What to do about it, where something can be done."""
