"""What stands in 「」 is somebody's own words: it is set aside while the rest is rewritten."""

import re
from collections.abc import Callable

_QUOTE = re.compile(r"「[^「」]*」|『[^『』]*』")
_SLOT = re.compile(r"\ue000(\d+)\ue001")


def outside_quotes(text: str, change: Callable[[str], str]) -> str:
    """Apply `change` to `text` with every quotation hidden behind a private character, then put them back."""
    kept: list[str] = []

    def hide(match: re.Match[str]) -> str:
        kept.append(match.group())
        return f"\ue000{len(kept) - 1}\ue001"

    changed = change(_QUOTE.sub(hide, text))
    return _SLOT.sub(
        lambda match: kept[int(match.group(1))] if int(match.group(1)) < len(kept) else "", changed
    )


def without_quotes(text: str) -> str:
    """Return `text` with its quotations taken out."""
    return _QUOTE.sub("", text)


def quoted_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the quotations stand."""
    return tuple(match.span() for match in _QUOTE.finditer(text))


def quotation(text: str) -> str:
    """Put words in 「」; quotation marks inside become 『』."""
    inner = text.strip().rstrip("。").replace("「", "『").replace("」", "』")
    return f"「{inner}」"
