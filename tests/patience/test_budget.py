"""Budgets are kept for consultations, users and days, and a new day begins anew."""

from hypothesis import given
from hypothesis import strategies as st

from advisor.patience.budget import Account, Budget, Ledger, affords, charged, joined, left
from advisor.patience.usage import Usage, estimated, tokens

ME = Account(session="a", user="me")
ACCOUNTS = st.builds(Account, session=st.sampled_from("abc"), user=st.sampled_from(("me", "you")))
CALLS = st.lists(
    st.tuples(ACCOUNTS, st.integers(0, 40), st.integers(0, 40), st.sampled_from(("d1", "d2"))), max_size=40
)


def test_nothing_is_spent_at_first() -> None:
    assert left(Ledger(), Budget(session=10, user=20, day=None), ME, "d1").least == 10


def test_a_budget_without_limit_affords_everything() -> None:
    assert affords(Ledger(), Budget(session=None, user=None, day=None), ME, "d1", 10**9)


def test_a_new_day_forgets_users_and_the_day_but_not_consultations() -> None:
    ledger = charged(Ledger(), ME, "d1", Usage(prompt=5, completion=3))
    rest = left(ledger, Budget(session=10, user=10, day=10), ME, "d2")
    assert (rest.session, rest.user, rest.day) == (2, 10, 10)


@given(CALLS)
def test_calls_that_are_afforded_never_pass_a_budget(calls: list[tuple[Account, int, int, str]]) -> None:
    budget = Budget(session=100, user=150, day=200)
    ledger = Ledger()
    spent: dict[tuple[str, str], int] = {}
    for account, prompt, completion, day in sorted(calls, key=lambda call: call[3]):
        usage = Usage(prompt=prompt, completion=completion)
        if not affords(ledger, budget, account, day, usage.total):
            continue
        ledger = charged(ledger, account, day, usage)
        for key in (("session", account.session), ("user", account.user + day), ("day", day)):
            spent[key] = spent.get(key, 0) + usage.total
        rest = left(ledger, budget, account, day)
        assert rest.session == 100 - spent["session", account.session]
        assert rest.user == 150 - spent["user", account.user + day]
        assert rest.day == 200 - spent["day", day]
    assert all(total <= {"session": 100, "user": 150, "day": 200}[kind] for (kind, _), total in spent.items())


@given(CALLS, CALLS)
def test_two_ledgers_joined_tell_of_the_greater_and_never_of_another_day(
    mine: list[tuple[Account, int, int, str]], kept: list[tuple[Account, int, int, str]]
) -> None:
    one, other = _ledger(mine), _ledger(kept)
    both = joined(one, other)
    assert both.day == other.day
    assert both.all.total == max(one.all.total if one.day == other.day else 0, other.all.total)
    for session in one.sessions | other.sessions:
        totals = [each.sessions[session].total for each in (one, other) if session in each.sessions]
        assert both.sessions[session].total == max(totals)
    for user, usage in both.users.items():
        assert usage in (one.users.get(user), other.users.get(user))
    assert joined(both, other) == both


def _ledger(calls: list[tuple[Account, int, int, str]]) -> Ledger:
    ledger = Ledger()
    for account, prompt, completion, day in sorted(calls, key=lambda call: call[3]):
        ledger = charged(ledger, account, day, Usage(prompt=prompt, completion=completion))
    return ledger


@given(st.text(max_size=300), st.text(max_size=300))
def test_an_estimate_grows_with_the_text_and_never_passes_its_letters(one: str, other: str) -> None:
    assert 0 <= tokens(one) <= len(one)
    assert tokens(one) <= tokens(one + other) <= tokens(one) + tokens(other)
    assert estimated(one, other).total == tokens(one) + tokens(other)
    assert estimated(one, other).estimated


def test_a_japanese_letter_is_a_token_and_four_plain_ones_are() -> None:
    assert tokens("窓口") == 2
    assert tokens("abcde") == 2
