"""The ordered table: the first rule that applies decides the reply; rule names are asserted in tests."""

from collections.abc import Callable
from typing import Final

from advisor.dialogue.moves import Decision
from advisor.dialogue.policy import facts, guard, listen, moods, steer, technology
from advisor.dialogue.policy.view import View

Rule = Callable[[View], Decision | None]

RULES: Final[tuple[Rule, ...]] = (
    guard.forged_source,
    guard.unsafe,
    guard.legal_case,
    guard.election,
    guard.document_handed_over,
    listen.three_things_first,
    listen.draft_asked_for,
    listen.draft_accepted,
    listen.case_accepted,
    listen.summary_chosen,
    listen.correction,
    moods.fairness_objection,
    moods.pushed_back,
    facts.case_asked_for,
    facts.how_to_put_it,
    facts.success_story_cited,
    facts.explaining_upwards,
    facts.question_of_fact,
    guard.off_topic,
    listen.greeted_without_theme,
    listen.farewell,
    listen.not_known,
    technology.technology_first,
    technology.technology_after_want,
    technology.efficiency,
    steer.vague_answer,
    listen.small_talk,
    steer.three_answers_are_enough,
    steer.thin_answers,
    technology.jump,
    steer.much_at_once,
    technology.means,
    steer.time_to_reflect,
    steer.short_path_walked,
    steer.case_that_fits,
    steer.refresh_the_draft,
    steer.ask_on,
    steer.nothing_left,
)
