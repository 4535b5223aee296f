"""What a model is given to word one reply: the decision in plain words, and everything else as fenced data."""

from collections.abc import Iterator
from typing import Final

from advisor.adapters.model.hints import hints, hints_file
from advisor.adapters.model.manner import VOCABULARY
from advisor.adapters.model.plan import Plan
from advisor.adapters.model.prompts import digests, fenced, prompt
from advisor.dialogue.checks import Fault
from advisor.dialogue.moves import MOVE_NAMES
from advisor.dialogue.scene import Scene
from advisor.framework.slots import SLOT_NAMES, Slot
from advisor.patience.lines import Line

PROMPTS: Final = ("writing", "writing_scene", "writing_repair")
_MESSAGE: Final = 1_500
_TURNS: Final = 3
_SAID: Final = 300
_VALUE: Final = 120
_SOURCE: Final = 1_500
_NOTHING: Final = "なし"


def rules() -> str:
    """The rules of writing, as they may never be shown."""
    return prompt("writing").text.replace("$canary", "")


def writing_digests() -> tuple[tuple[str, str], ...]:
    """Names of the files that a writer plays from, with their digests."""
    hinting = hints_file()
    return (*digests(PROMPTS), (hinting.name, hinting.digest), *digests((VOCABULARY,)))


def writing_lines(scene: Scene, plan: Plan, mark: str, canary: str) -> tuple[Line, ...]:
    """Return what is said to a model; `mark` fences the data, `canary` must never come back."""
    decision = scene.decision
    said = prompt("writing_scene").filled(
        move=MOVE_NAMES[decision.move],
        hint=hints().moves.get(decision.move, ""),
        because=decision.because,
        about=_named(decision.about),
        asks=_asked(plan),
        longest=str(plan.longest),
        material="\n\n".join(fenced(kind, text, mark) for kind, text in _material(scene, plan) if text),
        draft=fenced("下書き", _draft(plan), mark),
    )
    return (
        Line(speaker="system", text=prompt("writing").filled(canary=canary)),
        Line(speaker="user", text=said),
    )


def repair_lines(said: str, faults: tuple[Fault, ...], mark: str) -> tuple[Line, ...]:
    """Return what is said after a reply that failed: what had come of it, and which rules it broke, quoted as data."""
    told = "\n".join(dict.fromkeys(_complaint(fault, mark) for fault in faults))
    return (
        Line(speaker="assistant", text=said or "…"),
        Line(speaker="user", text=prompt("writing_repair").filled(faults=told)),
    )


def _complaint(fault: Fault, mark: str) -> str:
    demand = f"- {hints().fault(fault.check)}"
    return f"{demand}\n{fenced('合わない文', fault.where, mark)}" if fault.where else demand


def _named(slot: Slot | None) -> str:
    return f"『{SLOT_NAMES[slot]}』({hints().slots[slot]})" if slot else _NOTHING


def _asked(plan: Plan) -> str:
    if not plan.asks or plan.question is None:
        return "書かない"
    return _named(plan.question.slot)


def _material(scene: Scene, plan: Plan) -> Iterator[tuple[str, str]]:
    yield "職員の最後の言葉", scene.message[:_MESSAGE]
    yield "これまでに書けた欄", _sheet(scene)
    yield "前のやりとり", _turns(scene)
    yield from _library(scene, plan)
    yield "決まった文", _fixed(plan)


def _sheet(scene: Scene) -> str:
    return "\n".join(
        f"{SLOT_NAMES[state.slot]}: {'、'.join((value.key or value.text)[:_VALUE] for value in state.values[:2])}"
        for state in scene.worksheet.states
        if state.values
    )


def _turns(scene: Scene) -> str:
    return "\n".join(
        f"職員: {turn.message[:_SAID]}\n助言役: {turn.reply.text[:_SAID]}" for turn in scene.turns[-_TURNS:]
    )


def _library(scene: Scene, plan: Plan) -> Iterator[tuple[str, str]]:
    """Only what the decision lets out: the passage or case that the reply cites, and the cards of technologies."""
    if plan.source:
        yield "資料(出典1)", plan.source[:_SOURCE]
    if scene.case is not None and scene.decision.offers != "case":
        lines = scene.case.lines
        told = f"願い: {lines.want}\n起きたこと: {lines.happened}\n限界: {lines.limit}"
        yield "例", f"{scene.case.title}({scene.case.place})\n{told}"
    yield "技術の札", _cards(scene)


def _cards(scene: Scene) -> str:
    return "\n".join(
        f"{each.name}: 得意は{each.card.good_at} 苦手は{each.card.bad_at}"
        for each in scene.technologies
        if each.card is not None
    )


def _fixed(plan: Plan) -> str:
    return "\n".join(f"〔そのまま{number}〕= {part.text}" for number, part in enumerate(plan.fixed, start=1))


def _draft(plan: Plan) -> str:
    """The embedded reply with the marks of its fixed parts, and its question where the model words it."""
    text, number = "", 0
    for part in plan.parts:
        number += part.fixed
        seam = "\n" if part.new_line and text else ""
        text += f"{seam}〔そのまま{number}〕" if part.fixed else f"{seam}{part.text}"
    return f"{text}\n{plan.question.text}".strip() if plan.asks and plan.question else text
