"""Graders of the paper: details, origins, citations, customer, technology, style."""

import re
from typing import Final

from advisor.brief.model import BODY, Brief, Claim
from evals.graders.exchanges import NOTHING, counted, exchanges, rated
from evals.graders.grader import Case, Graded, Grader, Miss
from evals.graders.grounding import corpus, ground
from evals.graders.texts import bare, contained, flat, numbers, parts
from evals.graders.wordlists import TECHNOLOGY

_EVERYBODY: Final = re.compile(
    r"(?:市民|町民|村民|住民|県民|区民)(?:の皆|全員|全体|すべて|一般|$|。)|すべての人"
)
_CONCRETE: Final = re.compile(
    r"\d|[一二三四五六七八九十]+[代人歳]|地区|集落|島|棟|団地|通り|谷|一人|ひとり|夫婦|母|父|お母|親|生徒|中学|高校|職員|里親|者|方|人|家庭|世帯|遺族|子|連中|客"
)
_OFFICE: Final = re.compile(
    r"^(?:職員|庁内|役所|市役所|町役場|村役場|県庁|システム|本市は|本町は|当課|担当課)"
)
_POLITE_END: Final = re.compile(r"(?:です|ます|ました|でした|ません|でしょう|ください)(?:か|ね|よ)?[。]?$")


def _said(brief: Brief, *ids: str) -> list[Claim]:
    sections = [each for each in brief.sections if each.id in ids]
    return [
        claim for section in sections for claim in section.claims if claim.origin in ("said", "inference")
    ]


def details_kept(case: Case) -> Graded:
    """Details that were said stand in the paper (D7/D12 of the design; details of the officials' files)."""
    if case.draft is None:
        return NOTHING
    said, paper = ground(case), flat("\n".join(claim.text for claim in case.draft.brief.claims))
    told = [detail for detail in case.scenario.details if flat(detail) in said]
    misses = [Miss(turn=None, quote=each, why="紙に残っていない") for each in told if flat(each) not in paper]
    return rated(misses, len(told))


def distractors_absent(case: Case) -> Graded:
    """Plausible things that nobody said are in no claim of the paper's own (invention)."""
    if case.draft is None:
        return NOTHING
    own = flat("\n".join(claim.text for claim in case.draft.brief.claims if claim.origin != "source"))
    said = ground(case)
    unsaid = [each for each in case.scenario.distractors if flat(each) not in said]
    misses = [Miss(turn=None, quote=each, why="だれも言っていない") for each in unsaid if flat(each) in own]
    return rated(misses, len(unsaid))


def claims_have_origin(case: Case) -> Graded:
    """Every claim names what it rests on, or is open (every claim with origin)."""
    if case.draft is None:
        return NOTHING
    claims = [claim for claim in case.draft.brief.claims if claim.text.strip()]
    misses = [
        Miss(turn=None, quote=claim.text, why="もとが書かれていない")
        for claim in claims
        if claim.origin != "open" and not claim.turns and not claim.notes
    ]
    return rated(misses, len(claims))


def said_is_said(case: Case) -> Graded:
    """D12 of the design (precision): a claim marked as said is in the letters of the messages it names (a third at least: the paper turns speech into writing)."""
    if case.draft is None:
        return NOTHING
    messages = {each.number: each.message for each in exchanges(case)}
    claims = [
        claim for claim in case.draft.brief.claims if claim.origin == "said" and len(flat(claim.text)) > 12
    ]
    misses = [
        Miss(turn=claim.turns[0] if claim.turns else None, quote=claim.text, why="その発言の言葉ではない")
        for claim in claims
        if contained(claim.text, [messages.get(turn, "") for turn in claim.turns]) < 0.35
    ]
    return rated(misses, len(claims))


def notes_resolve(case: Case) -> Graded:
    """D11 of the design over the paper: every source claim names a note that exists (out of range counts 0, ALCE)."""
    if case.draft is None:
        return NOTHING
    known = {note.number for note in case.draft.brief.notes}
    claims = [claim for claim in case.draft.brief.claims if claim.origin == "source"]
    misses = [
        Miss(turn=None, quote=claim.text, why="出典の番号がない")
        for claim in claims
        if not claim.notes or not set(claim.notes) <= known
    ]
    return rated(misses, len(claims))


def sources_literal(case: Case) -> Graded:
    """D12 of the design over the paper: claims from sources have their numbers, and most of their letters, in the corpus."""
    if case.draft is None:
        return NOTHING
    claims = [
        claim
        for claim in case.draft.brief.claims
        if claim.origin == "source" and claim.notes and len(flat(claim.text)) > 12
    ]
    known = frozenset(numbers(corpus()))
    misses = [
        Miss(turn=None, quote=claim.text, why="資料の言葉ではない")
        for claim in claims
        if contained(claim.text, (corpus(),)) < 0.7 or not set(numbers(claim.text)) <= known
    ]
    return rated(misses, len(claims))


def findings_few(case: Case) -> Graded:
    """Findings of the paper's own checker, a count (checker findings); what it finds is for the official to settle."""
    if case.draft is None:
        return NOTHING
    count = len(case.draft.findings)
    return counted(float(count), True)


def draft_offered_early(case: Case) -> Graded:
    """Turns to a draft for the purposeful: offered or made within five turns (dialogue design, order and limits)."""
    if case.scenario.expect.opening_stance != "purpose_first":
        return NOTHING
    offered = [each.number for each in exchanges(case) if "下書き" in each.reply]
    first = min(offered, default=len(case.transcript.turns) + 1)
    return counted(float(first), first <= 5)


