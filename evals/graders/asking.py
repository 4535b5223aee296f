"""Graders of the questions a system asks."""

import re
from collections import Counter
from typing import Final

from evals.graders.exchanges import NOTHING, Exchange, counted, exchanges, first_want, rated
from evals.graders.grader import Case, Graded, Grader, Miss
from evals.graders.texts import asks, contained, content, parts, prose, questions, quotes
from evals.graders.wordlists import ABSTRACT, PERSON, UNKNOWN
from evals.scenarios.heard import SLOT_KINDS, contradicts, heard

_DEFINITION: Final = re.compile(
    r"どんな|どなた|どちら|だれ|誰|とは|具体的|どこ|どれくらい|いくつ|何(?:です|が|を)"
)
_ASSUMPTION: Final = re.compile(
    r"もし|なら[、ば]|としたら|とすると|なくても|抜きに|脇に置|使わず|頼って|任せ|足りる|ほかに|代わりに|本当に|反対|心配|前提|やめ|手放|全員ではなく"
)
_CONSEQUENCE: Final = re.compile(
    r"うまくいっ|なって(?:い)?(?:て|たら|れば)|変わっ|変わる|できるように|しなくて|翌日|翌朝|年後|よかった|助かる|うれしい|始まったら|起き|どうなって|よくなった"
)


def one_question(case: Case) -> Graded:
    """D1 of the design: share of asking replies with exactly one question, quoted words left aside."""
    asking = [each for each in exchanges(case) if each.question]
    misses = [
        Miss(turn=each.number, quote=each.reply, why=f"問いが{len(questions(each.reply))}つ")
        for each in asking
        if len(questions(each.reply)) > 1
    ]
    return rated(misses, len(asking))


def question_fits_slot(case: Case) -> Graded:
    """Asking X in words that ask Y: the words by a lexicon of our own against the tag; words that do not tell are left out."""
    told = [
        (each, contradicts(each.question, each.slot))
        for each in exchanges(case)
        if each.question and each.slot in SLOT_KINDS and heard(each.question) is not None
    ]
    misses = [
        Miss(turn=each.number, quote=each.question or "", why=f"札は{each.slot}、言葉は{other}を尋ねている")
        for each, other in told
        if other is not None
    ]
    return rated(misses, len(told))


def scene_not_purpose(case: Case) -> Graded:
    """Before a want is stated, no reply asks after the purpose as such (officials report that they cannot answer it)."""
    want = first_want(case) or len(case.transcript.turns) + 1
    early = [each for each in exchanges(case) if each.question and each.number <= want]
    misses = [
        Miss(turn=each.number, quote=each.question or "", why="場面や人ではなく、目的そのものを尋ねている")
        for each in early
        if ABSTRACT.search(each.question or "")
    ]
    return rated(misses, len(early))


def reflection_ratio(case: Case) -> Graded:
    """Reflections to questions, after MITI 4.2 (motivational interviewing); a reflection gives back the official's words."""
    said, reflections, asked = "", 0, 0
    for each in exchanges(case):
        said += each.message + "\n"
        plain = [part for part in parts(each.reply) if not asks(part)]
        reflections += sum(_reflects(part, said) for part in plain)
        asked += len(questions(each.reply))
    ratio = reflections / asked if asked else None
    return NOTHING if ratio is None else counted(round(ratio, 3), ratio >= 1)


def _reflects(part: str, said: str) -> bool:
    """Quotes the official, or is for two thirds made of the official's words."""
    return any(len(each) > 2 and each in said for each in quotes(part)) or (
        len(part) > 8 and contained(part, (said,)) > 0.66
    )


def own_words(case: Case) -> Graded:
    """D18 of the design: asking replies share a content word with the message before, where it has two or more."""
    asking = [each for each in exchanges(case) if each.question and len(content(each.message)) > 1]
    misses = [
        Miss(turn=each.number, quote=each.reply, why="直前の言葉をひとつも使っていない")
        for each in asking
        if not content(each.message) & content(each.reply)
    ]
    return rated(misses, len(asking))


def asked_at_most_twice(case: Case) -> Graded:
    """No slot is asked a third time, by tag or, without tags, by the words of the question."""
    found = [each for each in exchanges(case) if each.asked in SLOT_KINDS]
    counts: Counter[object] = Counter()
    misses = []
    for each in found:
        counts[each.asked] += 1
        if counts[each.asked] == 3:
            misses.append(Miss(turn=each.number, quote=each.question or "", why=f"{each.asked}を三度尋ねた"))
    return rated(misses, len(counts))


def answered_not_asked_again(case: Case) -> Graded:
    """D10 (RQ) of the design: no question for what the official has told in full, a deepening right after it aside."""
    told: dict[str, int] = {}
    misses, of = [], 0
    for each in exchanges(case):
        told |= {slot: each.number for slot in _told(case, each.message) if slot not in told}
        if each.asked in SLOT_KINDS:
            of += 1
            if each.asked in told:
                misses.append(
                    Miss(turn=each.number, quote=each.question or "", why=f"{each.asked}はもう聞いた")
                )
    return rated(misses, of)


