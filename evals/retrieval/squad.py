"""Reads SQuAD-format files: every question stands for the task of finding its paragraph."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from advisor.errors import AdvisorError

_SHAPE = 'SQuADの形 {"data": [{"paragraphs": [{"context": …, "qas": [{"question": …}]}]}]} にしてください。'


class Question(NamedTuple):
    """One question, the paragraph it was asked about and the article that paragraph is from, by position."""

    text: str
    paragraph: int
    article: int


class Task(NamedTuple):
    """Different paragraphs and the questions about them; `skipped` questions had no text or no paragraph."""

    name: str
    paragraphs: tuple[str, ...]
    questions: tuple[Question, ...]
    skipped: int


def read_task(path: Path) -> Task:
    """Return the task of one file; raise AdvisorError naming the file and the place where it is not SQuAD."""
    places: dict[str, int] = {}
    questions: list[Question] = []
    skipped = 0
    for article, context, asked in _paragraphs(_load(path), path):
        if context:
            places.setdefault(context, len(places))
        for text in asked:
            if context and text:
                questions.append(Question(text, places[context], article))
            else:
                skipped += 1
    if not questions:
        raise AdvisorError("測れる質問が一つもありません。", str(path), _SHAPE)
    return Task(path.name, tuple(places), tuple(questions), skipped)


def _load(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise AdvisorError("ファイルを読めません。", str(path), str(error)) from error
    except ValueError as error:
        raise AdvisorError(f"JSONとして読めません: {error}", str(path), _SHAPE) from error


def _paragraphs(content: Any, path: Path) -> Iterator[tuple[int, str, list[str]]]:
    for number, article in enumerate(_list(content, "data", "", path)):
        place = f"data[{number}]"
        for index, paragraph in enumerate(_list(article, "paragraphs", place, path)):
            here = f"{place}.paragraphs[{index}]"
            asked = [
                _text(each, "question", f"{here}.qas[{count}]", path)
                for count, each in enumerate(_list(paragraph, "qas", here, path))
            ]
            yield number, _text(paragraph, "context", here, path), asked


def _list(value: Any, field: str, place: str, path: Path) -> list[Any]:
    found = _field(value, field, place, path)
    if not isinstance(found, list):
        raise AdvisorError(f"{_joined(place, field)} が並び ([…]) ではありません。", str(path), _SHAPE)
    return found


def _text(value: Any, field: str, place: str, path: Path) -> str:
    found = _field(value, field, place, path)
    if not isinstance(found, str):
        raise AdvisorError(f"{_joined(place, field)} が文字ではありません。", str(path), _SHAPE)
    return found.strip()


def _field(value: Any, field: str, place: str, path: Path) -> Any:
    if not isinstance(value, dict) or field not in value:
        raise AdvisorError(f"{_joined(place, field)} がありません。", str(path), _SHAPE)
    return value[field]


def _joined(place: str, field: str) -> str:
    return f"{place}.{field}" if place else field
