"""A Chat that is spared while its endpoint rests and stopped where a budget ends, on behalf of one consultation."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from advisor.agent.clock import Clock
from advisor.agent.ports import Chat, Form, Ledgers, Speech, whole
from advisor.errors import AdvisorError
from advisor.patience.breaker import Breaker, failed, resting, succeeded, trying
from advisor.patience.budget import Account, Budget, Ledger, Left, affords, charged, joined
from advisor.patience.failures import ModelFailure, failure
from advisor.patience.limits import ModelRole
from advisor.patience.lines import Answer, Line
from advisor.patience.price import Prices, Spent, spent
from advisor.patience.usage import Usage, tokens


class Guard:
    """The breaker and the ledger of one endpoint, shared by all who talk to it.

    `monotonic` gives seconds of a steady clock, `clock` the ISO time whose date is the day of the budgets. What was
    spent is kept in memory and, where there are `ledgers`, there too, so that it outlives a restart; a storage that
    fails costs only that.
    """

    def __init__(
        self,
        budget: Budget,
        monotonic: Callable[[], float],
        clock: Clock,
        ledgers: Ledgers | None = None,
        prices: Prices | None = None,
    ) -> None:
        self._budget = budget
        self._monotonic = monotonic
        self._clock = clock
        self._ledgers = ledgers
        self._prices = prices or Prices()
        self._breaker = Breaker()
        self._ledger = Ledger()
        self._lock = threading.Lock()

    def enter(self, account: Account, wanted: int) -> None:
        """Let a call that may cost `wanted` tokens through, or raise ModelFailure: `resting` or `spent`."""
        day = self._day()
        self._recall(account, day)
        with self._lock:
            if not affords(self._ledger, self._budget, account, day, wanted):
                raise failure("spent")
            if resting(self._breaker, self._monotonic()):
                raise failure("resting")
            self._breaker = trying(self._breaker, self._monotonic())

    def leave(self, account: Account, usage: Usage | None, error: ModelFailure | None = None) -> None:
        """Note how a call ended and what it has cost."""
        day = self._day()
        with self._lock:
            now = self._monotonic()
            self._breaker = succeeded(self._breaker) if error is None else failed(self._breaker, error, now)
            if usage is not None:
                self._ledger = charged(self._ledger, account, day, usage)
        if usage is not None:
            self._keep(account, day, usage)

    def left(self, account: Account) -> Left:
        """The tokens that are left."""
        return self.spent(account).left

    def spent(self, account: Account) -> Spent:
        """The tokens that were used and are left, and what they cost where prices are set."""
        day = self._day()
        self._recall(account, day)
        with self._lock:
            return spent(self._ledger, self._budget, account, day, self._prices)

    def _recall(self, account: Account, day: str) -> None:
        """Take in what is kept, also by other processes and before this one began."""
        if self._ledgers is None:
            return
        with suppress(AdvisorError, OSError):
            kept = self._ledgers.spending(account, day)
            with self._lock:
                self._ledger = joined(self._ledger, kept)

    def _keep(self, account: Account, day: str, usage: Usage) -> None:
        if self._ledgers is not None:
            with suppress(AdvisorError, OSError):
                self._ledgers.charge(account, day, usage)

    def resting(self) -> bool:
        """Whether calls are spared just now."""
        with self._lock:
            return resting(self._breaker, self._monotonic())

    def _day(self) -> str:
        return self._clock()[:10]


class GuardedChat:
    """A Chat on behalf of `account`, under a guard; a call counts once it has ended, failed or was closed."""

    def __init__(self, chat: Chat, guard: Guard, account: Account) -> None:
        self._chat = chat
        self._guard = guard
        self._account = account

    def say(self, role: ModelRole, lines: Sequence[Line]) -> Answer:
        """Return a whole Japanese answer in words."""
        return whole(self.stream(role, lines))

    def stream(self, role: ModelRole, lines: Sequence[Line]) -> Speech:
        """Return a Japanese answer as it comes; the guard is passed when its first text is asked for."""
        return GuardedSpeech(self._chat.stream(role, lines), self._guard, self._account, _wanted(lines))

    def fill(self, role: ModelRole, lines: Sequence[Line], form: type[Form]) -> tuple[Form, Usage]:
        """Return a filled form and its cost."""
        self._guard.enter(self._account, _wanted(lines))
        try:
            value, usage = self._chat.fill(role, lines, form)
        except ModelFailure as error:
            self._guard.leave(self._account, error.usage, error)
            raise
        self._guard.leave(self._account, usage)
        return value, usage


class GuardedSpeech(Iterator[str]):
    """A Speech that enters the guard at its first text and leaves it once, however it ends.

    Closed after its first text it has shown that the endpoint answers; closed before, it has shown nothing.
    """

    def __init__(self, speech: Speech, guard: Guard, account: Account, wanted: int) -> None:
        self._speech = speech
        self._guard = guard
        self._account = account
        self._wanted = wanted
        self._inside = False
        self._heard = False
        self._over = False

    def __next__(self) -> str:
        """Return the next text; raise StopIteration at a good end and ModelFailure at any other."""
        if self._over:
            raise StopIteration
        if not self._inside:
            self._guard.enter(self._account, self._wanted)
            self._inside = True
        try:
            text = next(self._speech)
        except StopIteration:
            self._leave(None)
            raise
        except ModelFailure as error:
            self._leave(error)
            raise
        self._heard = True
        return text

    @property
    def usage(self) -> Usage:
        """What the answer has cost so far."""
        return self._speech.usage

    def close(self) -> None:
        """Stop the answer; what it has cost until now is counted."""
        self._speech.close()
        if self._inside and not self._over:
            self._leave(None if self._heard else failure("stopped"))
        self._over = True

    def _leave(self, error: ModelFailure | None) -> None:
        self._over = True
        self._guard.leave(self._account, self._speech.usage, error)


def _wanted(lines: Sequence[Line]) -> int:
    """What a call takes at least: what is sent."""
    return sum(tokens(line.text) for line in lines)
