"""Scenes built by hand, and a consultation that goes on from scene to scene."""

from typing import Any

from advisor.adapters.writer import EmbeddedWriter
from advisor.dialogue.checks import Fault, faults
from advisor.dialogue.cues import cues
from advisor.dialogue.moves import Decision
from advisor.dialogue.reading import Reading
from advisor.dialogue.scene import DraftNews, Scene, Technology
from advisor.dialogue.session import changed
from advisor.dialogue.turns import Change, Masked, Reply, Turn
from advisor.evidence.cards import CaseCard, CaseLines, Section, Source, TechnologyCard
from advisor.evidence.passages import Passage
from advisor.framework.slots import SLOTS, Slot
from advisor.framework.worksheet import SlotValue, Worksheet

SAID: dict[Slot, str] = {
    "aspiration": "雨の日でも、子どもが一人で図書館に来られる町にしたいです。",
    "customer": "共働きの家の小学生です。町に310人います。",
    "current_experience": "放課後、校門の前で2時間待っている子が毎日12人います。",
    "evidence": "昨年度の貸出は1万4千冊で、小学生は6%だけでした。",
    "value": "「また明日ね」と言って帰れる場所が一つあることです。",
    "strengths": "読み聞かせの会が20年続いていて、顔見知りの大人が31人います。",
    "focus": "来館者数を競う催しはやめます。年に240時間かかっていました。",
    "measure": "学校の帰り道に職員が立って、図書館まで一緒に歩くようにします。",
    "technology_role": "入退館の知らせだけでいいです。貸出は紙でも回ります。",
    "leader": "学校教育係の望月さんです。子ども会の世話も10年しています。",
    "stakeholders": "会計の係が反対すると思います。夕方の残業が増えるからです。",
    "outcome": "令和9年度末までに、放課後に来る子を1日40人にします。",
    "resources": "年80万円で、職員は増えません。",
    "risks": "一緒に歩く人が足りなくなるのが心配です。",
}
"""One invented official, a sentence or two for each slot."""

ROBOT = TechnologyCard(
    id="tech-robot",
    kind="technology",
    title="案内ロボット",
    names=("案内ロボット",),
    good_at="同じ案内を繰り返すこと",
    bad_at="困っている子に気づくこと",
    advice="聞かれることを一週間書き出してから決める",
    people="案内ロボットには、困りごとを引き取る職員が要ります。",
    usual_phase=1,
    phase_note="案内を速くするだけなら、Phase 1で終わります。",
    without="入口に職員が立ち、図書館の棚の地図を紙で渡します。",
)
CASE = CaseCard(
    id="X-01",
    kind="case",
    title="山あいの町 夕方の図書館",
    place="山あいの町",
    country="日本",
    population=None,
    year="2020年〜",
    phase=2,
    phase_reason="開け方を変えたため。",
    shelf="debate",
    default=True,
    fields=("図書館文化",),
    technologies=(),
    technology_role="none",
    trigger=None,
    want="夕方に子どもの居場所をつくること",
    customer="小学生",
    lines=CaseLines(
        want="夕方に子どもの居場所をつくる",
        happened="夕方の利用が2倍(2021年)",
        limit="費用の記録が見当たらない",
    ),
    before="夕方は閉まっていた。",
    what="夕方だけ開けた。",
    non_tech_work="職員の勤務を組み替えた。",
    figures=(),
    limits="費用は分からない。",
    counter_view="ほかの町では続かなかったという声もある。",
    question="だれの夕方を変えたいですか?",
    sources=(Source(title="町の広報", url=None, checked="opening"),),
    sections=(
        Section(
            heading="数字", text="山あいの町では、夕方の利用が2倍になりました。出典の冒頭を確かめた数字です。"
        ),
        Section(
            heading="限界と反対の見方",
            text="山あいの町の費用は、手元の資料に見当たりません。続けるのが難しいという声もあります。",
        ),
    ),
)
PASSAGE = Passage(
    id="method-x#聞き方",
    card="method-x",
    kind="method",
    title="子どもに聞く",
    heading="聞き方",
    text="子どもへの聞き取りは、三人から始めます。場面を一つ選んでもらうと、答えやすくなります。数を集めるのは、そのあとで足ります。",
    source="本助言の整理",
)


class Consultation:
    """A consultation that keeps its turns; every reply is checked by the same code as in the program."""

    def __init__(self, writer: EmbeddedWriter) -> None:
        self.writer = writer
        self.sheet = Worksheet()
        self.turns: tuple[Turn, ...] = ()
        self.faults: list[Fault] = []

    def scene(
        self,
        message: str,
        fills: dict[Slot, str] | None = None,
        technologies: tuple[str, ...] = (),
        intent: str = "answer",
        masked: tuple[str, ...] = (),
        replaced: tuple[SlotValue, ...] = (),
        **decided: Any,
    ) -> Scene:
        """The scene of the next reply; `decided` are fields of its decision."""
        number = len(self.turns) + 1
        changes = tuple(
            Change(
                slot=slot, values=(SlotValue(text=text, turn=number),), replaces=replaced, status="answered"
            )
            for slot, text in (fills or {}).items()
        )
        self.sheet = changed(self.sheet, changes)
        decision = Decision.model_validate({"rule": "test", "because": "", **decided})
        return Scene(
            number=number,
            message=message,
            reading=Reading.model_validate({"intent": intent, "technologies": technologies}),
            cues=cues(message),
            decision=decision,
            worksheet=self.sheet,
            changes=changes,
            turns=self.turns,
            technologies=tuple(
                Technology(name=name, turn=number, card=ROBOT if name == "案内ロボット" else None)
                for name in technologies
            ),
            case=CASE if decision.case else None,
            passage=PASSAGE if decision.passage else None,
            phase=2,
            draft=self._draft() if decision.move == "draft" else None,
            masked=tuple(Masked(type=each) for each in masked),
        )

    def _draft(self) -> DraftNews:
        def first(slot: Slot) -> str:
            return next((value.text for value in self.sheet[slot].values), "")

        made = sum(turn.decision.move == "draft" for turn in self.turns)
        empty = tuple(slot for slot in SLOTS if not self.sheet[slot].values)
        return DraftNews(version=made + 1, lead=first("aspiration"), value=first("value"), open=empty)

    def say(self, message: str, **scene: Any) -> Reply:
        """Write the reply and go on."""
        made = self.scene(message, **scene)
        reply = self.writer.write(made)
        self.faults += faults(reply, made)
        self.turns += (
            Turn(
                number=made.number,
                message=message,
                reading=made.reading,
                changes=made.changes,
                decision=made.decision,
                reply=reply,
                at="",
            ),
        )
        return reply

    def tell(self, *slots: Slot) -> None:
        """Let the invented official answer these slots, one after another."""
        for slot in slots:
            self.say(
                SAID[slot],
                fills={slot: SAID[slot]},
                move="ask_slot",
                about=slot,
                asks="risks" if slot != "risks" else "leader",
            )
