"""Words never become live: the one place that makes HTML escapes, and everything else draws text."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor.ui import markup
from advisor.ui.markup import el, join, link, text
from advisor.ui.plain import label, shown

UI = Path(markup.__file__).parent
_HOSTILE = (
    "<img src=x onerror=alert(1)>",
    '"><script>alert(1)</script>',
    "![x](https://evil.example/p.png)",
    "[詳細](javascript:alert(1))",
    "&lt;b&gt;",
)


@pytest.mark.parametrize("words", _HOSTILE)
def test_hostile_words_stay_words_in_html(words: str) -> None:
    made = el("p", words, title=words)
    assert "<img" not in made
    assert "<script" not in made
    assert made.count("<") == 2
    assert made.count('"') == 2


def test_a_plain_string_is_escaped_even_where_html_is_expected() -> None:
    assert join([text("a"), "<b>"], "<i>") == "a&lt;i&gt;&lt;b&gt;"  # type: ignore[list-item]


def test_only_elements_and_attributes_on_the_list_can_be_made() -> None:
    with pytest.raises(ValueError, match="script"):
        el("script", "x")
    with pytest.raises(ValueError, match="onclick"):
        el("p", "x", onclick="x")
    with pytest.raises(ValueError, match="style"):
        el("p", "x", style="x")


def test_only_web_addresses_become_links() -> None:
    assert link("https://example.jp/?a=1&b=2", "例").startswith('<a href="https://example.jp/?a=1&amp;b=2"')
    assert link("javascript:alert(1)", "例") == "<span>例</span>"
    assert link(None, "例") == "<span>例</span>"


def test_only_what_was_built_here_is_drawn() -> None:
    with pytest.raises(TypeError):
        markup.show("<b>x</b>")  # type: ignore[arg-type]


def test_a_label_has_no_mark_that_markdown_reads() -> None:
    made = label("**太** [a](http://x) :red[x] $y$ `z` <b> :smile: #1 a_b_c")
    assert not set(made) & set("\\`*_{}[]<>#|~$:!&")
    assert label(" a\n b ") == "a b"
    assert label("", 5) == "(なし)"
    assert label("あいうえおか", 5) == "あいうえ…"


def test_half_a_letter_can_be_drawn() -> None:
    assert shown("a\ud800b\x00") == "a?b"
    shown("\ud800").encode("utf-8")


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for file in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield file.relative_to(UI).as_posix(), node


def _name(call: ast.Call) -> str:
    return ast.unparse(call.func)


def test_html_is_made_in_one_place_only() -> None:
    elsewhere = [
        (file, _name(call))
        for file, call in _calls()
        if any(keyword.arg in ("unsafe_allow_html", "unsafe_allow_javascript") for keyword in call.keywords)
        or (file != "markup.py" and _name(call) in ("st.html", "st.iframe", "st.write", "st.image"))
        or ".components" in _name(call)
    ]
    assert elsewhere == []


def test_the_one_place_never_allows_scripts() -> None:
    source = (UI / "markup.py").read_text(encoding="utf-8")
    assert "unsafe_allow" not in source


_OURS = ("label", "when", "len", "masked_note", "progress_words")


def _harmless(node: ast.AST) -> bool:
    """A constant, a number format, a table of our own names, or words through `label`."""
    match node:
        case ast.Constant():
            found = True
        case ast.JoinedStr(values=parts):
            found = all(map(_harmless, parts))
        case ast.FormattedValue(value=value):
            found = _harmless(value)
        case ast.Call(func=function):
            found = ast.unparse(function) in _OURS
        case ast.Subscript(value=table):
            found = ast.unparse(table).split(".")[-1].isupper()
        case ast.Attribute(attr=name):
            found = name in ("number", "turn", "mark")
        case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
            found = _harmless(one) and _harmless(other)
        case _:
            found = isinstance(node, ast.Name) and (
                node.id in ("TITLE", "mark", "first") or node.id.isupper()
            )
    return found


def test_markdown_is_given_our_own_words_only() -> None:
    unsure = [
        (file, ast.unparse(call))
        for file, call in _calls()
        if _name(call)
        in ("st.markdown", "st.caption", "st.title", "st.header", "st.subheader", "st.error", "st.info")
        and call.args
        and not _harmless(call.args[0])
    ]
    assert unsure == []
