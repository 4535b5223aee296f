"""Search with an endpoint beside: the order may change, never what is refused; whatever fails, the search goes on."""

import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from advisor.adapters.embedding.endpoint import EndpointEmbeddings
from advisor.adapters.library import CardLibrary, open_library
from advisor.adapters.outward import OutwardLibrary, OutwardSearch
from advisor.adapters.words import SudachiWords
from advisor.agent.guarded import Guard
from advisor.evidence.query import Query
from advisor.evidence.ranking import Scores
from advisor.patience.budget import Account, Budget
from advisor.patience.failures import failure
from advisor.settings import EmbeddingSettings, ModelSettings
from evals.retrieval.library import questions
from tests.fakes.endpoint import Act, ScriptedEndpoint, fails, serving

ACCOUNT = Account(session="s", user="u")
ASKED = Query(text="窓口で待つ時間を減らした例はありますか", k=5, threshold=False)


@pytest.fixture(scope="module")
def library() -> CardLibrary:
    return open_library(SudachiWords())


def _search(library: CardLibrary, url: str, folder: Path, budget: Budget | None = None) -> OutwardSearch:
    settings = EmbeddingSettings(name="v", base_url=url)
    embeddings = EndpointEmbeddings(settings, ModelSettings(name="chat"), time.monotonic)
    guard = Guard(budget or Budget(), time.monotonic, lambda: "2026-04-01T09:00:00+09:00")
    return OutwardSearch(library, embeddings, guard, folder, time.monotonic, seconds=1.0)


def _queries(endpoint: ScriptedEndpoint) -> list[Sequence[str]]:
    return [body["input"] for body in endpoint.requests if len(body["input"]) == 1]


def test_an_endpoint_takes_part_once_its_vectors_are_there(library: CardLibrary, tmp_path: Path) -> None:
    with serving() as endpoint:
        search = _search(library, endpoint.url, tmp_path)
        search.prepare()
        assert search.ready
        assert search.progress == (len({p.search_text for p in library.passages()}),) * 2
        del endpoint.requests[:]
        cast = search.cast(ACCOUNT, lambda text: text.replace("窓口", "受付"))
        hits = cast.search(ASKED)
        cast.search(ASKED.model_copy(update={"kinds": ("case",)}))
        assert _queries(endpoint) == [[ASKED.text.replace("窓口", "受付")]]
        assert hits != library.search(ASKED)
        assert cast.failure is None
        assert cast.without_endpoint().search(ASKED) == library.search(ASKED)


@pytest.mark.parametrize(
    ("act", "kind"), [(fails(500), "down"), (lambda exchange: exchange.wait(), "slow_total")]
)
def test_a_failing_endpoint_leaves_this_machines_search_and_is_then_spared(
    library: CardLibrary, tmp_path: Path, act: Act, kind: str
) -> None:
    with serving() as endpoint:
        search = _search(library, endpoint.url, tmp_path)
        search.prepare()
        endpoint.embeds = act
        for _ in range(3):
            cast = search.cast(ACCOUNT)
            began = time.monotonic()
            assert cast.search(ASKED) == library.search(ASKED)
            assert cast.failure is not None
            assert cast.failure.kind == kind
            assert time.monotonic() - began < 2.0
        before = len(endpoint.requests)
        spared = search.cast(ACCOUNT)
        assert spared.search(ASKED) == library.search(ASKED)
        assert len(endpoint.requests) == before
        assert spared.failure is not None
        assert spared.failure.kind == "resting"


def test_nothing_is_asked_where_the_budget_is_spent(library: CardLibrary, tmp_path: Path) -> None:
    with serving() as endpoint:
        search = _search(library, endpoint.url, tmp_path, Budget(session=0))
        search.prepare()
        before = len(endpoint.requests)
        cast = search.cast(ACCOUNT)
        assert cast.search(ASKED) == library.search(ASKED)
        assert len(endpoint.requests) == before
        assert cast.failure is not None
        assert cast.failure.kind == "spent"


def test_a_start_without_an_endpoint_is_no_fault(library: CardLibrary, tmp_path: Path) -> None:
    search = _search(library, "http://127.0.0.1:9/v1", tmp_path)
    assert search.cast(ACCOUNT).search(ASKED) == library.search(ASKED)
    assert not search.ready


def test_one_turn_waits_no_longer_than_its_seconds_and_asks_no_more_after_a_failure(
    library: CardLibrary,
) -> None:
    now, asked = [0.0], list[float]()

    def slow(text: str, seconds: float) -> Scores:
        asked.append(seconds)
        now[0] += 2.0
        if len(asked) == 3:
            raise failure("slow_first")
        return {}

    cast = OutwardLibrary(library, slow, lambda: now[0], 3.0)
    for text in ("一", "二", "三", "一"):
        cast.search(ASKED.model_copy(update={"text": text}))
    assert asked == [3.0, 1.0]
    broken = OutwardLibrary(library, slow, lambda: now[0], 30.0)
    for text in ("一", "二"):
        broken.search(ASKED.model_copy(update={"text": text}))
    assert len(asked) == 3
    assert broken.failure is not None


def test_even_a_worthless_view_answers_nothing_that_is_refused_without_it(library: CardLibrary) -> None:
    chance = np.random.default_rng(7)
    count = len(library.passages())
    asked = questions()
    refused = 0
    for each in asked:
        further = dict(enumerate(chance.standard_normal(count).tolist()))
        query = Query(text=each.question)
        without = library.search(query)
        refused += not without
        assert bool(library.search(query, further)) == bool(without)
    assert refused > 20


def test_a_further_view_changes_the_order_and_no_score(library: CardLibrary) -> None:
    own = {hit.passage.id: hit.score for hit in library.search(ASKED.model_copy(update={"k": 100}))}
    last = list(own)[-1]
    at = [passage.id for passage in library.passages()].index(last)
    widened = library.search(ASKED, {**dict.fromkeys(range(len(library.passages())), 0.0), at: 1.0})
    assert widened[0].passage.id == last
    assert widened[0].score == own[last]
