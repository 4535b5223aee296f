"""The same official played by a model: the hidden facts are the script's, the words and the mood are the model's."""

import secrets
from collections.abc import Callable
from typing import Final

from advisor.adapters.model.prompts import Prompt, fenced
from advisor.agent.ports import Chat
from advisor.dialogue.turns import Turn
from advisor.framework.slots import SLOT_NAMES, Slot
from advisor.patience.failures import ModelFailure
from advisor.patience.lines import Line
from advisor.privacy.cleaning import clean
from advisor.resources import prompts_folder
from evals.consultation.officials import Official
from evals.consultation.play import Mishearing
from evals.scenarios.counterpart import Official as Script

LONGEST: Final = 400
"""Letters of a message that are taken."""
_SHARE: Final = 0.5
"""Share of a fact's pairs of letters that a message has to hold for the fact to count as told."""


class Persona:
    """Asks a model what the official says next; the script keeps the events, the end, and stands in where it fails."""

    def __init__(
        self,
        official: Official,
        script: Script,
        chat: Chat,
        mark: Callable[[], str] = lambda: secrets.token_hex(6),
    ) -> None:
        self._official = official
        self._script = script
        self._chat = chat
        self._mark = mark
        self._lines = [Line(speaker="system", text=_prompt(official))]
        self._events = {event.say for event in official.events}
        self.told: list[Slot] = []
        self.misheard: list[Mishearing] = []
        """Empty: whether a question is understood is the model's own affair."""
        self.failures = 0

    def next(self, turn: Turn) -> str | None:
        """Return what the official says to a reply, or None at the end."""
        scripted = self._script.next(turn)
        if scripted is None or scripted in self._events or "下書き" in scripted:
            return scripted
        if len(self._lines) == 1:
            self._lines.append(Line(speaker="assistant", text=turn.message))
        self._lines.append(Line(speaker="user", text=fenced("助言役の返事", turn.reply.text, self._mark())))
        said = self._said(scripted)
        self._lines.append(Line(speaker="assistant", text=said))
        self.told += [slot for slot, fact in self._official.facts.items() if _tells(said, fact)]
        return said

    def _said(self, scripted: str) -> str:
        try:
            return clean(self._chat.say("persona", self._lines).text).text.strip()[:LONGEST] or scripted
        except ModelFailure:
            self.failures += 1
            return scripted


def _prompt(official: Official) -> str:
    facts = "\n".join(f"- {SLOT_NAMES[slot]}: {fact}" for slot, fact in official.facts.items())
    unknown = "、".join(SLOT_NAMES[slot] for slot in official.unknown) or "なし"
    text = (prompts_folder() / "persona" / "speaking.txt").read_text(encoding="utf-8")
    return Prompt(name="speaking", text=text).filled(
        profile=official.profile, manner=official.manner, facts=facts, unknown=unknown
    )


def _tells(said: str, fact: str) -> bool:
    pairs = {fact[at : at + 2] for at in range(len(fact) - 1)}
    return bool(pairs) and sum(each in said for each in pairs) >= _SHARE * len(pairs)
