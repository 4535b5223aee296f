"""An endpoint's vectors in the search of every turn, before or without its language models."""

from collections.abc import Callable

from advisor.adapters.outward import OutwardSearch
from advisor.agent.casting import Models, Players, Screen
from advisor.agent.ports import Drafter
from advisor.agent.veiled import hidden, names_of
from advisor.dialogue.session import Session
from advisor.dialogue.turns import Made
from advisor.errors import AdvisorError
from advisor.patience.budget import Account
from advisor.patience.price import Spent
from advisor.words import Words


class SearchingModels:
    """Casts a library that asks the endpoint, with names hidden; everything else is the inner models', if any."""

    def __init__(self, search: OutwardSearch, words: Words, inner: Models | None) -> None:
        self._search = search
        self._words = words
        self._inner = inner

    def cast(self, players: Players, session: Session, screen: Screen) -> Players:
        """Return the players of one turn; the search asks within the endpoint's own limits."""
        cast = players if self._inner is None else self._inner.cast(players, session, screen)
        names = names_of(session, self._words)
        account = Account(session=session.id, user=session.owner)
        library = self._search.cast(account, lambda text: hidden(text, names, self._words))
        return cast._replace(library=library)

    @property
    def drafts(self) -> bool:
        """Whether a language model may word papers anew."""
        return self._inner is not None and self._inner.drafts

    def drafter(self, session: Session, note: Callable[[Made], None], stopped: Callable[[], bool]) -> Drafter:
        """Return who words the paper of `session` anew; AdvisorError where no language model does."""
        if self._inner is None:
            raise AdvisorError("文章を整える言語モデルがありません", "", "言語モデルを設定してください")
        return self._inner.drafter(session, note, stopped)

    def spent(self, session: Session) -> Spent | None:
        """What the language models have spent; None where there are none."""
        return self._inner.spent(session) if self._inner is not None else None

    @property
    def resting(self) -> bool:
        """Whether the language models are spared just now."""
        return self._inner is not None and self._inner.resting
