"""Cards are read strictly: every error names the file and the field."""

from pathlib import Path

import pytest

from advisor.adapters.cards import read_cards
from advisor.errors import AdvisorError

METHOD = """---
id: method-x
kind: method
title: 数える
slots: [outcome]
line: 二週間だけ数える
basis: synthesis
sources:
  - {title: 整理, url: null, checked: unverified}
---
## 数え方
件数を数えます。
"""


def corpus(folder: Path, text: str = METHOD, name: str = "method-x.md") -> Path:
    """A corpus of one card."""
    (folder / "methods").mkdir(parents=True, exist_ok=True)
    (folder / "methods" / name).write_text(text, encoding="utf-8")
    return folder


def test_a_card_comes_with_its_sections(tmp_path: Path) -> None:
    (card,) = read_cards(corpus(tmp_path))
    assert (card.id, [section.heading for section in card.sections]) == ("method-x", ["数え方"])


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("line: 二週間だけ数える\n", ""), "line"),
        (("basis: synthesis", "basis: guess"), "basis"),
        (("basis: synthesis", "basis: synthesis\ncolour: red"), "colour"),
        (("kind: method", "kind: recipe"), "kind"),
        (("slots: [outcome]", "slots: [money]"), "slots"),
        (("checked: unverified", "checked: maybe"), "sources.0.checked"),
        (("id: method-x", "id: method-y"), "id"),
        (("件数を数えます。", ""), "本文"),
        (("## 数え方", "数え方"), "本文"),
        (("---\nid", "id"), "---"),
        (("slots: [outcome]", "slots: [outcome"), "YAML"),
    ],
)
def test_what_breaks_a_rule_is_named(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    with pytest.raises(AdvisorError) as refused:
        read_cards(corpus(tmp_path, METHOD.replace(*change)))
    assert told in refused.value.what
    assert "method-x.md" in refused.value.where


def test_ways_of_asking_belong_to_a_passage_that_exists(tmp_path: Path) -> None:
    asks = corpus(tmp_path) / "asks.yaml"
    asks.write_text('"method-x#数え方": ["どう数えるの"]\n', encoding="utf-8")
    assert read_cards(tmp_path)[0].sections[0].asks == ("どう数えるの",)
    asks.write_text('"method-x#別の見出し": ["どう数えるの"]\n', encoding="utf-8")
    with pytest.raises(AdvisorError, match="別の見出し"):
        read_cards(tmp_path)


def test_an_empty_or_missing_corpus_is_an_error(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(AdvisorError):
            read_cards(folder)
