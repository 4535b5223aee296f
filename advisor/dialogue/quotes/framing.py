"""Words that lead into an answer and are no part of it."""

import re
from typing import Final

from advisor.dialogue.quotes.model import Quote
from advisor.dialogue.quotes.spans import HEDGE

FRAME: Final = re.compile(
    r"^(?:(?:お?[^、。…「」]{1,8}…)?いや、(?:(?:どっちか|どちらか)という?と|むしろ)?、?|(?:ああいう|そういう|こういう)(?:方|人|子)(?:たち)?が|(?:(?:強いて|しいて|あえて)(?:言|い)(?:えば|うと|うなら)、|(?:うーん|えーっ?と|えっと|なんか|なんて?いうか|あのー?|まあ|ええと)[…ー〜、\s]+|"
    r"(?:Target|ターゲット|対象|対象者|届けたい(?:の|相手|方)|Vision|ビジョン|Value|KPI|目標|Owner)(?:は|って|としては)、?|"
    r"(?:Vision|ビジョン|Value|Goal|ゴール|夢|願い|理想|目標|一言|ひと言|結論|要)(?:で|から)(?:言う|いう|言え|いえ|申せ|申し上げる)[とば]、?|理想を(?:言|い)(?:え|う)[ばと]、?|"
    r"(?:したい|やりたい)こと(?:なんか|なんて|など)?(?:は|、)?(?:もう)?決まっ(?:とる|てる|ている|てます|ています)、))+"
)
"""What leads into an answer and is no part of it (「Visionで言うと、」「うーん…」)."""
_NOT_BUT: Final = re.compile(
    r"^[^、。「」]{1,14}(?:じゃな(?:い|く)て?|では?な(?:い|く)て?|やのうて|というより)、?"
)
"""Who is not meant (「買う人じゃなくて、つくりたい人」)."""
_LEAST: Final = 5
"""Letters that must be left behind a lead-in."""


_TURNS_AWAY: Final = re.compile(r"[^、。]{0,6}[、。](?:でも|だけど|しかし|ところが)")
_TURNED: Final = 5.0
"""What a sentence that turns away from a saying takes from its score."""


def heard_out(text: str, quote: Quote) -> Quote:
    """The quote with what follows it heard: a doubt marks it, a 「でも」 sets it back where a trouble is told."""
    behind = text[quote.end :]
    marks = quote.marks | ({"hedged"} if HEDGE.match(behind[:12]) else set())
    away = quote.slot == "current_experience" and _TURNS_AWAY.match(behind)
    return quote.model_copy(
        update={"marks": frozenset(marks), "score": round(quote.score - _TURNED * bool(away), 2)}
    )


def unframed(quote: Quote) -> Quote:
    """The quote without the words that only lead into it."""
    lead = FRAME.match(quote.text) or (_NOT_BUT.match(quote.text) if quote.slot == "customer" else None)
    if lead is None or len(quote.text) - lead.end() < _LEAST:
        return quote
    return quote.model_copy(update={"text": quote.text[lead.end() :], "start": quote.start + lead.end()})
