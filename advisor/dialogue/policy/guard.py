"""Rules that protect: what is declined, and documents that are only material."""

import re

from advisor.dialogue.moves import Decision
from advisor.dialogue.policy.path import pending_or_next
from advisor.dialogue.policy.view import View

_SURE = 0.45
_DOCUMENT = re.compile(r"資料|添付|ファイル|文書")


def unsafe(view: View) -> Decision | None:
    """Tries to change the rules, or wants hidden text or people's data."""
    if view.reading.intent != "unsafe" or (view.reading.intent_confidence < _SURE and view.filled):
        return None
    flavour = "personal_data" if view.masked else "unsafe"
    return Decision(
        move="decline",
        rule="unsafe",
        because="決まりの書き換えや、人の情報を出す依頼には応じない",
        flavour=flavour,
        about=view.pending,
    )


def forged_source(view: View) -> Decision | None:
    """Wants a source or a figure made up."""
    if "forged_source" not in view.cues:
        return None
    return Decision(
        move="decline",
        rule="forged_source",
        because="ない出典や数字は作らない",
        flavour="forged_source",
        about="evidence",
    )


def legal_case(view: View) -> Decision | None:
    """Asks for a ruling on somebody's case."""
    asking = view.reading.intent in ("ask_fact", "seek_advice", "off_topic")
    if "legal_case" not in view.cues or not asking or view.filled:
        return None
    return Decision(
        move="decline", rule="legal_case", because="個人の事案の判断は担当課に委ねる", flavour="legal"
    )


def election(view: View) -> Decision | None:
    """Asks about winning votes or choosing candidates."""
    if "election" not in view.cues or view.reading.intent in ("answer", "correct"):
        return None
    return Decision(
        move="decline", rule="election", because="選挙や候補者に関わることは控える", flavour="election"
    )


def off_topic(view: View) -> Decision | None:
    """Outside policy and administration: one line, and the way back."""
    if view.reading.intent != "off_topic" or view.filled or (view.found.fact and "asks" in view.cues):
        return None
    back = pending_or_next(view) if view.turns else None
    return Decision(
        move="decline",
        rule="off_topic",
        because="政策と仕事の外の話なので、一言で戻る",
        flavour="off_topic",
        asks=back,
    )


def document_handed_over(view: View) -> Decision | None:
    """A document came along with nothing to read in the message itself."""
    if not view.documents or view.filled or view.reading.intent in ("correct", "pushback"):
        return None
    if _wants_the_paper(view):
        return None
    return Decision(
        move="ask_slot",
        rule="document_handed_over",
        because="資料は材料として預かり、本人の言葉を聞く",
        flavour="document",
        asks=pending_or_next(view),
    )


def _wants_the_paper(view: View) -> bool:
    """「この資料を要約して」 is said of what was handed over, not of the paper that is to come."""
    if "wants_draft" in view.cues:
        return True
    of_the_document = _DOCUMENT.search(view.message) is not None and "wants_paper" not in view.cues
    return view.reading.intent == "request_brief" and not of_the_document
