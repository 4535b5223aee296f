"""The dictionary is loaded once for all tests of this floor."""

import pytest

from advisor.adapters.words import SudachiWords
from advisor.words import Words


@pytest.fixture(scope="session")
def words() -> Words:
    """The real words: what is a name is the dictionary's business as much as ours."""
    return SudachiWords()
