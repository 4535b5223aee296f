"""The official's words in rows: what a summary shows, and three ways side by side."""

import re
from collections.abc import Iterable
from typing import Final

from advisor.adapters.writer.stage import Stage
from advisor.dialogue.quotes import Quote, apart
from advisor.dialogue.suiting import steps
from advisor.framework.slots import Slot

LABELS: Final[dict[Slot, str]] = {
    "aspiration": "願い",
    "customer": "だれ",
    "current_experience": "いま",
    "evidence": "数字",
    "value": "価値",
    "strengths": "強み",
    "focus": "絞る・やめる",
    "measure": "変えること",
    "technology_role": "技術の出番",
    "leader": "引っ張る人",
    "stakeholders": "調整先",
    "outcome": "成果の印",
    "resources": "お金と人",
    "risks": "心配ごと",
}
_MOST: Final = 4
_TOGETHER: Final = 56
"""Letters that two sayings of one row may have."""
_SEVERAL: Final[frozenset[Slot]] = frozenset(
    ("customer", "strengths", "resources", "evidence", "focus", "measure", "value")
)
_STEPS: Final[frozenset[Slot]] = frozenset(("measure", "outcome"))
"""Slots whose second sentence belongs to the answer."""
_PROPOSED: Final = ("pressed", "from_above", "explain")
"""A technology is put forward: it stands in the row, whatever part was settled for another before."""
_LATELY: Final = 6
"""Turns in which a row that was shown is remembered."""
_LEAST: Final = 2.5
_THINGS: Final = re.compile(
    r"空[いきっ]|残って|集会所|会議室|校舎|郵便局|館|(?:人|社|台|か所|つ)(?:い|あ|$|、)|さん|会"
)
_MYSELF: Final = re.compile(
    r"(?:私|僕|わし|俺|自分|わたし|わたくし|小職|当職|小生)(?:自身)?(?:が(?:やり|務め|引|担|動|前)|です|だ|っす|じゃ)"
)
_AT_HAND: Final = (
    "電話、郵便、すでにある場所",
    "いまの人と場所、順番を生かす",
)
_GENERAL: Final = (
    "人の手と段取りで",
    "やめる、減らす、こちらから出向く",
)


def since_last(stage: Stage) -> tuple[Slot, ...]:
    """Rows that changed after the last summary; all rows where none was given or nothing is new."""
    new = _new(stage)
    return _weightiest(new) if len(new) >= 2 else _weightiest(stage.rows)


def leaves_out(stage: Stage) -> bool:
    """Whether more rows are new than one summary shows."""
    return len(_new(stage)) > _MOST


def _new(stage: Stage) -> tuple[Slot, ...]:
    last = max(
        (turn.number for turn in stage.scene.turns if turn.decision.move in ("reflect", "draft")), default=0
    )
    return tuple(
        slot for slot in stage.rows if any(value.turn > last for value in stage.scene.worksheet[slot].values)
    )


