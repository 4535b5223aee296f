"""Played cases as a file: one JSON object a line, gzipped to the same bytes every time."""

import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from advisor.agent.drafting import Draft
from advisor.brief.material import Material
from advisor.brief.model import Brief, Finding
from evals.consultation.officials import DATA
from evals.consultation.play import Transcript
from evals.graders.grader import Case
from evals.scenarios.scenario import Scenario

GOOD_CASES: Final = DATA.with_name("good_cases.jsonl.gz")
"""Cases that were read and found good; the ground of the mutation sets."""


def keep(cases: Iterable[Case], path: Path = GOOD_CASES) -> None:
    """Write cases; fields with their default values are left out."""
    rows = "".join(json.dumps(_row(case), ensure_ascii=False, sort_keys=True) + "\n" for case in cases)
    path.write_bytes(gzip.compress(rows.encode(), 9, mtime=0))


def kept(path: Path = GOOD_CASES) -> tuple[Case, ...]:
    """Read cases back."""
    rows = gzip.decompress(path.read_bytes()).decode().splitlines()
    return tuple(_case(json.loads(row)) for row in rows)


def _row(case: Case) -> dict[str, object]:
    row: dict[str, object] = {
        "scenario": case.scenario.model_dump(mode="json", exclude_defaults=True),
        "transcript": case.transcript.model_dump(mode="json", exclude_defaults=True),
    }
    if case.draft is not None:
        row |= {
            "brief": case.draft.brief.model_dump(mode="json", exclude_defaults=True),
            "findings": [each.model_dump(mode="json") for each in case.draft.findings],
            "material": case.draft.material.model_dump(mode="json", exclude_defaults=True),
        }
    return row


def _case(row: dict[str, object]) -> Case:
    draft = None
    if "brief" in row:
        findings = row["findings"]
        assert isinstance(findings, list)
        draft = Draft(
            Brief.model_validate(row["brief"]),
            tuple(Finding.model_validate(each) for each in findings),
            Material.model_validate(row["material"]),
        )
    return Case(Scenario.model_validate(row["scenario"]), Transcript.model_validate(row["transcript"]), draft)
