"""The model paper with other words in it."""

from advisor.brief.model import Brief, Claim, Item, SectionId


def with_claim(brief: Brief, section: SectionId, claim: Claim, label: str = "") -> Brief:
    """The paper with one section that says nothing but `claim`."""
    return with_section(brief, section, {"items": (Item(label=label, claims=(claim,)),)})


def with_section(brief: Brief, section: SectionId, update: dict[str, object]) -> Brief:
    """The paper with some parts of one section changed."""
    return brief.model_copy(
        update={
            "sections": tuple(
                each.model_copy(update=update) if each.id == section else each for each in brief.sections
            )
        }
    )


def filled(brief: Brief, text: str) -> Brief:
    """The paper with `text` in every place that the one page shows."""

    def said(claim: Claim) -> Claim:
        return claim.model_copy(
            update={"text": text, "public": None, "private": False, "origin": "said", "ask": ""}
        )

    shown = ("customer", "today", "purpose", "work", "logic", "outcome", "drive")
    sections = tuple(each.each(said) if each.id in shown else each for each in brief.sections)
    return brief.model_copy(update={"sections": sections, "title": (Claim(text=text, origin="said"),)})
