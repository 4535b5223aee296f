"""The labels of one message: stance, phase and intent (the annotation guide is binding)."""

from typing import Final, Literal, get_args

Stance = Literal["tech_first", "purpose_first", "mixed", "neutral"]
Phase = Literal[1, 2, 3]
Intent = Literal[
    "seek_advice",
    "answer",
    "ask_fact",
    "dont_know",
    "pushback",
    "correct",
    "request_brief",
    "small_talk",
    "off_topic",
    "unsafe",
]

STANCES: Final[tuple[Stance, ...]] = get_args(Stance)
PHASES: Final[tuple[Phase, ...]] = get_args(Phase)
INTENTS: Final[tuple[Intent, ...]] = get_args(Intent)

PHASE_NAMES: Final[dict[Phase, str]] = {
    1: "業務改善(現在業務の効率化)",
    2: "施策・事業・業務改革(価値連鎖の高価値化)",
    3: "自治体(地域)全体の魅力(競争力)",
}
