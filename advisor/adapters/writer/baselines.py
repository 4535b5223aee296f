"""A number that was told before and can stand beside a target."""

import re
from typing import Final

from advisor.adapters.writer.stage import Stage
from advisor.dialogue.quotes import Quote
from advisor.framework.slots import Slot

_COUNT: Final = re.compile(r"\d(人|世帯|件|戸|軒|社|家族|台|校|店|団体|泊)")
_BASES: Final[tuple[Slot, ...]] = ("evidence", "current_experience", "customer", "focus")


def counted_before(stage: Stage) -> Quote | None:
    """What was told earlier in the unit that the target counts (「動けたのは3世帯だけ」 before 「29世帯すべて」)."""
    units = {match[1] for match in _COUNT.finditer(stage.scene.message)}
    rows = (quote for slot in _BASES for quote in stage.row(slot) if quote.turn < stage.scene.number)
    return next((each for each in rows if units & {m[1] for m in _COUNT.finditer(each.text)}), None)
