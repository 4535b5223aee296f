"""A paper and its review as the public JSON interface shows them (docs/json.md)."""

from typing import Any

from advisor.brief.copies import handed_up
from advisor.brief.gates import gates
from advisor.brief.model import Brief, Claim, Finding, Section
from advisor.brief.readability import readability

Json = dict[str, Any]


def brief_shown(brief: Brief) -> Json:
    """Return the sections with their claims, the phase, the version, the four gates and the readability."""
    sections = [_section(each) for each in brief.sections]
    version = brief.header.version
    return {"sections": sections, "phase": brief.phase, "version": version, **checked_shown(brief)}


def finding_shown(finding: Finding) -> Json:
    """Return what a checker says; `question` and `fix` only where there is one."""
    body: Json = {"rule": finding.rule, "where": finding.where, "why": finding.why, "do": finding.do}
    if finding.question:
        body["question"] = finding.question.model_dump()
    if finding.fix:
        body["fix"] = finding.fix.model_dump(exclude_defaults=True)
    return body


def checked_shown(brief: Brief) -> Json:
    """Return the four gates and the readability of the copy to hand up."""
    return {
        "gates": [{"name": gate.name, "seen": gate.seen} for gate in gates(brief)],
        "readability": readability(handed_up(brief)).model_dump(mode="json"),
    }


def _section(section: Section) -> Json:
    """A section; of 想定問答 the questions beside the claims that answer them."""
    body: Json = {
        "id": section.id,
        "title": section.title,
        "claims": [_claim(each) for each in section.claims],
    }
    if section.id == "questions":
        body["questions"] = [
            {
                "by": table.head.removesuffix("の問い"),
                "question": head,
                "claims": [_claim(each) for each in row[0]],
            }
            for table in section.tables
            for head, row in zip(table.heads, table.rows, strict=True)
        ]
    return body


def _claim(claim: Claim) -> Json:
    return {"text": claim.text, "origin": claim.origin, "refs": list(claim.refs)}
