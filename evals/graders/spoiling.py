"""What the operators do to a conversation: each spoils one place, the one that the seed names."""

import re
from collections.abc import Callable
from itertools import pairwise

from advisor.dialogue.turns import Turn
from evals.graders.changing import (
    ASKS,
    adding,
    asking,
    asking_turns,
    hearing,
    one_digit,
    other,
    pick,
    saying,
    turn,
    turns,
)
from evals.graders.exchanges import first_want, wants
from evals.graders.grader import Case
from evals.graders.texts import contained, parts, prose, questions, quotes
from evals.graders.turning import asked_for, asks_us


def at(
    change: Callable[[Case, int], Callable[[Turn], Turn]], early: bool = False
) -> Callable[[Case, int], Case | None]:
    """Spoils one asking turn: an early one, before the want is stated, or any."""

    def apply(case: Case, seed: int) -> Case | None:
        want = first_want(case) or len(case.transcript.turns)
        found = [each for each in asking_turns(case) if not early or each.number < want]
        chosen = pick(found, seed)
        return turn(case, chosen.number, change(case, seed)) if chosen else None

    return apply


def sentence(*texts: str, early: bool = False) -> Callable[[Case, int], Case | None]:
    """Puts one of the sentences into a reply."""
    return at(lambda _, seed: adding(texts[seed % len(texts)]), early)


def third_time(case: Case, seed: int) -> Case | None:
    """One slot is asked for in the first three questions."""
    found = asking_turns(case)
    if len(found) < 3:
        return None
    slot = pick([each.reply.question.slot for each in found if each.reply.question], seed)
    for each in found[:3]:
        case = turn(case, each.number, asking(slot, ASKS[slot] if slot else ""))
    return case


def told_again(case: Case, seed: int) -> Case | None:
    """A later question asks for what was told in full."""
    facts = [
        (each.number, slot)
        for each in case.transcript.turns
        for slot, fact in case.scenario.facts.items()
        if contained(fact, (each.message,)) > 0.95
    ]
    chosen = pick(facts, seed)
    later = pick([each for each in asking_turns(case) if chosen and each.number > chosen[0]], seed)
    return turn(case, later.number, asking(chosen[1], ASKS[chosen[1]])) if chosen and later else None


def pressed(case: Case, seed: int) -> Case | None:
    """After 「分からない」 the same slot is asked for at once."""
    found = asking_turns(case)
    pairs = [(one, two) for one, two in pairwise(found) if two.number == one.number + 1]
    chosen = pick(pairs, seed)
    if chosen is None or chosen[0].reply.question is None:
        return None
    slot = chosen[0].reply.question.slot
    case = turn(case, chosen[1].number, hearing("まだ分からない"))
    return turn(case, chosen[1].number, asking(slot, ASKS[slot] if slot else ""))


def all_ask(words: str) -> Callable[[Case, int], Case | None]:
    """Every question of the consultation is the same plain one."""

    def apply(case: Case, seed: int) -> Case | None:
        return turns(case, lambda each: asking(None, words)(each) if each.reply.question else each)

    return apply


def want_unsaid(case: Case, seed: int) -> Case | None:
    """Every message that states the want says nothing."""
    case = turns(case, lambda each: hearing("まだ分からない")(each) if wants(case, each.message) else each)
    return case


def question_alone(case: Case, seed: int) -> Case | None:
    """The first reply to a message that asks says nothing but its question."""
    asked = [each for each in case.transcript.turns if each.reply.question and asks_us(case, each.message)]
    chosen = pick(asked, seed)
    return (
        turn(case, chosen.number, saying(f"そうですか。\n{questions(chosen.reply.text)[-1]}"))
        if chosen
        else None
    )


def case_told_early(case: Case, seed: int) -> Case | None:
    """A case is told before the want, unasked."""
    want = first_want(case) or len(case.transcript.turns)
    calm = [each for each in case.transcript.turns[1:] if each.number < want and not asked_for(each.message)]
    chosen = pick(calm, seed)
    told = "・願い:歩ける町\n・起きたこと:歩く人が増えた\n〔出典〕『ある町の記録』\n"
    return turn(case, chosen.number, adding(told)) if chosen else None


def unasked(case: Case, seed: int) -> Case | None:
    """Advice is given unasked."""
    advice = (
        "窓口を一つにまとめるべきです。",
        "はがきを送ってみてはいかがでしょうか。",
        "まず広報に載せてはどうでしょう。",
    )
    calm = [
        each for each in case.transcript.turns[1:] if not asked_for(each.message) and len(each.message) > 12
    ]
    chosen = pick(calm, seed)
    return turn(case, chosen.number, adding(advice[seed % 3])) if chosen else None


