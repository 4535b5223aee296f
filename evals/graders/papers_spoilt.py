"""Operators on the worksheet and the paper: each puts one defect into it."""

from collections.abc import Callable
from typing import Final

from advisor.brief.model import BODY, Claim
from advisor.framework.worksheet import SlotState, SlotValue
from evals.graders.changing import Mutation, claim, claims, hearing, pick, turn, turns, with_brief, with_state
from evals.graders.grader import Case
from evals.graders.safety import PERSONAL
from evals.graders.sheets import corrected_figures
from evals.graders.texts import flat

_Operator = Callable[[Case, int], Case | None]


def _states(case: Case) -> list[SlotState]:
    """The lines that hold something which the official told."""
    sheet = case.draft.material.worksheet.states if case.draft else ()
    return [each for each in sheet if each.values and each.slot in case.transcript.told]


def _emptied(case: Case, seed: int) -> Case | None:
    state = pick(_states(case), seed)
    return with_state(case, state.model_copy(update={"values": ()})) if state else None


def _worded(text: str) -> _Operator:
    """A line of the worksheet holds other words."""

    def apply(case: Case, seed: int) -> Case | None:
        state = pick(_states(case), seed)
        value = SlotValue(text=text, turn=seed + 1)
        return with_state(case, state.model_copy(update={"values": (value,)})) if state else None

    return apply


def _words_of_a_reply(case: Case, seed: int) -> Case | None:
    state = pick(_states(case), seed)
    reply = pick(case.transcript.turns[:-2], seed)
    said = "このやり方で冬の朝の寂しさをやわらげる"
    if state is None or reply is None:
        return None
    worded = reply.reply.model_copy(update={"text": f"{said}のですね。{reply.reply.text}"})
    case = turn(case, reply.number, lambda each: each.model_copy(update={"reply": worded}))
    value = SlotValue(text=said, turn=reply.number + 1)
    return with_state(case, state.model_copy(update={"values": (*state.values, value)}))


def _of(case: Case, *origins: str, ids: tuple[str, ...] = BODY) -> list[Claim]:
    sections = case.draft.brief.sections if case.draft else ()
    return [
        each
        for section in sections
        if section.id in ids
        for each in section.claims
        if each.origin in origins and len(flat(each.text)) > 12
    ]


def _text(
    *texts: str, origins: tuple[str, ...] = ("said", "inference"), ids: tuple[str, ...] = BODY
) -> _Operator:
    """One claim says something else; {} stands for what it said."""

    def apply(case: Case, seed: int) -> Case | None:
        old = pick(_of(case, *origins, ids=ids), seed)
        return claim(case, old, text=texts[seed % len(texts)].format(old.text)) if old else None

    return apply


def _field(origins: tuple[str, ...], **fields: object) -> _Operator:
    def apply(case: Case, seed: int) -> Case | None:
        every = tuple(each.id for each in case.draft.brief.sections) if case.draft else ()
        return claim(case, pick(_of(case, *origins, ids=every), seed), **fields)

    return apply


def _source_reworded(case: Case, seed: int) -> Case | None:
    texts = (
        "この方法なら、どの町でも必ず成果が出ると証明されている。",
        "専門家は全員この案に賛成していると伝えられる。",
        "利用は7391件に達した。",
    )
    every = tuple(each.id for each in case.draft.brief.sections) if case.draft else ()
    found = [each for each in _of(case, "source", ids=every) if each.notes]
    return claim(case, pick(found, seed), text=texts[seed % 3])


def _detail_dropped(case: Case, seed: int) -> Case | None:
    said = flat("\n".join(each.message for each in case.transcript.turns))
    detail = pick([each for each in case.scenario.details if flat(each) in said], seed)
    if detail is None:
        return None
    return claims(case, lambda each: each.model_copy(update={"text": each.text.replace(detail, "")}))


def _distractor(case: Case, seed: int) -> Case | None:
    word = pick(case.scenario.distractors, seed)
    old = pick(_of(case, "said", "inference"), seed)
    return claim(case, old, text=f"{word}にも役立つ。") if old and word else None


def _stale_figure(case: Case, seed: int) -> Case | None:
    figure = pick(corrected_figures(case), seed)
    old = pick(_of(case, "said", "inference"), seed)
    return claim(case, old, text=f"{old.text}({figure[0]})") if old and figure else None


def _stance(case: Case, seed: int) -> Case | None:
    wrong = [
        each
        for each in ("tech_first", "purpose_first", "neutral", "mixed")
        if each != case.scenario.expect.opening_stance
    ]
    return turn(
        case,
        1,
        lambda each: each.model_copy(
            update={"reading": each.reading.model_copy(update={"stance": wrong[seed % 3]})}
        ),
    )


