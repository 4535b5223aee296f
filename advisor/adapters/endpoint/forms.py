"""Filling a form: by schema, in JSON mode or in words, whichever the endpoint understands; with one repair."""

import json
from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from advisor.adapters.model.prompts import prompt
from advisor.agent.ports import Form
from advisor.patience.failures import ModelFailure, failure
from advisor.patience.lines import WAYS, Answer, Line, Way
from advisor.patience.shapes import json_in, strict
from advisor.patience.usage import Usage

Ask = Callable[[Sequence[Line], dict[str, Any] | None], Answer]
"""Asks for one whole answer, given the lines and the request's `response_format`; raises ModelFailure."""
_FAULTS: Final = 4
_QUOTED: Final = 200
_ANSWER: Final = 4000


class Filled(NamedTuple):
    """A form that came back, how it was asked for, and what all the asking has cost."""

    value: Any
    way: Way
    usage: Usage


def fill(ask: Ask, lines: Sequence[Line], form: type[Form], known: Way | None) -> Filled:
    """Return the filled form; `known` is the way that worked before, and is tried alone.

    An endpoint that refuses a way, or answers it without any JSON, is asked in the next way. JSON that does not fit
    is sent back once with what is wrong. After that it is a ModelFailure of kind `no_json`.
    """
    schema = strict(form.model_json_schema())
    ways = WAYS if known is None else (known,)
    spent = Usage()
    for way in ways:
        last = way == ways[-1]
        try:
            answer = ask(_asked(lines, way, schema), _format(way, form, schema))
        except ModelFailure as error:
            spent = spent.plus(error.usage or Usage())
            if last or not _refused(error):
                error.usage = spent
                raise
            continue
        spent = spent.plus(answer.usage)
        if not last and not json_in(answer.text):
            continue
        return _fitted(ask, lines, form, way, answer, spent)
    raise failure("no_json", usage=spent)


def _fitted(
    ask: Ask, lines: Sequence[Line], form: type[Form], way: Way, answer: Answer, spent: Usage
) -> Filled:
    try:
        return Filled(form.model_validate_json(json_in(answer.text)), way, spent)
    except ValidationError as error:
        fault = _fault(error)
    schema = strict(form.model_json_schema())
    repair = Line(speaker="user", text=prompt("repair").filled(fault=fault, schema=_shown(schema)))
    said = Line(speaker="assistant", text=answer.text[:_ANSWER])
    try:
        again = ask([*_asked(lines, way, schema), said, repair], _format(way, form, schema))
    except ModelFailure as failed:
        failed.usage = spent.plus(failed.usage or Usage())
        raise
    spent = spent.plus(again.usage)
    try:
        return Filled(form.model_validate_json(json_in(again.text)), way, spent)
    except ValidationError:
        raise failure("no_json", form.__name__, usage=spent) from None


def _refused(error: ModelFailure) -> bool:
    return error.kind in ("rejected", "empty", "tools")


def _asked(lines: Sequence[Line], way: Way, schema: Any) -> list[Line]:
    if way == "schema":
        return list(lines)
    return [*lines, Line(speaker="user", text=prompt("form").filled(schema=_shown(schema)))]


def _format(way: Way, form: type[Form], schema: Any) -> dict[str, Any] | None:
    if way == "schema":
        return {
            "type": "json_schema",
            "json_schema": {"name": form.__name__, "schema": schema, "strict": True},
        }
    return {"type": "json_object"} if way == "json" else None


def _fault(error: ValidationError) -> str:
    """What is wrong, in a few lines for the model."""
    found = error.errors(include_url=False, include_context=False)[:_FAULTS]
    return "\n".join(
        f"- {'.'.join(map(str, each['loc'])) or 'JSON'}: {each['msg'][:_QUOTED]} (書かれていたもの: {str(each['input'])[:_QUOTED]})"
        for each in found
    )


def _shown(schema: Any) -> str:
    return json.dumps(schema, ensure_ascii=False)
