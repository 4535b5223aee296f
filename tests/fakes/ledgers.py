"""The port `Ledgers` in memory, and one whose storage fails."""

from advisor.errors import AdvisorError
from advisor.patience.budget import Account, Ledger, charged, on_day
from advisor.patience.usage import Usage


class MemoryLedgers:
    """Keeps one ledger; a later day lets go of the day before."""

    def __init__(self) -> None:
        self._ledger = Ledger()

    def spending(self, account: Account, day: str) -> Ledger:
        """What is kept of an account, and of everybody, on a day."""
        kept = on_day(self._ledger, day)
        return Ledger(
            day=day,
            sessions={key: each for key, each in kept.sessions.items() if key == account.session},
            users={key: each for key, each in kept.users.items() if key == account.user},
            all=kept.all,
        )

    def charge(self, account: Account, day: str, usage: Usage) -> None:
        """Add to what is kept."""
        self._ledger = charged(self._ledger, account, day, usage)


class BrokenLedgers:
    """Keeps nothing and says so, as a full or damaged disk does; `tries` counts."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error or AdvisorError("保存できません。ディスクの空きがありません")
        self.tries = 0

    def spending(self, account: Account, day: str) -> Ledger:
        """Fail."""
        self.tries += 1
        raise self.error

    def charge(self, account: Account, day: str, usage: Usage) -> None:
        """Fail."""
        self.tries += 1
        raise self.error
