"""What a clause's slot decides about its form: hedges of one's own decisions go, facts keep theirs."""

import re
from typing import Final

from advisor.brief.lexicon import STOP
from advisor.brief.speech.clause import Piece
from advisor.brief.speech.hopes import hoped
from advisor.framework.slots import Slot
from advisor.words import Words

DECIDED: Final[frozenset[Slot]] = frozenset(
    {"aspiration", "customer", "value", "focus", "measure", "technology_role", "leader"}
)
"""Slots where the official's word settles the matter; in the others a guess stays a guess."""
_AIMS: Final[frozenset[Slot]] = frozenset({"aspiration", "outcome", "measure", "focus", "value"})
_MONEY = re.compile(r"(\d[\d,.]*)万(?=$|で|か(?!所)|だ|、|の(?:補助|予算|委託|費)|くらい|$)")
_BUDGET = re.compile(r"(\d[\d,.]*)万(?=$|[のをでかしもはがくぐ、])")
_SHARE = re.compile(r"^(\d[\d.]*(?:割|%|%))が")
_OTHERS = re.compile(
    r"(?:客|人|住民|親|家族|高齢者|子ども|職員|組合|業者)(?:さん)?(?:は|が|も)?(?:嫌|いや|困|喜|怒)"
)
_UNSURE = re.compile(r"(?:何|なに|誰|どこ|いつ|いくら)か")


def fitted(piece: Piece, slot: Slot, words: Words) -> Piece:
    """Return the piece in the form its slot needs (money with 円, 「3割以下に」 -> 「3割以下にする」, hedges dropped)."""
    text = piece.text
    text = (_BUDGET if slot == "resources" else _MONEY).sub(r"\1万円", text)
    if slot == "evidence":
        text = _SHARE.sub(r"うち\1が", text)
    if slot in _AIMS:
        text = _aimed(text, words)
    if slot in ("aspiration", "value", "focus", "measure"):
        text = hoped(text, words)
    if slot == "customer":
        text = re.sub(r"(?<=[一-龥ァ-ヶー])の方(?=$|々|たち|[がはも])(?!が(?:よい|いい))", "の人", text)
    if slot == "leader":
        text = _without_self(text)
    if slot == "focus" and (allowed := re.search(r"(?:て|で)も(?:よい|いい)$", text)):
        verb = words(text[: allowed.start()])[-1]
        if verb.tag == "動詞" and STOP.search(verb.lemma):
            return piece.marked(text[: verb.start] + verb.lemma, "considering")
    if slot == "focus":
        text = re.sub(r"(?:の|こと)(?:は|も)、?もう(?:よい|いい|十分|たくさん)$", "ことはやめる", text)
        text = re.sub(r"(?:は|も)、?もう(?:よい|いい|十分|たくさん)$", "はやめる", text)
    if slot == "value":
        text = re.sub(r"(ほっと|安心|納得|満足)され(?=[るた]$)", r"\1す", text).replace("すた", "した")
    if slot == "risks":
        text = _feared(text) if len(text) > 6 else text
    text = re.sub(r"(?:笑|www?)$", "", text)
    text = re.sub(r"(たち|びと)、(平均|全部|合わせて|\d)", r"\1は\2", text)
    done = piece.marked(text)
    keep_guess = (
        slot not in DECIDED
        or bool(re.search(r"\d", text))
        or bool(_OTHERS.search(text))
        or bool(_UNSURE.search(text))
    )
    if not keep_guess:
        done = Piece(text=done.text, start=done.start, marks=tuple(m for m in done.marks if m != "guess"))
    return _disliked(done)


def _without_self(text: str) -> str:
    """A leader is named without the speaker (「引っ張るのは私と係の森の二人」 -> 「係の森」)."""
    text = re.sub(r"^.*(?:のは|は)(?:私|僕|俺|自分)と(?=.{2})", "", text)
    text = re.sub(r"の(?:二人|2人)$", "", text)
    return re.sub(r"^(?:私|僕|自分|俺|わし)(?:と|の(?:先輩|後輩|同僚|部下|同期)(?:で|の|、))、?", "", text)


def _feared(text: str) -> str:
    """What is feared stands as such, never as a thing that is done (「課税することが怖い」 -> 「課税するおそれ」)."""
    fear = re.search(r"(?:こと|の)(?:が|は|も)?(?:怖い|こわい|恐い)$", text)
    if fear:
        return f"{text[: fear.start()]}おそれ"
    worry = re.search(r"(?:こと|の)(?:が|は|も)?(?:心配|不安|気がかり|気になる)$", text)
    return f"{text[: worry.start()]}ことへの懸念" if worry else re.sub(r"こと(?:が課題|が)?$", "", text)


def _aimed(text: str, words: Words) -> str:
    if not text.endswith(("に", "へ")) or len(text) < 3:
        return text
    before = words(text[:-1])
    if text.endswith(("%に", "\uff05に")) or (before and before[-1].tag in ("名詞", "接尾辞", "形状詞")):
        return text[:-1] + "にする"
    return text


def _disliked(piece: Piece) -> Piece:
    """What others feel is a forecast: 「客嫌」 -> 「客が嫌がる」 with a guess."""
    match = re.search(r"(客|人|住民|親|家族|高齢者|子ども|職員)(?:が|は)?(?:嫌|いや)$", piece.text)
    if not match:
        return piece
    return piece.marked(f"{piece.text[: match.start()]}{match[1]}が嫌がる", "guess")
