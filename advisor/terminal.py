"""A consultation in the terminal."""

from pathlib import Path

from rich.console import Console
from rich.markdown import Markdown
from rich.panel import Panel
from rich.text import Text

from advisor.agent.advisor import Advisor
from advisor.brief.markdown import markdown
from advisor.dialogue.moves import MOVE_NAMES
from advisor.dialogue.session import Session
from advisor.dialogue.turns import Turn
from advisor.errors import AdvisorError
from advisor.framework.slots import SLOT_NAMES, SLOTS

_HELP = "番号で候補を選べます。/下書き 企画書を見る  /まとめ 聞き取りの今  /なぜ この返事の理由  /取消 一つ戻る  /終わり"


def talk(advisor: Advisor, id: str | None = None) -> None:
    """Talk until the official ends it; everything said is already stored."""
    console = Console()
    session = advisor.resume(id) if id else advisor.begin()
    console.print(Panel(Text(session.greeting), title="何したい", subtitle=_HELP, expand=False))
    chips: tuple[str, ...] = session.turns[-1].reply.quick_replies if session.turns else ()
    while (line := _line(console)) is not None:
        try:
            chips = _answer(advisor, session.id, _chosen(line, chips), console, chips)
        except AdvisorError as error:
            console.print(f"[red]{error.what}[/red] {error.do}")
        except StopIteration:
            break
    console.print(f"続きは: advisor chat {session.id}")


def _line(console: Console) -> str | None:
    try:
        return console.input("[bold cyan]あなた> [/bold cyan]").strip()
    except (EOFError, KeyboardInterrupt):
        console.print()
        return None


def _chosen(line: str, chips: tuple[str, ...]) -> str:
    number = line.translate(str.maketrans("123456789", "123456789"))
    if number.isdigit() and 1 <= int(number) <= len(chips) and not chips[int(number) - 1].endswith("…"):
        return chips[int(number) - 1]
    return line


def _answer(
    advisor: Advisor, id: str, line: str, console: Console, chips: tuple[str, ...]
) -> tuple[str, ...]:
    if not line:
        return chips
    if line in ("/終わり", "/quit", "/exit"):
        raise StopIteration
    if line in ("/?", "/help", "/使い方"):
        console.print(_HELP)
    elif line in ("/まとめ", "/sheet"):
        show_sheet(advisor.session(id), console)
    elif line in ("/なぜ", "/why"):
        _why(advisor.session(id), console)
    elif line in ("/取消", "/undo"):
        session = advisor.undo(id)
        console.print(f"一つ戻りました(いま{len(session.turns)}通目まで)。")
        return session.turns[-1].reply.quick_replies if session.turns else ()
    elif line in ("/下書き", "/draft"):
        _show_draft(advisor, id, console)
    else:
        turn = advisor.say(id, line)
        _show(turn, console)
        if turn.decision.move == "draft":
            _show_draft(advisor, id, console)
        return turn.reply.quick_replies
    return chips


def _show(turn: Turn, console: Console) -> None:
    console.print(Panel(Text(turn.reply.text), expand=False))
    for citation in turn.reply.citations:
        console.print(f"  〔出典{citation.mark}〕{citation.title} {citation.url or ''}", style="dim")
    if turn.reply.quick_replies:
        console.print(
            "  " + "  ".join(f"{n}) {chip}" for n, chip in enumerate(turn.reply.quick_replies, 1)),
            style="cyan",
        )


def _why(session: Session, console: Console) -> None:
    if session.turns:
        decision = session.turns[-1].decision
        console.print(f"『{MOVE_NAMES[decision.move]}』 {decision.because}")


def show_sheet(session: Session, console: Console) -> None:
    """Print the worksheet."""
    for slot in SLOTS:
        state = session.worksheet[slot]
        said = " / ".join(value.text for value in state.values) or (
            "【要確認】" if state.status == "unknown" else "―"
        )
        console.print(f"[bold]{SLOT_NAMES[slot]}[/bold]  {said}")


def _show_draft(advisor: Advisor, id: str, console: Console) -> None:
    brief = advisor.draft(id).brief
    console.print(Markdown(markdown(brief, private=False)))
    console.print(f"ファイルにするには: advisor brief {id} --format docx", style="dim")


def save(advisor: Advisor, id: str, target: Path) -> None:
    """Write the brief to `target`, by its suffix."""
    target.write_bytes(advisor.export(id, target.suffix.lstrip(".")))
