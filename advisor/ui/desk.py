"""The advisor at hand, and which consultation and view are open (both stand in the address)."""

import re
from threading import Lock
from typing import Final, get_args

import streamlit as st

from advisor.agent.advisor import Advisor
from advisor.agent.forms import Forms
from advisor.agent.handover import Handover
from advisor.agent.ports import DocumentReader
from advisor.agent.rewriting import Rewriting
from advisor.agent.speaking import Speaker
from advisor.dialogue.session import Session
from advisor.errors import AdvisorError
from advisor.settings import ModelSettings, Settings, embedding_settings
from advisor.settings.chosen import ChosenModel, chosen_model
from advisor.ui.destination import Outside
from advisor.ui.mishap import note
from advisor.ui.state import File, Notice, View, tab

_ID: Final = re.compile(r"[A-Za-z0-9_-]{8,80}")
VIEWS: Final[dict[View, str]] = {
    "talk": "相談",
    "paper": "企画書",
    "library": "事例と枠組み",
    "list": "相談の一覧",
}
"""The views that the head offers side by side; 設定 has a button of its own."""


class _Office:
    """The advisor of an installation, who answers and rewords for it, and the models as they were chosen last."""

    def __init__(self, settings: Settings) -> None:
        from advisor.bootstrap import build_forms, build_handover, open_advisor

        self.advisor, self._connect = open_advisor(settings)
        self.speaker = Speaker(self.advisor)
        self.rewriting = Rewriting(self.advisor)
        self.forms = build_forms(self.advisor)
        self.handover = build_handover(self.advisor)
        self._revision = -1
        self._lock = Lock()

    def current(self) -> "_Office":
        """Return this office with the models that were chosen last; the embedded advisor alone where that fails."""
        choice = chosen()
        with self._lock:
            if choice.revision != self._revision:
                self._revision = choice.revision
                try:
                    self._connect(choice.settings())
                except AdvisorError as error:
                    note(error)
                    self.advisor.go_on_alone(error)
        return self


@st.cache_resource(show_spinner="準備しています…")
def _opened(data: str, owner: str, vectors: bool) -> _Office:
    return _Office(Settings())


def _office() -> _Office:
    settings = Settings()
    return _opened(str(settings.data), settings.owner, settings.vectors).current()


def advisor() -> Advisor:
    """The advisor over the data folder of this installation, shared by all tabs."""
    return _office().advisor


def speaker() -> Speaker:
    """Who answers in the background, for all tabs."""
    return _office().speaker


def rewriting() -> Rewriting:
    """Who words papers anew in the background, for all tabs."""
    return _office().rewriting


def forms() -> Forms:
    """The office's templates, and those at hand."""
    return _office().forms


def handover() -> Handover:
    """What hands consultations over as one file."""
    return _office().handover


def chosen() -> ChosenModel:
    """What was chosen on the page about the language model."""
    return chosen_model(Settings().data)


def current_model_settings() -> ModelSettings:
    """The language model's settings that hold now; AdvisorError where they cannot be read."""
    return chosen().settings()


def outside(session: Session | None) -> Outside | None:
    """The language model that the words of a consultation may go to, or None where they stay in this program.

    A new consultation is told by the settings alone, so that the first page need not wait for the advisor.
    """
    if session is not None and not advisor().leaves(None):
        return None
    try:
        settings = current_model_settings()
        vectors = embedding_settings()
    except AdvisorError:
        return None
    search = f"{vectors.endpoint(settings).host} の {vectors.name}" if vectors.name else ""
    if not (settings.plays or search):
        return None
    models = advisor().models if session is not None else None
    return Outside(
        place=settings.host,
        model="、".join(settings.plays),
        here=settings.here,
        search=search,
        resting=models is not None and models.resting,
        spending=models.spent(session) if models is not None and session is not None else None,
    )


def unserved(session: Session | None) -> str:
    """Why no language model serves although one was named, or ""; a new consultation is told by the settings alone."""
    try:
        current_model_settings()
        embedding_settings()
    except AdvisorError as error:
        return f"{error.what}内蔵の助言役で続けています。"
    return advisor().trouble if session is not None else ""


@st.cache_resource(show_spinner=False)
def document_reader() -> DocumentReader:
    """What reads the files that are handed over."""
    from advisor.bootstrap import build_document_reader

    return build_document_reader()


def open_id() -> str | None:
    """The id of the consultation in the address, or None on a first visit."""
    value = st.query_params.get("c", "")
    return value if _ID.fullmatch(value) else None


def opened() -> Session | None:
    """The consultation in the address, an interrupted message answered or about to be; None where there is none."""
    id = open_id()
    if id is None:
        return None
    try:
        session = advisor().session(id)
        if session.unanswered is None:
            return session
        return _resumed(session)
    except AdvisorError as error:
        forget()
        st.query_params.pop("c", None)
        tab().notice = Notice("trouble", f"{error.what}。{error.do}")
        return None


def _resumed(session: Session) -> Session:
    """A message that waits is answered at once, or in the background where a language model takes its time."""
    if not advisor().leaves(session):
        return advisor().resume(session.id)
    if speaker().trouble(session.id) is None:
        speaker().resume(session.id)
    return session


def enter(id: str, view: View = "talk") -> None:
    """Open a consultation."""
    if open_id() != id:
        forget()
    st.query_params["c"] = id
    go(view)


def close(view: View = "talk") -> None:
    """Leave the consultation (a new one starts with the next message)."""
    forget()
    st.query_params.pop("c", None)
    go(view)


def forget() -> None:
    """Drop what belongs to the consultation that was open."""
    memory = tab()
    memory.passage = memory.slot = memory.turn = memory.card = None
    memory.earlier = 0
    memory.adding, memory.versions = "", 1


def go(view: View) -> None:
    """Show another view."""
    st.session_state["view"] = view
    st.query_params["v"] = view


def view() -> View:
    """The view in the address."""
    value = st.query_params.get("v", "talk")
    return next((each for each in get_args(View) if each == value), "talk")


def trouble(error: Exception, kept: str = "", files: tuple[File, ...] = ()) -> Notice:
    """What to say when something could not be stored; what was typed and attached is kept on screen."""
    if isinstance(error, AdvisorError):
        return Notice(
            "trouble",
            "。".join(part for part in (error.what.rstrip("。"), error.do) if part),
            kept,
            files=files,
        )
    note(error)
    return Notice("trouble", "保存できませんでした。少し待って、もう一度お試しください", kept, files=files)
