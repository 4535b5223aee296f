"""What a reply can draw on: the scene with its quotes, names and earlier words, computed once."""

import hashlib
import re
from collections.abc import Callable
from functools import cached_property
from typing import Final

from advisor.adapters.writer.people import person_in
from advisor.adapters.writer.places import place_in
from advisor.adapters.writer.wholes import following, whole
from advisor.dialogue.counter import without_asking_back
from advisor.dialogue.quotes import Aim, Contrast, Quote, Quoted, alone, quoted
from advisor.dialogue.scene import Scene, Technology
from advisor.dialogue.sentences import sentences
from advisor.dialogue.suiting import suits
from advisor.framework.slots import SLOTS, Slot
from advisor.framework.worksheet import SlotValue
from advisor.words import Words

Quoter = Callable[[str, tuple[Aim, ...], tuple[str, ...], int], Quoted]

_SUPERIORS: Final = re.compile(
    r"(市長|町長|村長|区長(?!会)|知事|副市長|副町長|副村長|教育長|局長(?!が全員)|部長|次長|課長|議員|議会|県|国)(?:から|に|が|の)"
)
_GENERAL: Final = frozenset(
    {"DX", "デジタル", "デジタル化", "ICT", "IT", "自治体DX", "デジタル技術", "システム"}
)
"""Words for everything digital: nothing that a card could speak of."""
_LIGHT: Final = frozenset(
    {"スマホ", "タブレット", "パソコン", "SNS", "Excel", "ゴーグル", "電話", "端末", "FAX", "ファックス"}
)
"""Things at hand that carry another technology: named beside one, they are not what it is about."""
_GOOD: Final = 2.0
_ONE_THING: Final = 60
_TECHNICAL: Final = re.compile(
    r"[ァ-ヶー]{3,}|[A-Za-z]{2,}|(?:申請|予約|決済|署名|特区|自動\w*|電子\w+|仮想\w*|機械\w*|顔認証|遠隔\w*|人工知能)$"
)


