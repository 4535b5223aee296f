"""One turn: read, absorb, search, decide, write, check - a straight line of typed values."""

from advisor.agent import tracing
from advisor.agent.casting import Players
from advisor.agent.ports import Library
from advisor.agent.search import look_up, recognised
from advisor.dialogue.absorb import absorbed, without_commands
from advisor.dialogue.checks import checked
from advisor.dialogue.corrections import claimed
from advisor.dialogue.cues import cues
from advisor.dialogue.events import MessageReceived
from advisor.dialogue.moves import Decision
from advisor.dialogue.pasted import own_words
from advisor.dialogue.phase import Heard, phase_view
from advisor.dialogue.policy import View, decide
from advisor.dialogue.reading import Reading
from advisor.dialogue.scene import DraftNews, Scene, Technology
from advisor.dialogue.session import Session, changed
from advisor.dialogue.trust import trusted
from advisor.dialogue.turns import Change, Reply, Turn
from advisor.evidence.cards import CaseCard
from advisor.evidence.passages import Passage
from advisor.framework.phases import PhaseView
from advisor.framework.slots import Slot
from advisor.framework.worksheet import Worksheet


def answered(session: Session, received: MessageReceived, players: Players, at: str) -> Turn:
    """Return the whole turn for a message that was already stored; calls nothing but its players."""
    with players.trace.span("turn", **tracing.received_facts(session.id, received)) as span:
        turn = _answered(session, received, players, at)
        span.note(**tracing.turn_facts(turn))
        span.quote(message=turn.message, reply=turn.reply.text)
    return turn


def _answered(session: Session, received: MessageReceived, players: Players, at: str) -> Turn:
    before = session.turns
    asked, question = _asked(before)
    own = own_words(received.text)
    reading = _read(players, received.text, asked, question)
    reading = trusted(own, reading, cues(own), asked, session.worksheet)
    reading = recognised(reading, own, players.library)
    known = known_corrections(before)
    changes = absorbed(received.text, own, reading, asked, session.worksheet, received.turn, known)
    sheet = changed(session.worksheet, changes)
    view, hits = _view(session, received, players, reading, changes, sheet)
    decision = _decided(players, view)
    scene = _scene(view, decision, players.library)
    reply = _written(players, scene)
    return Turn(
        number=received.turn,
        message=received.text,
        documents=received.documents,
        masked=received.masked,
        asked=asked,
        question=question,
        reading=reading,
        changes=changes,
        aside=not changes and reading.intent not in ("answer", "seek_advice"),
        decision=decision,
        passages=tuple(hits),
        reply=reply,
        digests=players.digests,
        made=players.made(),
        at=at,
    )


def _read(players: Players, text: str, asked: Slot | None, question: str | None) -> Reading:
    with players.trace.span("read") as span:
        reading = players.reader.read(text, asked, question)
        span.note(**tracing.reading_facts(reading), **tracing.made_facts(players.made(), "reader"))
    return reading


def _decided(players: Players, view: View) -> Decision:
    with players.trace.span("decide") as span:
        decision = decide(view)
        span.note(**tracing.decision_facts(decision))
    return decision


def _written(players: Players, scene: Scene) -> Reply:
    with players.trace.span("write") as span:
        written = players.writer.write(scene)
        span.note(**tracing.made_facts(players.made(), "writer"))
    with players.trace.span("check") as span:
        reply = checked(written, scene)
        span.note(**tracing.checked_facts(written, reply))
    return reply


def known_corrections(turns: tuple[Turn, ...]) -> tuple[tuple[str, str], ...]:
    """Figures corrected in earlier messages, as (old, new)."""
    pairs = (claimed(own_words(turn.message)) for turn in turns if turn.decision.move == "accept_correction")
    return tuple(pair for pair in pairs if pair is not None)


def greeting(players: Players, seed: str = "") -> Reply:
    """The advisor's first words, before any message."""
    decision = Decision(
        move="welcome", rule="greeting", because="はじめに、何の場所かを二行で言う", asks="current_experience"
    )
    scene = Scene(
        number=0, message=seed, reading=Reading(), cues=cues(""), decision=decision, worksheet=Worksheet()
    )
    return players.writer.write(scene)


def _asked(turns: tuple[Turn, ...]) -> tuple[Slot | None, str | None]:
    """The slot and the words of the last question; an interrupted question still waits."""
    if not turns:
        return None, None
    last = turns[-1]
    if last.decision.asks is not None and last.reply.question is not None:
        return last.decision.asks, last.reply.question.text
    return None, None


