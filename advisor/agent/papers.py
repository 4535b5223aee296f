"""The role that keeps the versions of working papers, and who plays it where nothing is kept on a disk."""

from collections.abc import Sequence
from threading import Lock
from typing import Final, Protocol

from advisor.brief.studio.paper import Stamp, Version
from advisor.errors import AdvisorError, Conflict

GONE_ON: Final = "企画書は、別のタブで先に進んでいます"
NO_SUCH: Final = "その版は見つかりません"


class Papers(Protocol):
    """Keeps the versions of each consultation's paper, numbered from 1; they are only ever added."""

    def add(self, id: str, versions: Sequence[Version], expected: int) -> None:
        """Store versions durably, all or none; raise Conflict where there are not `expected` versions before them."""
        ...

    def stamps(self, id: str) -> Sequence[Stamp]:
        """All versions of a consultation without their papers, first to last; none before the first edit."""
        ...

    def standing(self, id: str) -> tuple[Stamp | None, int]:
        """The version that is the paper of now, and how many there are; one beside the paper (`aside`) never is."""
        ...

    def version(self, id: str, number: int) -> Version:
        """One version with its paper; AdvisorError where there is none of that number."""
        ...

    def name_version(self, id: str, number: int, name: str) -> None:
        """Keep the name of a version; nothing else of it ever changes."""
        ...


class MemoryPapers:
    """Versions in a dictionary: gone with the process."""

    def __init__(self) -> None:
        self._kept: dict[str, list[Version]] = {}
        self._lock = Lock()

    def add(self, id: str, versions: Sequence[Version], expected: int) -> None:
        """Keep versions behind the ones there are."""
        with self._lock:
            kept = self._kept.setdefault(id, [])
            if len(kept) != expected:
                raise Conflict(GONE_ON, id[:8], "画面を読み直してください")
            kept += versions

    def stamps(self, id: str) -> tuple[Stamp, ...]:
        """All versions without their papers."""
        return tuple(each.stamp for each in self._kept.get(id, ()))

    def standing(self, id: str) -> tuple[Stamp | None, int]:
        """The paper of now, and how many versions there are."""
        stamps = self.stamps(id)
        return next((each for each in reversed(stamps) if each.kind != "aside"), None), len(stamps)

    def version(self, id: str, number: int) -> Version:
        """One version with its paper."""
        found = next((each for each in self._kept.get(id, ()) if each.number == number), None)
        if found is None:
            raise AdvisorError(NO_SUCH, f"第{number}版", "版の一覧から選び直してください")
        return found

    def name_version(self, id: str, number: int, name: str) -> None:
        """Keep the name of a version."""
        named = self.version(id, number).model_copy(update={"name": name})
        self._kept[id] = [named if each.number == number else each for each in self._kept[id]]