class Stage:
    """The scene as the phrasings see it; everything is computed from the scene and nothing else."""

    def __init__(self, scene: Scene, words: Words, quoter: Quoter | None = None) -> None:
        self.scene = scene
        self.words = words
        self._quote = quoter or (
            lambda text, aims, technologies, turn: quoted(text, words, aims, technologies, turn)
        )
        self._rows: dict[Slot, tuple[Quote, ...]] = {}

    @cached_property
    def seed(self) -> int:
        """A number that differs from consultation to consultation and is the same on every run."""
        opening = self.scene.turns[0].message if self.scene.turns else self.scene.message
        return int.from_bytes(hashlib.blake2s(opening.encode("utf-8", "replace"), digest_size=4).digest())

    @cached_property
    def technologies(self) -> tuple[Technology, ...]:
        """The technologies that may be named: those with a card, or with a name that looks like one."""
        named = tuple(
            each
            for each in self.scene.technologies
            if (each.card is not None or _TECHNICAL.search(each.name)) and each.name.upper() not in _GENERAL
        )
        weighty = tuple(each for each in named if each.name not in _LIGHT)
        return weighty or named

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All technologies as the official wrote them."""
        return tuple(each.name for each in self.technologies)

    @cached_property
    def said(self) -> Quoted:
        """What can be quoted from the message being answered."""
        told = without_asking_back(self.scene.message, self.scene.pending)
        return self._quote(told, self._aims, self.names, self.scene.number)

    @property
    def _aims(self) -> tuple[Aim, ...]:
        changes = tuple(
            Aim(slot=change.slot, text=value.text, key=value.key)
            for change in self.scene.changes
            for value in change.values
        )
        seen = {aim.slot for aim in changes}
        fills = tuple(
            Aim(slot=fill.slot, text=fill.text, key=fill.text)
            for fill in self.scene.reading.fills
            if fill.slot not in seen
        )
        about = self.scene.decision.about
        return tuple(sorted(changes + fills, key=lambda aim: aim.slot != about))

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """Quotes of the message, those of the slot that is picked up first."""
        about = self.scene.decision.about
        return tuple(
            sorted(
                (each for each in alone(self.said.quotes) if suits(each.slot, each.text, self.scene.message)),
                key=lambda each: (not (each.slot == about and each.score >= _GOOD), -each.score),
            )
        )

    def quotes_for(self, group: str) -> tuple[Quote, ...]:
        """Quotes that a group of phrasings may use: what says that a slot was filled quotes only what filled it."""
        about = self.scene.decision.about
        if about is None or group != f"receive.{about}" or not any(aim.slot == about for aim in self._aims):
            return self.quotes
        return tuple(each for each in self.quotes if each.slot == about)

    def row(self, slot: Slot) -> tuple[Quote, ...]:
        """Quotes of what the worksheet holds for a slot, best first."""
        if slot not in self._rows:
            named = [
                person_in(value.text, self.words, value.turn)
                for value in self.scene.worksheet[slot].values
                if slot == "leader"
            ]
            found = [each for each in named if each is not None]
            found += alone(
                each for value in self.scene.worksheet[slot].values for each in self._row(slot, value)
            )
            self._rows[slot] = tuple(sorted(found, key=lambda each: -each.score))
        return self._rows[slot]

    def _row(self, slot: Slot, value: SlotValue) -> tuple[Quote, ...]:
        aims = (Aim(slot=slot, text=value.text, key=value.key),)
        found = self._quote(value.text, aims, self.names, value.turn).quotes
        return tuple(each for each in found if suits(slot, each.text, value.text))

    @cached_property
    def rows(self) -> tuple[Slot, ...]:
        """Slots that hold something to show."""
        return tuple(slot for slot in SLOTS if self.row(slot) or self.sentence(slot))

    @cached_property
    def messages(self) -> tuple[str, ...]:
        """Everything the official said, oldest first."""
        return (*(turn.message for turn in self.scene.turns), self.scene.message)

    @cached_property
    def place(self) -> str:
        """村, 町, 市, 区 or 県 where the official said so, else 地域."""
        return place_in("\n".join(self.messages))

    @cached_property
    def superior(self) -> str:
        """Who asked for the technology from above, as the official named them; "" where nobody did."""
        for message in reversed(self.messages):
            if re.search(
                r"言わ|言って|言い出|指示|降りて|下りて|入れろ|しろって|しろと|やれ|来てて|ご意向", message
            ) and (match := _SUPERIORS.search(message)):
                return match[1]
        return ""

    @cached_property
    def new_technologies(self) -> tuple[Technology, ...]:
        """Technologies of this message, else the one the decision speaks of; only that where it goes back to the first."""
        if self.scene.decision.flavour == "first_asked":
            return tuple(each for each in self.technologies if each.name == self.scene.decision.technology)[
                :1
            ]
        new = tuple(each for each in self.technologies if each.turn == self.scene.number)
        if new:
            return new
        return tuple(each for each in self.technologies if each.name == self.scene.decision.technology)[:1]

    @cached_property
    def technology(self) -> Technology | None:
        """The technology a reply speaks of."""
        named = [each for each in self.technologies if each.name == self.scene.decision.technology]
        return next(iter((*named, *self.technologies)), None)

    @cached_property
    def carded(self) -> tuple[Technology, ...]:
        """New technologies with a card, each card once."""
        kept: dict[str, Technology] = {}
        for each in self.new_technologies:
            if each.card is not None:
                kept.setdefault(each.card.id, each)
        return tuple(kept.values())

    @cached_property
    def uncarded(self) -> tuple[Technology, ...]:
        """New technologies without a card."""
        return tuple(each for each in self.new_technologies if each.card is None)

    @cached_property
    def person(self) -> Quote | None:
        """A person's name with what stands before it (「防災課の三宅」), without さん."""
        return person_in(self.scene.message, self.words, self.scene.number)

    def sentence(self, slot: Slot) -> Quote | None:
        """The sentence of a row that says most, whole, where no shorter saying stands by itself."""
        values = self.scene.worksheet[slot].values
        return next((each for each in (whole(value, slot) for value in values) if each), None)

    def following(self, slot: Slot, quote: Quote) -> Quote | None:
        """The sentence right behind a quote in what the slot holds, where it can stand beside it."""
        value = next((each for each in self.scene.worksheet[slot].values if quote.text in each.text), None)
        return following(value, slot, quote) if value else None

    @cached_property
    def contrasts(self) -> tuple[Contrast, ...]:
        """Contrasts that are what the message is about: it says nothing beside them."""
        return self.said.contrasts if len(sentences(self.scene.message)) == 1 and not self._busy else ()

    @property
    def _busy(self) -> bool:
        return len(self.scene.message) > _ONE_THING

    @cached_property
    def best(self) -> Quote | None:
        """The weightiest words on the worksheet."""
        order: tuple[Slot, ...] = (
            "current_experience",
            "aspiration",
            "value",
            "customer",
            "evidence",
            "measure",
            "strengths",
        )
        rest = tuple(slot for slot in SLOTS if slot not in order)
        return next((self.row(slot)[0] for slot in order + rest if self.row(slot)), None)
