"""Settings -> Advisor: the only module that names an adapter."""

import getpass
import hashlib
import logging
import secrets
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from advisor import __version__
from advisor.adapters.database import Database
from advisor.adapters.doctor import examine_endpoint
from advisor.adapters.documents.reader import FileReader
from advisor.adapters.embedding.e5 import E5Embeddings, start_embedding
from advisor.adapters.embedding.trial import EmbeddingUnavailable
from advisor.adapters.endpoint import open_endpoint
from advisor.adapters.excel_file import ExcelFile
from advisor.adapters.fact import Fact
from advisor.adapters.json_file import JsonFile
from advisor.adapters.leaving import KEPT
from advisor.adapters.library import CardLibrary, open_library
from advisor.adapters.markdown_file import MarkdownFile
from advisor.adapters.pdf_file import PdfFile
from advisor.adapters.powerpoint_file import PowerPointFile
from advisor.adapters.reader.reader import EmbeddedReader
from advisor.adapters.telemetry import chosen_trace
from advisor.adapters.word_file import WordFile
from advisor.adapters.words import SudachiWords
from advisor.adapters.writer import open_writer
from advisor.agent.advisor import Advisor
from advisor.agent.casting import Models, Players
from advisor.agent.clock import Clock, Ids
from advisor.agent.forms import Forms
from advisor.agent.guarded import Guard
from advisor.agent.handover import Handover
from advisor.agent.ports import DocumentReader, Exporter, Ledgers, Sessions
from advisor.errors import AdvisorError
from advisor.patience.price import Prices
from advisor.resources import prompts_folder
from advisor.settings import ModelSettings, Settings, embedding_settings, price_settings
from advisor.settings.chosen import current_model_settings
from advisor.words import Words

if TYPE_CHECKING:
    from advisor.adapters.outward import OutwardSearch

_LOG = logging.getLogger(__name__)


class Opened(NamedTuple):
    """An advisor, and how its language models are changed while it works."""

    advisor: Advisor
    connect: Callable[[ModelSettings | None], None]
    """Cast the models of these settings from the next turn on; None: nothing of a model."""


def build(
    settings: Settings | None = None,
    *,
    sessions: Sessions | None = None,
    clock: Clock | None = None,
    ids: Ids | None = None,
    model: ModelSettings | None = None,
) -> Advisor:
    """Cast the players and return the advisor; arguments beside `settings` replace single players.

    `model` names the language model; None: the environment and what was chosen on the page do. Where it cannot be
    set up, that is noted in the log, and the embedded advisor works alone and tells why in `trouble`.
    """
    settings = settings or Settings()
    opened = open_advisor(settings, sessions=sessions, clock=clock, ids=ids)
    try:
        opened.connect(current_model_settings(settings) if model is None else model)
    except AdvisorError as error:
        opened.advisor.go_on_alone(error)
        _LOG.warning("%s %s %s", opened.advisor.trouble, error.where, error.do)
    return opened.advisor


def open_advisor(
    settings: Settings,
    *,
    sessions: Sessions | None = None,
    clock: Clock | None = None,
    ids: Ids | None = None,
) -> Opened:
    """Return the embedded advisor, to which no model is connected yet."""
    words, library, players = _embedded(settings)
    clock = clock or now
    database = Database(settings.data / "consultations.sqlite3", clock)
    advisor = Advisor(
        players=players,
        words=words,
        sessions=sessions or database,
        clock=clock,
        ids=ids or new_id,
        exporters=exporters(),
        owner=settings.owner or system_user(),
    )
    if sessions is None:
        advisor.keep_papers(database)

    def connect(model: ModelSettings | None) -> None:
        ledgers = database if sessions is None else None
        models = build_models(model, words, clock, ledgers) if model is not None else None
        found = _search(library, settings, model, clock) if model is not None else None
        if found is not None:
            from advisor.adapters.model.searching import SearchingModels

            models = SearchingModels(found, words, models)
        advisor.connect(models)

    return Opened(advisor, connect)


def exporters() -> dict[str, Exporter]:
    """The formats of the paper, the most asked for first; their libraries are loaded when one is made."""
    return {
        "docx": WordFile(),
        "pdf": PdfFile(),
        "pptx": PowerPointFile(),
        "xlsx": ExcelFile(),
        "md": MarkdownFile(),
        "json": JsonFile(),
    }


def _embedded(settings: Settings) -> tuple[Words, CardLibrary, Players]:
    """The words of Japanese, the library and the embedded players; the vectors are loaded beside the rest."""
    loading = start_embedding() if settings.vectors else None
    words = SudachiWords()
    writer = open_writer(words)
    embedder = _embedder(loading)
    library = open_library(words, embedder)
    reader = EmbeddedReader(words, embedder.embed_query if embedder else None)
    return words, library, Players(reader, library, writer, trace=chosen_trace())


def build_models(
    settings: ModelSettings, words: Words, clock: Clock, ledgers: Ledgers | None = None
) -> Models | None:
    """Return the language models where one is named; their libraries are loaded only then.

    `ledgers` keeps what was spent over a restart; without it only this program remembers.
    """
    chat = open_endpoint(settings) if settings.plays else None
    if chat is None:
        return None
    from advisor.adapters.model.cast import EndpointModels

    guard = Guard(settings.budget, time.monotonic, clock, ledgers, _prices())
    seconds = settings.turn_seconds
    return EndpointModels(chat, guard, words, settings.model_for, time.monotonic, turn_seconds=seconds)


def _search(
    library: CardLibrary, settings: Settings, model: ModelSettings, clock: Clock
) -> "OutwardSearch | None":
    """The search with an endpoint's vectors where one is named; its breaker and budget are its own."""
    chosen = embedding_settings()
    if not chosen.name:
        return None
    from advisor.adapters.embedding.endpoint import EndpointEmbeddings
    from advisor.adapters.outward import OutwardSearch

    embeddings = EndpointEmbeddings(chosen, model, time.monotonic)
    guard = Guard(model.budget, time.monotonic, clock)
    return OutwardSearch(library, embeddings, guard, settings.data / KEPT, time.monotonic, chosen.seconds)


def _prices() -> Prices:
    """The prices of tokens; none where they cannot be read, since they are only shown."""
    try:
        return price_settings().prices
    except AdvisorError as error:
        _LOG.warning("%s %s", error.what, error.where)
        return Prices()


def build_library(settings: Settings | None = None) -> CardLibrary:
    """The library alone, as the advisor would open it."""
    settings = settings or Settings()
    loading = start_embedding() if settings.vectors else None
    words = SudachiWords()
    return open_library(words, _embedder(loading))


def build_forms(advisor: Advisor) -> Forms:
    """The office's templates, filled with the papers of `advisor`."""
    from advisor.adapters.word.fill import TemplateFiller
    from advisor.adapters.word.shipped import shipped

    return Forms(advisor, TemplateFiller(), shipped())


def build_handover(advisor: Advisor, ids: Ids | None = None) -> Handover:
    """What hands the consultations of `advisor` over, and takes others in."""
    from advisor.adapters.zip_archive import ZipArchive

    folder = prompts_folder()
    shipped = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }
    return Handover(advisor, ZipArchive(), ids or new_id, __version__, shipped)


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
    """A new unguessable id (about 190 bits) that no command line takes for an option."""
    return secrets.token_urlsafe(24).replace("-", "_")


def system_user() -> str:
    """The operating system's user, who owns the consultations of this machine."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return Path.home().name or "user"
