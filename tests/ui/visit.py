"""What a visitor does on the page, in the visitor's words."""

import os
from functools import cache
from typing import Any

from streamlit.testing.v1 import AppTest

from advisor.agent.advisor import Advisor
from advisor.bootstrap import build
from advisor.dialogue.session import Session


def reader() -> Advisor:
    """The advisor as another program on this machine would open it, over the data folder of this test."""
    return _built(os.environ["ADVISOR_DATA"])


@cache
def _built(data: str) -> Advisor:
    del data
    return build()


def forget() -> None:
    """Let go of the advisors that were opened to look at what a visit left."""
    _built.cache_clear()


class Visit:
    """One browser tab on the page."""

    def __init__(self, app: AppTest) -> None:
        self.app = app

    def drawn(self) -> "Visit":
        """Draw the page anew; an error on the page fails the test."""
        self.app.run()
        assert not self.app.exception, self.app.exception
        return self

    @property
    def id(self) -> str:
        """The consultation in the address."""
        value = self.app.query_params.get("c", [""])
        return value[0] if isinstance(value, list) else value

    @property
    def session(self) -> Session:
        """The consultation as another program would read it from the disk."""
        return reader().session(self.id)

    def go(self, view: str) -> "Visit":
        """Open another view by its address."""
        self.app.query_params["v"] = view
        return self.drawn()

    def other_tab(self) -> "Visit":
        """The same consultation in another tab."""
        other = Visit(AppTest.from_file(self.app._script_path, default_timeout=30))
        other.app.query_params["c"] = self.id
        return other.drawn()

    def say(self, words: str) -> "Visit":
        """Type and send."""
        self.app.chat_input[0].set_value(words)
        return self.drawn()

    def hand(self, *files: tuple[str, bytes], words: str = "") -> "Visit":
        """Attach files and send, with or without words."""
        field = self.app.chat_input[0]
        for name, content in files:
            field.upload(name, content)
        if words:
            field.set_value(words)
        return self.drawn()

    def button(self, key: str) -> Any:
        """A button by its key."""
        return self.app.button(key=key)

    def press(self, key: str) -> "Visit":
        """Press a button."""
        self.button(key).click()
        return self.drawn()

    def keys(self, start: str = "") -> list[str]:
        """The keys of all buttons on the page that begin so."""
        return [each.key for each in self.app.button if each.key and each.key.startswith(start)]

    @property
    def words(self) -> str:
        """All plain words on the page."""
        kinds = ("text", "caption", "markdown", "button")
        parts = [str(getattr(each, "value", "") or "") for kind in kinds for each in self.app.get(kind)]
        parts += [each.label for each in self.app.button]
        parts += [each.proto.body for each in self.app.get("html")]
        return "\n".join(parts)
