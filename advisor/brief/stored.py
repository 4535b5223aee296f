"""The paper as JSON: to keep, to hand over, and to take up again as the identical paper."""

import json
import re
from typing import Any, Final

from pydantic import ValidationError

from advisor.brief.model import Brief
from advisor.errors import AdvisorError

FORMAT: Final = "nanishitai/brief"
SCHEMA: Final = 1
"""The version of the form; it grows when a field of the paper changes its name or meaning."""

_LONE: Final = re.compile("[\ud800-\udfff]")
_UNKNOWN: Final = "「何したい」が書き出したJSONファイルを選んでください"


def stored(brief: Brief) -> str:
    """Return a paper as readable JSON with the name and version of its form; `reloaded` takes it up again."""
    kept = {"format": FORMAT, "schema": SCHEMA, "brief": brief.model_dump()}
    text = json.dumps(kept, ensure_ascii=False, indent=1)
    return _LONE.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"


def reloaded(text: str) -> Brief:
    """Return the paper that `stored` wrote.

    Raises AdvisorError where the text is none of its files, or one of a later version.
    """
    kept = _parsed(text)
    if kept.get("format") != FORMAT:
        raise AdvisorError("企画書のJSONではありません", "", _UNKNOWN)
    if kept.get("schema") != SCHEMA:
        raise AdvisorError(
            "この版のプログラムでは読めない企画書です",
            f"形の版 {kept.get('schema')}(読めるのは {SCHEMA})",
            "書き出したときと同じか、より新しい「何したい」で開いてください",
        )
    try:
        return Brief.model_validate(kept.get("brief"))
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"]))
        raise AdvisorError("企画書のJSONが壊れています", place, _UNKNOWN) from None


def _parsed(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise AdvisorError("JSONとして読めません", "", _UNKNOWN) from None
    return found if isinstance(found, dict) else {}
