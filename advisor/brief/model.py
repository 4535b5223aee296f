"""The brief as data: sections of claims, each claim knowing where it comes from."""

from collections.abc import Callable
from typing import Final, Literal

from advisor.evidence.cards import Checked
from advisor.framework.labels import Phase
from advisor.framework.slots import Slot
from advisor.values import Value

Origin = Literal["said", "source", "inference", "open"]

SectionId = Literal[
    "summary",
    "purpose",
    "customer",
    "today",
    "value",
    "work",
    "outcome",
    "drive",
    "journey",
    "figures",
    "means",
    "logic",
    "phase",
    "cases",
    "open",
    "questions",
    "record",
]

SECTION_TITLES: Final[dict[SectionId, str]] = {
    "summary": "要旨",
    "purpose": "目的",
    "customer": "主たる顧客",
    "today": "顧客の今",
    "value": "提供する価値",
    "work": "事業内容と価値連鎖",
    "outcome": "成果指標",
    "drive": "推進",
    "journey": "顧客の一日",
    "figures": "現状の数字と出典",
    "means": "手段の比較",
    "logic": "ロジックモデル",
    "phase": "現在の見立て",
    "cases": "参考事例",
    "open": "要確認一覧",
    "questions": "想定問答",
    "record": "発言の記録",
}

BODY: Final[tuple[SectionId, ...]] = (
    "summary", "purpose", "customer", "today", "value", "work", "outcome", "drive",
)  # fmt: skip


class Comment(Value):
    """A remark on a claim; it is never printed. `at` is an ISO time."""

    text: str
    who: str = ""
    at: str = ""


class Claim(Value):
    """One sentence or phrase of the paper with its origin."""

    text: str
    origin: Origin
    turns: tuple[int, ...] = ()
    """For `said` the messages it was said in; for `inference` those it is drawn from."""
    notes: tuple[int, ...] = ()
    """For `source` (and `inference` from sources) the 1-based numbers in the brief's notes."""
    ask: str = ""
    """For `open`: who could tell."""
    about: str = ""
    """For `open`: what is to be confirmed, as the list of open points names it."""
    urgent: bool = False
    """For `open`: to be settled before the paper is handed up."""
    slot: Slot | None = None
    private: bool = False
    """Stands in the copy for the author only (手元用) unless it is ticked (persons, remarks on superiors ...)."""
    public: str | None = None
    """Wording for the copy to hand up, where it differs; None keeps `text`, "" leaves the claim out."""
    plain: str = ""
    """The embedded writer's wording, where a language model has worded the claim anew or was doubted."""
    key: str = ""
    """Names the claim in a working paper, through all its versions; "" in a draft."""
    own: bool = False
    """The official wrote it on the paper itself, anew or in place of `before`."""
    before: "Claim | None" = None
    """The drafted claim that the official has rewritten, whole."""
    comments: tuple[Comment, ...] = ()

    @property
    def refs(self) -> tuple[str, ...]:
        """The origins as marks: t3, 注1, or the one to ask."""
        said = tuple(f"t{turn}" for turn in self.turns)
        return said + tuple(f"注{note}" for note in self.notes) + ((self.ask,) if self.ask else ())


class Item(Value):
    """A line of a section: an optional label (困りごと, 規模 ...) and its claims in order."""

    label: str = ""
    claims: tuple[Claim, ...] = ()
    key: str = ""
    """Names the line in a working paper; "" in a draft."""


class Table(Value):
    """A table of claims: `rows` x `columns`, a cell holding any number of claims."""

    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[Claim, ...], ...], ...]
    heads: tuple[str, ...] = ()
    """Row heads where the first column is a label of the form itself."""
    head: str = ""
    """What the row heads are, for renderings that name every column."""
    keys: tuple[str, ...] = ()
    """Names of the rows in a working paper, one a row; none in a draft."""


class Section(Value):
    """One numbered section of the paper."""

    id: SectionId
    title: str
    items: tuple[Item, ...] = ()
    tables: tuple[Table, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of the section in reading order."""
        lines = [claim for item in self.items for claim in item.claims]
        cells = [claim for table in self.tables for row in table.rows for cell in row for claim in cell]
        return tuple(lines + cells)

    def each(self, change: Callable[[Claim], Claim]) -> "Section":
        """Return the section with every claim replaced by what `change` makes of it."""
        items = tuple(
            item.model_copy(update={"claims": tuple(map(change, item.claims))}) for item in self.items
        )
        tables = tuple(
            table.model_copy(
                update={"rows": tuple(tuple(tuple(map(change, cell)) for cell in row) for row in table.rows)}
            )
            for table in self.tables
        )
        return self.model_copy(update={"items": items, "tables": tables})


class Note(Value):
    """A source as it is listed at the end of the paper."""

    number: int
    title: str
    urls: tuple[str, ...]
    checked: Checked


class Header(Value):
    """Fields on top of the paper; empty ones are shown as 【要確認】. `date` is ISO (YYYY-MM-DD)."""

    subject: str = ""
    date: str = ""
    section: str = ""
    """作成課."""
    addressee: str = ""
    """提出先・場・期日."""
    decision: str = ""
    """求める判断."""
    plan: str = ""
    """総合計画との関係."""
    version: str = "第1版"


class Brief(Value):
    """The whole paper."""

    header: Header
    title: tuple[Claim, ...]
    fields: tuple[Item, ...] = ()
    """The rows of the header table as claims (作成課, 提出先・場・期日, 求める判断, 総合計画との関係)."""
    sections: tuple[Section, ...]
    notes: tuple[Note, ...] = ()
    phase: Phase | None = None
    written_by: str = "生成AIは使用していません"
    """The line on AI: true for the brief at hand, editable."""

    def section(self, id: SectionId) -> Section:
        """Return the section called `id`; one that an older paper does not have is empty."""
        empty = Section(id=id, title=SECTION_TITLES[id])
        return next((each for each in self.sections if each.id == id), empty)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of the paper, the title included."""
        head = self.title + tuple(claim for item in self.fields for claim in item.claims)
        return head + tuple(claim for section in self.sections for claim in section.claims)


class SlotFix(Value):
    """In the worksheet's line `slot`, `new` for every `old`."""

    slot: Slot
    old: str
    new: str


class Fix(Value):
    """A change that mends a finding at one press: words in the worksheet, or a field of the header (name, text)."""

    label: str
    slots: tuple[SlotFix, ...] = ()
    header: tuple[str, str] | None = None


class Ask(Value):
    """A question whose answer mends a finding: the line of the worksheet it belongs to, and who would know."""

    text: str
    slot: Slot | None = None
    who: str = ""


class Finding(Value):
    """What a checker says about the paper: which rule, where, why and what to do."""

    rule: str
    where: str
    why: str
    do: str
    fix: Fix | None = None
    question: Ask | None = None
