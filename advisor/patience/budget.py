"""Budgets in tokens for a consultation, for a user's day and for everybody's day."""

from pydantic import Field

from advisor.patience.usage import Tokens, Usage
from advisor.values import Value


class Budget(Value):
    """Tokens that may be spent; None is without limit."""

    session: Tokens | None = 200_000
    user: Tokens | None = 500_000
    day: Tokens | None = 2_000_000


class Account(Value):
    """Whom a call is for."""

    session: str
    user: str


class Ledger(Value):
    """What was spent: by consultation over its life, by user and by all on one day (ISO date)."""

    day: str = ""
    sessions: dict[str, Usage] = Field(default_factory=dict)
    users: dict[str, Usage] = Field(default_factory=dict)
    all: Usage = Usage()


class Left(Value):
    """Tokens that are left, never below zero; None is without limit."""

    session: Tokens | None
    user: Tokens | None
    day: Tokens | None

    @property
    def least(self) -> int | None:
        """The smallest of the three, or None where nothing is limited."""
        return min((each for each in (self.session, self.user, self.day) if each is not None), default=None)


def left(ledger: Ledger, budget: Budget, account: Account, day: str) -> Left:
    """Return what `account` may still spend on `day`."""
    today = on_day(ledger, day)
    return Left(
        session=_rest(budget.session, today.sessions.get(account.session, Usage())),
        user=_rest(budget.user, today.users.get(account.user, Usage())),
        day=_rest(budget.day, today.all),
    )


def affords(ledger: Ledger, budget: Budget, account: Account, day: str, wanted: int) -> bool:
    """Tell whether a call that may cost `wanted` tokens fits into all three budgets."""
    least = left(ledger, budget, account, day).least
    return least is None or wanted <= least


def charged(ledger: Ledger, account: Account, day: str, usage: Usage) -> Ledger:
    """Return the ledger after a call; a new day begins with nothing spent but by consultations."""
    today = on_day(ledger, day)
    return Ledger(
        day=day,
        sessions=_more(today.sessions, account.session, usage),
        users=_more(today.users, account.user, usage),
        all=today.all.plus(usage),
    )


def joined(ledger: Ledger, kept: Ledger) -> Ledger:
    """Return what two ledgers of one purse tell together on the day of `kept`: of each entry the greater.

    One is behind where a storage failed, the other where somebody else has spent.
    """
    mine = on_day(ledger, kept.day)
    return Ledger(
        day=kept.day,
        sessions=_greater(mine.sessions, kept.sessions),
        users=_greater(mine.users, kept.users),
        all=max(mine.all, kept.all, key=_total),
    )


def on_day(ledger: Ledger, day: str) -> Ledger:
    """Return the ledger as it stands on a day: on another one nothing is spent but by consultations."""
    return ledger if ledger.day == day else Ledger(day=day, sessions=ledger.sessions)


def _rest(limit: int | None, spent: Usage) -> int | None:
    return None if limit is None else max(limit - spent.total, 0)


def _more(spent: dict[str, Usage], key: str, usage: Usage) -> dict[str, Usage]:
    return {**spent, key: spent.get(key, Usage()).plus(usage)}


def _greater(one: dict[str, Usage], other: dict[str, Usage]) -> dict[str, Usage]:
    return {key: max(one.get(key, Usage()), other.get(key, Usage()), key=_total) for key in one | other}


def _total(usage: Usage) -> int:
    return usage.total
