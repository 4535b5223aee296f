"""What of an embedded reply a model may reword, and what stays as it was reviewed."""

import re
from collections.abc import Iterator
from typing import Final

from advisor.dialogue.literal import flat
from advisor.dialogue.moves import Move
from advisor.dialogue.quotes.features import features
from advisor.dialogue.scene import Scene
from advisor.dialogue.sentences import sentences
from advisor.dialogue.turns import Question, Reply
from advisor.framework.slots import SLOT_KEEPERS
from advisor.values import Value

LINE: Final = re.compile(r"^(?:・|〔出典〕)")
"""A row of a reply, or the line of its source."""
SOURCE_LINE: Final = "〔出典〕"
_INSIDE: Final[frozenset[Move]] = frozenset({"decline", "draft", "hold_back", "accept_correction"})
"""Moves whose every word is a promise, a refusal or a report of what was done: rewording could only falsify them."""
_PROMISES: Final[tuple[tuple[re.Pattern[str], re.Pattern[str] | None], ...]] = tuple(
    (re.compile(promise), re.compile(kept) if kept else None)
    for promise, kept in (
        (
            r"下書き",
            r"下書き(?![^。]*(?:まだ|(?:でき|出せ|移れ)ません))[^。]*(?:でき|出せ|出し|移|まとめ|いつでも)",
        ),
        (
            r"要確認|あとに回|書き足せ|印をつけ|宿題|急がずに",
            r"要確認|空け|空いた|あとに|後回し|後日|埋め|分かった(?:とき|ら)|急が",
        ),
        (r"大丈夫|かまいません|閉じても", r"大丈夫|かまいません|なくても|いつでも|無理に|安心"),
        (r"見当たり|答えが出|推し量", r"見当たり|資料(?:に|が|で)[^。]*(?:ません|ない|なく)"),
        (r"記録が、?(?:手元|資料)|資料に一つ", r"(?:記録|例|話)が[^。]*(?:あり|ござい)"),
        (r"まとめ(?:も|を|だけ)|次の版|直せます|元に戻せ", None),
        (
            r"Phase|指示|控えます|いたしません|(?:して|応じて|届き|言い切れ)(?:い)?ません|担当の課|お預かり",
            None,
        ),
    )
)
"""Leave, offers, promises, and that something is not known: sentences that stay to the letter.

Beside each stands what tells that a model has kept the promise in its own words; None where no words will do.
"""
_USUAL: Final = 180
_LONG: Final = 300
_LONG_MOVES: Final[frozenset[Move]] = frozenset(
    {"offer_case", "counter_view", "test_the_means", "reflect", "answer_fact"}
)
KEEPERS: Final = frozenset(SLOT_KEEPERS.values())
_ROOM: Final = 160
"""Letters that a model has in any case, however much is fixed."""


class Part(Value):
    """A stretch of the reply: free to be reworded, or fixed."""

    text: str
    fixed: bool = False
    told: bool = False
    """It holds sentences of the library with their source, in place of which a model may quote others."""
    new_line: bool = False
    card: bool = False
    """It says what a technology is good and bad at."""

    @property
    def has_rows(self) -> bool:
        """Whether rows stand in it."""
        return any(line.startswith("・") for line in self.text.splitlines())

    def kept_in(self, prose: str) -> bool:
        """Tell whether `prose` already promises in other words what this part promises, all of it."""
        if self.told or self.card or self.has_rows:
            return False
        asked = [kept for promise, kept in _PROMISES if promise.search(self.text)]
        keepers = [keeper for keeper in KEEPERS if keeper in self.text]
        return (
            bool(asked or keepers)
            and all(kept is not None and kept.search(prose) for kept in asked)
            and all(keeper in prose for keeper in keepers)
        )


