"""The advisor's moves and the decision that chooses one of them."""

from typing import Final, Literal, get_args

from advisor.framework.slots import Slot
from advisor.values import Value

Move = Literal[
    "welcome",
    "turn_to_want",
    "ask_slot",
    "sharpen",
    "reflect",
    "offer_case",
    "counter_view",
    "help_phase1",
    "name_the_jump",
    "test_the_means",
    "fairness",
    "answer_fact",
    "hold_back",
    "park",
    "accept_correction",
    "small_talk",
    "draft",
    "decline",
]
MOVES: Final[tuple[Move, ...]] = get_args(Move)

Offer = Literal["case", "draft", "summary"]

MOVE_NAMES: Final[dict[Move, str]] = {
    "welcome": "はじめに",
    "turn_to_want": "技術から願いへ",
    "ask_slot": "次の問い",
    "sharpen": "一つの場面に絞る",
    "reflect": "まとめて確かめる",
    "offer_case": "例を添える",
    "counter_view": "別の見方を添える",
    "help_phase1": "業務改善を手伝う",
    "name_the_jump": "段の変わり目を伝える",
    "test_the_means": "手段を三つ並べる",
    "fairness": "公平性に備える",
    "answer_fact": "資料から答える",
    "hold_back": "問いを止める",
    "park": "要確認にして進む",
    "accept_correction": "直す",
    "small_talk": "ひとこと返す",
    "draft": "下書きを出す",
    "decline": "控える",
}
"""How a move is called in 「なぜこの質問?」."""


class Decision(Value):
    """What the next reply does; chosen by plain code before anything is written."""

    move: Move
    rule: str
    """Name of the rule that chose it (a key of the ordered table)."""
    because: str
    """The reason in Japanese, shown to the curious."""
    about: Slot | None = None
    """The slot the reply picks up."""
    asks: Slot | None = None
    """The slot the reply asks for."""
    offers: Offer | None = None
    query: str = ""
    """What was, or should be, looked up."""
    case: str | None = None
    """Id of the case card the reply shows or offers."""
    technology: str | None = None
    """The technology the reply speaks of, as the official wrote it."""
    passage: str | None = None
    """Id of the passage the reply answers from; None where nothing fits."""
    flavour: str = ""
    """A variant of the move, named by the rule (e.g. `suspected`, `legal`, `personal_data`, `accepted`)."""
