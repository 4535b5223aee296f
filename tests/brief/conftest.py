"""The words of the language and the two consultations whose papers are the models."""

import pytest

from advisor.adapters.words import SudachiWords
from advisor.brief.material import Material
from advisor.brief.model import Brief
from advisor.brief.outline import compose
from advisor.words import Words
from tests.brief.materials import island, onsen


@pytest.fixture(scope="session")
def words() -> Words:
    return SudachiWords()


@pytest.fixture(scope="session")
def island_material() -> Material:
    return island()


@pytest.fixture(scope="session")
def onsen_material() -> Material:
    return onsen()


@pytest.fixture(scope="session")
def island_brief(island_material: Material, words: Words) -> Brief:
    return compose(island_material, words)


@pytest.fixture(scope="session")
def onsen_brief(onsen_material: Material, words: Words) -> Brief:
    return compose(onsen_material, words)