def _told(case: Case, message: str) -> list[str]:
    facts = case.scenario.facts
    return [slot for slot, fact in facts.items() if contained(fact, (message,)) > 0.9]


def unknown_not_pressed(case: Case) -> Graded:
    """After 「わからない」 the next question is for something else (parked: dialogue design, move `park`)."""
    found = list(zip(exchanges(case), exchanges(case)[1:], strict=False))
    after = [(before, each) for before, each in found if UNKNOWN.search(each.message) and before.asked]
    misses = [
        Miss(turn=each.number, quote=each.question or "", why="分からないと言われたことを、すぐまた尋ねた")
        for before, each in after
        if each.question and each.asked == before.asked
    ]
    return rated(misses, len(after))


def question_kinds(case: Case) -> Graded:
    """D17 of the design: definition, assumption and consequence questions, one of each (after the Socratic-AI benchmark)."""
    asked = [each.question for each in exchanges(case) if each.question]
    if len(asked) < 4:
        return NOTHING
    kinds = {"言葉の中身": _DEFINITION, "前提": _ASSUMPTION, "その先": _CONSEQUENCE}
    missing = [name for name, cue in kinds.items() if not any(cue.search(question) for question in asked)]
    return rated([Miss(turn=None, quote="", why=f"{name}を尋ねる問いがない") for name in missing], 3)


def asks_of_people(case: Case) -> Graded:
    """Of the first three questions one at least is about a person or that person's scene (task design §1.5)."""
    asked = [each for each in exchanges(case) if each.question][:3]
    if not asked:
        return NOTHING
    good = any(_of_people(each) for each in asked)
    misses = (
        []
        if good
        else [Miss(turn=asked[0].number, quote=asked[0].question or "", why="人も場面も出てこない")]
    )
    return rated(misses, 1)


def _of_people(each: Exchange) -> bool:
    return bool(PERSON.search(each.question or "") or "場面" in prose(each.reply))


GRADERS: Final = (
    Grader("one_question", "一通に問いは一つ", "dialogue", "rate", "higher", 1.0, True,
           "問いのある返事のうち、問いがちょうど一つのものの割合。引用した言葉の中の問いは数えない。", "設計D1、SDB Form", one_question),
    Grader("question_fits_slot", "問いの言葉が項目に合う", "dialogue", "rate", "higher", 0.97, True,
           "項目の札が付いた問いのうち、言葉がほかの項目をはっきり尋ねていないものの割合。言葉から決められない問いは数えない。", "独自(札と言葉の食い違い)", question_fits_slot),
    Grader("scene_not_purpose", "目的でなく場面を尋ねる", "dialogue", "rate", "higher", 1.0, True,
           "願いが出るまでの問いのうち、「目的は何ですか」のような答えにくい問いでないものの割合。", "会話の設計(技術から始まる相談)", scene_not_purpose),
    Grader("reflection_ratio", "返しと問いの比", "dialogue", "number", "higher", 1.0, False,
           "相手の言葉を返した文の数 ÷ 問いの数。1以上を良しとする。", "動機づけ面接(MITI 4.2)", reflection_ratio),
    Grader("own_words", "相手の言葉を使う", "dialogue", "rate", "higher", 0.85, False,
           "問いのある返事のうち、直前の発言の内容語を一つ以上使ったものの割合。", "設計D18、SDB Groundedness", own_words),
    Grader("asked_at_most_twice", "同じ項目を三度尋ねない", "dialogue", "rate", "higher", 1.0, True,
           "尋ねた項目のうち、尋ねた回数が二回までのものの割合。", "会話の設計(尋ねるのは二度まで)", asked_at_most_twice),
    Grader("answered_not_asked_again", "聞いたことを尋ねない", "dialogue", "rate", "higher", 1.0, True,
           "項目を尋ねた問いのうち、もうすっかり聞いた項目でないものの割合。", "設計D10(RQ)、DeepEval Knowledge retention", answered_not_asked_again),
    Grader("unknown_not_pressed", "「わからない」を追わない", "dialogue", "rate", "higher", 1.0, True,
           "「わからない」の次の返事のうち、同じ項目をすぐ尋ね直さなかったものの割合。", "会話の設計(park)", unknown_not_pressed),
    Grader("question_kinds", "問いの種類がそろう", "dialogue", "rate", "higher", 1.0, True,
           "一つの相談に、中身・前提・その先を尋ねる問いが一つずつあるか(3種のうちいくつ)。", "設計D17、Socratic-AI benchmark", question_kinds),
    Grader("asks_of_people", "はじめに人を尋ねる", "dialogue", "rate", "higher", 1.0, True,
           "はじめの三つの問いのどれかが、人か場面を尋ねている相談の割合。", "ドメイン資料 §1.5", asks_of_people),
)  # fmt: skip
"""The graders of this module."""
