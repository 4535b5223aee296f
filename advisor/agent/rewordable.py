"""Rewording the paper of a consultation by a language model, where there is one and the words may leave."""

from collections.abc import Callable

from advisor.agent.book import Book
from advisor.agent.casting import Players
from advisor.agent.drafting import Draft, drafted
from advisor.agent.rewording import once_a_time, reworded
from advisor.dialogue.events import PlainWording
from advisor.dialogue.session import Session
from advisor.errors import AdvisorError


class Rewordable(Book):
    """A book whose papers may be worded anew by the players it is given."""

    _players: Players

    def leaves(self, session: Session | None) -> bool:
        """Whether the words of a consultation, or of a new one, go to a language model outside this program."""
        return self._players.models is not None and not (session and session.inside)

    def reword(
        self,
        id: str,
        on_section: Callable[[int, int], None] = lambda done, total: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Session:
        """Let a language model word the paper anew, section by section; what was made before a stop is kept.

        Raises AdvisorError where there is no model or the consultation may not leave the machine.
        """
        session = self.session(id)
        models = self._players.models
        if models is None or not models.drafts:
            raise AdvisorError(
                "言語モデルが設定されていません",
                "",
                "文章は、内蔵の助言役が書いたまま使えます(docs/model.md)",
            )
        if session.inside:
            raise AdvisorError(
                "この相談は外に出さない設定です", id[:8], "文章は、内蔵の助言役が書いたまま使えます"
            )
        plain = self._plain(session)

        inside = once_a_time(lambda: self.session(id).inside, self._clock)

        event = reworded(
            session, plain, models, self._words, on_section, lambda: stopped() or inside(), self._clock
        )
        return session if event is None else self._note(id, event)

    def rewords(self, session: Session) -> bool:
        """Whether a language model may word the paper of a consultation anew."""
        models = self._players.models
        return models is not None and models.drafts and self.leaves(session)

    def _plain(self, session: Session) -> Draft:
        """The draft without the rewordings of language models."""
        wanted = session.plus(PlainWording(at=self._clock(), value=True))
        return drafted(wanted, self._players.library, self._words, self._clock()[:10])