def _weightiest(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """At most four rows, those nearest to the customer first, shown in the order of the form."""
    order: tuple[Slot, ...] = (
        "aspiration", "customer", "current_experience", "value", "measure", "focus", "technology_role", "outcome",
        "strengths", "leader", "evidence", "resources", "risks", "stakeholders",
    )  # fmt: skip
    kept = sorted(slots, key=order.index)[:_MOST]
    return tuple(slot for slot in slots if slot in kept)


def shown_rows(stage: Stage, slots: Iterable[Slot]) -> tuple[tuple[str, tuple[Quote, ...]], ...]:
    """Return (line, its quotes) for each slot: one or two quotes in the official's words."""
    rows: list[tuple[str, tuple[Quote, ...]]] = []
    for slot in slots:
        whole = (
            stage.sentence(slot)
            if any(steps(value.text) for value in stage.scene.worksheet[slot].values)
            else None
        )
        best = whole or next((each for each in stage.row(slot) if stands(each, slot)), stage.sentence(slot))
        if best is None or any(
            best.text in quote.text or quote.text in best.text for _, quotes in rows for quote in quotes
        ):
            continue
        first = stage.sentence(slot) if slot == "measure" else None
        if first is not None and best.turn == first.turn and best.start > first.end:
            best = first
        more = [
            each
            for each in apart(stage.row(slot), 2)
            if each is not best and each.score >= max(4.0, best.score - 3)
        ]
        second = [
            each
            for each in more
            if (slot in _SEVERAL or each.has_number) and (slot != "customer" or "person" in each.marks)
        ]
        following = stage.following(slot, best) if slot in _STEPS else None
        beside = (following,) if following is not None else _beside(best, second)
        quotes = tuple(sorted((best, *beside), key=lambda each: (each.turn, each.start)))
        if slot == "leader" and any(
            _MYSELF.match(value.text) for value in stage.scene.worksheet[slot].values
        ):
            rows.append((f"・{LABELS[slot]}:ご自身", ()))
            continue
        shown = "、".join(_with_san(each, stage) if slot == "leader" else each.shown for each in quotes)
        line = f"・{LABELS[slot]}:{shown}{_unsettled(best, slot)}"
        rows.append((line, quotes))
    told = "\n".join(turn.reply.text for turn in stage.scene.turns[-_LATELY:]).splitlines()
    return tuple(row for row in rows if row[0] not in told) or tuple(rows)


def _with_san(quote: Quote, stage: Stage) -> str:
    """The name with さん where the official said so."""
    said = any(f"{quote.text}さん" in message for message in stage.messages)
    return f"「{quote.text}さん」" if said else quote.shown


def _unsettled(quote: Quote, slot: Slot) -> str:
    """A mark behind what was said with a doubt, so that it does not stand there as decided."""
    return "(検討中)" if "hedged" in quote.marks and slot in ("focus", "measure") else ""


def _beside(best: Quote, others: Iterable[Quote]) -> tuple[Quote, ...]:
    """What more of the same row there is room for."""
    return tuple(each for each in others if len(best.text) + len(each.text) <= _TOGETHER)[:1]


def stands(quote: Quote, slot: Slot) -> bool:
    """Whether words say enough to stand in a row alone."""
    return quote.score >= _LEAST and quote.kind != "途" and (slot != "customer" or quote.kind == "体")


def means_rows(stage: Stage) -> tuple[tuple[str, tuple[Quote, ...]], ...]:
    """Return the three ways: without technology, with what is there, with technology."""
    without = next((stage.row(slot)[0] for slot in ("measure", "focus") if stage.row(slot)), None)
    there = _at_hand(stage, without)
    told = stage.row("technology_role") if stage.scene.decision.flavour not in _PROPOSED else ()
    role = told[0] if told else None
    names = [f"「{each}」" for each in _named(stage)]
    card = _without(stage)
    return (
        (
            f"・技術なし:{without.shown if without else card or _GENERAL[stage.seed % len(_GENERAL)]}",
            (without,) if without else (),
        ),
        (
            f"・いまあるもので:{there.shown if there else _AT_HAND[stage.seed % len(_AT_HAND)]}",
            (there,) if there else (),
        ),
        (f"・技術を使う:{role.shown if role else ''.join(names) or '【要確認】'}", (role,) if role else ()),
    )


def _at_hand(stage: Stage, without: Quote | None) -> Quote | None:
    """What is there already: another part of the plan, or a place, people or things that the official named."""
    plan = apart((each for each in stage.row("measure") if each.kind == "文"), 3)
    other = next((each for each in plan if without and each is not without and each.score >= _LEAST), None)
    there = next((each for each in stage.row("strengths") if _THINGS.search(each.text)), None)
    return there or (other if stage.scene.decision.flavour in ("from_above", "explain") else None)


def _without(stage: Stage) -> str:
    """The card's way without the technology, where it speaks of the same things as the official."""
    card = stage.technology.card if stage.technology else None
    if card is None:
        return ""
    ours = {
        word.normalized
        for message in stage.messages
        for word in stage.words(message)
        if word.tag == "名詞" and len(word.normalized) > 1
    }
    theirs = {
        word.normalized
        for word in stage.words(card.without)
        if word.tag == "名詞" and len(word.normalized) > 1
    }
    return card.without.rstrip("。") if len(ours & theirs) >= 2 else ""


def _named(stage: Stage) -> tuple[str, ...]:
    new = tuple(each.name for each in stage.new_technologies)
    return (new or ((stage.technology.name,) if stage.technology else ()))[:3]
