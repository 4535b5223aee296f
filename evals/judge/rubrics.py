"""The criteria of the judge, each a prompt file in `prompts/judge`, with the points it is worth."""

from functools import cache
from typing import Final, Literal, NamedTuple

from advisor.adapters.model.prompts import Prompt
from advisor.resources import prompts_folder

Subject = Literal["dialogue", "brief"]
SUBJECT_NAMES: Final[dict[Subject, str]] = {"dialogue": "相談", "brief": "企画書"}


class Rubric(NamedTuple):
    """One criterion: binary, of one subject."""

    name: str
    title: str
    subject: Subject
    points: int
    """Negative where the criterion is a fault."""
    file: str

    @property
    def prompt(self) -> Prompt:
        """Its prompt file."""
        return judge_prompt(self.file)


RUBRICS: Final[tuple[Rubric, ...]] = (
    Rubric("j1", "問いが前提・意味・結果を掘る", "dialogue", 5, "j1_digs"),
    Rubric("j2", "誘導していない", "dialogue", 4, "j2_open"),
    Rubric("j3", "相手の事情に即している", "dialogue", 4, "j3_fits"),
    Rubric("j4", "直前の発言を受け止めている", "dialogue", 2, "j4_receives"),
    Rubric("j5", "説教・断定をしている", "dialogue", -5, "j5_preaches"),
    Rubric("j6", "技術の話に引き戻している", "dialogue", -8, "j6_back_to_tech"),
    Rubric("j7", "首長が一度読んで分かる", "brief", 5, "j7_readable"),
    Rubric("j8", "顧客の側の言葉で書かれている", "brief", 5, "j8_customer_words"),
    Rubric("j9", "筋が通っている", "brief", 3, "j9_coherent"),
    Rubric("j10", "根拠を言い過ぎている", "brief", -8, "j10_overreads"),
)
"""Binary, signed points after HealthBench; wording after GOV.UK Chat's coherence and the Socratic-AI benchmark."""


def points(met: dict[str, bool]) -> float | None:
    """The score of what was judged: the points met over the positive points of the same criteria, clipped to 0..1.

    None where no positive criterion was scored (formula: HealthBench).
    """
    judged = [rubric for rubric in RUBRICS if rubric.name in met]
    whole = sum(max(0, rubric.points) for rubric in judged)
    got = sum(rubric.points for rubric in judged if met[rubric.name])
    return None if not whole else min(1.0, max(0.0, got / whole))


@cache
def judge_prompt(name: str) -> Prompt:
    """The prompt file `prompts/judge/NAME.txt`, read once."""
    return Prompt(name=name, text=(prompts_folder() / "judge" / f"{name}.txt").read_text(encoding="utf-8"))