def customer_concrete(case: Case) -> Graded:
    """The paper's customer is named concretely: a count, an age, a place or a person, never everybody."""
    if case.draft is None or "customer" not in case.transcript.told:
        return NOTHING
    claims = _said(case.draft.brief, "customer")
    text = "".join(claim.text for claim in claims)
    good = bool(claims) and bool(_CONCRETE.search(text)) and not _EVERYBODY.search(text)
    return rated([] if good else [Miss(turn=None, quote=text, why="顧客が具体的でない")], 1)


def technology_subordinate(case: Case) -> Graded:
    """Title, summary and purpose name no technology (founding page: 主従; dialogue design)."""
    if case.draft is None:
        return NOTHING
    brief = case.draft.brief
    top = [*brief.title, *_said(brief, "summary", "purpose")]
    named = case.scenario.expect.technologies
    misses = [
        Miss(turn=None, quote=claim.text, why="題・要旨・目的に技術の名前がある")
        for claim in top
        if any(name in claim.text for name in named) or TECHNOLOGY.search(claim.text)
    ]
    return rated(misses, len(top))


def customer_is_subject(case: Case) -> Graded:
    """D20 of the design: sentences of summary and purpose do not begin with the office or a system."""
    if case.draft is None:
        return NOTHING
    found = [part for claim in _said(case.draft.brief, "summary", "purpose") for part in parts(claim.text)]
    misses = [Miss(turn=None, quote=part, why="役所が主語") for part in found if _OFFICE.search(part)]
    return rated(misses, len(found))


def sections_complete(case: Case) -> Graded:
    """D19 of the design: every section of the body holds something, be it 【要確認】."""
    if case.draft is None:
        return NOTHING
    empty = [each for each in BODY if not _filled(case.draft.brief, each)]
    return rated([Miss(turn=None, quote=each, why="節が空") for each in empty], len(BODY))


def _filled(brief: Brief, id: str) -> bool:
    return any(
        each.id == id and any(claim.text.strip() or claim.origin == "open" for claim in each.claims)
        for each in brief.sections
    )


def one_style(case: Case) -> Graded:
    """D15 of the design over the paper: one style; 敬体 outside quotations and the record is the miss (the paper is 常体)."""
    if case.draft is None:
        return NOTHING
    body = [claim for each in case.draft.brief.sections if each.id in BODY for claim in each.claims]
    found = [
        part
        for claim in body
        if claim.origin != "source"
        for part in parts(bare(claim.text))
        if len(part) > 4
    ]
    misses = [Miss(turn=None, quote=part, why="敬体が混じる") for part in found if _POLITE_END.search(part)]
    return rated(misses, len(found))


GRADERS: Final = (
    Grader("details_kept", "細部が紙に残る", "brief", "rate", "higher", 1.0, True,
           "語られた細部(数・名前・地名)のうち、企画書にあるものの割合。", "設計D7・D12", details_kept),
    Grader("distractors_absent", "言わないことが紙にない", "brief", "rate", "higher", 1.0, True,
           "だれも言っていないもっともらしい言葉のうち、企画書の(資料でない)文にないものの割合。", "設計D7(捏造)", distractors_absent),
    Grader("claims_have_origin", "どの文にももとがある", "brief", "rate", "higher", 1.0, True,
           "企画書の文のうち、発言か出典の番号を持つか、【要確認】であるものの割合。", "独自(文のもと)", claims_have_origin),
    Grader("said_is_said", "「言った」は言ったこと", "brief", "rate", "higher", 1.0, True,
           "「職員が言った」文のうち、その3字組の三分の一以上が示された発言にあるものの割合。", "設計D12(適合率)", said_is_said),
    Grader("notes_resolve", "出典の番号が指す先がある", "brief", "rate", "higher", 1.0, True,
           "資料からの文のうち、実在する出典の番号を持つものの割合。", "設計D11、ALCE", notes_resolve),
    Grader("sources_literal", "資料の文は資料どおり", "brief", "rate", "higher", 1.0, True,
           "資料からの文のうち、3字組の7割以上と数のすべてが資料にあるものの割合。", "設計D12", sources_literal),
    Grader("findings_few", "点検の指摘の数", "brief", "number", "lower", None, False,
           "企画書の点検が出した指摘の数。", "独自(点検)", findings_few),
    Grader("draft_offered_early", "目的のある人に早く下書き", "brief", "number", "lower", 5.0, False,
           "目的から始まった相談で、下書きの話がはじめて出た返事の番号。", "会話の設計(五通まで)", draft_offered_early),
    Grader("customer_concrete", "顧客が具体的", "brief", "rate", "higher", 1.0, True,
           "顧客を聞いた相談のうち、紙の「主たる顧客」が人数・年代・場所・人で書かれ、「市民全員」でないものの割合。", "設計D19、基本の考え方", customer_concrete),
    Grader("technology_subordinate", "技術が主役でない", "brief", "rate", "higher", 1.0, True,
           "題・要旨・目的の文のうち、技術の名前のないものの割合。", "基本の考え方(主従)", technology_subordinate),
    Grader("customer_is_subject", "主語が役所でない", "brief", "rate", "higher", 0.9, True,
           "要旨と目的の文のうち、役所やシステムで始まらないものの割合。", "設計D20", customer_is_subject),
    Grader("sections_complete", "節がそろう", "brief", "rate", "higher", 1.0, True,
           "本文の八つの節のうち、何か(【要確認】を含む)があるものの割合。", "設計D19", sections_complete),
    Grader("one_style", "文体がひとつ", "brief", "rate", "higher", 1.0, True,
           "本文の(引用・資料でない)文のうち、敬体で終わらないものの割合。", "設計D15", one_style),
)  # fmt: skip
"""The graders of this module."""
