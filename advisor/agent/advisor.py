"""The advisor as the page, the terminal and the evals use it: begin, say, draft, export."""

from collections.abc import Callable, Mapping, Sequence

from advisor.agent.book import NAMES_KEPT, refuse_other
from advisor.agent.casting import Models, Players
from advisor.agent.clock import Clock, Ids
from advisor.agent.door import let_in, let_in_document, refuse_nothing
from advisor.agent.drafting import Draft, drafted, session_phase
from advisor.agent.exporting import exporter_of, lacking
from advisor.agent.papers import MemoryPapers, Papers
from advisor.agent.ports import Exporter, Library, Sessions
from advisor.agent.rewordable import Rewordable
from advisor.agent.screen import StoredScreen
from advisor.agent.studio import Studio
from advisor.agent.tracing import SILENT
from advisor.agent.turn import answered, greeting
from advisor.dialogue.events import MessageReceived, Rewound, Started, TurnCompleted
from advisor.dialogue.reading import Reading
from advisor.dialogue.session import Session
from advisor.dialogue.turns import Attachment, Turn
from advisor.errors import AdvisorError
from advisor.framework.phases import PhaseView
from advisor.framework.slots import Slot
from advisor.privacy.cleaning import clean
from advisor.words import Words


class Advisor(Rewordable):
    """Consultations of one owner: begin, say, draft, export; every change is stored before it is shown."""

    def __init__(
        self,
        players: Players,
        words: Words,
        sessions: Sessions,
        clock: Clock,
        ids: Ids,
        exporters: Mapping[str, Exporter],
        owner: str = "",
    ) -> None:
        super().__init__(words, sessions, clock, owner)
        self._players = players
        self._ids = ids
        self._exporters = exporters
        self.keep_papers(MemoryPapers())

    def keep_papers(self, papers: Papers) -> None:
        """Keep the versions of papers there; before this they are kept in memory."""
        self.studio = Studio(
            papers, self._words, self._clock, self.owner, fresh=self.fresh, owned=self.session
        )

    def connect(self, models: Models | None) -> None:
        """Cast these language models from the next turn on; None: the embedded players alone."""
        self._players = self._players._replace(models=models, trouble="")

    def go_on_alone(self, error: AdvisorError) -> None:
        """Cast no language model, since what was set cannot serve, and keep why for `trouble`."""
        words = f"{error.what.rstrip('。')}。内蔵の助言役で続けています。"
        self._players = self._players._replace(models=None, trouble=words)

    @property
    def models(self) -> Models | None:
        """The language models that are connected, or None."""
        return self._players.models

    @property
    def trouble(self) -> str:
        """Why the embedded advisor works alone although a language model was named, or ""."""
        return self._players.trouble

    @property
    def library(self) -> Library:
        """The cards and the search over them."""
        return self._players.library

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats a brief can be exported to."""
        return tuple(self._exporters)

    def begin(self) -> Session:
        """Open a new consultation with a greeting."""
        id = self._ids()
        self._sessions.create(id, self.owner)
        reply = greeting(self._players)
        self._sessions.append(id, (Started(at=self._clock(), greeting=reply.text),), expected=0)
        return self.session(id)

    def say(
        self,
        id: str,
        text: str,
        documents: Sequence[tuple[str, str]] = (),
        on_stored: Callable[[], None] = lambda: None,
        seen: int | None = None,
    ) -> Turn:
        """Store a message and answer it; `seen` is the number of turns the caller has on screen.

        Raises Conflict where another tab has gone on in between; nothing is stored then.
        """
        return self._say(id, text, self._handed(documents), on_stored, seen)

    def _say(
        self,
        id: str,
        text: str,
        handed: tuple[Attachment, ...],
        on_stored: Callable[[], None] = lambda: None,
        seen: int | None = None,
    ) -> Turn:
        refuse_nothing(text, handed)
        with self._locks[id]:
            session = self._resumed(self.session(id))
            refuse_other(session, seen)
            received = self._received(session, text, handed)
            length = self._sessions.append(id, (received,), expected=len(session.events))
            on_stored()
            return self._complete(session.plus(received), received, length)

    def _resumed(self, session: Session) -> Session:
        """Answer a message that was stored before the program died."""
        waiting = session.unanswered
        if waiting is None:
            return session
        self._complete(session, waiting, len(session.events))
        return self.session(session.id)

    def resume(self, id: str) -> Session:
        """The consultation with an interrupted message answered."""
        with self._locks[id]:
            return self._resumed(self.session(id))

    def _complete(self, session: Session, received: MessageReceived, length: int) -> Turn:
        players = self._cast(session, received.turn)
        turn = answered(session, received, players, self._clock())
        self._sessions.append(session.id, (TurnCompleted(at=turn.at, turn=turn),), expected=length)
        return turn

    def _cast(self, session: Session, turn: int) -> Players:
        """The players of a turn: language models where there are some and the consultation may leave the machine.

        Of one that may not, no trace is left either: a collector may stand elsewhere.
        """
        if session.inside:
            return self._players._replace(trace=SILENT)
        if self._players.models is None:
            return self._players
        screen = StoredScreen(self._sessions, session.id, turn, self._clock)
        return self._players.models.cast(self._players, session, screen)

    def received(
        self, session: Session, text: str, documents: Sequence[tuple[str, str]] = ()
    ) -> MessageReceived:
        """The message as it may be stored: cleaned, then masked; a document's name as its text."""
        return self._received(session, text, self._handed(documents))

    def _received(self, session: Session, text: str, handed: tuple[Attachment, ...]) -> MessageReceived:
        asked = session.turns[-1].decision.asks if session.turns else None
        masked_text, found = let_in(text, self._words, keep_names=asked in NAMES_KEPT)
        return MessageReceived(
            at=self._clock(),
            turn=len(session.turns) + 1,
            text=masked_text,
            documents=handed,
            masked=(*found, *(each for document in handed for each in document.masked)),
        )

    def _handed(self, documents: Sequence[tuple[str, str]]) -> tuple[Attachment, ...]:
        return tuple(let_in_document(name, body, self._words) for name, body in documents)

    def read(self, text: str, asked: Slot | None = None, question: str | None = None) -> Reading:
        """Read one message; nothing is stored."""
        return self._players.reader.read(clean(text).text, asked, question)

    def undo(self, id: str) -> Session:
        """Leave the last turn; it stays in the record."""
        return self._rewind(id, len(self.session(id).turns), "undo")

    def edit(self, id: str, turn: int, text: str, on_stored: Callable[[], None] = lambda: None) -> Turn:
        """Say an earlier message anew, its documents with it: the consultation branches there, nothing is lost."""
        handed = next((each.documents for each in self.session(id).turns if each.number == turn), ())
        refuse_nothing(text, handed)
        self._rewind(id, turn, "edit")
        return self._say(id, text, handed, on_stored)

    def _rewind(self, id: str, turn: int, reason: str) -> Session:
        session = self.session(id)
        if not 1 <= turn <= len(session.turns):
            raise AdvisorError("取り消す発言がありません", f"{turn}番目", "")
        self.stop(id)  # nobody waits for a model whose reply would be left as well
        rewound = Rewound(at=self._clock(), turn=turn, reason="undo" if reason == "undo" else "edit")
        return self._note(id, rewound, seen=len(session.turns) if reason == "undo" else None)

    def phase(self, session: Session) -> PhaseView:
        """Where the idea stands now."""
        return session_phase(session)

    def draft(self, id: str, day: str = "") -> Draft:
        """The paper with the checker's findings: as it was written on, or as the consultation stands.

        What is not pinned by hand is dated `day` (ISO), or today.
        """
        return self.studio.draft(id, day)

    def fresh(self, id: str, day: str = "") -> Draft:
        """The brief as the consultation stands, whatever was written on the paper by hand."""
        return drafted(self.session(id), self.library, self._words, day or self._clock()[:10])

    def unready(self, format: str) -> AdvisorError | None:
        """Why a format cannot be written on this machine, or None; no file is made."""
        return lacking(exporter_of(self._exporters, format))

    def export(self, id: str, format: str, private: bool = False, day: str = "") -> bytes:
        """The brief as a file; `private` keeps all origins and the record; `day` as for `draft`."""
        return exporter_of(self._exporters, format).export(self.draft(id, day).brief, private)
