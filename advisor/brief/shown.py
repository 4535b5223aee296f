"""A paper and its review as the public JSON interface shows them (docs/json.md)."""

from typing import Any

from advisor.brief.model import Brief, Claim, Finding, Section

Json = dict[str, Any]


def brief_shown(brief: Brief) -> Json:
    """Return the sections with their claims, the phase and the version."""
    sections = [_section(each) for each in brief.sections]
    return {"sections": sections, "phase": brief.phase, "version": brief.header.version}


def finding_shown(finding: Finding) -> Json:
    """Return what a checker says."""
    return {"rule": finding.rule, "where": finding.where, "why": finding.why, "do": finding.do}


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
