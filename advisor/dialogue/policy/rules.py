"""The ordered table: the first rule that applies decides the reply; rule names are asserted in tests."""

from collections.abc import Callable
from typing import Final

from advisor.dialogue.moves import Decision
from advisor.dialogue.policy import guard, listen, steer
from advisor.dialogue.policy.view import View

Rule = Callable[[View], Decision | None]

RULES: Final[tuple[Rule, ...]] = (
    guard.unsafe,
    guard.forged_source,
    guard.legal_case,
    guard.election,
    guard.document_handed_over,
    listen.three_things_first,
    listen.draft_asked_for,
    listen.draft_accepted,
    listen.case_accepted,
    listen.summary_chosen,
    listen.correction,
    listen.fairness_objection,
    listen.pushed_back,
    listen.case_asked_for,
    listen.success_story_cited,
    listen.explaining_upwards,
    listen.question_of_fact,
    guard.off_topic,
    listen.greeted_without_theme,
    listen.farewell,
    listen.not_known,
    steer.technology_first,
    steer.technology_after_want,
    steer.efficiency,
    steer.vague_answer,
    listen.small_talk,
    steer.three_answers_are_enough,
    steer.thin_answers,
    steer.jump,
    steer.much_at_once,
    steer.means,
    steer.time_to_reflect,
    steer.short_path_walked,
    steer.case_that_fits,
    steer.refresh_the_draft,
    steer.ask_on,
    steer.nothing_left,
)
