"""Graders of what was heard: worksheet, stance and phase; they apply where a system keeps them."""

import re
from typing import Final

from advisor.framework.worksheet import Worksheet
from evals.graders.exchanges import NOTHING, Exchange, counted, exchanges, rated
from evals.graders.grader import Case, Graded, Grader, Miss
from evals.graders.grounding import ground, stands
from evals.graders.texts import contained, flat, parts

_SAID_RIGHT: Final = re.compile(
    r"(?P<old>[\d,.]+(?:[万億千]?[^\s、。\d]{0,3}))(?:じゃ|では)な(?:い|くて)。?(?:、)?(?P<new>[\d,.]+[万億千]?[^\s、。\dでだ]{0,2})"
)
_SINCE: Final = re.compile(
    r"(?P<old>\d[\d,.]*[^\s、。\d]{0,2})と(?:言|申し|書)[^。]{0,30}?(?P<new>\d[\d,.]*[^\s、。\d]{0,2})に(?:な|改)"
)
_RIGHTLY: Final = re.compile(r"(?P<old>[\d,.]+万?円?)、?(?:正しくは|訂正して)(?P<new>[\d,.]+万?円?)")


def _sheet(case: Case) -> Worksheet | None:
    return case.draft.material.worksheet if case.draft else None


def slots_heard(case: Case) -> Graded:
    """D7 of the design (recall): of the facts that were told, those whose words stand in their line of the worksheet."""
    sheet = _sheet(case)
    if sheet is None:
        return NOTHING
    told = [slot for slot in case.transcript.told if _was_told(case, case.scenario.facts[slot])]
    misses = [
        Miss(turn=None, quote=case.scenario.facts[slot], why=f"{slot}として書き留められていない")
        for slot in told
        if contained(parts(case.scenario.facts[slot])[0], [value.text for value in sheet[slot].values]) < 0.5
    ]
    return rated(misses, len(told))


def _was_told(case: Case, fact: str) -> bool:
    return contained(parts(fact)[0], (ground(case),)) > 0.9


def nothing_made_up(case: Case) -> Graded:
    """D7 of the design (hallucinated slots): every value of the worksheet stands in a message."""
    sheet = _sheet(case)
    if sheet is None:
        return NOTHING
    said = ground(case)
    values = [(state.slot, value.text) for state in sheet.states for value in state.values]
    misses = [
        Miss(turn=None, quote=text, why=f"{slot}に、だれも言っていない言葉がある")
        for slot, text in values
        if not all(stands(part, said) for part in parts(text))
    ]
    return rated(misses, len(values))


def corrections_kept(case: Case) -> Graded:
    """D9 of the design: after 「AじゃなくてB」 the paper has B and no longer A (stale values), its record of messages aside."""
    if case.draft is None:
        return NOTHING
    brief = case.draft.brief
    record = set(brief.section("record").claims)
    shown = flat("\n".join(claim.text for claim in brief.claims if claim not in record))
    whole = flat("\n".join(claim.text for claim in brief.claims))
    said = corrected_figures(case)
    misses = [
        Miss(turn=None, quote=f"{old}→{new}", why="直した数が紙に届いていない")
        for old, new in said
        if _has(shown, old) or not _has(whole, new)
    ]
    return rated(misses, len(said))


def corrected_figures(case: Case) -> list[tuple[str, str]]:
    """The figures that were put right, as (old, new), where the old one was said before."""
    return [
        found
        for each in exchanges(case)
        for found in _corrections(each.message)
        if _before(case, each, found[0])
    ]


def _before(case: Case, at: Exchange, old: str) -> bool:
    return any(_has(flat(each.message), old) for each in exchanges(case) if each.number < at.number)


def _corrections(message: str) -> list[tuple[str, str]]:
    text = flat(message)
    return [
        (found["old"], found["new"])
        for cue in (_SAID_RIGHT, _RIGHTLY, _SINCE)
        for found in cue.finditer(text)
    ]


def _has(text: str, figure: str) -> bool:
    number = re.match(r"[\d,.]+万?", figure)
    return number is not None and bool(re.search(rf"(?<![\d,.]){re.escape(number.group())}(?![\d,.])", text))


def slots_filled(case: Case) -> Graded:
    """Lines of the worksheet that hold something, of the facts that the official has (completeness, τ-Elicitation)."""
    sheet = _sheet(case)
    if sheet is None:
        return NOTHING
    known = list(case.scenario.facts)
    misses = [
        Miss(turn=None, quote=case.scenario.facts[slot], why=f"{slot}が空のまま")
        for slot in known
        if not sheet[slot].values
    ]
    return rated(misses, len(known))


