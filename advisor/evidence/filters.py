"""Which passages a query may find, and where a counter-example comes in."""

from collections.abc import Iterable, Sequence

from advisor.evidence.names import TechnologyNames, mentions
from advisor.evidence.passages import Hit, Passage
from advisor.evidence.query import Query


def allowed(passages: Sequence[Passage], query: Query, technologies: TechnologyNames) -> frozenset[int]:
    """Return the positions of the passages that pass the query's filters."""
    spellings = technologies.same(query.technology) if query.technology else frozenset[str]()
    return frozenset(
        position
        for position, passage in enumerate(passages)
        if (query.everything or passage.default)
        and (not query.kinds or passage.kind in query.kinds)
        and (query.phase is None or passage.phase == query.phase)
        and (not spellings or mentions(passage.technologies, spellings))
    )


def without_phase(query: Query) -> Query:
    """The query a counter-example answers: cautionary cases have no phase."""
    return query.model_copy(update={"phase": None, "kinds": ("case",)})


def wants_counter(query: Query, hits: Iterable[Hit]) -> bool:
    """Whether a counter-example is asked for and not yet among the hits."""
    cases = not query.kinds or "case" in query.kinds
    return query.counter and cases and not any(hit.passage.caution for hit in hits)


def with_counter(hits: Sequence[Hit], counter: Hit | None, k: int) -> tuple[Hit, ...]:
    """Let a counter-example stand last, in the place of the weakest hit where all `k` places are taken."""
    if counter is None:
        return tuple(hits)
    return (*hits[: max(1, k - 1)], counter)
