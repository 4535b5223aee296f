"""The eight conversations to the letter, so that a change of wording is seen and read.

After reading the difference: `python -m evals.consultation --golden tests/consultations/golden`.
"""

from pathlib import Path

import pytest

from advisor.adapters.embedding.trial import is_supported
from evals.consultation.officials import officials
from evals.consultation.play import page
from evals.consultation.promises import Played

GOLDEN = Path(__file__).with_name("golden")


@pytest.mark.skipif(
    not is_supported(), reason="the embedded vectors do not serve here: the conversations were NOT compared"
)
@pytest.mark.parametrize("id", [official.id for official in officials()])
def test_a_conversation_reads_as_it_was_approved(id: str, played: dict[str, Played]) -> None:
    assert page(played[id].transcript) == (GOLDEN / f"{id}.md").read_text(encoding="utf-8")
