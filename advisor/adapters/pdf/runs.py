"""Claims as runs: words, marks, holes, and notes that are whole at their first place."""

from collections.abc import Sequence
from typing import Any

from advisor.adapters.word.characters import plain
from advisor.brief.marks import mark, merged
from advisor.brief.model import Claim, Note

Run = dict[str, Any]
"""`kind` text, mark, ask or note; `text`, or `note` with whether it is its `first` place."""


class Runs:
    """Words claims as `advisor.brief.marks.written` does, in the order in which the paper is set."""

    def __init__(self, notes: Sequence[Note], private: bool) -> None:
        self._known = {note.number for note in notes}
        self._used: set[int] = set()
        self._private = private

    def of(self, claims: Sequence[Claim], private: bool | None = None) -> list[Run]:
        """The runs of claims; `private` overrides whether the marks of all origins are kept."""
        kept = self._private if private is None else private
        shown = merged(claims)
        runs: list[Run] = []
        for at, claim in enumerate(shown):
            if claim.text:
                runs.append({"kind": "text", "text": plain(claim.text)})
            runs += self._marks(claim, kept)
            if claim.origin == "open" and claim.ask and (claim.text or at + 1 < len(shown)):
                runs.append({"kind": "text", "text": "。"})
        return runs

    def _marks(self, claim: Claim, private: bool) -> list[Run]:
        if claim.origin == "source":
            return [self._note(number) for number in claim.notes]
        text = plain(mark(claim, private))
        kind = "ask" if claim.origin == "open" else "mark"
        return [{"kind": kind, "text": text}] if text else []

    def _note(self, number: int) -> Run:
        if number not in self._known:
            return {"kind": "mark", "text": f"注{number}"}
        first = number not in self._used
        self._used.add(number)
        return {"kind": "note", "note": str(number), "first": first}
