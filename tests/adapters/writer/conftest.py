"""The embedded writer with the phrasings of the project."""

from pathlib import Path

import pytest

from advisor.adapters.words import SudachiWords
from advisor.adapters.writer import EmbeddedWriter, Phrasings, load
from tests.adapters.writer.scenes import Consultation


@pytest.fixture(scope="session")
def phrasings(root: Path) -> Phrasings:
    """The reviewed phrasings."""
    return load(root / "prompts" / "replies")


@pytest.fixture(scope="session")
def writer(phrasings: Phrasings) -> EmbeddedWriter:
    """The writer of the program."""
    return EmbeddedWriter(SudachiWords(), phrasings)


@pytest.fixture
def talk(writer: EmbeddedWriter) -> Consultation:
    """A fresh consultation."""
    return Consultation(writer)
