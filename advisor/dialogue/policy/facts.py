"""Rules that answer from the library: cases, the other side of a success story, facts and methods."""

from advisor.dialogue.asked import own_questions
from advisor.dialogue.moves import Decision
from advisor.dialogue.policy.path import pending_or_next
from advisor.dialogue.policy.view import View


def case_asked_for(view: View) -> Decision | None:
    """A case is asked for: shown where one fits, else said that none does."""
    if "wants_case" not in view.cues or view.reading.intent in ("request_brief", "unsafe", "off_topic"):
        return None
    case = view.found.case if view.found.fits else None
    return Decision(
        move="offer_case",
        rule="case_asked_for",
        because="本人が例を求めた" if case else "例を求められたが、合う記録がない",
        flavour="asked" if case else "none",
        case=case,
        query=view.found.query,
        asks=pending_or_next(view),
    )


def success_story_cited(view: View) -> Decision | None:
    """A place with a documented other side is cited."""
    cited = view.found.cited
    if cited is None or any(turn.decision.case == cited for turn in view.turns):
        return None
    return Decision(
        move="counter_view",
        rule="success_story_cited",
        because="よく引かれる成功例には、記録に残る別の面がある",
        case=cited,
        query=view.found.query,
        asks=pending_or_next(view),
    )


def how_to_put_it(view: View) -> Decision | None:
    """How to write, word or answer something is asked, and nothing else is told: a short answer, then the question."""
    asking = bool(own_questions(view.message, view.reading.technologies, view.cues.found))
    table = "wants_explanation" in view.cues and view.technologies and not view.count("test_the_means")
    barred = view.reading.intent in ("correct", "unsafe", "request_brief") or (table and view.has_want)
    if not asking or barred or view.number == 1 or view.filled:
        return None
    return Decision(
        move="answer_fact",
        rule="how_to_put_it",
        because="書き方や返し方を問われた。先に短く答えてから、途中の問いに戻る",
        flavour="paper",
        asks=pending_or_next(view),
    )


def explaining_upwards(view: View) -> Decision | None:
    """How to explain a technology that came from above: three ways side by side are the answer."""
    if "wants_explanation" not in view.cues or not view.has_want or not view.technologies:
        return None
    return Decision(
        move="test_the_means",
        rule="explaining_upwards",
        because="上からの技術をどう説明するか問われた。三つ並べる表がその答えになる",
        about="technology_role",
        asks="technology_role" if view.can_ask("technology_role") else pending_or_next(view),
        technology=(view.new_technologies or view.technologies)[-1],
        flavour="from_above" if "from_above" in view.cues else "explain",
    )


def question_of_fact(view: View) -> Decision | None:
    """A question about the framework, a case or how to do it: answered from the library, or said to be missing."""
    advice = view.number > 1 and not view.filled and _wants_advice(view)
    beside = view.reading.intent == "off_topic" and view.found.fact is not None and "asks" in view.cues
    if view.reading.intent != "ask_fact" and not advice and not beside:
        return None
    passage = view.found.method if advice and view.found.method else view.found.fact
    return Decision(
        move="answer_fact",
        rule="question_of_fact",
        because="資料から答える" if passage else "資料に答えが見当たらない",
        passage=passage,
        query=view.found.query,
        flavour="method" if passage and passage == view.found.method else "",
        asks=pending_or_next(view) if view.turns else None,
    )


def _wants_advice(view: View) -> bool:
    cued = "wants_method" in view.cues or "wants_advice" in view.cues or "wants_explanation" in view.cues
    return cued and view.reading.intent == "seek_advice" and not view.new_technologies
