"""One open file: reading beside each other, writing one at a time, and making room where the disk is full."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TypeVar

from sqlalchemy import Connection

from advisor.adapters.database.ballast import drop
from advisor.adapters.database.failures import Full, translated
from advisor.adapters.database.opening import opened
from advisor.agent.clock import Clock

_Result = TypeVar("_Result")


class Access:
    """The connections to one file; a failure is an AdvisorError in Japanese."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock
        self._engine = opened(path, clock)
        self._writer = self._engine.execution_options(writes=True)
        self._writing = Lock()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with translated(self._path.name), self._engine.begin() as connection:
            yield connection

    def _written(self, work: Callable[[Connection], _Result]) -> _Result:
        """Run one write transaction; the threads of this process queue up here, other processes at the file."""
        with self._writing, translated(self._path.name), self._writer.begin() as connection:
            return work(connection)

    def _freed(self, work: Callable[[Connection], _Result]) -> _Result:
        """Run a write that makes room; on a full disk the ballast is let go first."""
        try:
            return self._written(work)
        except Full:
            if not drop(self._path):
                raise
            return self._written(work)

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()