class Plan(Value):
    """An embedded reply taken apart."""

    parts: tuple[Part, ...]
    """All but the question, in order."""
    question: Question | None
    source: str = ""
    """The text that a mark of a source stands for; "" where the reply cites nothing."""
    longest: int = _USUAL
    """Letters that the model's own sentences may have."""

    @property
    def fixed(self) -> tuple[Part, ...]:
        """The fixed parts, in order."""
        return tuple(part for part in self.parts if part.fixed)

    @property
    def asks(self) -> bool:
        """Whether the model words the question: one that asks for a slot."""
        return self.question is not None and self.question.slot is not None

    @property
    def is_free(self) -> bool:
        """Whether anything is left to be worded."""
        return self.asks or any(not part.fixed for part in self.parts)


def stays_inside(scene: Scene, plan: Plan) -> bool:
    """Tell whether a reply is not given to a model: nothing to gain, or too much to lose.

    That is: refusals, drafts, stops and corrections; the greeting; news of something masked; lives that were lost;
    a question or a wish for a case to which the library holds nothing, which a model would answer from hearsay.
    """
    decision = scene.decision
    return (
        scene.number == 0
        or decision.move in _INSIDE
        or bool(scene.masked)
        or "life" in features(scene.message)
        or (decision.move == "answer_fact" and scene.passage is None)
        or (decision.move == "offer_case" and scene.case is None)
        or not plan.is_free
    )


def planned(reply: Reply, scene: Scene) -> Plan:
    """Take an embedded reply apart."""
    question = reply.question.text if reply.question else None
    pieces = [each for each in _pieces(reply.text) if each.text != question]
    parts = tuple(_merged(_judged(each, scene) for each in pieces))
    usual = _LONG if scene.decision.move in _LONG_MOVES else _USUAL
    prose = (line for part in parts if part.fixed for line in part.text.splitlines() if not LINE.match(line))
    return Plan(
        parts=parts,
        question=reply.question,
        source=_source(reply, scene),
        longest=max(usual - sum(map(len, prose)), _ROOM),
    )


def _pieces(text: str) -> Iterator[Part]:
    for line in text.splitlines():
        for index, sentence in enumerate((line,) if LINE.match(line) else sentences(line)):
            yield Part(text=sentence, new_line=index == 0)


def _judged(part: Part, scene: Scene) -> Part:
    told = _is_told(part.text, scene)
    card = any(words in part.text for words in _cards(scene))
    fixed = told or card or bool(LINE.match(part.text)) or _is_promised(part.text, scene)
    return part.model_copy(update={"fixed": fixed, "told": told, "card": card})


def _is_told(text: str, scene: Scene) -> bool:
    return not LINE.match(text) and any(flat(text) in flat(each) for each in _library(scene))


def _library(scene: Scene) -> Iterator[str]:
    if scene.passage is not None:
        yield scene.passage.text
    if scene.case is not None:
        yield from (section.text for section in scene.case.sections)


def _is_promised(text: str, scene: Scene) -> bool:
    if any(promise.search(text) for promise, _ in _PROMISES):
        return True
    parked = scene.decision.move == "park"
    return parked and ("『" in text or any(keeper in text for keeper in KEEPERS))


def _cards(scene: Scene) -> Iterator[str]:
    """What the cards of the technologies say."""
    for each in scene.technologies:
        if each.card is not None:
            said = (each.card.good_at, each.card.bad_at, each.card.advice or "")
            yield from (words.rstrip("。") for words in said if words)


def _merged(parts: Iterator[Part]) -> Iterator[Part]:
    """Parts of one kind that follow each other are one; what the library says keeps the line of its source."""
    last: Part | None = None
    for part in parts:
        if (
            last is not None
            and last.fixed == part.fixed
            and (last.told == part.told or LINE.match(part.text))
        ):
            seam = "\n" if part.new_line else ""
            last = last.model_copy(
                update={"text": f"{last.text}{seam}{part.text}", "card": last.card or part.card}
            )
            continue
        if last is not None:
            yield last
        last = part
    if last is not None:
        yield last


def _source(reply: Reply, scene: Scene) -> str:
    if not reply.citations:
        return ""
    passage, cited = scene.passage, reply.citations[0].passage
    if passage is not None and passage.id == cited:
        return passage.text
    if scene.case is not None and cited.split("#")[0] == scene.case.id:
        return "\n".join(section.text for section in scene.case.sections)
    return ""