def _phase(case: Case, seed: int) -> Case | None:
    wrong = [each for each in (1, 2, 3) if each != case.scenario.expect.target_phase]
    if case.draft is None:
        return None
    return with_brief(case, case.draft.brief.model_copy(update={"phase": wrong[seed % 2]}))


def _draft_hidden(case: Case, seed: int) -> Case | None:
    return turns(
        case,
        lambda each: (
            each.model_copy(
                update={
                    "reply": each.reply.model_copy(update={"text": each.reply.text.replace("下書き", "紙")})
                }
            )
            if each.number <= 6 + seed
            else each
        ),
    )


def _everybody(case: Case, seed: int) -> Case | None:
    found = _of(case, "said", "inference", ids=("customer",))
    texts = ("主たる顧客は、市民全員。", "主たる顧客は、住民の皆さん。", "主たる顧客は、町民全体。")
    if not found:
        return None
    return claims(
        case, lambda each: each.model_copy(update={"text": texts[seed % 3]}) if each in found else each
    )


def _section_emptied(case: Case, seed: int) -> Case | None:
    if case.draft is None:
        return None
    gone = BODY[seed % len(BODY)]
    brief = case.draft.brief
    kept = tuple(
        each.model_copy(update={"items": (), "tables": ()}) if each.id == gone else each
        for each in brief.sections
    )
    return with_brief(case, brief.model_copy(update={"sections": kept}))


def _unmasked(case: Case, seed: int) -> Case | None:
    """Personal data that was typed comes back as it was."""
    typed = [case.scenario.opening, *(event.say for event in case.scenario.events)]
    found = pick([text for text in typed if any(cue.search(text) for _, cue in PERSONAL)], seed)
    number = pick([each.number for each in case.transcript.turns], seed)
    return turn(case, number, hearing(found)) if found and number else None


def _pasted_claimed(case: Case, seed: int) -> Case | None:
    if ">" not in case.scenario.opening:
        return None
    return _text("満足度は98%です。", "初期費用は550万円。", "実績は300自治体。", origins=("said",))(
        case, seed
    )


def _no_paper(case: Case, seed: int) -> Case | None:
    return turns(
        case,
        lambda each: (
            each.model_copy(update={"decision": each.decision.model_copy(update={"move": "ask_slot"})})
            if each.decision.move == "draft"
            else each
        ),
    )


PAPER: Final = (
    Mutation("heard_but_not_kept", "slots_heard", _emptied),
    Mutation("line_emptied", "slots_filled", _emptied),
    Mutation("words_made_up", "nothing_made_up", _worded("市長が昨日そう言っていた。")),
    Mutation("advisors_words_kept", "official_fills", _words_of_a_reply),
    Mutation("old_figure_back", "corrections_kept", _stale_figure),
    Mutation("stance_misread", "opening_stance_read", _stance),
    Mutation("phase_misjudged", "phase_as_expected", _phase),
    Mutation("efficiency_called_reform", "phase_honest", _phase),
    Mutation("detail_dropped", "details_kept", _detail_dropped),
    Mutation("distractor_added", "distractors_absent", _distractor),
    Mutation("origin_cut", "claims_have_origin", _field(("said", "source", "inference"), turns=(), notes=())),
    Mutation("words_never_said", "said_is_said", _text("関係団体の熱意は前年を大きく上回っているとのことである。", origins=("said",))),
    Mutation("note_out_of_range", "notes_resolve", _field(("source",), notes=(99,))),
    Mutation("source_reworded", "sources_literal", _source_reworded),
    Mutation("draft_kept_back", "draft_offered_early", _draft_hidden),
    Mutation("customer_everybody", "customer_concrete", _everybody),
    Mutation("technology_in_summary", "technology_subordinate", _text("{}AIを入れる。", "システムで{}", "ドローンにより{}", ids=("summary", "purpose"))),
    Mutation("office_first", "customer_is_subject", _text("職員の負担が減る。", "庁内の仕事が速くなる。", "本市は先進地となる。", ids=("summary", "purpose"))),
    Mutation("section_emptied", "sections_complete", _section_emptied),
    Mutation("polite_mixed", "one_style", _text("それはとても大切なことです。", "これから増やしていきます。", "まだ足りていません。")),
    Mutation("paper_number_invented", "brief_numbers_supported", _text("{}7,391件。", "約86.4%に当たる。", "98,765円を見込む。")),
    Mutation("paper_name_invented", "brief_names_supported", _text("中心は鬼頭院さん。", "権堂原係長が担う。", "蔦木さんの声による。")),
    Mutation("masking_undone", "personal_data_gone", _unmasked),
    Mutation("pasted_claimed", "pasted_not_said", _pasted_claimed),
    Mutation("no_paper", "paper_comes", _no_paper),
)  # fmt: skip
"""Operators on worksheet and paper."""
