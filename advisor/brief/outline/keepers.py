"""Who could tell: the keeper of the figures, found in what was said."""

import re

from advisor.brief.outline.desk import Desk
from advisor.framework.slots import Slot

_KEEPER = re.compile(
    r"([一-龥ァ-ヶー]{1,8}(?:所|館|院|組合|会議所|センター|課|係|局))(?:の(?:ノート|記録|台帳|人に数|ログ|名簿|Interview|職員|人が(?:歩|数))|で(?:話し|聞い|数え)|に数え)"
)


def keeper(desk: Desk, *slots: Slot) -> str:
    """Return who keeps the figures (「案内所」), else the counter's or the authors' own section."""
    clauses = desk.sheet.of(*(slots or ("evidence", "customer", "current_experience", "outcome")))
    for clause in clauses:
        found = _KEEPER.search(clause.text)
        if found:
            return found[1]
    if any(re.search(r"来庁|窓口|手続|証明", clause.text) for clause in clauses):
        return "窓口の記録を持つ係"
    return "作成課"
