"""The form wizard: asks the fourteen items in their order, writes down what is said, and prints the form."""

from collections.abc import Sequence
from typing import ClassVar, Final

from advisor.agent.drafting import Draft
from advisor.brief.material import Material, Utterance
from advisor.brief.model import SECTION_TITLES, Brief, Claim, Header, Item, Section, SectionId
from advisor.brief.review import review
from advisor.dialogue.moves import Decision
from advisor.dialogue.session import Session
from advisor.dialogue.turns import Change, Question, Reply, Turn
from advisor.framework.slots import SLOT_NAMES, SLOTS, Slot
from advisor.framework.worksheet import SlotValue
from evals.baselines.talks import Talks, wants_the_paper

FIELDS: Final[dict[Slot, str]] = {
    "aspiration": "この事業の目的は何ですか?",
    "customer": "対象者はだれですか?",
    "current_experience": "対象者の現状と課題は何ですか?",
    "evidence": "課題を示すデータはありますか?",
    "value": "対象者にとっての効果は何ですか?",
    "strengths": "活用できる地域の強みは何ですか?",
    "focus": "重点を置くこと、廃止することは何ですか?",
    "measure": "具体的な事業内容は何ですか?",
    "technology_role": "使う技術と、その役割は何ですか?",
    "leader": "庁内の推進責任者はだれですか?",
    "stakeholders": "調整が必要な関係者はだれですか?",
    "outcome": "成果指標と目標値は何ですか?",
    "resources": "予算、人員、スケジュールはどうなっていますか?",
    "risks": "想定されるリスクは何ですか?",
}
"""The labels of an ordinary project form, one for each item."""

SECTIONS: Final[dict[SectionId, tuple[Slot, ...]]] = {
    "purpose": ("aspiration",),
    "customer": ("customer",),
    "today": ("current_experience", "evidence"),
    "value": ("value",),
    "work": ("strengths", "focus", "measure", "technology_role"),
    "outcome": ("outcome",),
    "drive": ("leader", "stakeholders", "resources", "risks"),
}


class Wizard(Talks):
    """A form that asks one field after another."""

    name: ClassVar[str] = "wizard"
    greeting: ClassVar[str] = "企画書を作成します。案件の概要を入力してください。"

    def answer(self, turns: Sequence[Turn], message: str) -> tuple[Decision, Reply, tuple[Change, ...]]:
        """Write the message into the field that was asked for, and ask for the next."""
        asked = turns[-1].decision.asks if turns else None
        changes = (_written(asked, message, len(turns) + 1),) if asked else ()
        at = len(turns)
        if at >= len(SLOTS) or wants_the_paper(message):
            done = Decision(move="draft", rule=self.name, because="すべての項目が終わった")
            return done, Reply(text="入力が終わりました。企画書の下書きを表示します。"), changes
        slot = SLOTS[at]
        question = Question(slot=slot, text=FIELDS[slot])
        text = f"【{at + 1}/{len(SLOTS)} {SLOT_NAMES[slot]}】{FIELDS[slot]}"
        decision = Decision(move="ask_slot", rule=self.name, because="次の項目", asks=slot)
        return decision, Reply(text=text, question=question), changes

    def draft(self, id: str) -> Draft:
        """The filled form, reviewed as any other paper."""
        session = self.session(id)
        brief = _form(session)
        utterances = tuple(
            Utterance(turn=turn.number, asked=turn.asked, text=turn.message) for turn in session.turns
        )
        material = Material(worksheet=session.worksheet, utterances=utterances)
        return Draft(brief, review(brief, material), material)


def _written(slot: Slot, message: str, turn: int) -> Change:
    return Change(slot=slot, values=(SlotValue(text=message, turn=turn),), status="answered")


def _form(session: Session) -> Brief:
    """Every answer under the heading of its field, as it was said."""
    opening = session.turns[0].message if session.turns else ""
    title = Claim(text=opening, origin="said", turns=(1,))
    sections = []
    for id, name in SECTION_TITLES.items():
        claims = [(slot, _claims(session, slot)) for slot in SECTIONS.get(id, ())]
        items = tuple(Item(label=SLOT_NAMES[slot], claims=found) for slot, found in claims)
        items = (Item(claims=(title,)),) if id == "summary" else items
        sections.append(Section(id=id, title=name, items=items))
    return Brief(header=Header(), title=(title,), sections=tuple(sections))


def _claims(session: Session, slot: Slot) -> tuple[Claim, ...]:
    return tuple(
        Claim(text=each.text, origin="said", turns=(each.turn,), slot=slot)
        for each in session.worksheet[slot].values
    )
