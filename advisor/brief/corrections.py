"""Corrections of figures and names: the old value leaves the paper, the new one takes its place."""

import re
from typing import Final

from advisor.brief.material import Utterance
from advisor.brief.speech import Clause
from advisor.values import Value
from advisor.words import COUNT

_AMOUNT: Final = rf"(?:令和|平成)?{COUNT}(?:万|億|千)?(?:%|%|[一-龥ァ-ヶーつ]{{1,2}}(?:\d+分)?)?"
_NOT_BUT: Final = re.compile(
    rf"(?P<old>{_AMOUNT})(?:ちゃうわ|ちゃう(?:くて|ねん)?|やなくて?|やのうて|じゃなくて?|じゃない(?:です)?|ではなく(?:て)?|でなく(?:て)?|ではない(?:です)?|ではありません)[、。,\s]*(?:正しくは|正解は|ほんとは|実際は)?、?(?P<new>{_AMOUNT})"
)
_SAID_BUT: Final = re.compile(
    rf"(?P<old>{_AMOUNT})(?:だ)?(?:と|って)(?:言|い|申|書|伝え|答え|お伝え|お答え)[^。]{{0,14}}?(?:が|けど|けれど|たの|のは|、)[^。]*?(?P<new>{_AMOUNT})"
)
_FROM_TO: Final = re.compile(
    rf"(?P<old>{_AMOUNT})(?:は|を|から|→|というのは)、?(?:間違い(?:で|でした)?|誤り(?:で|でした)?|訂正(?:して)?)?[、。,\s]*(?:正しくは)?(?P<new>{_AMOUNT})(?:に(?:訂正|直|変更|修正)|の(?:間違い|誤り)|です|でした|が正し)"
)
_NAME: Final = re.compile(
    r"(?P<old>[一-龥ァ-ヶーA-Za-z]{2,12}?)(?:さん|課長|係長|主任|主査)?(?:じゃなくて|ではなく(?:て)?|でなく)、?(?P<new>[一-龥ァ-ヶーA-Za-z]{2,12}?)(?:さん|課長|係長|主任|主査)?(?:です|でした|だ|の間違い|[。、]|$)"
)
_ANNOUNCED: Final = re.compile(r"訂正|ちゃうわ|間違|誤り|さっき|先ほど|さきほど|直して|修正")


class Correction(Value):
    """`old` is now `new`, wherever it is said: before `turn`, or after it by a slip."""

    old: str
    new: str
    turn: int


def corrections(utterances: tuple[Utterance, ...]) -> tuple[Correction, ...]:
    """Return the corrections the official made, in order; names count only where they were really said before."""
    found: list[Correction] = []
    for at, utterance in enumerate(utterances):
        if not (utterance.correction or _ANNOUNCED.search(utterance.text)):
            continue
        before = "\n".join(each.text for each in utterances[:at])
        for pattern in (_NOT_BUT, _SAID_BUT, _FROM_TO, _NAME):
            pairs = [(match["old"], match["new"]) for match in pattern.finditer(utterance.text)]
            pairs = [
                (old, new)
                for old, new in map(_same_unit, pairs)
                if old != new and (old in before or old[0].isdigit())
            ]
            if pairs:
                found += [Correction(old=old, new=new, turn=utterance.turn) for old, new in pairs]
                break
    return tuple(found)


def _same_unit(pair: tuple[str, str]) -> tuple[str, str]:
    """Cut what follows the unit the two have in common (「31本と」 -> 「31本」)."""
    old, new = pair
    units = [re.sub(r"^(?:令和|平成)?[\d,.]+", "", text) for text in pair]
    common = 0
    while common < min(map(len, units)) and units[0][common] == units[1][common]:
        common += 1
    if not old[:1].isdigit() or common == 0:
        return pair
    return old[: len(old) - len(units[0]) + common], new[: len(new) - len(units[1]) + common]


def corrected(clause: Clause, made: tuple[Correction, ...]) -> Clause | None:
    """Return the clause with later corrections applied; None for the words that only denied the old value."""
    for each in made:
        old = re.compile(
            rf"(?<![\d,.]){re.escape(each.old)}" if each.old[0].isdigit() else re.escape(each.old)
        )
        if each.turn in clause.turns:
            if not old.search(clause.text):
                continue
            if each.new not in clause.text:
                return None
            clause = clause.model_copy(update={"text": _only_new(clause.text, each)})
        elif old.search(clause.text):
            alone = old.fullmatch(clause.text) is not None
            turns = (each.turn,) if alone else (*clause.turns, each.turn)
            clause = clause.model_copy(update={"text": old.sub(each.new, clause.text), "turns": turns})
    return clause


def _only_new(text: str, each: Correction) -> str:
    """「昨年度の見学は34家族ではなく43家族」 -> 「昨年度の見学は43家族」."""
    return re.sub(
        rf"{re.escape(each.old)}(?:では(?:なく|ない|ありません)|でなく|は誤り|は間違い)て?[、。]?", "", text
    ).replace(each.old, each.new)
