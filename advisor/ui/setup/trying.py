"""Tries the endpoint on the page: what it can do, line by line as it is found out."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import streamlit as st

from advisor.errors import AdvisorError
from advisor.settings import ModelSettings
from advisor.ui.plain import shown

if TYPE_CHECKING:
    from advisor.adapters.fact import Fact  # loads the whole library, which no page waits for

_LONGEST = 300


def draw_trial(settings: ModelSettings) -> None:
    """Ask the endpoint of `settings` two fixed sentences and say what came of it; nothing is kept."""
    from advisor.bootstrap import try_endpoint

    with st.status(
        "接続を試しています…(決まった文を二つ送ります。相談の文は送りません)", expanded=True
    ) as box:
        try:
            found = _told(try_endpoint(settings))
        except AdvisorError as error:
            _line(f"△ {error.what}")
            _line(f"  {error.do}")
            box.update(label="試せませんでした", state="error", expanded=True)
            return
        if all(fact.ok for fact in found):
            box.update(label="つながりました", state="complete", expanded=True)
        elif all(fact.ok for fact in found if fact.needed):
            box.update(label="つながりました。△のところを確かめてください", state="complete", expanded=True)
        else:
            box.update(label="つながりませんでした", state="error", expanded=True)


def _told(facts: "Iterable[Fact]") -> "list[Fact]":
    found = []
    for fact in facts:
        found.append(fact)
        _line(f"{'○' if fact.ok else '△'} {fact.name}: {fact.value}")
        if fact.hint:
            _line(f"  {fact.hint}")
    return found


def _line(words: str) -> None:
    """Names that an endpoint lists are words of a stranger: plain, and not without end."""
    st.text(shown(words)[:_LONGEST])
