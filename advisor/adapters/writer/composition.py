"""One reply in the making: phrasings are chosen, said once, and never repeated within a consultation."""

import re
from collections.abc import Iterable
from typing import Final

from advisor.adapters.writer.conditions import holds
from advisor.adapters.writer.filling import Filled, fill
from advisor.adapters.writer.phrasings import Phrasing, Phrasings
from advisor.adapters.writer.stage import Stage
from advisor.dialogue.quotes import Quote
from advisor.dialogue.turns import Question, Reply
from advisor.evidence.passages import Citation
from advisor.framework.slots import Slot

_STRONG: Final = frozenset(
    [
        "about",
        "flavour",
        "life",
        "contrast",
        "into",
        "two_money",
        "hedging",
        "reflected",
        "drafted",
        "confirms",
        "declines",
        "continues",
        "thanks",
        "named",
        "self_leads",
        "comers_before",
        "technology_now",
        "own_feeling",
        "none_needed",
        "office_wish",
        "internal",
        "wishing",
        "open_question",
        "cue",
        "number_goal",
        "offer_draft",
        "until",
        "answered",
        "asks_summary",
        "undecided",
        "own_role",
        "pair_leads",
        "asks_process",
        "asks_effect",
        "with_self",
        "same_work",
        "narrowed",
        "dont_know",
        "slot_asked",
        "case_technology",
        "open_0",
        "open_1",
        "open_2",
        "open_same",
        "open_many",
        "draft_lead",
        "draft_value",
        "technologies_2",
        "technologies_3",
        "masked_name",
        "masked_number",
        "asks_start",
        "freed_money",
        "more_rows",
        "case_abroad",
    ]
)
_SENTENCE: Final = re.compile(r"[^。??\n]+[。??]?")


class Composition:
    """Sentences, lines, at most one question, citations and quick replies of one reply."""

    def __init__(self, stage: Stage, phrasings: Phrasings) -> None:
        self.stage = stage
        self._phrasings = phrasings
        self._paragraphs: list[str] = [""]
        self._used: list[str] = []
        self._taken: list[Quote] = []
        self._question: Question | None = None
        self._citations: list[Citation] = []
        self._chips: tuple[str, ...] = ()
        replies = [turn.reply for turn in stage.scene.turns]
        self._counts = _counted(id for reply in replies for id in reply.used)
        self._spoken = {
            each
            for text in [*(reply.text for reply in replies), stage.scene.greeting]
            for each in sentences(text)
        }

    @property
    def asked(self) -> bool:
        """Whether the reply already holds its question."""
        return self._question is not None

    @property
    def length(self) -> int:
        """Characters so far."""
        return sum(len(each) for each in self._paragraphs)

    @property
    def used(self) -> tuple[str, ...]:
        """Ids of the phrasings so far."""
        return tuple(self._used)

    @property
    def taken(self) -> tuple[Quote, ...]:
        """The official's words that stand in the reply."""
        return tuple(self._taken)

    def say(self, *groups: str, only: str = "") -> bool:
        """Add a phrasing of the first group that has a fitting one; `only` keeps those naming that condition."""
        filled = self._first(groups, only)
        if filled is None:
            return False
        self._keep(filled)
        self._paragraphs[-1] += filled.text
        return True

    def add(self, text: str, *quotes: Quote) -> None:
        """Add words that are no phrasing (a passage, the source of one)."""
        self._paragraphs[-1] += text
        self._taken += quotes

    def line(self, text: str, *quotes: Quote) -> None:
        """Add a line of its own."""
        self._paragraphs.append(text)
        self._taken += quotes

    def turn_line(self) -> None:
        """Go on in a new line, unless this one is still empty."""
        if self._paragraphs[-1]:
            self._paragraphs.append("")

    def cite(self, citation: Citation) -> None:
        """Tie a quote of the reply to its passage."""
        self._citations.append(citation)

    def ask(self, slot: Slot | None, variant: str = "", group: str = "") -> bool:
        """Add the one question, in a line of its own, with its quick replies."""
        if self._question is not None or (slot is None and not group):
            return False
        groups = (
            [group]
            if group
            else [f"question.{slot}.{variant}"] * bool(variant) + [f"question.{slot}", "question.fallback"]
        )
        filled = self._first(tuple(groups), "")
        if filled is None:
            return False
        self.turn_line()
        self._keep(filled)
        self._paragraphs[-1] += filled.text
        self._question = Question(slot=slot, text=filled.text)
        if slot is not None:
            self.chips(slot)
        return True

    def chips(self, name: str) -> None:
        """Choose the quick replies called `name`, another set each time."""
        sets = self._phrasings.chips.get(name, ())
        if sets:
            self._chips = sets[(self.stage.seed + len(self.stage.scene.turns)) % len(sets)]

    def chips_before(self, chip: str) -> None:
        """Put one quick reply before the others, at most four in all."""
        self._chips = (chip, *self._chips[-3:])

    def reply(self) -> Reply:
        """Return the reply as it stands."""
        return Reply(
            text="\n".join(each for each in self._paragraphs if each),
            question=self._question,
            quick_replies=self._chips,
            citations=tuple(self._citations),
            used=tuple(self._used),
        )

    def is_new(self, text: str) -> bool:
        """Whether no sentence of the text was said in this consultation."""
        here = {each for paragraph in self._paragraphs for each in sentences(paragraph)}
        return not any(each in self._spoken or each in here for each in sentences(text))

    def _first(self, groups: Iterable[str], only: str) -> Filled | None:
        for name in groups:
            group = self._phrasings.group(name)
            order = sorted(range(len(group)), key=lambda index: self._rank(group[index], index, len(group)))
            found = next((filled for index in order if (filled := self._fitting(group[index], only))), None)
            if found is not None:
                return found
        return None

    def _fitting(self, phrasing: Phrasing, only: str) -> Filled | None:
        """The phrasing with its words, where its conditions hold, they can be filled and nothing of it was said before."""
        if (only and only not in phrasing.when) or not all(holds(each, self.stage) for each in phrasing.when):
            return None
        filled = fill(phrasing, self.stage, self._taken)
        return filled if filled is not None and self.is_new(filled.text) else None

    def _rank(self, phrasing: Phrasing, index: int, size: int) -> tuple[int, int, int]:
        specific = sum(self._weight(each, phrasing.id) for each in phrasing.when)
        return self._counts.get(phrasing.id, 0), -specific, (index - self.stage.seed) % size

    def _weight(self, condition: str, id: str) -> int:
        """How much a condition says about the moment: what was just told more than what is known; taste varies by turn."""
        head = condition.partition(".")[0]
        if head in _STRONG:
            return 3
        soft = (self.stage.seed + len(id) * 7 + ord(id[-1])) % 3 == 0
        return int(soft and head != "has" and not head.startswith("!"))

    def _keep(self, filled: Filled) -> None:
        self._used.append(filled.phrasing.id)
        self._taken += filled.quotes


def sentences(text: str) -> tuple[str, ...]:
    """Cut a reply into its sentences (lines of rows and sources count as one each)."""
    return tuple(each.strip() for each in _SENTENCE.findall(_hidden(text)) if re.search(r"[^\s。??]", each))


def _hidden(text: str) -> str:
    """Stops inside 「」 end no sentence."""
    return re.sub(r"「[^「」]*」", lambda match: re.sub(r"[。??]", "・", match.group()), text)


def _counted(ids: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for id in ids:
        counts[id] = counts.get(id, 0) + 1
    return counts
