"""A model words the paper anew, section by section; what it proposes is judged by whoever asked."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator

from advisor.adapters.model.prompts import Marks, digests, fenced, prompt
from advisor.adapters.model.reader import cut
from advisor.agent.ports import Chat
from advisor.brief.grounding import ground
from advisor.brief.material import Material
from advisor.brief.model import Brief, Claim, Section
from advisor.brief.rewording import rewordable
from advisor.dialogue.events import Rewording
from advisor.dialogue.turns import Made
from advisor.patience.failures import Kind, ModelFailure
from advisor.patience.lines import Line
from advisor.patience.usage import Usage

PROMPTS: Final = ("drafting", "drafting_section")
"""The prompt files a drafter plays from."""
_MOST: Final = 16
"""Sentences of one section that are asked for."""
_LONGEST: Final = 1_000
"""Letters of a sentence that are looked at."""
_HEAD: Final = 500
_TAIL: Final = 100
"""Letters of a message that are sent, from its beginning and from its end."""
_END: Final[frozenset[Kind]] = frozenset({"resting", "spent", "stopped"})
"""Failures after which no other section is asked for."""


def _sentences(value: Any) -> Any:
    """The entries that can be used, also where they come as a table of numbers and texts."""
    if isinstance(value, dict):
        value = [{"number": number, "text": text} for number, text in value.items()]
    if not isinstance(value, list):
        return value
    return [each for each in value if isinstance(each, Sentence) or _usable(each)][: 2 * _MOST]


def _usable(entry: Any) -> bool:
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
        return False
    return str(entry.get("number", "")).isdecimal() and len(entry["text"]) <= _LONGEST


class Sentence(BaseModel):
    """The new wording of the sentence with a number."""

    number: int
    text: str


class DraftingForm(BaseModel):
    """The sentences of a section, worded anew."""

    sentences: Annotated[list[Sentence], BeforeValidator(_sentences)]


class ModelDrafter:
    """Proposes better prose for the claims of a paper; a section whose call fails stays as it is."""

    def __init__(self, chat: Chat, marks: Marks, note: Callable[[Made], None]) -> None:
        self._chat = chat
        self._marks = marks
        self._note = note

    @property
    def digests(self) -> tuple[tuple[str, str], ...]:
        """Names of the prompt files it plays from, with their digests."""
        return digests(PROMPTS)

    def reword(
        self,
        brief: Brief,
        material: Material,
        on_section: Callable[[int, int], None],
        stopped: Callable[[], bool],
    ) -> tuple[Rewording, ...]:
        """Return proposals for claims of a plain paper; one call a section, each sentence asked for once.

        Stops early where the guard lets no call through; never raises for a model's sake.
        """
        work = _work(brief)
        found: list[Rewording] = []
        on_section(0, len(work))
        for done, (section, claims) in enumerate(work, 1):
            if stopped():
                break
            try:
                found += self._section(section, claims, material)
            except ModelFailure as error:
                usage = error.usage or Usage()
                self._note(Made(role="drafter", outcome="fell_back", why=error.kind, usage=usage))
                if error.kind in _END:
                    break
            on_section(done, len(work))
        return tuple(found)

    def _section(self, section: Section, claims: Sequence[Claim], material: Material) -> list[Rewording]:
        form, usage = self._chat.fill("drafter", self._lines(section, claims, material), DraftingForm)
        self._note(Made(role="drafter", outcome="own", usage=usage))
        asked = dict(enumerate((claim.text for claim in claims), 1))
        told = {each.number: each.text.strip() for each in form.sentences if each.number in asked}
        return [Rewording(old=asked[number], new=text) for number, text in told.items()]

    def _lines(self, section: Section, claims: Sequence[Claim], material: Material) -> tuple[Line, Line]:
        mark = self._marks()
        said = prompt("drafting_section").filled(
            mark=mark,
            title=section.title,
            sentences=fenced(
                "文", "\n".join(f"{at}. {claim.text}" for at, claim in enumerate(claims, 1)), mark
            ),
            ground=fenced("もとの発言", _ground(claims, material), mark),
        )
        return Line(speaker="system", text=prompt("drafting").filled()), Line(speaker="user", text=said)


def _work(brief: Brief) -> list[tuple[Section, tuple[Claim, ...]]]:
    """The sections with the claims that are asked for in them."""
    seen: set[str] = set()
    work: list[tuple[Section, tuple[Claim, ...]]] = []
    for section in brief.sections:
        claims = tuple(claim for claim in rewordable(section) if claim.text not in seen)[:_MOST]
        seen |= {claim.text for claim in claims}
        if claims:
            work.append((section, claims))
    return work


def _ground(claims: Sequence[Claim], material: Material) -> str:
    """The messages that the claims rest on, each once; what was written by hand where there is no message."""
    told, messages = ground(material), {each.turn: each.text for each in material.utterances}
    turns = sorted({turn for claim in claims for turn in claim.turns})
    return "\n".join(cut(messages.get(turn, told.get(turn, "")), _HEAD, _TAIL) for turn in turns)
