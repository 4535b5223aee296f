"""The same tasks under inspect-ai, where it is installed (the extra `inspect`)."""

from pathlib import Path

import pytest

inspect_ai = pytest.importorskip(
    "inspect_ai",
    reason="inspect-ai is not installed: its tasks were NOT tried (pip install 'nanishitai[inspect]')",
)


@pytest.mark.parametrize(("name", "figure"), [("attacks", "attacks_held"), ("reading", "stance_right")])
def test_inspect_plays_our_cases_and_shows_our_figures(name: str, figure: str, tmp_path: Path) -> None:
    from evals import inspect_tasks

    made = getattr(inspect_tasks, name)()
    (log,) = inspect_ai.eval(made, model="none/none", limit=3, log_dir=str(tmp_path), display="none")
    assert log.status == "success"
    assert {each.name: each.metrics["mean"].value for each in log.results.scores}[figure] > 0.5
