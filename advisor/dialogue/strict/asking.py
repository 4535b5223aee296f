"""One question a reply, and only where the decision asks: a request for an answer is a question too."""

import re
from typing import Final

from advisor.dialogue.asking import ASKS, asking, fits, unquoted
from advisor.dialogue.moves import Decision, Move
from advisor.dialogue.turns import Question

_REQUEST: Final = re.compile(
    r"(?:教えて|聞かせて|お聞かせ|お教え|お知らせ|知らせて|お答え|答えて|挙げて|書き出して|説明して|伺わせて|お示し|聞いて(?:も|みても)|ご回答|ご記入)"
    r"[^。]{0,10}(?:ください|くださ(?:ると|れば|います|いませ)|いただけ(?:ると|れば|ます|ない)|いただき(?:たい|ます)|ほしい|もらえ(?:ると|れば|ます)|願(?:い|え)|ませ)"
    r"|(?:伺え|お聞きでき|お聞きし|うかがえ)(?:ると|れば|ますと|ましたら)、?(?:幸い|助かります|ありがたい|うれしい)|(?:について|も|を|は)(?:ぜひ)?(?:伺いたい|お伺いしたい|聞きたい|知りたい)です"
)
_LATER: Final = re.compile(
    r"(?:分かり次第|分かったら|分かった(?:とき|ところ)|思い出したら|気づいたら|いつでも|あとで|後で|違って|変わったら|決まったら|見たくなったら|ありましたら|あれば)"
)
"""What may be said whenever it is known asks nothing now."""
_ANNOUNCING: Final = re.compile(
    r"^(?:[^。]{0,20}、)?(?:もう)?(?:一つ|ひとつ|1つ)(?:だけ)?、?(?:先に)?(?:聞かせて|お聞かせ|教えて|お教え|伺わせて)[^。]{0,8}。$"
)
"""「一つだけ聞かせてください。」 announces the question that follows."""
_CONFIRMING: Final[frozenset[Move]] = frozenset({"reflect", "offer_case", "counter_view", "welcome"})
"""Moves whose question asks for no slot: whether all is right, or leave."""


def requests(sentence: str) -> bool:
    """Whether a sentence asks for an answer without a question mark."""
    plain = unquoted(sentence)
    spared = _LATER.search(plain) or _ANNOUNCING.search(plain)
    return not asking(sentence) and bool(_REQUEST.search(plain)) and not spared


def asks_something(sentence: str) -> bool:
    """Whether a sentence asks the official for an answer now."""
    return asking(sentence) or requests(sentence)


def unfit(sentence: str, decision: Decision) -> bool:
    """Whether a sentence asks for another thing than the decision does, or asks where it asks nothing."""
    if not asks_something(sentence):
        return False
    if decision.asks is None:
        return decision.move not in _CONFIRMING and decision.offers is None
    return not fits(Question(slot=decision.asks, text=sentence)) or _elsewhere(sentence, decision)


_STRONG: Final = {
    "resources": re.compile(r"予算|財源|いくら確保|財源の"),
    "stakeholders": re.compile(r"反対(?!に|側)|抵抗|渋る"),
    "risks": re.compile(r"個人情報"),
    "strengths": re.compile(r"自慢|強み|誇り"),
    "outcome": re.compile(r"目標を達成|達成したい|成果の印"),
    "leader": re.compile(r"推進役|引っ張る方|引っ張り手"),
    "evidence": re.compile(r"台帳|件数は|統計"),
}
"""Words that ask for one slot and hardly ever for another."""


_CONDITION: Final = re.compile(r"^.*(?:たら|なら|ために|ますが|けれど|ので|前に|うえで)、")
"""What stands before the question proper."""


def _elsewhere(sentence: str, decision: Decision) -> bool:
    """Whether the words name another slot strongly, and the asked one only in passing."""
    plain = _CONDITION.sub("", unquoted(sentence))
    others = [slot for slot, pattern in _STRONG.items() if slot != decision.asks and pattern.search(plain)]
    own = decision.asks is not None and len(ASKS[decision.asks].findall(plain)) > 1
    return bool(others) and not own
