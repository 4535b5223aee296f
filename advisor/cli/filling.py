"""`advisor brief --template`: a template filled with the paper."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advisor.cli.options import read_file, write_file

if TYPE_CHECKING:
    from advisor.agent.advisor import Advisor

TemplateOption = Annotated[
    str | None,
    typer.Option(
        "--template",
        help="所属の様式(.docx)か、起案文・予算要求調書・議会説明資料・A4一枚(docs/templates.md)",
        show_default=False,
    ),
]


def fill(advisor: "Advisor", session: str, template: str, output: Path | None, private: bool) -> None:
    """Fill a template, one at hand by its name or a file of the office's own, and say what was found in it."""
    from advisor.bootstrap import build_forms

    forms = build_forms(advisor)
    own = template not in forms.shipped
    name = Path(template).name if own else f"{template}.docx"
    content = read_file(Path(template)) if own else forms.template(template)
    survey = forms.survey(session, name, content, private)
    body = forms.fill(session, name, content, private)
    write_file(output or Path(f"{Path(name).stem}-{session[:8]}.docx"), body)
    if survey.unknown:
        typer.echo(f"知らない名は、そのまま残しました: {'、'.join(survey.unknown)}", err=True)
    if survey.absent:
        typer.echo(f"様式に欄のない項目: {'、'.join(survey.absent)}", err=True)
