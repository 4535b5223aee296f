"""A consultation in the terminal: said, chosen, attached, undone, drafted, and nothing lost on an error."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from advisor.agent.advisor import Advisor
from advisor.bootstrap import build, build_document_reader
from advisor.settings import ModelSettings, Settings
from advisor.terminal import Terminal, _where
from tests.adapters.database.scripts import ticking
from tests.fakes.models import SlowModels
from tests.fakes.sessions import MemorySessions

FIRST = "窓口の待ち時間を何とかしたいです。"


class Desk:
    """A terminal whose screen can be read."""

    def __init__(self, advisor: Advisor) -> None:
        self.advisor = advisor
        self.id = advisor.begin().id
        self.screen = io.StringIO()
        console = Console(file=self.screen, width=120, force_terminal=False)
        self.terminal = Terminal(advisor, build_document_reader(), console, advisor.session(self.id))

    def take(self, line: str) -> str:
        """What the screen says after a line."""
        self.screen.truncate(0)
        self.screen.seek(0)
        assert self.terminal.take(line)
        return self.screen.getvalue()


@pytest.fixture(scope="module")
def advisor() -> Advisor:
    sessions = MemorySessions(ticking())
    return build(Settings(vectors=False), sessions=sessions, clock=ticking(), model=ModelSettings())


@pytest.fixture
def desk(advisor: Advisor) -> Desk:
    return Desk(advisor)


def test_what_is_said_is_answered_and_a_number_takes_a_quick_reply(desk: Desk) -> None:
    screen = desk.take(FIRST)
    turn = desk.advisor.session(desk.id).turns[0]
    assert turn.reply.text.splitlines()[0][:20] in screen
    whole = [n for n, chip in enumerate(turn.reply.quick_replies, 1) if not chip.endswith("…")]
    assert whole, "no quick reply can be taken as it is"
    desk.take(str(whole[0]))
    assert desk.advisor.session(desk.id).turns[1].message == turn.reply.quick_replies[whole[0] - 1]


def test_a_file_goes_with_the_next_message_only(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "要綱.txt"
    file.write_text("窓口は月曜に混みます。", encoding="utf-8")
    assert "次の発言に添えます" in desk.take(f"/添付 {file}")
    desk.take(FIRST)
    desk.take("月曜の朝に、赤ちゃん連れのお母さんが一時間待っていました。")
    turns = desk.advisor.session(desk.id).turns
    assert [len(turn.documents) for turn in turns] == [1, 0]
    assert turns[0].documents[0].text == "窓口は月曜に混みます。"


def test_a_file_that_cannot_be_read_is_told_and_the_talk_goes_on(desk: Desk, tmp_path: Path) -> None:
    assert "場所と名前を確かめてください" in desk.take(f"/添付 {tmp_path / 'ない.txt'}")
    (tmp_path / "表.exe").write_bytes(b"MZ")
    assert "表.exe" in desk.take(f"/添付 {tmp_path / '表.exe'}")
    desk.take(FIRST)
    assert desk.advisor.session(desk.id).turns[0].documents == ()


def test_the_sheet_the_reason_the_draft_and_the_way_back(desk: Desk) -> None:
    desk.take(FIRST)
    assert "だれのため" in desk.take("/まとめ")
    assert "『" in desk.take("/なぜ")
    assert "advisor brief" in desk.take("/下書き")
    assert "いま0通目" in desk.take("/取消")
    assert desk.advisor.session(desk.id).turns == ()


def test_markup_in_what_was_said_stays_letters(desk: Desk) -> None:
    desk.advisor.set_slot(desk.id, "aspiration", "[red]待たない[/red]窓口")
    assert "[red]待たない[/red]窓口" in desk.take("/まとめ")


def test_a_consultation_can_be_kept_inside(desk: Desk) -> None:
    desk.take("/外に出さない")
    assert desk.advisor.session(desk.id).inside
    desk.take("/外に出す")
    assert not desk.advisor.session(desk.id).inside


def test_an_end_ends_and_an_empty_line_does_nothing(desk: Desk) -> None:
    assert desk.take("") == ""
    assert not desk.terminal.take("/終わり")


def test_an_interrupt_ends_the_waiting_and_not_the_talk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    say = desk.advisor.say

    def interrupted(id: str, text: str, *_: object) -> None:
        def stored() -> None:
            raise KeyboardInterrupt

        say(id, text, on_stored=stored)

    monkeypatch.setattr(desk.advisor, "say", interrupted)
    screen = desk.take(FIRST)
    (turn,) = desk.advisor.session(desk.id).turns
    assert turn.message == FIRST
    assert turn.reply.text.splitlines()[0][:20] in screen


def test_where_words_go_is_told_first(advisor: Advisor, monkeypatch: pytest.MonkeyPatch) -> None:
    session = advisor.begin()
    assert "外へは何も送りません" in _where(advisor, session)
    players = advisor._players
    monkeypatch.setattr(advisor, "_players", players._replace(models=SlowModels()))
    assert "設定した言語モデルへ送ります" in _where(advisor, session)
    assert "送りません" in _where(advisor, advisor.keep_inside(session.id, True))
    monkeypatch.setattr(advisor, "_players", players._replace(trouble="読めない値があります。"))
    assert _where(advisor, session).startswith("読めない値")
