"""The papers that are the models, as the Word tests have them."""

from tests.adapters.word.conftest import island_paper, onsen_paper

__all__ = ["island_paper", "onsen_paper"]
