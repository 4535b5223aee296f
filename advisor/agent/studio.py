"""Writing a paper together: edits, versions, and two tabs at once; every change is stored before it is shown."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, Protocol

from advisor.agent.clock import Clock
from advisor.agent.drafting import Draft
from advisor.agent.papers import GONE_ON, Papers
from advisor.agent.penned import called, penned
from advisor.brief.review import review
from advisor.brief.studio.comparison import SectionComparison, compared
from advisor.brief.studio.deeds import Deed, told
from advisor.brief.studio.lines import keys_of
from advisor.brief.studio.paper import Kind, Paper, Stamp, Version, live, pinned, presented
from advisor.brief.studio.work import collides, done, kept_beside
from advisor.errors import AdvisorError, Conflict
from advisor.words import Words

ASIDE: Final = "別のタブの書きかけ"
_TRIES: Final = 5
"""How often an edit is laid on what another tab has stored in the meantime."""


class Fresh(Protocol):
    """Drafts a consultation."""

    def __call__(self, id: str, day: str = "") -> Draft:
        """Return the draft dated `day` (ISO), or today."""
        ...


class Working(NamedTuple):
    """The paper to write on, the draft of now, and where the paper stands among the versions."""

    paper: Paper
    fresh: Draft
    stamp: Stamp | None = None
    """The version it is; None before the first edit."""
    stored: int = 0
    """How many versions there are."""

    @property
    def number(self) -> int:
        """What an edit says it was made on; 0 before the first."""
        return self.stamp.number if self.stamp else 0


class Studio:
    """The papers of one owner's consultations.

    `fresh` drafts a consultation, and `owned` raises AdvisorError for one that is somebody else's or unknown.
    """

    def __init__(
        self,
        papers: Papers,
        words: Words,
        clock: Clock,
        who: str,
        fresh: Fresh,
        owned: Callable[[str], object],
    ) -> None:
        self._papers = papers
        self._words = words
        self._clock = clock
        self._who = who
        self._fresh = fresh
        self._owned = owned

    def draft(self, id: str, day: str = "") -> Draft:
        """The paper as it is read and exported: the working paper where there is one, else the draft of now."""
        return read(self.working(id, day))

    def working(self, id: str, day: str = "") -> Working:
        """The paper to write on; before the first edit the draft of now (or of `day`), with names for its claims."""
        fresh = self._fresh(id, day)
        stamp, stored = self._papers.standing(id)
        if stamp is None:
            return Working(pinned(fresh.brief), fresh)
        return Working(self._papers.version(id, stamp.number).paper, fresh, stamp, stored)

    def versions(self, id: str) -> Sequence[Stamp]:
        """All versions, first to last; none before the first edit."""
        self._owned(id)
        return self._papers.stamps(id)

    def version(self, id: str, number: int) -> Version:
        """One version with its paper."""
        self._owned(id)
        return self._papers.version(id, number)

    def adopt(self, id: str, versions: Sequence[Version]) -> None:
        """Keep the versions of a paper that was handed over, where there are none yet; all or none."""
        self._owned(id)
        if versions:
            self._papers.add(id, versions, 0)

    def compare(self, id: str, before: int, after: int) -> tuple[SectionComparison, ...]:
        """What differs between two versions, section by section."""
        return compared(self.version(id, before).paper.brief, self.version(id, after).paper.brief)

    def edit(self, id: str, deeds: Sequence[Deed], made_on: int) -> Stamp | None:
        """Do deeds on the working paper; `made_on` is the number of the version that was on the screen (0: none yet).

        Deeds that meet nothing of another tab's are done on what is there now. Raises Conflict where others are
        not: all that was meant then stands in a version beside the paper. Returns the version now at hand.
        """
        safe = tuple(penned(deed, self._words, self._who, self._clock()) for deed in deeds)
        for _ in range(_TRIES):
            working = self.working(id)
            free = tuple(deed for deed in safe if not collides(working.paper, deed))
            new = self._edited(working, free)
            if len(free) < len(safe):
                new = self._beside(id, working, new, safe, made_on)
            try:
                if new:
                    self._papers.add(id, new, working.stored)
            except Conflict:
                continue
            if len(free) < len(safe):
                raise Conflict(
                    GONE_ON, id[:8], f"あなたの文は「版」の「{ASIDE}」に残してあります。比べて選べます"
                )
            return new[-1].stamp if new else working.stamp
        raise Conflict(GONE_ON, id[:8], "少し待って、もう一度お試しください")

    def _edited(self, working: Working, deeds: Sequence[Deed]) -> list[Version]:
        """The versions that these deeds make, the draft they are done on first; none where they change nothing."""
        first = self._first(working)
        number = working.stored + len(first) + 1
        paper = done(working.paper, deeds, working.fresh.brief, keys_of(str(number)))
        if paper == working.paper:
            return []
        stamp = self._stamp(number, "edit", told(deeds), working.number or 1)
        return [*first, _version(stamp, live(paper, working.fresh.brief))]

    def _beside(
        self, id: str, working: Working, new: list[Version], deeds: Sequence[Deed], made_on: int
    ) -> list[Version]:
        """The versions with one more: what was meant, on the paper that was on the screen."""
        before = new or self._first(working)
        number = working.stored + len(before) + 1
        on = made_on if 0 < made_on <= working.stored else 1
        ground = self._papers.version(id, on).paper if working.stored else working.paper
        paper = kept_beside(ground, deeds, working.fresh.brief, keys_of(str(number)))
        stamp = self._stamp(number, "aside", told(deeds), on).model_copy(update={"name": ASIDE})
        return [*before, _version(stamp, paper)]

    def undo(self, id: str, made_on: int) -> Stamp:
        """Bring back the paper as it was before the last step; the undone version stays in the list."""
        working = self._unmoved(id, made_on)
        to = working.stamp.undoes if working.stamp else None
        if to is None:
            raise AdvisorError("取り消す書き直しがありません", "", "")
        return self._brought_back(id, working, to, "undo")

    def restore(self, id: str, number: int, made_on: int) -> Stamp:
        """Go on from an earlier version, as a new one that may be written on; also from a locked one."""
        return self._brought_back(id, self._unmoved(id, made_on), number, "restore")

    def _brought_back(self, id: str, working: Working, number: int, kind: Kind) -> Stamp:
        version = self._papers.version(id, number)
        why = f"取り消し(第{number}版へ)" if kind == "undo" else f"第{number}版に戻す"
        stamp = self._stamp(working.stored + 1, kind, why, working.number)
        undoes = version.undoes if kind == "undo" else working.number
        stamp = stamp.model_copy(update={"restores": number, "undoes": undoes})
        self._papers.add(id, [_version(stamp, live(version.paper, working.fresh.brief))], working.stored)
        return stamp

    def submit(self, id: str, made_on: int, name: str = "") -> Stamp:
        """Keep the paper of now as 提出版: a version that is shown as it is and never changed."""
        working = self._unmoved(id, made_on)
        if working.stamp is not None and working.stamp.locked:
            raise AdvisorError("もう提出版になっています", working.stamp.label, "")
        first = self._first(working)
        stamp = self._stamp(working.stored + len(first) + 1, "submit", "提出版にする", working.number or 1)
        stamp = stamp.model_copy(update={"locked": True, "name": called(name, self._words)})
        last = _version(stamp, live(working.paper, working.fresh.brief))
        self._papers.add(id, [*first, last], working.stored)
        return stamp

    def name(self, id: str, number: int, name: str) -> None:
        """Name a version; an empty name takes it away. A locked one keeps the name it was handed up with."""
        if self.version(id, number).locked:
            raise AdvisorError("提出版の名前は変えられません", f"第{number}版", "写しから続けてください")
        self._papers.name_version(id, number, called(name, self._words))

    def _unmoved(self, id: str, made_on: int) -> Working:
        """The working paper where it is the one that was on the screen, else Conflict."""
        working = self.working(id)
        if working.number != made_on:
            raise Conflict(GONE_ON, id[:8], "画面を読み直してから、もう一度お試しください")
        return working

    def _first(self, working: Working) -> list[Version]:
        """The draft as the first version, where none is stored yet."""
        if working.stored:
            return []
        return [_version(self._stamp(1, "draft", "下書き", None), working.paper)]

    def _stamp(self, number: int, kind: Kind, why: str, parent: int | None) -> Stamp:
        at = self._clock()
        return Stamp(number=number, kind=kind, at=at, who=self._who, why=why, parent=parent, undoes=parent)


def read(working: Working) -> Draft:
    """Return a working paper as it is read, with the checker's findings."""
    if working.stamp is None:
        return working.fresh
    brief = presented(working.stamp, working.paper, working.fresh.brief)
    material = working.fresh.material
    plain = [claim.origin == "open" for claim in brief.claims if claim.plain]
    return Draft(brief, review(brief, material), material, plain.count(False), plain.count(True))


def _version(stamp: Stamp, paper: Paper) -> Version:
    return Version(**stamp.model_dump(), paper=paper)
