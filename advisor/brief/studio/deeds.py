"""What an official does to a working paper, as data; each deed names lines and claims, never places."""

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Final, Literal

from pydantic import Field

from advisor.brief.model import SECTION_TITLES, Comment, SectionId
from advisor.brief.outline.compose import ORDER
from advisor.brief.studio.changes import Change
from advisor.values import Value


class Edit(Value):
    """Write a claim anew; `was` is the text that was on the screen. An empty text removes the claim."""

    kind: Literal["edit"] = "edit"
    section: SectionId
    claim: str
    was: str
    text: str


class Remove(Value):
    """Take a claim out."""

    kind: Literal["remove"] = "remove"
    section: SectionId
    claim: str
    was: str


class Revert(Value):
    """Give a rewritten claim its drafted words and origin back."""

    kind: Literal["revert"] = "revert"
    section: SectionId
    claim: str
    was: str


class Add(Value):
    """Write a claim into a cell of a line, behind the claim `after` or at the end."""

    kind: Literal["add"] = "add"
    section: SectionId
    line: str
    text: str
    column: int = 0
    after: str = ""


class AddLine(Value):
    """Write a line, or a row of table number `table`, behind the line `after` or at the end; a text a cell."""

    kind: Literal["add_line"] = "add_line"
    section: SectionId
    texts: tuple[str, ...]
    label: str = ""
    table: int | None = None
    after: str = ""


class RemoveLine(Value):
    """Take a line out with all its claims; the only row of a table is emptied instead."""

    kind: Literal["remove_line"] = "remove_line"
    section: SectionId
    line: str
    was: tuple[str, ...]


class Move(Value):
    """Move a line among the lines of its kind, up (-1) or down (1)."""

    kind: Literal["move"] = "move"
    section: SectionId
    line: str
    by: Literal[-1, 1]


class Remark(Value):
    """Comment on a claim."""

    kind: Literal["remark"] = "remark"
    section: SectionId
    claim: str
    comment: Comment


class Settle(Value):
    """Take a comment off a claim; it stays in the earlier versions."""

    kind: Literal["settle"] = "settle"
    section: SectionId
    claim: str
    comment: Comment


class Redraft(Value):
    """Bring the whole new draft of a section in; what the official wrote or removed stays."""

    kind: Literal["redraft"] = "redraft"
    section: SectionId


class Accept(Value):
    """Take one change of the new draft over."""

    kind: Literal["accept"] = "accept"
    section: SectionId
    change: Change


class Leave(Value):
    """Leave one change of the new draft out, and ask no more."""

    kind: Literal["leave"] = "leave"
    section: SectionId
    change: Change


Deed = Annotated[
    Edit | Remove | Revert | Add | AddLine | RemoveLine | Move | Remark | Settle | Redraft | Accept | Leave,
    Field(discriminator="kind"),
]

_DONE: Final[dict[str, str]] = {
    "edit": "文を書き直す",
    "remove": "文を消す",
    "revert": "もとの文に戻す",
    "add": "文を足す",
    "add_line": "行を足す",
    "remove_line": "行を消す",
    "move": "行を動かす",
    "remark": "コメント",
    "settle": "コメントを片付ける",
    "redraft": "下書きから書き直す",
    "accept": "変更を受け入れる",
    "leave": "変更を見送る",
}


def told(deeds: Iterable[Deed]) -> str:
    """Say in Japanese what was done where, e.g. 「2 目的: 文を書き直す(2)」."""
    count = Counter((each.section, each.kind) for each in deeds)
    return "、".join(
        f"{ORDER.index(section) + 1} {SECTION_TITLES[section]}: {_DONE[kind]}"
        + (f"({times})" if times > 1 else "")
        for (section, kind), times in count.items()
    )
