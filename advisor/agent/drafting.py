"""One draft: the material of a consultation, composed into a brief, worded anew where that was asked for, and reviewed."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from advisor.agent.ports import Library
from advisor.agent.search import FAIRNESS_CARD, chosen_cases
from advisor.agent.turn import heard_so_far, named
from advisor.brief.material import Material, TechnologyMention, Utterance
from advisor.brief.model import Brief, Finding, Header
from advisor.brief.outline import compose
from advisor.brief.review import review
from advisor.brief.rewording import reworked
from advisor.dialogue.pasted import own_words
from advisor.dialogue.phase import phase_view
from advisor.dialogue.sentences import joined, sentences
from advisor.dialogue.session import Session
from advisor.dialogue.turns import Made, Turn
from advisor.evidence.passages import Passage
from advisor.framework.labels import Phase
from advisor.framework.phases import PhaseView
from advisor.framework.worksheet import Worksheet
from advisor.privacy.inert import commands, inert
from advisor.words import Words

_PHASE_CARDS: dict[Phase, str] = {1: "frame-phase1", 2: "frame-phase2", 3: "frame-phase3"}

_CHIP = 14


class Draft(NamedTuple):
    """A brief, what the checker says of it, and what it was made from."""

    brief: Brief
    findings: tuple[Finding, ...]
    material: Material
    bettered: int = 0
    """How many of its sentences stand in a language model's words."""
    doubtful: int = 0
    """How many stand as 【要確認】 because a language model said more than they rest on."""


def drafted(session: Session, library: Library, words: Words, today: str) -> Draft:
    """Return the brief as the consultation stands; `today` is an ISO date."""
    material = material_of(session, library, today)
    done = reworked(compose(material, words), session.rewordings, material, words)
    line = written_by(session, done.bettered + done.doubtful > 0)
    brief = done.brief.model_copy(update={"written_by": line}) if line else done.brief
    return Draft(brief, review(brief, material), material, done.bettered, done.doubtful)


def written_by(session: Session, reworded: bool) -> str:
    """The line on AI where language models played in the talk or worded the paper, else ""."""
    if reworded:
        made = [each for event in session.reworded for each in event.made]
        return f"文章の言い回しに{_models(made)}を使用しました。中身は職員の発言と資料によります"
    made = [each for turn in session.turns for each in turn.made]
    if all(each.outcome == "fell_back" for each in made):
        return ""
    return f"相談の読み取りと返事に{_models(made)}を使用しました。この紙の文章の組み立てには使用していません"


def _models(made: Iterable[Made]) -> str:
    names = "、".join(
        dict.fromkeys(each.model for each in made if each.model and each.outcome != "fell_back")
    )
    return f"生成AI({names})" if names else "生成AI"


def material_of(session: Session, library: Library, today: str) -> Material:
    """Everything the paper may rest on."""
    phase = session_phase(session)
    version = sum(turn.decision.move == "draft" for turn in session.turns) or 1
    header = {"date": today, "version": f"第{version}版", **session.header}
    return Material(
        worksheet=_inert_sheet(session.worksheet),
        utterances=tuple(_utterance(turn) for turn in session.turns if not _is_chip(turn)),
        technologies=_mentions(session),
        phase=phase,
        cases=chosen_cases(library, session.worksheet, phase.value),
        fairness=_first_passage(library, FAIRNESS_CARD),
        framework=_first_passage(library, _PHASE_CARDS[phase.value]) if phase.value else None,
        header=Header(**header),
        questions=tuple(library.questions()),
    )


def session_phase(session: Session) -> PhaseView:
    """The phase as the consultation stands."""
    return phase_view(heard_so_far(session), session.worksheet, session.phase_correction)


def _inert_sheet(sheet: Worksheet) -> Worksheet:
    """The worksheet with the markup in its values made plain letters: a paper shows text, never runs it."""
    for state in sheet.states:
        values = tuple(
            value.model_copy(update={"text": inert(value.text), "key": inert(value.key)})
            for value in state.values
        )
        sheet = sheet.with_state(state.model_copy(update={"values": values}))
    return sheet


def _shown(turn: Turn) -> str:
    """A message as it may stand in the record: refused requests, pasted matter and orders to the program are named only."""
    if turn.decision.move == "decline" and turn.decision.flavour != "off_topic":
        return "(応じなかった依頼)"
    own = own_words(turn.message)
    kept = joined(part for part in sentences(own) if not commands(part))
    left_out = len(re.sub(r"\s", "", kept)) < len(re.sub(r"\s", "", turn.message))
    handed = f"(資料{len(turn.documents)}件を添付)" if turn.documents else ""
    return inert(kept) + ("(貼り付けた資料は省略)" if left_out else "") + handed


def _is_chip(turn: Turn) -> bool:
    """A pressed chip or a bare yes says nothing that a record would keep."""
    bare = not turn.changes and turn.reading.intent in ("small_talk", "request_brief")
    return bare and len(turn.message) <= _CHIP


def _utterance(turn: Turn) -> Utterance:
    return Utterance(
        turn=turn.number,
        asked=turn.asked,
        text=_shown(turn),
        aside=turn.aside or not turn.changes,
        slots=tuple(change.slot for change in turn.changes if change.values),
        correction=turn.reading.intent == "correct",
    )


def _mentions(session: Session) -> tuple[TechnologyMention, ...]:
    kept = set(named(session.turns))
    first: dict[str, int] = {}
    for turn in session.turns:
        for name in turn.reading.technologies:
            if name in kept:
                first.setdefault(name, turn.number)
    return tuple(TechnologyMention(name=name, turn=turn) for name, turn in first.items())


def _first_passage(library: Library, card_id: str) -> Passage | None:
    card = library.card(card_id)
    if card is None or not card.sections:
        return None
    return library.passage(f"{card.id}#{card.sections[0].heading}")
