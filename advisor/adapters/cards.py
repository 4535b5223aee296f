"""Reads the cards of the corpus, strictly: an error names the file and the field."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from advisor.errors import AdvisorError
from advisor.evidence.cards import Card

ASKS = "asks.yaml"
OUTSIDE = "outside.yaml"
SYNONYMS = "synonyms.yaml"
FOLDERS = {"cases": "case", "technologies": "technology", "methods": "method", "framework": "framework"}
_CARD: TypeAdapter[Card] = TypeAdapter(Card)
_PARTS = re.compile(r"\A---\n(?P<front>.*?\n)---\n(?P<body>.*)\Z", re.DOTALL)
_HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The safe loader, compiled where there is one."""
_MEND = "カードのファイルを直してください。"


def read_cards(folder: Path) -> tuple[Card, ...]:
    """Return all cards below `folder` in order of their ids; raise AdvisorError naming file and field."""
    if not folder.is_dir():
        raise AdvisorError("カードのフォルダーがありません。", str(folder), "場所を確かめてください。")
    cards: dict[str, Card] = {}
    for name in FOLDERS:
        for path in sorted((folder / name).glob("*.md")):
            card = read_card(path)
            if card.id in cards:
                raise AdvisorError(f"id {card.id} のカードが二つあります。", str(path), _MEND)
            cards[card.id] = card
    if not cards:
        raise AdvisorError("カードが一枚もありません。", str(folder), "場所を確かめてください。")
    asks = _asks(folder / ASKS, cards.values())
    return tuple(_asked_for(cards[id], asks) for id in sorted(cards))


def _asks(path: Path, cards: Iterable[Card]) -> dict[str, tuple[str, ...]]:
    """The ways in which officials ask for a passage, by its id; an unknown id names the file and the entry."""
    if not path.is_file():
        return {}
    entries = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER) or {}
    known = {f"{card.id}#{section.heading}" for card in cards for section in card.sections}
    for id, phrases in entries.items():
        if id not in known:
            raise AdvisorError(f"見出しのない項目です: {id}", str(path), _MEND)
        if not isinstance(phrases, list) or not all(isinstance(each, str) and each for each in phrases):
            raise AdvisorError(f"問い方は文字列の並びにしてください: {id}", str(path), _MEND)
    return {id: tuple(phrases) for id, phrases in entries.items()}


def read_outside(folder: Path) -> tuple[str, ...]:
    """Return the topics that the corpus does not answer; none where there is no such list."""
    path = folder / OUTSIDE
    topics = _list(path)
    if not all(isinstance(each, str) and each for each in topics):
        raise AdvisorError("話題は文字列の並びにしてください。", str(path), _MEND)
    return tuple(topics)


def read_synonyms(folder: Path) -> tuple[tuple[str, ...], ...]:
    """Return the groups of expressions that mean the same; none where there is no such list."""
    path = folder / SYNONYMS
    groups = _list(path)
    if not all(isinstance(group, list) and all(isinstance(each, str) for each in group) for group in groups):
        raise AdvisorError("言い換えは、文字列の並びの並びにしてください。", str(path), _MEND)
    return tuple(tuple(group) for group in groups)


def _list(path: Path) -> list[Any]:
    if not path.is_file():
        return []
    found = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER) or []
    if not isinstance(found, list):
        raise AdvisorError("並び (- …) の形にしてください。", str(path), _MEND)
    return found


def _asked_for(card: Card, asks: dict[str, tuple[str, ...]]) -> Card:
    sections = tuple(
        section.model_copy(update={"asks": asks.get(f"{card.id}#{section.heading}", ())})
        for section in card.sections
    )
    return card.model_copy(update={"sections": sections})


def read_card(path: Path) -> Card:
    """Return the card of one file; raise AdvisorError naming file and field where it breaks a rule."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise AdvisorError(f"カードを読めません: {error}", str(path), _MEND) from error
    card = _card(path, _front(path, text), _sections(path, text))
    kind = FOLDERS.get(path.parent.name, card.kind)
    if card.kind != kind:
        raise AdvisorError(f"kind: このフォルダーのカードは {kind} です ({card.kind})。", str(path), _MEND)
    if path.stem != card.id.lower():
        raise AdvisorError(f"id: ファイル名と合いません ({card.id})。", str(path), _MEND)
    return card


def _card(path: Path, front: dict[str, Any], sections: tuple[dict[str, str], ...]) -> Card:
    if "sections" in front:
        raise AdvisorError("sections: 見出しは本文に書きます。", str(path), _MEND)
    try:
        card = _CARD.validate_python({**front, "sections": sections})
    except ValidationError as error:
        raise AdvisorError(_first_problem(error), str(path), _MEND) from error
    count = len(card.sources)
    for figure in card.figures if card.kind == "case" else ():
        if not 1 <= figure.source <= count:
            raise AdvisorError(f"figures: 出典 {figure.source} 番はありません。", str(path), _MEND)
    if not count:
        raise AdvisorError("sources: 出典がありません。", str(path), _MEND)
    return card


def _front(path: Path, text: str) -> dict[str, Any]:
    parts = _PARTS.match(text)
    if not parts:
        raise AdvisorError("先頭に --- で囲んだ項目がありません。", str(path), _MEND)
    try:
        front = yaml.load(parts["front"], Loader=_LOADER)
    except yaml.YAMLError as error:
        raise AdvisorError(f"項目をYAMLとして読めません: {error}", str(path), _MEND) from error
    if not isinstance(front, dict):
        raise AdvisorError("項目が「名前: 値」の形ではありません。", str(path), _MEND)
    return front


def _sections(path: Path, text: str) -> tuple[dict[str, str], ...]:
    parts = _PARTS.match(text)
    before, *found = _HEADING.split(parts["body"] if parts else "")
    pairs = [(found[i], found[i + 1].strip()) for i in range(0, len(found), 2)]
    headings = [heading for heading, _ in pairs]
    if before.strip() or not pairs:
        raise AdvisorError("本文は ## の見出しで始めます。", str(path), _MEND)
    if len(set(headings)) != len(headings) or not all(body for _, body in pairs):
        raise AdvisorError("本文の見出しが重なるか、空の節があります。", str(path), _MEND)
    return tuple({"heading": heading, "text": body} for heading, body in pairs)


def _first_problem(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in first["loc"] if part not in FOLDERS.values()) or "kind"
    more = f" (ほか{error.error_count() - 1}件)" if error.error_count() > 1 else ""
    return f"{place}: {first['msg']}{more}"
