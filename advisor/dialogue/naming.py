"""How a technology is spoken of: as the idea of now, as something beside it, or as what is not wanted."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from advisor.dialogue.counter import asks_back
from advisor.dialogue.sentences import sentences

_CLAUSE: Final = re.compile(r"(?<=[、。!!??\n])")
_FORMER: Final = re.compile(
    r"前職|前の(?:会社|職場|勤め|仕事)|転職|民間(?:にい|に勤|時代|企業で)|会社員(?:時代|の頃|のころ)|学生(?:時代|の頃|のころ)|入庁(?:する)?前|役所に(?:入|来)る前"
)
_LEFT_TO_OTHERS: Final = re.compile(
    r"(?:方|人|者|側|国|県|本人|議会|会社|事業者|学校|病院|先生|組合|センター|家族|機構|広域連合)(?:さん|たち)?(?:の方)?(?:が|で)(?:お)?(?:決め|選)[^。]{0,16}(?:こと|もの|話|範囲|ます|る)[^。]{0,6}$"
)
_LONG_AGO: Final = re.compile(
    r"昔|むかし|かつて|以前|当時|平成(?!\d+年度?(?:から|以降))|昭和|(?:何|数|十|二十|\d+)年(?:も|ほど|くらい)?前|前回|先代|おととし|一昨年|その次(?:が|は)|その前(?:が|は)|(?:最初|はじめ|初め)(?:が|は)|一時期"
)
_NOW: Final = re.compile(
    r"今度(?:は|こそ|の)|今回(?:は|の)|(?:で、)?次は|今年(?:度)?(?:は|から)|来年(?:度)?(?:は|から|に)"
)
_PLANS: Final = re.compile(
    r"たい|よう(?:と|か)|直|替え|更新|つもり|予定|見積|予算|検討|どう(?:でしょう|です)|(?:でき|られ)ますか"
)
_BESIDE: Final = (
    r"{x}(?:を|は|に)?(?:叩|たたく|呼(?:ぶ|べ|び)だけ|呼び出)|{x}(?:の)?(?:バックエンド|フロントエンド|下回り|裏側|中身)",
    r"{x}(?:じゃ|では)あるまいし|{x}(?:と(?:は)?違(?:って|い)|に比べ|と比べ|ほど(?:では|じゃ)|と同じ(?:で|ように|じゃ)|の二の舞|のとき(?:も|は|みたい|と同じ))",
)
"""Said of a part that another technology is made of, or of what it is compared with."""
_WITHOUT: Final = re.compile(
    r"^(?:別に|特に|正直)?なくても(?:でき|いい|よい|足り|回)|(?:嫌|いや)(?:です|だ|がる|でしょ|かも)"
)
"""Said of a technology that nothing needs, or that people would not like."""
_REFUSED: Final = (
    r"{x}(?:の(?:導入|話|件|ほう|方))?(?:は|も|なんて|なんか|とか|など|まで(?:は)?|を)?、?(?:もう|別に|特に|正直|全然|べつに|うちには|ここには)?、?"
    r"(?:要ら|いら(?:な|ん|ねえ)|いりませ|不要|無用|必要(?:は|も)?(?:な|あり|ござ)|使わ(?:な|ず|ん)|使いませ|入れ(?:ない|ませ|ず|ん(?!で))|やめ(?!た(?:ら|あと))|見送|断|勘弁|結構です|なし(?:で|に|です|だ)|なくて(?:も)?(?:いい|よい|ええ|結構|大丈夫|回)|切り(?:ます|まし)|外し(?:ます|まし)|ほしくな|欲しくな)"
)


def idea(names: Sequence[str], text: str) -> tuple[str, ...]:
    """The names without those that are only spoken of beside the matter of now; in their order.

    A former job's tool, what others decide and what is only asked back never count; what was long ago, what a part is
    made of and what is compared with step back only where another name stays.
    """
    whole = tuple(name for name in names if not any(each.endswith(name) and each != name for each in names))
    kept = tuple(name for name in whole if not _only(name, text, _never))
    now = tuple(name for name in kept if not _only(name, text, _beside))
    return now or kept


def refused(name: str, text: str) -> bool:
    """Whether the message says that this technology is not wanted."""
    return any(_matches(_REFUSED, name, part) for part in sentences(text))


def refuses(sentence: str) -> bool:
    """Whether a sentence says of something that it is not wanted, and nothing of what is used instead."""
    told = re.search(_REFUSED.format(x=r"[^、。はもを]"), sentence) or _WITHOUT.search(sentence)
    return bool(told) and not re.search(
        r"(?:だけ|使え|使い(?:ます|たい)|で(?:回|足り|十分|済)|あれば|必要です|要ります)", sentence
    )


def _matches(pattern: str, name: str, text: str) -> bool:
    return bool(re.search(pattern.format(x=re.escape(name)), text))


def _only(name: str, text: str, beside: Callable[[str, str, str], bool]) -> bool:
    """Whether every sentence that names it speaks of it so."""
    parts = sentences(text)
    told = [(part, after) for part, after in zip(parts, (*parts[1:], ""), strict=True) if name in part]
    return bool(told) and all(beside(name, part, after) for part, after in told)


def _never(name: str, part: str, after: str) -> bool:
    before = part[: part.find(name)]
    if _FORMER.search(before):
        return True
    points = after.startswith(("それ", "あれ", "そこ", "そちら"))
    left = _LEFT_TO_OTHERS.search(part.rstrip("。")) or (
        points and _LEFT_TO_OTHERS.search(after.rstrip("。"))
    )
    writing = re.search(
        rf"{re.escape(name)}(?:で|なので|だから)[^。]{{0,10}}(?:変換|誤字|打って|書いて|話して|すみません)",
        part,
    )
    return bool(left) or bool(writing) or asks_back(part)


def _beside(name: str, part: str, after: str) -> bool:
    if any(_matches(pattern, name, part) for pattern in _BESIDE):
        return True
    clause = next((each for each in _CLAUSE.split(part) if name in each), part)
    behind = part[part.find(name) + len(name) :]
    past = bool(_LONG_AGO.search(clause)) and not _PLANS.search(clause)
    return past and (bool(_NOW.search(behind)) or not _PLANS.search(behind))
