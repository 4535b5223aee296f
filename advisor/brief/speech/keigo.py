"""Polite and humble speech brought to plain verbs before anything else is read from it."""

import re
from typing import Final

from advisor.brief.speech.inflect import stem, voiced
from advisor.words import Words

_FIXED: Final = (
    (r"(?<=[一-龥ぁ-ん])の(?:皆様|皆さま|皆さん|みなさん)(?=[がはにとのをも、])", ""),
    (
        r"でいらっしゃ(います|いました|る)",
        lambda match: {"います": "です", "いました": "でした", "る": "だ"}[match[1]],
    ),
    (
        r"(?<=[一-龥ァ-ヶーぁ-ん々])でござい(ます|まして)",
        lambda match: {"ます": "です", "まして": "でして"}[match[1]],
    ),
    (r"ござい(?=ま)", "あり"),
    (
        r"たく存じ(?:ます|上げます|ております)|たいと存じ(?:ます|ております)|たいと考えて(?:おり|い)ます",
        "たいです",
    ),
    (r"(?<!ない)(?<!せん)かと(?:存じ(?:ます|ております)|思います)", "と思います"),
    (r"と存じ(?:ます|上げます|ております)", "と思います"),
    (
        r"(?:のではないか|もの|か)?と(?:拝察|推察|愚考)(?:いたします|します|しております|いたしております)",
        "かと思います",
    ),
    (r"いたし(?=ま|た|て|、)", "し"),
    (r"いたす", "する"),
    (r"伺(い|っ)(?=ま|て|た)", lambda match: "聞き" if match[1] == "い" else "聞い"),
    (r"聞きましたところ", "聞いたところ"),
    (
        r"(?<=[えけせてねべめれげぜびみりき])させていただ(?:き(?=ま|た)|く|いて(?:い|おり))",
        lambda match: {"き": "", "く": "る"}.get(match.group()[-1], "てい"),
    ),
    (
        r"(?<=[一-龥ァ-ヶー])させていただ(き(?=ま|た)|く|いて)",
        lambda match: {"き": "し", "く": "する", "いて": "して"}[match[1]],
    ),
    (
        r"(?<=[一-龥])をいただ(い(?=[てた])|き(?=ま)|く|け)",
        lambda match: {"い": "を得", "き": "を得", "く": "を得る", "け": "を得られ"}[match[1]],
    ),
    (
        r"(?<=[一-龥])いただ(い(?=[てた])|き(?=ま)|く)",
        lambda match: {"い": "を得", "き": "を得", "く": "を得る"}[match[1]],
    ),
    (r"(男性|女性|高齢者|家族|住民|利用者)の方(?:々|たち)?(?=[がはもにをと、でだ]|$)", r"\1"),
    (r"お願い(?:いたし|し|申し上げ)(?=ま)", "頼み"),
    (r"お願いする", "頼む"),
    (r"伺う", "聞く"),
    (r"どなた", "誰"),
    (r"お宅", "家"),
    (r"よろしい|よろしく(?=ない)", "よい"),
    (r"仰る", "言う"),
    (r"ご覧になる", "見る"),
)
_BECOMES: Final = re.compile(
    r"[おご]([一-龥ぁ-ん]{1,5}?)に(なる|なり(?=ま|、|た)|なっ(?=[てた])|なら(?=な|ず)|なれ(?=ば))([てた])?"
)
_HUMBLE: Final = re.compile(r"お([一-龥]{1,3}[ぁ-ん]{0,2}?)(し(?=ま|て|た)|する)(?!か)")


def plain_keigo(text: str, words: Words) -> str:
    """Return a text (no quotation in it) with polite verbs brought to plain ones (「お出しになった」 -> 「出した」)."""
    for pattern, change in _FIXED:
        text = re.sub(pattern, change, text)
    text = _BECOMES.sub(lambda match: _become(match, words), text)
    return _HUMBLE.sub(lambda match: _humble(match, words), text)


def _verb(masu: str, words: Words) -> tuple[str, str] | None:
    """The dictionary form and conjugation of a masu stem; None where it is no verb."""
    tokens = words(masu + "ます")
    if len(tokens) < 2 or tokens[-1].surface != "ます" or tokens[-2].tag != "動詞":
        return None
    verb = tokens[-2]
    return (verb.lemma, verb.tags[4]) if verb.start == 0 else None


def _become(match: re.Match[str], words: Words) -> str:
    found = _verb(match[1], words)
    if found is None:
        return match.group()
    lemma, kind = found
    form, after = match[2], match[3] or ""
    if form == "なる":
        return lemma + after
    if form == "なっ":
        return stem(lemma, kind, "te") + (
            {"て": "で", "た": "だ"}[after] if voiced(lemma, kind) and after else after
        )
    return stem(lemma, kind, {"なり": "masu", "なら": "nai", "なれ": "ba"}[form]) + after  # type: ignore[arg-type]


def _humble(match: re.Match[str], words: Words) -> str:
    found = _verb(match[1], words)
    if found is None:
        return match.group()
    lemma, kind = found
    if match[2] == "する":
        return lemma
    after = match.string[match.end() : match.end() + 1]
    if after == "ま":
        return stem(lemma, kind, "masu")
    return match.group() if voiced(lemma, kind) else stem(lemma, kind, "te")
