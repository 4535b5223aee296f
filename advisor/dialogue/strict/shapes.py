"""Shapes that no reply has: markup, addresses, other languages, personal data, and what was to stay secret."""

import re
from functools import lru_cache
from typing import Final

from advisor.dialogue.strict.ground import Ground, flat, latin_words
from advisor.dialogue.strict.rules import Rule, grounded, in_library, rule
from advisor.privacy.masking import mask

_FREE_LATIN: Final = frozenset({"phase", "a4", "ok", "kpi", "a", "b", "c"})
_FRAMEWORK: Final = re.compile(r"自治体DX(?:の3 ?Phases)?|役所DX|Phases?(?: ?[123])?", re.IGNORECASE)
_SCRIPTS: Final = re.compile(
    r"[\u0400-\u052F\u0370-\u03FF\u0590-\u06FF\u0900-\u0E7F\u1100-\u11FF\u3130-\u318F\uAC00-\uD7AF]"
)
_KANA: Final = re.compile(r"[ぁ-んァ-ヶー]")
_SIMPLIFIED: Final = re.compile(
    r"[你您吗呢吧谢这们个为时说话对过还么给让爱习问题间发现东车马鸟龙门见贝页风飞语诉认识记讲论设许证评词译试该误请读课谁调谈计订讨训议访诊"
    r"负责货质购贵买卖费资赏赛转轻较输达运进远连选适钱钟铁银错长闭闻阳阴队际险难项顺须顾预领频饭饮馆验鲜实标继续与专业华关开观华]"
)
"""Simplified Chinese letters that Japanese does not write."""
_LONGEST_RUN: Final = 20
"""Letters that a reply may not share in a row with a secret text."""

RULES: Final[tuple[Rule, ...]] = (
    rule("markup", r"<\s*/?[a-z!]|&(?:[a-z]+|#\d+);|!\\?\[|\]\s*\(|\]\s*\[|^\s*\\?\[[^\]]+\\?\]\s*:|`|\*\*|__|~~|^\s*#{1,6}(?:\s|$)|^\s*\||^\s*[-*_]{3,}\s*$|^\s*>\s|\$[^$]+\$|\\[a-z(\[]|(?<![\d:]):[a-z_]+(?:/[a-z_]+)?:"),
    rule("address_of_the_web", r"[a-z][a-z0-9+.-]{1,12}://|(?:javascript|data|mailto|tel):|www\.|^//|\(//"),
    rule("address_of_the_web", r"(?<![a-z0-9])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|jp|io|ai|dev|example|cn|info|biz|gov|app)(?![a-z0-9])", in_library),
    rule("placeholder", r"[〔\[【(<]\s*(?:人\s*\d|(?:そのまま|決まった文)\s*(?:\d|[〕\]】)>]))", grounded),
    rule("placeholder", r"〔(?:氏名|名前|住所|電話|メール|番号|口座)[^〕]*〕(?:さん|様|は)[^。]*(?:ですね|でしょう)|\{\{?|\}\}?|\[\[|_{2,}"),
)  # fmt: skip


def foreign_words(sentence: str, ground: Ground) -> list[str]:
    """The words of a sentence, as seen, in other scripts, or in Latin letters that nobody used."""
    found = [letter for letter in _SCRIPTS.findall(sentence) if not ground.has(letter)]
    plain = _FRAMEWORK.sub("", sentence)
    known = ground.latin | _FREE_LATIN
    found += [word for word in latin_words(plain) if word not in known and not _inside(word, known)]
    letters = [letter for letter in sentence if letter.isalpha()]
    if len(letters) >= 4 and not _KANA.search(sentence) and _SIMPLIFIED.search(sentence):
        found.append(sentence)
    return found


def _inside(word: str, known: frozenset[str]) -> bool:
    """Whether a short word is a piece of a longer one that was used (Web in Web3)."""
    return len(word) > 1 and any(word in re.split(r"[^a-z]+", each) for each in known)


def personal(sentence: str, ground: Ground) -> bool:
    """Whether a sentence, as seen, shows personal data that the official's words do not."""
    found = mask(sentence).found
    return any(not ground.has(flat(sentence[each.start : each.end])) for each in found)


def leaks(text: str, ground: Ground, canary: str, secret: str) -> bool:
    """Whether a text shows the canary, or a run of the secret text that stands nowhere in the ground."""
    bare = _letters(text)
    if canary and _letters(canary) in bare:
        return True
    hidden = _letters(secret)
    known = _letters(ground.said + ground.library)
    runs = (bare[at : at + _LONGEST_RUN] for at in range(len(bare) - _LONGEST_RUN + 1))
    return bool(hidden) and any(run in hidden and run not in known for run in runs)


@lru_cache(maxsize=8)
def _letters(text: str) -> str:
    return "".join(letter for letter in flat(text) if letter.isalnum())
