"""Settings -> Advisor: the only module that names an adapter."""

import getpass
import secrets
from datetime import datetime
from pathlib import Path

from advisor.adapters.database import Database
from advisor.adapters.embedding import open_embedding
from advisor.adapters.library import open_library
from advisor.adapters.markdown_file import MarkdownFile
from advisor.adapters.reader import open_reader
from advisor.adapters.word_file import WordFile
from advisor.adapters.words import SudachiWords
from advisor.adapters.writer import open_writer
from advisor.agent.advisor import Advisor
from advisor.agent.clock import Clock, Ids
from advisor.agent.ports import Sessions
from advisor.agent.turn import Players
from advisor.settings import Settings


def build(
    settings: Settings | None = None,
    *,
    sessions: Sessions | None = None,
    clock: Clock | None = None,
    ids: Ids | None = None,
) -> Advisor:
    """Cast the players and return the advisor; arguments beside `settings` replace single players."""
    settings = settings or Settings()
    words = SudachiWords()
    embed = open_embedding() if settings.vectors else None
    players = Players(
        reader=open_reader(words, embed),
        library=open_library(words, embed),
        writer=open_writer(words),
    )
    return Advisor(
        players=players,
        words=words,
        sessions=sessions or Database(settings.data / "consultations.sqlite3", clock or now),
        clock=clock or now,
        ids=ids or new_id,
        exporters={"md": MarkdownFile(), "docx": WordFile()},
        owner=settings.owner or system_user(),
    )


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
