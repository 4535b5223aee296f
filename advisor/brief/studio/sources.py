"""Sources of a paper that outlives its draft: their numbers in the paper stay what they were."""

from advisor.brief.model import Brief, Claim, Note


def adopted(fresh: Brief, notes: tuple[Note, ...]) -> tuple[Brief, tuple[Note, ...]]:
    """Return a draft whose claims cite by the numbers of `notes`, and the notes with what was new behind them."""
    kept = list(notes)
    numbers: dict[int, int] = {}
    for note in fresh.notes:
        twin = next((each for each in kept if _same(each, note)), None)
        if twin is None:
            twin = note.model_copy(update={"number": max((each.number for each in kept), default=0) + 1})
            kept.append(twin)
        numbers[note.number] = twin.number
    return _renumbered(fresh, numbers), tuple(kept)


def _same(one: Note, other: Note) -> bool:
    return one.model_copy(update={"number": other.number}) == other


def _renumbered(brief: Brief, numbers: dict[int, int]) -> Brief:
    def change(claim: Claim) -> Claim:
        if not claim.notes:
            return claim
        return claim.model_copy(update={"notes": tuple(numbers.get(each, each) for each in claim.notes)})

    return brief.model_copy(update={"sections": tuple(each.each(change) for each in brief.sections)})


def cited_alone(brief: Brief) -> Brief:
    """Return the paper with the notes that its claims cite, numbered without gaps."""
    cited = {note for claim in brief.claims for note in claim.notes}
    kept = [note for note in brief.notes if note.number in cited]
    numbers = {note.number: place for place, note in enumerate(kept, 1)}
    notes = tuple(note.model_copy(update={"number": numbers[note.number]}) for note in kept)
    return _renumbered(brief, numbers).model_copy(update={"notes": notes})
