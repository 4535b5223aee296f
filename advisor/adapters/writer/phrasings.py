"""Reviewed phrasings as data: read from YAML, checked strictly, never made up on the spot."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from advisor.adapters.writer.conditions import is_condition
from advisor.adapters.writer.placeholders import PLACEHOLDERS
from advisor.errors import AdvisorError
from advisor.framework.slots import SLOTS, Slot
from advisor.values import Value

CHIPS: Final = "chips.yaml"
_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")


class Phrasing(Value):
    """One reviewed sentence or two with what it needs."""

    id: str
    group: str
    text: str
    when: tuple[str, ...] = ()
    """Names of conditions that must hold; `!` before a name turns it round."""

    @property
    def placeholders(self) -> tuple[str, ...]:
        """What is filled in, in order."""
        return tuple(_PLACEHOLDER.findall(self.text))

    @property
    def slot(self) -> Slot | None:
        """The slot that a question asks for, by the name of its group."""
        parts = self.group.split(".")
        named = parts[1] if len(parts) > 1 and parts[0] == "question" else ""
        return next((slot for slot in SLOTS if slot == named), None)


class Phrasings(Value):
    """All phrasings by group, in the order of their files, and the quick replies."""

    groups: dict[str, tuple[Phrasing, ...]]
    chips: dict[str, tuple[tuple[str, ...], ...]]

    def group(self, name: str) -> tuple[Phrasing, ...]:
        """The phrasings of a group; none where there is no such group."""
        return self.groups.get(name, ())

    @property
    def all(self) -> tuple[Phrasing, ...]:
        """Every phrasing."""
        return tuple(each for group in self.groups.values() for each in group)


def load(folder: Path) -> Phrasings:
    """Read every YAML file of `prompts/replies`; an unknown placeholder or condition names file and entry."""
    groups: dict[str, tuple[Phrasing, ...]] = {}
    chips: dict[str, tuple[tuple[str, ...], ...]] = {}
    for file in sorted(folder.glob("*.yaml")):
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
        if file.name == CHIPS:
            chips = {name: tuple(tuple(map(str, each)) for each in sets) for name, sets in data.items()}
            continue
        for name, entries in data.items():
            if name in groups:
                raise AdvisorError(
                    "言い回しの組の名が重なっています", f"{file.name}: {name}", "名前を変えてください"
                )
            groups[name] = tuple(_phrasing(file.name, name, id, entry) for id, entry in entries.items())
    _refuse_doubles(groups)
    return Phrasings(groups=groups, chips=chips)


def question_texts(phrasings: Phrasings) -> tuple[tuple[Slot, str], ...]:
    """List every question as (slot it asks for, its words), for a blind labelling."""
    return tuple((each.slot, each.text) for each in phrasings.all if each.slot is not None)


def _phrasing(file: str, group: str, id: str, entry: str | Mapping[str, Any]) -> Phrasing:
    data = {"text": entry} if isinstance(entry, str) else dict(entry)
    unknown = set(data) - {"text", "when"}
    if unknown or not isinstance(data.get("text"), str):
        raise AdvisorError(
            "言い回しの書き方が違います",
            f"{file}: {group}: {id}",
            f"text と when だけを書いてください {sorted(unknown)}",
        )
    phrasing = Phrasing(id=id, group=group, text=data["text"], when=tuple(data.get("when", ())))
    for name in phrasing.placeholders:
        if name not in PLACEHOLDERS:
            raise AdvisorError(
                f"知らない差し込み {{{name}}} があります", f"{file}: {id}", "宣言された名前を使ってください"
            )
    for name in phrasing.when:
        if not is_condition(name.removeprefix("!")):
            raise AdvisorError(
                f"知らない条件 {name} があります", f"{file}: {id}", "宣言された条件を使ってください"
            )
    return phrasing


def _refuse_doubles(groups: Mapping[str, tuple[Phrasing, ...]]) -> None:
    seen: dict[str, str] = {}
    texts: dict[str, str] = {}
    for group in groups.values():
        for each in group:
            if each.id in seen or (
                each.text in texts and each.group.split(".")[0] == texts[each.text].split(".")[0]
            ):
                raise AdvisorError(
                    "同じ言い回しが二度あります", f"{each.group}: {each.id}", "片方を消してください"
                )
            seen[each.id] = each.group
            texts[each.text] = each.group