def _view(
    session: Session,
    received: MessageReceived,
    players: Players,
    reading: Reading,
    changes: tuple[Change, ...],
    sheet: Worksheet,
) -> tuple[View, tuple[str, ...]]:
    phase = phase_now(session, reading, changes, sheet, received)
    own = without_commands(own_words(received.text))
    seen = cues(own)
    with players.trace.span("search") as span:
        found, hits = look_up(players.library, own, reading, seen, sheet, phase.value)
        span.note(search_passages=tuple(dict.fromkeys(hit.passage.id for hit in hits)))
    earlier = named(session.turns)
    view = View(
        number=received.turn,
        message=own,
        reading=reading,
        cues=seen,
        worksheet=sheet,
        changes=changes,
        turns=session.turns,
        phase=phase,
        technologies=tuple(dict.fromkeys(earlier + reading.technologies)),
        new_technologies=tuple(name for name in reading.technologies if name not in earlier),
        found=found,
        documents=bool(received.documents),
        masked=received.masked,
    )
    return view, tuple(dict.fromkeys(hit.passage.id for hit in hits))


def named(turns: tuple[Turn, ...]) -> tuple[str, ...]:
    """The technologies named in earlier messages, oldest first."""
    return tuple(
        dict.fromkeys(
            name
            for turn in turns
            if turn.reading.intent not in ("off_topic", "unsafe", "small_talk", "request_brief")
            for name in turn.reading.technologies
        )
    )


def phase_now(
    session: Session,
    reading: Reading,
    changes: tuple[Change, ...],
    sheet: Worksheet,
    received: MessageReceived,
) -> PhaseView:
    """The phase as it looks with this message."""
    heard = [*heard_so_far(session), _heard(received.turn, received.text, reading, changes)]
    return phase_view(heard, sheet, session.phase_correction)


def heard_so_far(session: Session) -> tuple[Heard, ...]:
    """What the earlier messages contribute to the phase."""
    return tuple(_heard(turn.number, turn.message, turn.reading, turn.changes) for turn in session.turns)


def _heard(turn: int, text: str, reading: Reading, changes: tuple[Change, ...]) -> Heard:
    return Heard(
        turn=turn, text=text, reading=reading, slots=tuple(each.slot for each in changes if each.values)
    )


def _scene(view: View, decision: Decision, library: Library) -> Scene:
    return Scene(
        number=view.number,
        message=view.message,
        reading=view.reading,
        cues=view.cues,
        decision=decision,
        worksheet=view.worksheet,
        changes=view.changes,
        turns=view.turns,
        technologies=_technologies(view, library),
        case=_case(decision, library),
        passage=_passage(decision, library),
        phase=view.phase.value,
        draft=_news(view) if decision.move == "draft" else None,
        masked=view.masked,
    )


def _technologies(view: View, library: Library) -> tuple[Technology, ...]:
    first: dict[str, int] = {}
    for turn in view.turns:
        for name in turn.reading.technologies:
            first.setdefault(name, turn.number)
    for name in view.reading.technologies:
        first.setdefault(name, view.number)
    kept = set(view.technologies)
    return tuple(
        Technology(name=name, turn=turn, card=library.technology(name))
        for name, turn in first.items()
        if name in kept
    )


def _case(decision: Decision, library: Library) -> CaseCard | None:
    card = library.card(decision.case) if decision.case else None
    return card if card is not None and card.kind == "case" else None


def _passage(decision: Decision, library: Library) -> Passage | None:
    return library.passage(decision.passage) if decision.passage else None


_USEFUL: tuple[Slot, ...] = (
    "aspiration", "customer", "value", "outcome", "evidence", "resources", "leader", "stakeholders", "risks",
    "focus", "measure", "current_experience", "strengths", "technology_role",
)  # fmt: skip


def _news(view: View) -> DraftNews:
    sheet = view.worksheet
    return DraftNews(
        version=view.count("draft") + 1,
        lead=_key(sheet, "aspiration"),
        value=_key(sheet, "value"),
        open=tuple(slot for slot in _USEFUL if not sheet[slot].values),
    )


def _key(sheet: Worksheet, slot: Slot) -> str:
    values = sheet[slot].values
    return (values[0].key or values[0].text) if values else ""
