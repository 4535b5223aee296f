"""What tokens cost in yen, and what an account has spent, as the page may show it."""

from decimal import Decimal
from typing import Annotated, Final

from pydantic import Field

from advisor.patience.budget import Account, Budget, Ledger, Left, left, on_day
from advisor.patience.usage import Usage
from advisor.values import Value

_MILLION: Final = Decimal(1_000_000)
Yen = Annotated[Decimal, Field(ge=0, allow_inf_nan=False)]


class Prices(Value):
    """Yen for 1,000,000 tokens that go in and that come out; None where it was not said."""

    prompt: Yen | None = None
    completion: Yen | None = None


class Cost(Value):
    """Tokens that were used, and their price where prices are set."""

    usage: Usage
    yen: Decimal | None = None


class Spent(Value):
    """What a consultation has used over its life, its user on this day and everybody on this day, and what is left."""

    session: Cost
    user: Cost
    day: Cost
    left: Left

    @property
    def estimated(self) -> bool:
        """Whether some of it was counted by letters (概算), since the endpoint did not tell."""
        return any(each.usage.estimated for each in (self.session, self.user, self.day))


def yen(usage: Usage, prices: Prices) -> Decimal | None:
    """Return the exact price of `usage`, or None where a price that it needs was not said."""
    sides = ((usage.prompt, prices.prompt), (usage.completion, prices.completion))
    if prices == Prices() or any(tokens and price is None for tokens, price in sides):
        return None
    return sum((tokens * (price or Decimal(0)) for tokens, price in sides), Decimal(0)) / _MILLION


def spent(ledger: Ledger, budget: Budget, account: Account, day: str, prices: Prices) -> Spent:
    """Return what `account` has spent and may still spend on `day`."""
    today = on_day(ledger, day)
    return Spent(
        session=_cost(today.sessions.get(account.session, Usage()), prices),
        user=_cost(today.users.get(account.user, Usage()), prices),
        day=_cost(today.all, prices),
        left=left(today, budget, account, day),
    )


def _cost(usage: Usage, prices: Prices) -> Cost:
    return Cost(usage=usage, yen=yen(usage, prices))
