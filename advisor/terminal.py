"""A consultation in the terminal."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.markdown import Markdown
from rich.panel import Panel
from rich.text import Text

from advisor.agent.advisor import Advisor
from advisor.agent.ports import DocumentReader
from advisor.brief.markdown import markdown
from advisor.dialogue.moves import MOVE_NAMES
from advisor.dialogue.session import Session
from advisor.dialogue.turns import Turn
from advisor.errors import AdvisorError
from advisor.framework.slots import SLOT_NAMES, SLOTS

HELP: Final = (
    "番号で候補を選べます。/下書き 企画書を見る  /まとめ 聞き取りの今  /なぜ この返事の理由  /取消 一つ戻る"
    "  /添付 ファイル  /外に出さない 言語モデルへ送らない  /終わり"
)
_MOST: Final = 5
"""Files that one message may bring."""


class Terminal:
    """One consultation at a terminal; everything said is stored before it is answered."""

    def __init__(
        self, advisor: Advisor, documents: DocumentReader, console: Console, session: Session
    ) -> None:
        self._advisor = advisor
        self._documents = documents
        self._console = console
        self._id = session.id
        self._chips: tuple[str, ...] = _chips(session)
        self._handed: list[tuple[str, str]] = []

    def take(self, line: str) -> bool:
        """Do what a line asks for; False once the official ends it. Errors are told and nothing is lost."""
        if not line:
            return True
        word, _, rest = line.partition(" ")
        if word in ("/終わり", "/quit", "/exit"):
            return False
        try:
            deed = _DEEDS.get(word)
            if deed is not None:
                deed(self, rest.strip())
            else:
                self._say(_chosen(line, self._chips))
        except AdvisorError as error:
            self._tell(error)
        return True

    def _say(self, line: str) -> None:
        with self._console.status("考えています…"):
            turn = self._answered(line)
        self._handed = []
        self._chips = turn.reply.quick_replies
        _show(turn, self._console)
        if turn.decision.move == "draft":
            self._draft("")

    def _answered(self, line: str) -> Turn:
        """The reply; Ctrl-C waits no longer for a language model."""
        before = len(self._advisor.session(self._id).turns)
        try:
            return self._advisor.say(self._id, line, self._handed)
        except KeyboardInterrupt:
            if self._advisor.session(self._id).unanswered is None:
                raise
            self._advisor.stop(self._id)
            return self._advisor.resume(self._id).turns[before]

    def _help(self, _rest: str) -> None:
        self._console.print(HELP)

    def _sheet(self, _rest: str) -> None:
        show_sheet(self._advisor.session(self._id), self._console)

    def _why(self, _rest: str) -> None:
        turns = self._advisor.session(self._id).turns
        if turns:
            decision = turns[-1].decision
            self._console.print(f"『{MOVE_NAMES[decision.move]}』 {decision.because}")

    def _undo(self, _rest: str) -> None:
        session = self._advisor.undo(self._id)
        self._console.print(f"一つ戻りました(いま{len(session.turns)}通目まで)。")
        self._chips = _chips(session)

    def _draft(self, _rest: str) -> None:
        brief = self._advisor.draft(self._id).brief
        self._console.print(Markdown(markdown(brief, private=False)))
        self._console.print(f"ファイルにするには: advisor brief {self._id} --format docx", style="dim")

    def _attach(self, rest: str) -> None:
        path = Path(rest.strip("\"'")).expanduser()
        if len(self._handed) >= _MOST:
            raise AdvisorError(f"一度に渡せるのは{_MOST}件までです", "", "いったん送ってから添えてください")
        try:
            content = path.read_bytes()
        except OSError as error:
            raise AdvisorError("ファイルを読めません", str(path), "場所と名前を確かめてください") from error
        self._handed.append((path.name, self._documents.read(path.name, content)))
        self._console.print(
            Text(
                f"「{path.name}」を、次の発言に添えます(いま{len(self._handed)}件)。そのまま続きを書いてください。"
            )
        )

    def _inside(self, _rest: str) -> None:
        self._advisor.keep_inside(self._id, True)
        self._console.print("この相談は、言語モデルへ送りません。戻すときは /外に出す")

    def _outside(self, _rest: str) -> None:
        self._advisor.keep_inside(self._id, False)
        self._console.print("設定した言語モデルがあれば、伏せ字にした文を送ります。")

    def _tell(self, error: AdvisorError) -> None:
        words = Text(f"{error.what}。", style="red").append(
            f"{error.where} {error.do}".strip(), style="default"
        )
        self._console.print(words)


_DEEDS: Final[dict[str, Callable[[Terminal, str], None]]] = {
    word: deed
    for words, deed in (
        (("/?", "/help", "/使い方"), Terminal._help),
        (("/まとめ", "/sheet"), Terminal._sheet),
        (("/なぜ", "/why"), Terminal._why),
        (("/取消", "/undo"), Terminal._undo),
        (("/下書き", "/draft"), Terminal._draft),
        (("/添付", "/attach"), Terminal._attach),
        (("/外に出さない", "/inside"), Terminal._inside),
        (("/外に出す", "/outside"), Terminal._outside),
    )
    for word in words
}


def talk(advisor: Advisor, documents: DocumentReader, id: str | None = None) -> None:
    """Talk until the official ends it; everything said is already stored."""
    console = Console()
    session = advisor.resume(id) if id else advisor.begin()
    console.print(Panel(Text(session.greeting), title="何したい", subtitle=HELP, expand=False))
    console.print(Text(_where(advisor, session)), style="dim")
    terminal = Terminal(advisor, documents, console, session)
    try:
        while (line := _line(console)) is not None and terminal.take(line):
            pass
    except KeyboardInterrupt:  # at a word that was on its way: it is stored, or was not begun
        console.print()
    console.print(f"続きは: advisor chat {session.id}")


def _where(advisor: Advisor, session: Session) -> str:
    """Where the words of the consultation go."""
    if session.inside:
        return "この相談は、言語モデルへ送りません。戻すときは /外に出す"
    if advisor.leaves(session):
        return (
            "返事を整えるため、伏せ字にした文を、設定した言語モデルへ送ります。送らないときは /外に出さない"
        )
    return f"{advisor.trouble}この機械の中だけで働いています。外へは何も送りません。"


def _line(console: Console) -> str | None:
    try:
        return console.input("[bold cyan]あなた> [/bold cyan]").strip()
    except (EOFError, KeyboardInterrupt):
        console.print()
        return None


def _chips(session: Session) -> tuple[str, ...]:
    return session.turns[-1].reply.quick_replies if session.turns else ()


def _chosen(line: str, chips: tuple[str, ...]) -> str:
    if line.isdecimal() and 1 <= int(line) <= len(chips) and not chips[int(line) - 1].endswith("…"):
        return chips[int(line) - 1]
    return line


def _show(turn: Turn, console: Console) -> None:
    console.print(Panel(Text(turn.reply.text), expand=False))
    for citation in turn.reply.citations:
        console.print(Text(f"  〔出典{citation.mark}〕{citation.title} {citation.url or ''}", style="dim"))
    if turn.reply.quick_replies:
        chips = "  ".join(f"{n}) {chip}" for n, chip in enumerate(turn.reply.quick_replies, 1))
        console.print(Text(f"  {chips}", style="cyan"))


def show_sheet(session: Session, console: Console) -> None:
    """Print the worksheet."""
    for slot in SLOTS:
        state = session.worksheet[slot]
        said = " / ".join(value.text for value in state.values) or (
            "【要確認】" if state.status == "unknown" else "―"
        )
        console.print(Text(SLOT_NAMES[slot], style="bold").append(f"  {said}", style="not bold"))


def save(advisor: Advisor, id: str, target: Path) -> None:
    """Write the brief to `target`, by its suffix."""
    target.write_bytes(advisor.export(id, target.suffix.lstrip(".")))
