"""One rewording of a paper: a language model proposes, plain code decides what is kept."""

from collections.abc import Callable

from advisor.agent.casting import Models
from advisor.agent.clock import Clock
from advisor.agent.drafting import Draft
from advisor.brief.rewording import settled
from advisor.dialogue.events import Reworded, Rewording
from advisor.dialogue.session import Session
from advisor.dialogue.turns import Made
from advisor.words import Words


def reworded(
    session: Session,
    draft: Draft,
    models: Models,
    words: Words,
    on_section: Callable[[int, int], None],
    stopped: Callable[[], bool],
    clock: Clock,
) -> Reworded | None:
    """Return what is to be stored of a rewording of the plain `draft`; None where no model was asked."""
    made: list[Made] = []
    drafter = models.drafter(session, made.append, stopped)
    proposals = drafter.reword(draft.brief, draft.material, on_section, stopped)
    if not made and not proposals:
        return None
    kept = settled(draft.brief, proposals, draft.material, words)
    return Reworded(
        at=clock(),
        rewordings=kept + _cleared(session, proposals, kept),
        digests=drafter.digests,
        made=tuple(made),
    )


def once_a_time(look: Callable[[], bool], clock: Clock) -> Callable[[], bool]:
    """Return `look` asked once for each time of the clock: it reads a whole consultation, and is asked very often."""
    seen: dict[str, bool] = {}

    def looked() -> bool:
        if (at := clock()) not in seen:
            found = look()
            seen.clear()
            seen[at] = found
        return seen[at]

    return looked


def _cleared(
    session: Session, proposals: tuple[Rewording, ...], kept: tuple[Rewording, ...]
) -> tuple[Rewording, ...]:
    """A claim that was doubted and is now left as it is, is doubted no more."""
    doubted = {each.old for event in session.reworded for each in event.rewordings if each.doubtful}
    answered = {each.old for each in proposals} - {each.old for each in kept}
    return tuple(Rewording(old=old, new=old) for old in sorted(doubted & answered))
