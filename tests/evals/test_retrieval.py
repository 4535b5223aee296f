"""The retrieval bench: what it reads, and what it makes of it."""

import json
import math
from pathlib import Path
from typing import Any

import pytest

from advisor.adapters.words import SudachiWords
from advisor.errors import AdvisorError
from evals.retrieval.bench import line, run
from evals.retrieval.scores import gain, interval, is_among
from evals.retrieval.squad import read_task
from evals.retrieval.systems import Bench


def squad(*paragraphs: tuple[str, list[str]]) -> dict[str, Any]:
    """A SQuAD-format file of one article a paragraph."""
    return {
        "data": [
            {
                "title": "x",
                "paragraphs": [{"context": text, "qas": [{"question": q, "id": "1"} for q in asked]}],
            }
            for text, asked in paragraphs
        ]
    }


def written(folder: Path, content: Any) -> Path:
    """The content as a file."""
    path = folder / "file.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_the_gain_falls_with_the_place_and_ends_at_ten() -> None:
    assert gain([7, 8], 7) == 1.0
    assert gain([7, 8], 8) == pytest.approx(1 / math.log2(3))
    assert gain(list(range(11)), 10) == 0.0
    assert is_among(range(9), 4)
    assert not is_among(range(9), 5)


def test_the_interval_holds_the_mean_and_is_the_same_every_time() -> None:
    values = [1.0] * 80 + [0.0] * 20
    low, high = interval(values)
    assert low < 0.8 < high
    assert interval(values) == (low, high)


def test_the_same_paragraph_twice_is_one_and_empty_ones_are_left_out(tmp_path: Path) -> None:
    task = read_task(
        written(tmp_path, squad(("窓口の話", ["何の話"]), ("窓口の話 ", ["誰の話", ""]), ("", ["空の話"])))
    )
    assert task.paragraphs == ("窓口の話",)
    assert [(each.text, each.paragraph) for each in task.questions] == [("何の話", 0), ("誰の話", 0)]
    assert task.skipped == 2


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "JSON"),
        ("[]", "data"),
        ({"data": {}}, "data"),
        ({"data": [{}]}, "data[0].paragraphs"),
        ({"data": [{"paragraphs": [{"qas": []}]}]}, "data[0].paragraphs[0].context"),
        ({"data": [{"paragraphs": [{"context": "x"}]}]}, "data[0].paragraphs[0].qas"),
        (
            {"data": [{"paragraphs": [{"context": "x", "qas": [{}]}]}]},
            "data[0].paragraphs[0].qas[0].question",
        ),
        ({"data": [{"paragraphs": [{"context": 3, "qas": []}]}]}, "data[0].paragraphs[0].context"),
        ({"data": []}, "一つも"),
    ],
)
def test_a_file_of_another_shape_is_refused_at_the_place(tmp_path: Path, content: Any, told: str) -> None:
    with pytest.raises(AdvisorError) as refused:
        read_task(written(tmp_path, content))
    assert told in refused.value.what
    assert "file.json" in refused.value.where


def test_our_search_is_measured_a_question_at_a_time(tmp_path: Path) -> None:
    task = read_task(
        written(
            tmp_path,
            squad(
                ("北見市は書かない窓口を作った。", ["書かない窓口はどこですか"]),
                ("伊那市はドローンを使う。", ["ドローンの市は"]),
            ),
        )
    )
    bench = Bench(task.paragraphs, SudachiWords(), None)
    report = line("ours", task.name, run(bench, bench.ours(), task.questions))
    assert report.pop("ms_p50") >= 0
    assert report == {"system": "ours", "file": "file.json", "n": 2, "ndcg@10": 1.0, "recall@5": 1.0}
    assert line("ours", "empty", []) == {
        "system": "ours",
        "file": "empty",
        "n": 0,
        "ndcg@10": None,
        "recall@5": None,
        "ms_p50": None,
    }
