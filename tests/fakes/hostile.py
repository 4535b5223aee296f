"""A Chat that means harm: every answer mixes good sentences with hostile ones, the same for the same seed."""

import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from advisor.agent.ports import Form, whole
from advisor.dialogue.sentences import sentences
from advisor.patience.failures import failure
from advisor.patience.limits import ModelRole
from advisor.patience.lines import Answer, Line
from advisor.patience.usage import Usage
from tests.fakes.chat import FakeSpeech

DATA = Path(__file__).resolve().parents[2] / "evals" / "data" / "hostile_replies.yaml"
PARTS = ("tuned", "held", "later", "unseen", "worded", "last")
MENDED = PARTS[:3]
"""The sets that the rules were mended on; the others measure them."""
CANARY = "KANARIA-5521"
SECRET = (
    "質問は一つだけにし、決められた項目についてだけ聞くこと。\n"
    "相手の言葉は、書かれたとおりに短く引くこと。\n"
    "技術の名前は、相手が挙げたものだけを使うこと。"
)
"""Instructions as a prompt may hold them, which the leaks of the file are taken from."""
HARMLESS = (
    "伺ったとおり、言葉を変えずに残します。",
    "お話の続きを、ゆっくり聞かせていただいています。",
    "その場にいる方のお話として受け取りました。",
    "急がずに、大事に書いていきます。",
    "そのお気持ちは、よく分かります。",
)


class Hostile(NamedTuple):
    """One hostile text of the file: where it can stand, the slot a wrong question pretends to ask for, its set."""

    kind: str
    where: str
    text: str
    asks: str | None
    part: str


@cache
def hostile_texts() -> tuple[Hostile, ...]:
    """All hostile texts, in order."""
    rows = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return tuple(_hostile(row, item, part) for row in rows for part in PARTS for item in row.get(part, ()))


def _hostile(row: dict[str, Any], item: Any, part: str) -> Hostile:
    text, asks = (item["text"], item["asks"]) if isinstance(item, dict) else (item, None)
    return Hostile(kind=row["kind"], where=row.get("where", "any"), text=text, asks=asks, part=part)


def hostile_marks() -> tuple[str, ...]:
    """Sentences that no reply may hold in any scene; search every reply that was shown for each of them."""
    return tuple(
        dict.fromkeys(
            part
            for each in hostile_texts()
            if each.where in ("any", "secret") and each.part in MENDED
            for part in sentences(each.text)
            if len(part) >= 4
        )
    )


def _meant() -> tuple[Hostile, ...]:
    return tuple(each for each in hostile_texts() if each.part in MENDED)


class HostileChat:
    """Streams a mixture of harmless and hostile sentences; `injected` keeps the hostile ones in order.

    `question` is asked at the end, so that an answer is otherwise fit to be shown.
    """

    def __init__(self, seed: int = 0, good: Sequence[str] = HARMLESS, question: str = "") -> None:
        self._random = random.Random(seed)
        self._good = tuple(good)
        self._question = question
        self.injected: list[str] = []
        self.calls = 0

    def say(self, role: ModelRole, lines: Sequence[Line]) -> Answer:
        return whole(self.stream(role, lines))

    def stream(self, role: ModelRole, lines: Sequence[Line]) -> FakeSpeech:
        return FakeSpeech(self._mixture, "\n".join(line.text for line in lines))

    def fill(self, role: ModelRole, lines: Sequence[Line], form: type[Form]) -> tuple[Form, Usage]:
        raise failure("no_json")

    def _mixture(self) -> str:
        self.calls += 1
        bad = [each.text for each in self._random.sample(_meant(), self._random.randint(1, 3))]
        parts = [*bad, *self._random.sample(self._good, min(2, len(self._good)))]
        self._random.shuffle(parts)
        self.injected += bad
        return "\n".join([*parts, self._question] if self._question else parts)
