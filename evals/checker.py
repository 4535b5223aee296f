"""What the checker says of the eight officials' papers: `python -m evals.checker` prints the table of docs/evals/checker.md."""

from collections.abc import Iterator

from advisor.agent.drafting import Draft
from advisor.brief.copies import handed_up
from advisor.brief.gates import gates
from advisor.brief.model import Brief, Claim
from advisor.brief.readability import Readability, readability
from evals.consultation.__main__ import counted_advisor
from evals.consultation.officials import officials
from evals.consultation.play import play


def table(drafts: dict[str, Draft]) -> Iterator[str]:
    """Yield the lines of a Markdown table: readability, findings, the four gates, answers of 想定問答."""
    yield "| 職員 | 読みやすさ | 一文(字) | 60字超 | 漢字 | 指摘 | 問い・直しつき | 四つ | 想定問答の答え |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for id, draft in drafts.items():
        read = readability(handed_up(draft.brief))
        helped = sum(each.question is not None or each.fix is not None for each in draft.findings)
        told, asked = answered(draft.brief)
        marks = "".join(gate.mark for gate in gates(draft.brief))
        cells = (*_read(read), str(len(draft.findings)), str(helped), marks, f"{told}/{asked}")
        yield f"| {id} | {' | '.join(cells)} |"


def answered(brief: Brief) -> tuple[int, int]:
    """How many questions of 想定問答 the paper can answer at least in part, of how many."""
    cells: list[tuple[Claim, ...]] = [
        row[0] for each in brief.section("questions").tables for row in each.rows
    ]
    return sum(any(claim.origin != "open" for claim in cell) for cell in cells), len(cells)


def _read(found: Readability) -> tuple[str, str, str, str]:
    return str(found.score), f"{found.mean:.1f}", f"{found.long:.0%}", f"{found.kanji:.0%}"


def main() -> None:
    """Play the eight and print."""
    advisor = counted_advisor()
    drafts = {}
    for official in officials():
        drafts[official.id] = advisor.draft(play(advisor, official).session)
    print("\n".join(table(drafts)))


if __name__ == "__main__":
    main()
