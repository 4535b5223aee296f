"""Claims as text with their marks: the one place where 〔職員 t3〕, 注1 and 【要確認】 are written."""

from collections.abc import Sequence

from advisor.brief.model import Claim


def mark(claim: Claim, private: bool) -> str:
    """The mark behind a claim; in the copy to hand up only 〔見立て〕, notes and 【要確認】 are kept."""
    if claim.origin == "open":
        return f"【要確認: {claim.ask}】" if claim.ask else ""
    turns = "・".join(f"t{turn}" for turn in claim.turns)
    if claim.origin == "source":
        return "".join(f"〔出典{note}〕" if private else f"(注{note})" for note in claim.notes)
    if claim.origin == "inference":
        return f"〔見立て: {turns}から〕" if private and turns else "〔見立て〕"
    if not private:
        return ""
    return f"〔職員 {turns}〕" if turns else "〔職員〕"


def merged(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Join neighbours that carry the same mark, so that it is shown once behind them."""
    joined: list[Claim] = []
    for claim in claims:
        last = joined[-1] if joined else None
        if last is not None and claim.origin != "open" and last.text and _key(last) == _key(claim):
            joined[-1] = last.model_copy(
                update={"text": last.text + claim.text, "plain": _plain(last, claim)}
            )
        else:
            joined.append(claim)
    return tuple(joined)


def _plain(*claims: Claim) -> str:
    """The plain wording of neighbours, where one of them was worded anew."""
    return "".join(each.plain or each.text for each in claims) if any(each.plain for each in claims) else ""


def _key(claim: Claim) -> tuple[object, ...]:
    return claim.origin, claim.turns, claim.notes


def written(claims: Sequence[Claim], private: bool) -> str:
    """Return claims as one run of plain text with their marks, every open point closed with a stop in a line."""
    shown = merged(claims)
    parts = []
    for index, claim in enumerate(shown):
        text = claim.text + mark(claim, private)
        after = index + 1 < len(shown)
        if claim.origin == "open" and claim.ask and (claim.text or after) and (after or claim.text):
            text += "。"
        parts.append(text)
    return "".join(parts)


def noted_once(row: Sequence[tuple[Claim, ...]]) -> list[tuple[Claim, ...]]:
    """A row of a table that one source tells throughout is marked in its first cell alone."""
    notes = {claim.notes if claim.origin == "source" else () for cell in row for claim in cell}
    if len(notes) != 1 or notes == {()}:
        return list(row)
    bare = [tuple(claim.model_copy(update={"notes": ()}) for claim in cell) for cell in row[1:]]
    return [row[0], *bare]
