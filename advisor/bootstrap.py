"""Settings -> Advisor: the only module that names an adapter."""

import getpass
import logging
import secrets
import time
from collections.abc import Iterator
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path

from advisor.adapters.database import Database
from advisor.adapters.doctor import examine_endpoint
from advisor.adapters.documents.reader import FileReader
from advisor.adapters.embedding.e5 import E5Embeddings, start_embedding
from advisor.adapters.embedding.trial import EmbeddingUnavailable
from advisor.adapters.endpoint import open_endpoint
from advisor.adapters.fact import Fact
from advisor.adapters.library import CardLibrary, open_library
from advisor.adapters.markdown_file import MarkdownFile
from advisor.adapters.reader.reader import EmbeddedReader
from advisor.adapters.telemetry import chosen_trace
from advisor.adapters.word_file import WordFile
from advisor.adapters.words import SudachiWords
from advisor.adapters.writer import open_writer
from advisor.agent.advisor import Advisor
from advisor.agent.casting import Models, Players
from advisor.agent.clock import Clock, Ids
from advisor.agent.guarded import Guard
from advisor.agent.ports import DocumentReader, Ledgers, Sessions
from advisor.errors import AdvisorError
from advisor.patience.price import Prices
from advisor.settings import ModelSettings, Settings, model_settings, price_settings
from advisor.words import Words

_LOG = logging.getLogger(__name__)


def build(
    settings: Settings | None = None,
    *,
    sessions: Sessions | None = None,
    clock: Clock | None = None,
    ids: Ids | None = None,
    model: ModelSettings | None = None,
) -> Advisor:
    """Cast the players and return the advisor; arguments beside `settings` replace single players.

    `model` names the language model; None: the environment does. Where it cannot be set up, the embedded advisor
    works alone and tells why in `trouble`.
    """
    settings = settings or Settings()
    loading = start_embedding() if settings.vectors else None
    words = SudachiWords()
    writer = open_writer(words)
    clock = clock or now
    database = Database(settings.data / "consultations.sqlite3", clock)
    embedder = _embedder(loading)
    models, trouble = _models(model, words, clock, database if sessions is None else None)
    players = Players(
        reader=EmbeddedReader(words, embedder.embed_query if embedder else None),
        library=open_library(words, embedder),
        writer=writer,
        models=models,
        trouble=trouble,
        trace=chosen_trace(),
    )
    return Advisor(
        players=players,
        words=words,
        sessions=sessions or database,
        clock=clock,
        ids=ids or new_id,
        exporters={"md": MarkdownFile(), "docx": WordFile()},
        owner=settings.owner or system_user(),
    )


def _models(
    settings: ModelSettings | None, words: Words, clock: Clock, ledgers: Ledgers | None
) -> tuple[Models | None, str]:
    """The language models, or None and why they cannot play; a wrong value keeps nobody from the embedded advisor."""
    try:
        chosen = model_settings() if settings is None else settings
        return build_models(chosen, words, clock, ledgers), ""
    except AdvisorError as error:
        trouble = f"{error.what}{error.do}内蔵の助言役で続けています。"
        _LOG.warning("%s (%s)", trouble, error.where)
        return None, trouble


def build_models(
    settings: ModelSettings, words: Words, clock: Clock, ledgers: Ledgers | None = None
) -> Models | None:
    """Return the language models where one is named; their libraries are loaded only then.

    `ledgers` keeps what was spent over a restart; without it only this program remembers.
    """
    chat = open_endpoint(settings)
    if chat is None:
        return None
    from advisor.adapters.model.cast import EndpointModels

    guard = Guard(settings.budget, time.monotonic, clock, ledgers, _prices())
    seconds = settings.turn_seconds
    return EndpointModels(chat, guard, words, settings.model_for, time.monotonic, turn_seconds=seconds)


def _prices() -> Prices:
    """The prices of tokens; none where they cannot be read, since they are only shown."""
    try:
        return price_settings().prices
    except AdvisorError as error:
        _LOG.warning("%s (%s)", error.what, error.where)
        return Prices()


def build_library(settings: Settings | None = None) -> CardLibrary:
    """The library alone, as the advisor would open it."""
    settings = settings or Settings()
    loading = start_embedding() if settings.vectors else None
    words = SudachiWords()
    return open_library(words, _embedder(loading))


def build_document_reader() -> DocumentReader:
    """What reads the files that are handed over."""
    return FileReader()


def try_endpoint(settings: ModelSettings) -> Iterator[Fact]:
    """Ask the endpoint of `settings` and yield what it can do, a fact at a time; AdvisorError where that cannot begin."""
    return examine_endpoint(settings)


def _embedder(loading: "Future[E5Embeddings] | None") -> E5Embeddings | None:
    """The embedded model where it can serve here; otherwise words and letters serve alone."""
    if loading is None:
        return None
    try:
        return loading.result()
    except EmbeddingUnavailable as error:
        _LOG.warning("%s", error.what)
        return None


def now() -> str:
    """The present as an ISO time with seconds and offset."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def new_id() -> str:
    """A new unguessable id (192 bits)."""
    return secrets.token_urlsafe(24)


def system_user() -> str:
    """The operating system's user, who owns the consultations of this machine."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return Path.home().name or "user"
