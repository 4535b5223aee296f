"""What a successor or an applicant for disclosure reads of a consultation: the talk, who wrote what, the sources."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import Any, Final

from advisor.brief.markdown import address, escaped
from advisor.brief.model import Brief, Claim, Origin
from advisor.brief.shown import checked_shown, finding_shown
from advisor.brief.studio.paper import Stamp
from advisor.dialogue.session import Session
from advisor.dialogue.turns import Made, Turn
from advisor.evidence.cards import CHECKED_NAMES
from advisor.framework.slots import SLOT_NAMES

_ORIGINS: Final[dict[Origin, str]] = {
    "said": "職員の発言",
    "source": "資料",
    "inference": "見立て",
    "open": "要確認",
}
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
Claims = Iterable[tuple[str, Claim]]


def transcript(session: Session) -> str:
    """Return the talk as Markdown, the turns that were taken back behind it; words are data, never markup."""
    parts = [f"# {escaped(session.title)}", f"助言者: {escaped(session.greeting)}"]
    parts += [part for turn in session.turns for part in _turn(turn)]
    if session.left:
        parts.append("## 取り消した、または書き直した発言")
        parts += [part for turn in session.left for part in _turn(turn)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _turn(turn: Turn) -> list[str]:
    handed = [f"- 渡した資料: {escaped(each.name)}({len(each.text)}字)" for each in turn.documents]
    masked = f"(伏せた個人の情報: {len(turn.masked)}件)" if turn.masked else ""
    return [
        f"### 発言{turn.number}({turn.at[:16].replace('T', ' ')})",
        _quoted(turn.message),
        "\n".join([*handed, masked] if masked else handed),
        f"助言者({'言語モデル' if turn.reply.written_by != 'embedded' else '内蔵'})",
        _quoted(turn.reply.text),
    ]


def _quoted(text: str) -> str:
    return "\n".join(f"> {escaped(line)}" for line in text.splitlines())


def sentences(brief: Brief, session: Session) -> str:
    """Return, as CSV, every sentence of the paper with its origin, what it rests on, and who worded it."""
    file = StringIO()
    table = csv.writer(file, lineterminator="\r\n")
    table.writerow(("節", "文", "出どころ", "発言", "注", "だれに聞くか", "言い回し", "元の文"))
    for place, claim in _placed(brief):
        turns = "・".join(f"t{turn}" if turn else "手で記入" for turn in claim.turns)
        notes = "・".join(map(str, claim.notes))
        worded = _models(session) if claim.plain and claim.origin != "open" else "内蔵"
        before = claim.before.text if claim.before else claim.plain
        text = claim.text or f"(要確認: {claim.about})"
        hand = "職員(紙の上で)" if claim.own else worded
        row = (place, text, _ORIGINS[claim.origin], turns, notes, claim.ask, hand, before)
        table.writerow([_inert(each) for each in row])
    return file.getvalue()


def _placed(brief: Brief) -> Claims:
    yield from (("件名", claim) for claim in brief.title)
    yield from (("表", claim) for item in brief.fields for claim in item.claims)
    for number, section in enumerate(brief.sections, 1):
        if section.id not in ("open", "record"):
            yield from ((f"{number} {section.title}", claim) for claim in section.claims)


def _inert(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _models(session: Session) -> str:
    made = [each for event in session.reworded for each in event.made]
    return f"言語モデル({_named(made)})" if _named(made) else "言語モデル"


def _named(made: Iterable[Made]) -> str:
    return "、".join(dict.fromkeys(each.model for each in made if each.model and each.outcome != "fell_back"))


def sources(brief: Brief, session: Session) -> str:
    """Return the sources as they were cited, on the paper and in the talk, with how far each was checked."""
    lines = ["# 出典", "", "## 企画書の注", ""]
    for note in brief.notes:
        lines += [f"- 注{note.number} {escaped(note.title)}({CHECKED_NAMES[note.checked]})"]
        lines += [f"  - {address(url)}" for url in note.urls]
    lines += ["", "## 相談で示した資料", ""]
    cited = {
        (each.passage, each.quote): (each, turn.number)
        for turn in session.turns
        for each in turn.reply.citations
    }
    for each, number in cited.values():
        told = f"{escaped(each.title)}({CHECKED_NAMES[each.checked]})発言{number}への返事"
        lines += [f"- {told}", f"  - 「{escaped(each.quote)}」", f"  - {address(each.url or each.passage)}"]
    return "\n".join(lines) + "\n"


def about(session: Session, program: str, shipped: Mapping[str, str]) -> dict[str, Any]:
    """Return the versions of the program and its prompts, the models that took part, and the times.

    `shipped` holds digests of the files that the program words its replies from now, `prompts` those that a language
    model was given at the time.
    """
    prompts = dict(pair for turn in session.turns for pair in turn.digests)
    prompts |= dict(pair for event in session.reworded for pair in event.digests)
    played = [each for turn in session.turns for each in turn.made]
    worded = [each for event in session.reworded for each in event.made]
    return {
        "program": program,
        "shipped": dict(sorted(shipped.items())),
        "prompts": dict(sorted(prompts.items())),
        "models": {"talk": _named(played), "wording": _named(worded)},
        "kept_inside": session.inside,
        "began": session.events[0].at if session.events else "",
        "latest": session.events[-1].at if session.events else "",
        "turns": len(session.turns),
    }


def checked(brief: Brief, findings: Sequence[Any]) -> str:
    """Return what the checker says, as JSON."""
    body = {"findings": [finding_shown(each) for each in findings], **checked_shown(brief)}
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def worksheet(session: Session) -> str:
    """Return the worksheet as Markdown, earlier values of a line included."""
    lines = ["# 聞き取りシート", ""]
    for state in session.worksheet.states:
        lines.append(f"## {SLOT_NAMES[state.slot]}")
        lines += ["", *(f"- {escaped(each.text)}({_turn_of(each.turn)})" for each in state.values)]
        lines += [f"- 以前: {escaped(each.text)}({_turn_of(each.turn)})" for each in state.history]
        lines.append("")
    return "\n".join(lines)


def version_list(versions: Sequence[Stamp]) -> str:
    """Return the versions of the paper as a table: number and name, when, who, why."""
    lines = ["# 企画書の版", "", "| 版 | いつ | だれが | 何を |", "| --- | --- | --- | --- |"]
    for each in versions:
        cells = (each.label, each.at[:16].replace("T", " "), each.who, each.why)
        lines.append(f"| {' | '.join(escaped(cell) or '―' for cell in cells)} |")
    return "\n".join(lines) + "\n"


def _turn_of(turn: int) -> str:
    return f"発言{turn}" if turn else "手で記入"
