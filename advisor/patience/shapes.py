"""Structured answers: the schema that is asked for, and the JSON that is found in what came."""

from typing import Any, Final

_OPEN: Final = "<think>"
_CLOSE: Final = "</think>"


def strict(schema: Any) -> Any:
    """Return a JSON schema in the strict form: every property required, no others allowed, no defaults."""
    if isinstance(schema, list):
        return [strict(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    plain = {key: strict(each) for key, each in schema.items() if key != "default"}
    if isinstance(schema.get("properties"), dict):
        plain["properties"] = {name: strict(each) for name, each in schema["properties"].items()}
        plain["required"] = list(schema["properties"])
        plain["additionalProperties"] = False
    return plain


def thought_through(text: str) -> str:
    """Return `text` without the thinking that some models say aloud before their answer."""
    start = text.lstrip()
    if not start.startswith(_OPEN):
        return text
    _, closed, rest = start.partition(_CLOSE)
    return rest.lstrip() if closed else ""


def thinking(text: str) -> bool:
    """Tell whether the beginning of an answer may still be thinking said aloud."""
    start = text.lstrip()
    return (start.startswith(_OPEN) and _CLOSE not in start) or (start != _OPEN and _OPEN.startswith(start))


def json_in(text: str) -> str:
    """Return the first JSON object of an answer, fenced or bare, or "" where there is none."""
    said = thought_through(text)
    start = said.find("{")
    if start < 0:
        return ""
    end = _end(said, start)
    return said[start:end] if end else said[start:].split("```")[0].strip()


def _end(text: str, start: int) -> int | None:
    """Where the object that begins at `start` ends, or None."""
    depth, inside, escaped = 0, False, False
    for place in range(start, len(text)):
        letter = text[place]
        if inside:
            inside = escaped or letter != '"'
            escaped = letter == "\\" and not escaped
            continue
        inside = letter == '"'
        depth += (letter == "{") - (letter == "}")
        if depth == 0:
            return place + 1
    return None
