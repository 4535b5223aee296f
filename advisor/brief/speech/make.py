"""The whole way from one answer to its clauses, in the fixed order of the rules."""

import re
from typing import Final

from advisor.brief.speech.clause import Clause, Mark, Piece
from advisor.brief.speech.clauses import cut
from advisor.brief.speech.dialect import common_tongue
from advisor.brief.speech.endings import ending
from advisor.brief.speech.heads import headed, without_pointer
from advisor.brief.speech.keigo import plain_keigo
from advisor.brief.speech.plain import settled
from advisor.brief.speech.quotes import outside_quotes
from advisor.brief.speech.respell import respelled
from advisor.brief.speech.sentences import is_aside, matter
from advisor.brief.speech.slots import fitted
from advisor.brief.speech.spoken import spoken
from advisor.brief.speech.tails import OWN_FEELING
from advisor.brief.speech.vocabulary import exchanged
from advisor.framework.slots import Slot
from advisor.words import Words

NUMBER: Final = re.compile(r"\d[\d,.]*(?:万|億|千)?|[一二三四五六七八九十百千]+(?=[人件年月日回本戸代歳割])")
_LIVE: Final = re.compile(
    r"https?:|javascript:|data:|www\.|</?[A-Za-z!]|\]\(|!\[|\{\{|:material/", re.IGNORECASE
)
"""Addresses and markup are no words of an official: they stay in the record."""
_LONGEST = 400
"""A clause longer than this is no clause: it stays in the record."""


def clauses(text: str, words: Words, slot: Slot) -> tuple[Clause, ...]:
    """Return the clauses of an answer about `slot`, in order.

    Clauses that cannot be brought to paper cleanly come as `×` with their words as spoken.
    """
    made = [_clause(piece, words, slot) for sentence in matter(text) for piece in cut(sentence, words)]
    return tuple(clause for clause in made if clause is not None)


def _clause(piece: Piece, words: Words, slot: Slot) -> Clause | None:
    lead = headed(piece)
    if not lead.text or OWN_FEELING.search(lead.text) or is_aside(lead.text):
        return None
    if len(lead.text) > _LONGEST or _LIVE.search(lead.text):
        return _raw(piece, slot)
    plain = _plain(lead, slot, words)
    plain = fitted(plain, slot, words)
    text = plain.text.strip("、。 ")
    if not text or OWN_FEELING.search(text):
        return None
    if re.match(r"(?:という|って|ながら|けど|のに|ので)", text) or re.fullmatch(
        r"(?:それ|これ|あれ|そこ|ここ|私|それら)(?:だけ)?", text
    ):
        return _raw(piece, slot, plain.marks)
    kind = ending(text, words)
    if kind == "×" or spoken(text) or not re.search(r"[\wぁ-ん一-龥]{2}", text):
        return _raw(piece, slot, plain.marks)
    return Clause(
        text=text, ending=kind, slot=slot, marks=plain.marks, numbers=tuple(NUMBER.findall(text)),
        source=piece.text, start=piece.start,
    )  # fmt: skip


def _plain(lead: Piece, slot: Slot, words: Words) -> Piece:
    text = outside_quotes(lead.text, lambda bare: exchanged(plain_keigo(common_tongue(bare), words)))
    text = outside_quotes(
        text if slot == "stakeholders" else without_pointer(text), lambda bare: respelled(bare, words)
    )
    text = re.sub(r"(て|で|ば|も|たら)いい(?=$|[、のかねよとん])", r"\1よい", text)
    return settled(lead.marked(text.strip("、 ")), words)


def _raw(piece: Piece, slot: Slot, marks: tuple[Mark, ...] = ()) -> Clause:
    text = piece.text.strip("、。… ")
    return Clause(
        text=text, ending="×", slot=slot, marks=marks, numbers=tuple(NUMBER.findall(text)),
        source=piece.text, start=piece.start,
    )  # fmt: skip