def swapped(seed: int) -> Callable[[Turn], Turn]:
    """The words ask for another slot, the tag stays."""

    def change(each: Turn) -> Turn:
        tag = each.reply.question.slot if each.reply.question else None
        return asking(tag, ASKS[other(tag or "", seed)])(each)

    return change


def pushed_on(case: Case, seed: int) -> Case | None:
    """The official has had enough, and the question stays."""
    pushes = ("また質問か。時間ないんだよ", "質問ばっかりだな", "能書きはいいから")
    chosen = pick([each for each in asking_turns(case) if each.number > 1], seed)
    return turn(case, chosen.number, hearing(pushes[seed % 3])) if chosen else None


def plain_style(case: Case, seed: int) -> Case | None:
    """One sentence loses its polite ending."""
    endings = (("ます。", "る。"), ("ました。", "た。"), ("です。", "だ。"), ("ません。", "ない。"))
    found = [
        (each, part)
        for each in case.transcript.turns
        for part in parts(prose(each.reply.text))
        if part.endswith(tuple(old for old, _ in endings))
    ]
    chosen = pick(found, seed)
    if chosen is None:
        return None
    old, new = next(pair for pair in reversed(endings) if chosen[1].endswith(pair[0]))
    spoilt = chosen[1].removesuffix(old) + ("した。" if new == "た。" else new)
    return turn(case, chosen[0].number, saying(chosen[0].reply.text.replace(chosen[1], spoilt)))


def sentence_twice(case: Case, seed: int) -> Case | None:
    """A sentence of the first reply is said again."""
    said = [part for part in parts(prose(case.transcript.turns[0].reply.text)) if len(part) > 10]
    chosen, repeated = pick(list(case.transcript.turns[1:]), seed), pick(said, seed)
    return turn(case, chosen.number, adding(repeated)) if chosen and repeated else None


def reply_twice(case: Case, seed: int) -> Case | None:
    """An early reply is given again later."""
    one, two = pick(list(case.transcript.turns[:5]), seed), pick(list(case.transcript.turns[6:]), seed)
    return turn(case, two.number, saying(one.reply.text)) if one and two else None


def quote_changed(case: Case, seed: int) -> Case | None:
    """One digit of a quotation changed, or its last letters where it has no figure."""
    found = [
        (each, quote)
        for each in case.transcript.turns
        for part in parts(each.reply.text)
        if not questions(part) and "かもしれません" not in part and len(part) > 4
        for quote in quotes(part)
        if len(quote) > 5
    ]
    chosen = pick(found, seed)
    if chosen is None:
        return None
    spoilt = one_digit(chosen[1]) or chosen[1][:-2] + "らしいこと"
    return turn(case, chosen[0].number, saying(chosen[0].reply.text.replace(chosen[1], spoilt)))


def citation(spoil: Callable[[Turn, int], Turn]) -> Callable[[Case, int], Case | None]:
    """Spoils a reply that cites."""

    def apply(case: Case, seed: int) -> Case | None:
        chosen = pick([each for each in case.transcript.turns if each.reply.citations], seed)
        return turn(case, chosen.number, lambda each: spoil(each, seed)) if chosen else None

    return apply


def misquoted(each: Turn, seed: int) -> Turn:
    """The first citation's quote is changed: a digit, its end, its beginning, a word put in, another quote."""
    first = each.reply.citations[0]
    quote = first.quote
    spoilt = (
        one_digit(quote) or quote[:-3] + "と言い切れる",
        quote[: len(quote) // 2] + "、おおむね" + quote[len(quote) // 2 :],
        "専門家によれば、" + quote,
        quote + "という声が多い",
        "どの町でも同じ結果が出ている",
    )[seed % 5]
    bad = first.model_copy(update={"quote": spoilt})
    cited = (bad, *each.reply.citations[1:])
    return each.model_copy(update={"reply": each.reply.model_copy(update={"citations": cited})})


def source_cut(each: Turn, seed: int) -> Turn:
    """The source is cut from the text of the reply; a general word stands in its place at some seeds."""
    return saying(
        re.sub(
            r"〔出典〕.*\n?|[(((][^(())]*『[^』]*』[^(())]*[))]|『[^』]*』",
            ("", "(資料)", "(ある自治体の話)", "(調べによる)")[seed % 4],
            each.reply.text,
        )
    )(each)
