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
_COUNTED: Final[frozenset[Slot]] = frozenset(("evidence",))
"""Slots of which the latest is shown first."""
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
_INSIDE: Final = re.compile(r"職員|係の|係員|当係|庶務|担当者")
_AT_DESK: Final = ("いまの台帳や予定表で", "手順をやめる、減らす、まとめる")
"""The two ways where those served sit in the office itself."""
_MYSELF: Final = re.compile(
    r"(?:私|僕|わし|俺|自分|わたし|わたくし|小職|当職|小生)(?:自身)?(?:が(?:やり|務め|引|担|動|前)|です|だ|っす|じゃ)"
)
_AT_HAND: Final = (
    "すでにある場所や集まりを使う",
    "いまの人と場所、順番を生かす",
)
_GENERAL: Final = (
    "人の手と段取りで",
    "やめる、減らす、こちらから出向く",
)


def since_last(stage: Stage) -> tuple[Slot, ...]:
    """Rows that changed after the last summary; all rows where none was given or nothing is new."""
    new = _new(stage)
    return _weightiest(new if len(new) >= 2 else _shown(stage), stage.scene.decision.about)


def leaves_out(stage: Stage) -> bool:
    """Whether more rows are new than one summary shows."""
    return len(_new(stage)) > _MOST


def _new(stage: Stage) -> tuple[Slot, ...]:
    last = max(
        (turn.number for turn in stage.scene.turns if turn.decision.move in ("reflect", "draft")), default=0
    )
    return tuple(
        slot
        for slot in _shown(stage)
        if any(value.turn > last for value in stage.scene.worksheet[slot].values)
    )


def _shown(stage: Stage) -> tuple[Slot, ...]:
    """Slots for which a row has something to show."""
    return tuple(slot for slot in stage.rows if _best(stage, slot) is not None)


def _weightiest(slots: tuple[Slot, ...], about: Slot | None) -> tuple[Slot, ...]:
    """Four rows, those nearest to the customer first, and what was just told, in the order of the form."""
    order: tuple[Slot, ...] = (
        "aspiration", "customer", "current_experience", "value", "measure", "focus", "technology_role", "outcome",
        "strengths", "leader", "evidence", "resources", "risks", "stakeholders",
    )  # fmt: skip
    kept = sorted(slots, key=order.index)[:_MOST]
    return tuple(slot for slot in slots if slot in kept or slot == about)


def shown_rows(stage: Stage, slots: Iterable[Slot]) -> tuple[tuple[str, tuple[Quote, ...]], ...]:
    """Return (line, its quotes) for each slot: one or two quotes in the official's words; no line shown lately."""
    rows: list[tuple[str, tuple[Quote, ...]]] = []
    for slot in slots:
        quotes = _quotes(stage, slot)
        if quotes and not any(_alike(quotes[0], quote) for _, shown in rows for quote in shown):
            rows.append((_line(stage, slot, quotes), quotes))
    told = "\n".join(turn.reply.text for turn in stage.scene.turns[-_LATELY:]).splitlines()
    return tuple(row for row in rows if row[0] not in told) or tuple(rows)


def _alike(quote: Quote, other: Quote) -> bool:
    return quote.text in other.text or other.text in quote.text


def _quotes(stage: Stage, slot: Slot) -> tuple[Quote, ...]:
    """The words that stand for a slot, and what stands beside them, in the order in which they were said."""
    best = _best(stage, slot)
    if best is None:
        return ()
    following = stage.following(slot, best) if slot in _STEPS else None
    beside = (following,) if following is not None else _beside(best, _second(stage, slot, best))
    return tuple(sorted((best, *beside), key=lambda each: (each.turn, each.start)))


def _best(stage: Stage, slot: Slot) -> Quote | None:
    sentence = stage.sentence(slot)
    if any(steps(value.text) for value in stage.scene.worksheet[slot].values):
        return sentence
    fits = [each for each in stage.row(slot) if stands(each, slot)]
    if slot in _COUNTED:
        fits.sort(key=lambda each: -each.turn)
    best = next(iter(fits), sentence)
    late = best is not None and sentence is not None and best.turn == sentence.turn
    return sentence if slot == "measure" and late and best.start > sentence.end else best  # type: ignore[union-attr]


def _second(stage: Stage, slot: Slot, best: Quote) -> list[Quote]:
    """Other words of the slot that are worth a place beside the best."""
    more = [
        each
        for each in apart(stage.row(slot), 2)
        if each is not best and each.score >= max(4.0, best.score - 3)
    ]
    return [
        each
        for each in more
        if (slot in _SEVERAL or each.has_number) and (slot != "customer" or "person" in each.marks)
    ]


def _line(stage: Stage, slot: Slot, quotes: tuple[Quote, ...]) -> str:
    if slot == "leader" and any(_MYSELF.match(value.text) for value in stage.scene.worksheet[slot].values):
        return f"・{LABELS[slot]}:ご自身"
    shown = "、".join(_with_san(each, stage) if slot == "leader" else each.shown for each in quotes)
    return f"・{LABELS[slot]}:{shown}{_unsettled(quotes[0], slot)}"


def _with_san(quote: Quote, stage: Stage) -> str:
    """The name with さん where the official said so."""
    said = any(f"{quote.text}さん" in message for message in stage.messages)
    return f"「{quote.text}さん」" if said else quote.shown


def _unsettled(quote: Quote, slot: Slot) -> str:
    """A mark behind what was said with a doubt, so that it does not stand there as decided."""
    if "hedged" not in quote.marks:
        return ""
    return "(検討中)" if slot in ("focus", "measure", "technology_role") else ""


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
    served = " ".join(value.text for value in stage.scene.worksheet["customer"].values)
    at_hand, general = (
        _AT_DESK
        if _INSIDE.search(served)
        else (_AT_HAND[stage.seed % len(_AT_HAND)], _GENERAL[stage.seed % len(_GENERAL)])
    )
    return (
        (
            f"・技術なし:{without.shown if without else card or general}",
            (without,) if without else (),
        ),
        (
            f"・いまあるもので:{there.shown if there else at_hand}",
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
