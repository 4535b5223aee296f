"""How a sentence speaks: wish, plan, fact, hearsay - and whether it has the form of a sentence of the paper."""

import re
import unicodedata
from collections import Counter
from typing import Final

from advisor.brief.lexicon import RESIST, STOP, SUPPORT
from advisor.brief.speech import spoken
from advisor.brief.speech.quotes import without_quotes
from advisor.brief.write import LIMIT
from advisor.privacy.inert import commands, inert
from advisor.words import Words

_MOODS: Final[dict[str, re.Pattern[str]]] = {
    "hearsay": re.compile(r"とのこと|という声|と聞|そうだ|そうである|らしい|と言われ|といわれ|とされ"),
    "guess": re.compile(
        r"見込|見通し|だろう|であろう|かもしれ|おそれ|恐れ|可能性|思われ|考えられ|推測|推定|はず(?=[だで。])|予想|うる(?=[。、])|得る(?=。)"
    ),
    "considering": re.compile(r"検討|予定|模索|構想|計画(?!書)|案(?=[。とで)])"),
    "must": re.compile(r"必要|べき|なければ|要する|が要る|不可欠|義務|欠かせ|求められ"),
    "wish": re.compile(r"た(?:い|く)(?=[。、とがのなは]|$)|めざ|目指|望|願|ほし[いく]|欲し|期待|したい"),
    "able": re.compile(r"でき|可能(?!性)|られる|得られ"),
    "past": re.compile(r"[たっ]た。|(?<=[いきしちにみりえけせてねめれっんう])[ただ]。|であった"),
    "under_way": re.compile(r"[てで]い(?:る|ない)(?=[。、]|$)"),
    "done": re.compile(r"完了|済み|達成し|実現し|整備し|解決し|確立し|成功"),
    "sure": re.compile(
        r"必ず|確実|間違いな|明らか|当然|大幅|飛躍|劇的|画期|先進|最先端|革新|抜本|最適|万全|最も|いちばん|一番|唯一|初めて|非常に|極めて|優れ"
    ),
    "degree": re.compile(r"ほぼ|およそ|約|程度|前後|くらい|ほど(?=[。、のが])|ほとんど|多くの|一部|今後|将来|早急|速やか|直ちに"),
    "bound": re.compile(r"以上|以下|未満|以内|以外|超|最大|最小|上限|下限|まで|から(?=[の。、])|だけ|のみ|すら|しか"),
    "direction": re.compile(r"増|減|上が|下が|上げ|下げ|高ま|高い|低|多い|少な|改善|悪化|向上|拡大|縮小|短縮|延長|強化|早く|遅く"),
    "stop": STOP,
    "against": RESIST,
    "for": SUPPORT,
    "reason": re.compile(r"ため(?=[。、]|である)|ので|から、|により|によって|ことによる|原因|結果"),
    "if": re.compile(r"場合|たら|れば|なら(?=[、。ば])|限り"),
}  # fmt: skip
"""Ways of speaking that a rewording may neither add nor lose."""
_SAME: Final = (
    ("のみ", "だけ"),
    ("めざ", "目指"),
    ("ほし", "欲し"),
    ("恐れ", "おそれ"),
    ("めざす", "目指す"),
)
_ONCE: Final = frozenset({"bound", "direction"})
"""Of these every word counts, of the others only whether there is one."""
_FORBIDDEN: Final = re.compile(
    r"[\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ue000-\uf8ff]|[<>{}\[\]*_#`|~\\$^=]|://|www\."
    r"|[【】〔〕\uff3b\uff3d\uff5b\uff5d\uff1c\uff1e\uff0a\uff03\uff5c]|[!?\uff01\uff1f…]"
    r"|注\d|出典\d|\bt\d|^\s|\s$|^[-+・●■]|^\d+[.)]",
    re.IGNORECASE,
)
_ODD_FIGURE: Final = re.compile(
    r"(?<![\d.,])0\d|\d,(?!\d{3}(?!\d))|[〇零]|\d[一二三四五六七八九十]|[一二三四五六七八九十百千]\d"
)
"""Figures that nobody writes so."""
_BRACKETS: Final = "「」『』()\uff08\uff09"
_QUOTE: Final = re.compile(r"「[^「」]*」|『[^『』]*』")
_KANA: Final = re.compile(r"[ぁ-ん]")
_ODD: Final = re.compile(r"[^\u3000-\u30ff\u3400-\u9fff\uff01-\uff5e\x20-\x7e々〆ヶ×÷→℃−–—―]")
_LEAST: Final = 0.5
_MOST: Final = 1.6
_ROOM: Final = 16


def malformed(old: str, new: str) -> str:
    """Return why `new` cannot be printed in place of `old`, or "" where it can; a check's name, never its text."""
    parts = [part for part in new.split("。") if part]
    faults = {
        "empty": not parts,
        "markup": bool(_FORBIDDEN.search(new) or _ODD.search(new)) or inert(new) != new,
        "figure": bool(_ODD_FIGURE.search(unicodedata.normalize("NFKC", new)))
        and not _ODD_FIGURE.search(old),
        "foreign": not _KANA.search(new),
        "stop": not new.endswith("。") or "。。" in new,
        "length": not _LEAST * len(old) <= len(new) <= _MOST * len(old) + _ROOM,
        "sentence": any(len(without_quotes(part)) > LIMIT for part in parts)
        or len(parts) > old.count("。") + 1,
        "quotes": Counter(_QUOTE.findall(new)) != Counter(_QUOTE.findall(old))
        or any(new.count(each) != old.count(each) for each in _BRACKETS),
        "spoken": bool(spoken(new)),
        "command": any(commands(part) for part in parts),
    }
    return next((name for name, found in faults.items() if found), "")


def moved(old: str, new: str, words: Words) -> str:
    """Return the way of speaking that was added or lost between `old` and `new`, or ""."""
    before, after = _even(old), _even(new)
    for mood, pattern in _MOODS.items():
        was, now = Counter(pattern.findall(before)), Counter(pattern.findall(after))
        if was != now if mood in _ONCE else bool(was) != bool(now):
            return mood
    return "" if _denials(old, words) == _denials(new, words) else "denial"


def _even(text: str) -> str:
    text = _QUOTE.sub("〓", text)
    for other, same in _SAME:
        text = text.replace(other, same)
    return text


def _denials(text: str, words: Words) -> int:
    return sum(word.lemma in ("ない", "無い", "ぬ", "ず", "まい") for word in words(without_quotes(text)))
