"""Whole consultations: every scenario with the advisor and with the baselines, graded by every grader."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, Protocol

from advisor.agent.drafting import Draft
from advisor.agent.ports import Chat
from advisor.brief.markdown import markdown
from advisor.dialogue.moves import MOVE_NAMES
from advisor.dialogue.turns import Turn
from advisor.framework.slots import SLOT_NAMES
from evals.baselines.echo import Echo
from evals.baselines.wizard import Wizard
from evals.consultation.officials import DATA, officials
from evals.consultation.partner import Partner
from evals.consultation.play import Transcript
from evals.graders import GRADERS
from evals.graders.grader import Case, Graded
from evals.scenarios.counterpart import Official, play_scenario
from evals.scenarios.persona import Persona
from evals.scenarios.scenario import SCENARIOS, Scenario, as_scenario, scenarios
from evals.suite import judging
from evals.suite.figures import Metric, metric_of
from evals.suite.results import Conversation, Exchange
from evals.suite.setting import ADVISOR, Setting, fresh_advisor, library
from evals.suite.task import Measure, Scored, Task


class System(Partner, Protocol):
    """Whoever can be consulted and may draw up a paper."""

    def draft(self, id: str) -> Draft | None:
        """The paper it came to, or None."""
        ...


@cache
def cases() -> Mapping[str, Scenario]:
    """All scenarios and officials by id: our own scenarios first, then the officials' three files."""
    found = list(scenarios()) if SCENARIOS.exists() else []
    for name in ("officials", "officials_own", "officials_later"):
        found += map(as_scenario, officials(DATA.with_name(f"{name}.yaml")))
    return {each.id: each for each in found}


def systems(setting: Setting) -> dict[str, System]:
    """The advisor and the baselines that can be played in this setting, by name."""
    found: dict[str, System] = {
        ADVISOR: fresh_advisor(setting),
        Wizard.name: Wizard(),
        Echo.name: Echo(library(setting.vectors)),
    }
    if setting.model is not None:
        from evals.baselines.plain import Plain, open_plain

        found[Plain.name] = open_plain(setting.model, library(setting.vectors))
    return found


def played(system: System, scenario: Scenario, persona: Chat | None = None) -> Case:
    """Play a scenario, by the script or by a model in the role `persona`, and draw up the paper."""
    speaker = Persona(scenario, Official(scenario), persona) if persona is not None else None
    transcript = play_scenario(system, scenario, played_by=speaker)
    return Case(scenario, transcript, system.draft(transcript.session))


def _begin(setting: Setting) -> Measure:
    several = systems(setting)

    def measure(id: str) -> Iterator[Scored]:
        for name, system in several.items():
            case = played(system, cases()[id], setting.persona)
            yield Scored(id, name, graded(case, setting), conversation=conversation(case, name))

    return measure


def graded(case: Case, setting: Setting) -> dict[str, Graded]:
    """What every grader, and the judge where there is one, says of a case."""
    found = {grader.name: grader.grade(case) for grader in GRADERS}
    if setting.judge is not None:
        paper = markdown(case.draft.brief, private=False) if case.draft else ""
        found |= judging.verdicts(setting.judge, spoken(case.transcript), paper)
    return found


def spoken(transcript: Transcript) -> str:
    """A consultation as plain text."""
    lines = (f"職員: {turn.message}\n助言役: {turn.reply.text}" for turn in transcript.turns)
    return "\n".join(lines)


def conversation(case: Case, system: str) -> Conversation:
    """A case as it is shown in the report."""
    return Conversation(
        case=case.scenario.id,
        system=system,
        kind=case.scenario.kind or case.scenario.manner,
        profile=case.scenario.profile,
        exchanges=tuple(
            Exchange(
                number=turn.number,
                message=turn.message,
                reply=turn.reply.text,
                note=_note(turn),
            )
            for turn in case.transcript.turns
        ),
        paper=markdown(case.draft.brief, private=True) if case.draft else "",
    )


def _note(turn: Turn) -> str:
    """What the system decided, as the page calls it, and by which rule."""
    decision = turn.decision
    asks = f"・問い: {SLOT_NAMES[decision.asks]}" if decision.asks else ""
    return f"{MOVE_NAMES[decision.move]}({decision.rule}){asks}"


def _metrics(setting: Setting) -> tuple[Metric, ...]:
    judged = judging.metrics() if setting.judge is not None else ()
    return (*map(metric_of, GRADERS), *judged)


TASK: Final = Task(
    name="consultation", title="相談", cases=lambda: tuple(cases()), begin=_begin, metrics=_metrics
)  # fmt: skip
