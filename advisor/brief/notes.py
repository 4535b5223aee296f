"""The sources of a paper, numbered in the order in which they are used."""

import re
from typing import Final

from advisor.brief.material import Material
from advisor.brief.model import Note
from advisor.evidence.cards import CaseCard, Source
from advisor.evidence.passages import Passage
from advisor.values import Value

_DEEDS: Final = "見直し、組み換え、創造、削除"


class Notes(Value):
    """All notes of a paper; numbers begin at 1."""

    listed: tuple[Note, ...] = ()
    fairness: int | None = None
    framework: int | None = None
    caution: int | None = None
    cases: tuple[int, ...] = ()
    """For each case of the material the number of its note."""


def notes_of(material: Material) -> Notes:
    """Number the sources: fairness, the warning beside the means, the framework, the cases."""
    listed: list[Note] = []

    def put(title: str, sources: tuple[Source, ...]) -> int:
        urls = tuple(dict.fromkeys(source.url for source in sources if source.url))
        checked = sources[0].checked if sources else "unverified"
        listed.append(Note(number=len(listed) + 1, title=title, urls=urls, checked=checked))
        return len(listed)

    fairness = (
        put(_title(material.fairness), _of(material.fairness))
        if quoted_fairness(material) and material.fairness
        else None
    )
    warning = caution(material)
    warned = put(warning.title, warning.sources) if warning else None
    quoted = _framework(material)
    framework = put(_title(quoted), _of(quoted)) if quoted else None
    cases = tuple(
        warned if case is warning and warned else put(case.title, case.sources) for case in material.cases
    )
    return Notes(listed=tuple(listed), fairness=fairness, framework=framework, caution=warned, cases=cases)


def caution(material: Material) -> CaseCard | None:
    """The cautionary case that stands beside the means."""
    return next((case for case in material.cases if case.shelf == "caution"), None)


def quoted_fairness(material: Material) -> str:
    """A sentence on fairness with words quoted literally from its passage; empty where none can be quoted."""
    quote = _quote(material.fairness)
    if not quote or material.fairness is None:
        return ""
    against = "一人当たりの均等ではなく、" if "一人当たり" in material.fairness.text else ""
    joint = "こととみる" if quote.endswith(("る」", "い」", "う」")) else "とみる"
    return f"公平を{against}{quote}{joint}考え方がある。"


def quoted_framework(material: Material) -> str:
    """The framework's own words on the phase at hand, in 「」; empty where no passage has any.

    For Phase 2 the four deeds of a reform say more than its name, wherever a passage holds them.
    """
    passage = _framework(material)
    deeds = _deeds(material, passage)
    return f"「{deeds}」" if deeds else _quote(passage)


def _framework(material: Material) -> Passage | None:
    held = [each for each in (material.framework, *material.framework_beside) if each is not None]
    telling = [each for each in held if _deeds(material, each)]
    return next((each for each in (*telling, *held) if _quote(each)), None)


def _deeds(material: Material, passage: Passage | None) -> str:
    found = (
        re.search(rf"「{_DEEDS}[^「」]*」", passage.text) if passage and material.phase.value == 2 else None
    )
    return _DEEDS if found else ""


def _quote(passage: Passage | None) -> str:
    if passage is None:
        return ""
    found: list[str] = re.findall(r"「[^「」]{6,60}」", passage.text)
    return max(found, key=len) if found else ""


def _title(passage: Passage) -> str:
    return passage.source or passage.title


def _of(passage: Passage) -> tuple[Source, ...]:
    return (Source(title=_title(passage), url=passage.url, checked=passage.checked),)
