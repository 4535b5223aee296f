"""The one place where HTML is made: a tiny builder that escapes everything it is given.

Everything else draws text as text; a test holds the rest of the page to that.
"""

from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path
from typing import Final, NewType

import streamlit as st

from advisor.ui.plain import shown

Html = NewType("Html", str)

_TAGS: Final = frozenset(
    [
        "a",
        "article",
        "aside",
        "b",
        "br",
        "caption",
        "dd",
        "del",
        "div",
        "dl",
        "dt",
        "em",
        "h2",
        "h3",
        "h4",
        "h5",
        "hr",
        "li",
        "mark",
        "ol",
        "p",
        "q",
        "s",
        "section",
        "small",
        "span",
        "strong",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_ATTRIBUTES: Final = frozenset(
    {"class", "href", "rel", "target", "scope", "id", "title", "lang", "role", "aria-label"}
)


def text(value: str) -> Html:
    """Return words as harmless HTML."""
    return _keep(escape(shown(value), quote=True))


def join(parts: Iterable[Html], between: str = "") -> Html:
    """Put pieces one after the other, with plain words between them."""
    return _keep(text(between).join(each if _made(each) else text(each) for each in parts))


def el(tag: str, *inner: Html | str, **attributes: str) -> Html:
    """Return an element; strings are escaped, a trailing underscore of an attribute is dropped (`class_`)."""
    if tag not in _TAGS:
        raise ValueError(f"no such element here: {tag}")
    written = "".join(
        _attribute(name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items()
    )
    body = "".join(each if _made(each) else text(each) for each in inner)
    return _keep(f"<{tag}{written}>{body}</{tag}>")


class _Made(str):
    """Marks what this module itself has built, so that a plain string is never taken for it."""

    __slots__ = ()


def _keep(value: str) -> Html:
    return Html(_Made(value))


def _made(value: str) -> bool:
    return isinstance(value, _Made)


def _attribute(name: str, value: str) -> str:
    if name not in _ATTRIBUTES:
        raise ValueError(f"no such attribute here: {name}")
    return f' {name}="{text(value)}"'


def link(address: str | None, words: str) -> Html:
    """Return a link to a web address of the library; anything but http(s) stays words."""
    if address is None or not address.startswith(("https://", "http://")):
        return el("span", words)
    return el("a", words, href=address, target="_blank", rel="noopener noreferrer")


def show(html: Html) -> None:
    """Draw a piece of HTML; only what `el` has built is taken."""
    if not _made(html):
        raise TypeError("only elements are drawn")
    st.html(html)


@cache
def _style() -> str:
    return Path(__file__).with_name("style.css").read_text(encoding="utf-8")


def dress() -> None:
    """Put our own style sheet on the page."""
    st.html(f"<style>{_style()}</style>")


def picture(svg: str, alternative: str, caption: str | None = None) -> None:
    """Draw one of our own pictures as an image with its alternative text."""
    st.image(svg, caption=caption, alt=alternative, width="stretch")
