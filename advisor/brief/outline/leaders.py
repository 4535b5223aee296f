"""The leader in the office: who it is by name and post, and whether that is settled."""

import re
from typing import Final

from advisor.brief.model import Claim, Item
from advisor.brief.outline.desk import Desk
from advisor.brief.speech import Clause
from advisor.brief.write import line, said, sentence, unknown

_ROLE = re.compile(
    r"(?:課|係|局|室|部|主任|主査|係長|主事|補佐|保健師|研究員|職員|技師|栄養士|保育士|司書|学芸員|担当|若手|さん)"
)
_THOUGHT_OF: Final = re.compile(r"(?:が|は)(?:適任|向いている|ふさわしい|いちばん|よい)$")
_SETTLED: Final = re.compile(
    r"(?:に継がせる|に任せる|に頼む|にやってもらう|にお願いする|しかいない|が引っ張る|が引っ張っている|が中心|が動いている)$"
)
_UNSETTLED: Final = re.compile(r"決まっていない|決まらない|未定|これから決め")


def leader(desk: Desk) -> Clause | None:
    """The clause that names the leader: a name or a post; what else is said of the person is nature."""
    found = [
        each for each in desk.sheet.of("leader") if not each.private and not _UNSETTLED.search(each.text)
    ]
    return next(
        (each for each in found if _ROLE.search(each.text) or _name(desk, each)),
        found[0] if len(found) == 1 else None,
    )


def named(desk: Desk, head: Clause) -> str:
    """The leader without the verb of handing over (「菊地に継がせる」 -> 「菊地」); one not settled is a candidate."""
    bare = _SETTLED.sub("", _THOUGHT_OF.sub("", head.text))
    return f"{bare}(候補)" if is_candidate(desk, head) else bare


def is_candidate(desk: Desk, head: Clause) -> bool:
    """Whether the leader was only thought of, or said to be not yet settled."""
    others = [each for each in desk.sheet.of("leader") if each.turns == head.turns]
    return bool(_THOUGHT_OF.search(head.text)) or any(_UNSETTLED.search(each.text) for each in others)


def leader_claim(desk: Desk, head: Clause) -> Claim:
    """Name and post; a name that came with the person's nature stands alone in the copy to hand up."""
    text, name = sentence(named(desk, head)), sentence(_name(desk, head))
    return said(head, text=text, public=name if _without_post(desk, head) and name != text else None)


def _without_post(desk: Desk, head: Clause) -> bool:
    return bool(_name(desk, head)) and not _ROLE.search(head.text)


def leader_line(desk: Desk) -> Item:
    """庁内のリーダー: name and post; the person's nature is for the author only."""
    head = leader(desk)
    if head is None:
        return line("庁内のリーダー", unknown("庁内のリーダー(引っ張る職員)", "所属長", "", False, "leader"))
    claims: list[Claim] = [leader_claim(desk, head)]
    if _without_post(desk, head):
        claims.append(unknown("庁内のリーダーの所属と職", "所属長", "所属と職は"))
    if is_candidate(desk, head):
        claims.append(unknown("庁内のリーダーの決定", "所属長", "決定は"))
    nature = [
        each for each in desk.sheet.of("leader") if each is not head and not _UNSETTLED.search(each.text)
    ]
    return line("庁内のリーダー", *claims, *([said(*nature, private=True, public="")] if nature else []))


def _name(desk: Desk, clause: Clause) -> str:
    """The person's name in a clause, as the language knows names; else nothing."""
    return "".join(
        word.surface for word in desk.words(clause.text) if word.tags[1] == "固有名詞" and "人名" in word.tags
    )
