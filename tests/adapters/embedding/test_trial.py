"""The embedding engine is tried in a child process, whatever it does there."""

import pytest

from advisor.adapters.embedding.trial import EmbeddingUnavailable, try_engine


def test_an_engine_that_ends_well_passes() -> None:
    try_engine("raise SystemExit(0)")


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("import os; os.abort()", "終了コード -6"),
        ("raise ImportError('no engine here')", "no engine here"),
        ("raise SystemExit(3)", "終了コード 3"),
    ],
)
def test_an_engine_that_crashes_is_refused_with_what_was_seen(program: str, told: str) -> None:
    with pytest.raises(EmbeddingUnavailable) as refused:
        try_engine(program)
    assert told in refused.value.what


def test_an_engine_that_hangs_is_stopped() -> None:
    with pytest.raises(EmbeddingUnavailable, match=r"0\.5秒"):
        try_engine("import time; time.sleep(60)", limit=0.5)
