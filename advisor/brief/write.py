"""How claims are written down: said, drawn, open."""

from advisor.brief.model import Claim, Item
from advisor.brief.speech import Clause
from advisor.framework.slots import Slot

LIMIT = 80
"""Characters of a sentence outside 「」."""


def sentence(text: str) -> str:
    """Close a text with a stop."""
    return text if text.endswith(("。", "」。")) else f"{text}。"


def said(
    *clauses: Clause, text: str | None = None, public: str | None = None, private: bool = False
) -> Claim:
    """A claim that the official made: the clauses in order, or `text` framing them without adding a thought."""
    body = text if text is not None else "".join(sentence(worded(clause)) for clause in clauses)
    return Claim(
        text=body, origin="said", turns=turns(*clauses), slot=clauses[0].slot, public=public,
        private=private or any(clause.private for clause in clauses),
    )  # fmt: skip


def drawn(text: str, *clauses: Clause, notes: tuple[int, ...] = ()) -> Claim:
    """A claim that the advisor draws from what was said."""
    return Claim(
        text=text,
        origin="inference",
        turns=turns(*clauses),
        notes=notes,
        slot=clauses[0].slot if clauses else None,
    )


def cited(text: str, note: int) -> Claim:
    """A claim that a source makes."""
    return Claim(text=text, origin="source", notes=(note,))


def unknown(about: str, ask: str, lead: str = "", urgent: bool = False, slot: Slot | None = None) -> Claim:
    """A hole: `lead` stands before 【要確認: ask】; `about` names it in the list of open points."""
    return Claim(text=lead, origin="open", ask=ask, about=about, urgent=urgent, slot=slot)


def line(label: str, *claims: Claim | None) -> Item:
    """A labelled line of the claims that exist."""
    return Item(label=label, claims=tuple(claim for claim in claims if claim is not None))


def turns(*clauses: Clause) -> tuple[int, ...]:
    """All turns the clauses come from, in order."""
    return tuple(sorted({turn for clause in clauses for turn in clause.turns}))


def worded(clause: Clause) -> str:
    """The clause with its hearsay, its forecast or its being considered kept in words."""
    text = clause.text
    if clause.has("considering"):
        text += "(検討中)"
    if clause.has("hearsay") and clause.slot not in ("aspiration", "value", "measure", "focus", "leader"):
        bare = clause.ending != "体" or text.endswith("」")
        return text + ("とのこと" if bare else "であるとのこと")
    if (
        clause.has("guess")
        and not clause.numbers
        and clause.slot not in ("aspiration", "customer", "value", "focus", "measure", "leader")
    ):
        return text + ("の見込み" if clause.ending == "体" else "見込み")
    return text


def fits(text: str) -> bool:
    """Whether a sentence keeps the limit."""
    return len(text.rstrip("。")) <= LIMIT
