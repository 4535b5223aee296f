"""The polite form of a reply, and what may stand beside it: nouns, and the official's words taken up."""

import re
from typing import Final

_POLITE: Final = re.compile(
    r"(?:です|ます|ました|でした|ません|ください|でしょう|ましょう|ございます)(?:か|ね|よ|よね|が)?"
    r"(?:[((〔][^))〕]*[))〕]|[」』])*[。!??!]*$|[」』][。]?$"
)
_NOUN: Final = re.compile(
    r"(?:[一-龥々〇ァ-ヶーA-Za-z0-90-9%%))]|こと|もの|ところ|さん|たち|だけ|くらい|ぐらい|ほど|ずつ|まで|から|など"
    r"|(?<=[一-龥々ァ-ヶー」』))])(?:で|に|も|と|へ|を|は))[。、]?$"
)
_GREETING: Final = re.compile(r"(?:こんにちは|こんばんは|はじめまして)[。、!]?$")
_RUDE: Final = re.compile(
    r"(?:ろ|なさい|だ|だろう?|だね|だよ|よ|ね|な|ぞ|ぜ|さ|か|かな|けど|くれ|頂戴|じゃん|だって)[。!!??]*$"
    r"|馬鹿|ばか|バカ|アホ|くだらな|うるさい|黙れ|黙って|知るか|さっさと|どうでもいい"
)
_CONTENT: Final = re.compile(r"[一-龥々ァ-ヶ]")
_SHARE: Final = 0.6
"""How much of what a plain sentence says must be the official's own, so that it counts as taken up."""


def is_polite(sentence: str, message: str) -> bool:
    """Whether a sentence of a reply is fit to be said: in the polite form, ended by a noun, or the official's own.

    `message` is what the official just said: taking it up in a plain form (「間に合わない。」) is no lack of manners.
    """
    said = sentence.strip()
    if _POLITE.search(said) or _GREETING.search(said):
        return True
    if _RUDE.search(said):
        return False
    return bool(_NOUN.search(said)) or _takes_up(said, message)


def _takes_up(sentence: str, message: str) -> bool:
    if len(sentence) > 4 and sentence.rstrip("。") in message:
        return True
    own = _CONTENT.findall(sentence)
    return len(own) >= 3 and sum(letter in message for letter in own) >= _SHARE * len(own)