def official_fills(case: Case) -> Graded:
    """Slots filled by the official against by the advisor: of the values, those not first worded by a reply."""
    sheet = _sheet(case)
    if sheet is None:
        return NOTHING
    values = [value for state in sheet.states for value in state.values]
    misses = [
        Miss(turn=value.turn, quote=value.text, why="助言役の言葉が職員の言葉として入っている")
        for value in values
        if _worded_before(case, value.text, value.turn)
    ]
    return rated(misses, len(values))


def _worded_before(case: Case, text: str, turn: int) -> bool:
    """A reply before the message had most of its words, and no message before had them."""
    earlier = [each for each in exchanges(case) if each.number < turn]
    replied = contained(text, [each.reply for each in earlier]) > 0.9
    return replied and contained(text, [each.message for each in earlier]) < 0.6 and len(text) > 8


def opening_stance_read(case: Case) -> Graded:
    """D4 of the design: the stance of the first message as expected (calling can want too early ends the coaching)."""
    first = case.transcript.turns[0].reading
    expected = case.scenario.expect.opening_stance
    if case.draft is None:
        return NOTHING
    miss = Miss(turn=1, quote=case.scenario.opening, why=f"{expected}を{first.stance}と読んだ")
    return rated([] if first.stance == expected else [miss], 1)


def phase_as_expected(case: Case) -> Graded:
    """D3 of the design: the phase of the paper as expected; not decided counts as a miss of its own."""
    if case.draft is None:
        return NOTHING
    phase, expected = case.draft.brief.phase, case.scenario.expect.target_phase
    miss = Miss(turn=None, quote="", why=f"Phase {expected}を{phase or '未定'}と見立てた")
    return rated([] if phase == expected else [miss], 1)


def phase_honest(case: Case) -> Graded:
    """D21 of the design: a plan that stays with efficiency is never labelled reform or attraction."""
    if case.draft is None or case.scenario.expect.target_phase != 1:
        return NOTHING
    phase = case.draft.brief.phase
    return rated([] if phase in (1, None) else [Miss(turn=None, quote="", why=f"Phase {phase}と書いた")], 1)


def volunteered(case: Case) -> Graded:
    """Share of the filled lines that no question asked for before (multi-slot answers, τ-Elicitation)."""
    sheet = _sheet(case)
    if sheet is None:
        return NOTHING
    filled = [state for state in sheet.states if state.values]
    free = [state for state in filled if not state.asked]
    return counted(round(len(free) / len(filled), 3), True) if filled else NOTHING


GRADERS: Final = (
    Grader("slots_heard", "聞いたことを書き留める", "worksheet", "rate", "higher", 0.97, True,
           "語られた事実のうち、その言葉の半分以上が、その項目に書き留められたものの割合。", "設計D7(再現率)、τ-Elicitation", slots_heard),
    Grader("nothing_made_up", "言っていないことを書かない", "worksheet", "rate", "higher", 1.0, True,
           "表の値のうち、発言にそのままある文だけからなるものの割合。", "設計D7(捏造)", nothing_made_up),
    Grader("corrections_kept", "訂正が紙に届く", "worksheet", "rate", "higher", 0.98, True,
           "言い直された数のうち、紙に新しい数があり、古い数が(発言の記録のほかに)残らないものの割合。", "設計D9", corrections_kept),
    Grader("slots_filled", "分かることが埋まる", "worksheet", "rate", "higher", 0.7, False,
           "職員に分かる項目のうち、表に何か入ったものの割合。", "τ-Elicitation(完成度)", slots_filled),
    Grader("official_fills", "職員の言葉で埋まる", "worksheet", "rate", "higher", 1.0, True,
           "表の値のうち、助言役の返事が先に言った言葉でないものの割合。", "動機づけ面接(相手の言葉)、設計D7", official_fills),
    Grader("opening_stance_read", "出発点の読み", "worksheet", "rate", "higher", 0.92, False,
           "最初の発言の出発点(技術から・目的から・両方・どちらでもない)が期待どおりの相談の割合。", "設計D4", opening_stance_read),
    Grader("phase_as_expected", "段の見立て", "worksheet", "rate", "higher", 0.9, True,
           "紙の段が期待どおりの相談の割合。未定は外れに数える。", "設計D3", phase_as_expected),
    Grader("phase_honest", "業務改善を改革と呼ばない", "worksheet", "rate", "higher", 1.0, False,
           "業務改善にとどまる相談のうち、紙でPhase 2・3と呼ばれなかったものの割合。", "設計D21", phase_honest),
    Grader("volunteered", "尋ねる前に埋まる", "worksheet", "number", "higher", None, False,
           "埋まった項目のうち、尋ねる前に埋まったものの割合。", "τ-Elicitation(multi-slot)", volunteered),
)  # fmt: skip
"""The graders of this module."""
