"""The echo: searches the library with the message as it stands, and shows what it finds."""

from collections.abc import Sequence
from typing import ClassVar, Final

from advisor.adapters.library import CardLibrary
from advisor.dialogue.moves import Decision
from advisor.dialogue.turns import Change, Reply, Turn
from advisor.evidence.passages import Citation, Hit
from advisor.evidence.query import Query
from evals.baselines.talks import Talks, wants_the_paper

_COUNT: Final = 3


class Echo(Talks):
    """A search field that speaks: no question, no memory, no paper."""

    name: ClassVar[str] = "echo"
    greeting: ClassVar[str] = "キーワードや文章を入力してください。関連する資料をお示しします。"

    def __init__(self, library: CardLibrary) -> None:
        super().__init__()
        self._library = library

    def answer(self, turns: Sequence[Turn], message: str) -> tuple[Decision, Reply, tuple[Change, ...]]:
        """Show the passages nearest to the message."""
        hits = self._library.search(Query(text=message, k=_COUNT))
        move = "draft" if wants_the_paper(message) else "answer_fact"
        decision = Decision(move=move, rule=self.name, because="発言で資料を探した", query=message)
        return decision, _reply(hits), ()


def _reply(hits: Sequence[Hit]) -> Reply:
    if not hits:
        return Reply(text="関連する資料は見つかりませんでした。")
    passages = [hit.passage for hit in hits]
    rows = [f"・『{each.title}』{each.heading}: {each.text}" for each in passages]
    citations = tuple(
        Citation(
            mark=mark, passage=each.id, title=each.title, url=each.url, quote=each.text, checked=each.checked
        )
        for mark, each in enumerate(passages, 1)
    )
    return Reply(text="\n".join(["関連する資料が見つかりました。", *rows]), citations=citations)
