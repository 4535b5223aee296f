"""The paper in an office's own form: which places a template has, and the template filled."""

from collections.abc import Mapping
from typing import Final, NamedTuple, Protocol

from advisor.agent.advisor import Advisor
from advisor.brief.fields import NAMES, Filling, filling
from advisor.brief.model import Brief
from advisor.errors import AdvisorError

ESSENTIAL: Final = ("件名", "日付", "作成課", "提出先", "求める判断", "要旨", "目的", "概算")
"""What a paper that is handed up is asked for first: a template without a place for one of these is told so."""
_HELD: Final[Mapping[str, tuple[str, ...]]] = {"求める判断": ("要旨",), "概算": ("要旨",)}
"""Names that hold what another name stands for."""
_HOLE: Final = "【要確認"


class FormFiller(Protocol):
    """Finds the places of a template and fills them."""

    def names(self, name: str, content: bytes) -> tuple[str, ...]:
        """Return the placeholders of the file called `name`, each once, in their order.

        AdvisorError, in Japanese, where the file is no template that can be used.
        """
        ...

    def fill(self, name: str, content: bytes, filling: Filling) -> bytes:
        """Return the template filled; a placeholder that is not known is left as it is. AdvisorError as `names`."""
        ...


class Survey(NamedTuple):
    """What a template holds, held against what the paper has to put in."""

    known: tuple[str, ...]
    """The placeholders that are filled."""
    unknown: tuple[str, ...]
    """Those that nothing is known of; they stay in the file as they are."""
    absent: tuple[str, ...]
    """Essential names for which the template has no place."""
    waiting: tuple[str, ...]
    """Known placeholders whose words still hold 【要確認】."""


class Forms:
    """The office's templates, and those that are shipped."""

    def __init__(self, advisor: Advisor, filler: FormFiller, shipped: Mapping[str, bytes]) -> None:
        """`shipped` holds templates by the names that a user would call them (起案文 ...)."""
        self._advisor = advisor
        self._filler = filler
        self._shipped = shipped

    @property
    def shipped(self) -> tuple[str, ...]:
        """The names of the templates at hand."""
        return tuple(self._shipped)

    def template(self, name: str) -> bytes:
        """Return a shipped template, to be restyled by the office; AdvisorError where there is none of that name."""
        found = self._shipped.get(name)
        if found is None:
            raise AdvisorError("その名の様式はありません", name, f"あるのは {'、'.join(self.shipped)} です")
        return found

    def survey(self, id: str, name: str, content: bytes, private: bool = False) -> Survey:
        """Hold a template against the paper of a consultation."""
        return surveyed(self._filler.names(name, content), self._paper(id), private)

    def fill(self, id: str, name: str, content: bytes, private: bool = False) -> bytes:
        """Return the template called `name` filled with the paper of a consultation."""
        return self._filler.fill(name, content, filling(self._paper(id), private))

    def _paper(self, id: str) -> Brief:
        return self._advisor.draft(id).brief


def surveyed(found: tuple[str, ...], brief: Brief, private: bool = False) -> Survey:
    """Sort the placeholders of a template by what the paper knows of them."""
    ready = filling(brief, private)
    known = tuple(name for name in found if name in NAMES)
    return Survey(
        known=known,
        unknown=tuple(name for name in found if name not in NAMES),
        absent=tuple(name for name in ESSENTIAL if not {name, *_HELD.get(name, ())} & {*found}),
        waiting=tuple(name for name in known if _HOLE in _words(ready, name)),
    )


def _words(ready: Filling, name: str) -> str:
    cell = ready.cell(name)
    if cell is not None:
        return "".join(row[cell[1]] for row in ready.lists[cell[0]].rows)
    if name in ready.texts:
        return "".join(ready.texts[name])
    return "".join("".join(row) for row in ready.lists[name[:-1]].rows)
